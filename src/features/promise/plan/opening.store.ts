/** Which openings stand behind the units of the plan, and to which of its buckets an opening belongs. */
import type { Place } from "../../../kernel/place.js";
import type { Channel } from "../../../matching/model.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { askedFor, DANISH_DAY, dayNumberOf, keyColumns, PLANNED_ANEW, type PromiseInstance } from "./promise.store.js";
import { bucketId, type Demand } from "./unit-bucket.js";

/** An opening of a bucket, with what is left of it. */
export type BucketSlot = {
  readonly id: string;
  readonly bucket: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly units: number;
};

const SLOTS_OF_BUCKETS = statement(
  "promise-slots-of-buckets",
  `
select s.id, ${keyColumns({ languages: "$5", byGender: "$6", designated: "$7" })}, s.starts_at, s.ends_at,
  s.capacity - s.booked - case when s.held_until > $2 then slot_live_holds(s.id) else 0 end as units
from slot s join clinic k on k.id = s.clinic_id join practitioner p on p.id = s.practitioner_id
where (s.clinic_id, ${dayNumberOf(DANISH_DAY)}) in (select * from unnest($3::uuid[], $4::int[]))
  and s.clinic_id = any ($3) and s.starts_at > $2 and s.state = 'OPEN' and s.booked < s.capacity
  and s.funding = 'PRIVATE' and not s.on_call
order by s.starts_at, s.id`,
  PLANNED_ANEW,
);

/** The openings behind these clinics and days, with the bucket each belongs to. */
export async function slotsOfBuckets(
  tx: Tx,
  demand: Demand,
  now: Date,
  at: readonly { readonly clinicId: string; readonly dayOn: number }[],
): Promise<BucketSlot[]> {
  const places = [at.map((a) => a.clinicId), at.map((a) => a.dayOn)] as const;
  const rows = await tx.query(SLOTS_OF_BUCKETS.with(demand.mask, now, ...places, ...askedFor(demand)));
  return rows.map((row) => ({ id: row.id, bucket: bucketId(row), startsAt: row.starts_at, endsAt: row.ends_at, units: row.units }));
}

const OPENINGS_AROUND = statement(
  "promise-openings-around",
  `
select asked.claim_id, s.id, ${keyColumns({ languages: "$6", byGender: "$7", designated: "$8" })}, k.lat, k.lon,
  s.funding = 'PRIVATE' and not s.on_call as planned
from unnest($3::uuid[]) as asked(claim_id)
join claim c on c.id = asked.claim_id join service v on v.code = c.service_code
cross join lateral (
  select s.* from slot s
  where s.state = 'OPEN' and s.booked < s.capacity and s.starts_at > $2 and s.starts_at < c.deadline_at
    and (s.service_mask & (1::bigint << v.bit)) <> 0
  order by md5(s.id::text || $4::text || c.id::text) limit $5) s
join clinic k on k.id = s.clinic_id join practitioner p on p.id = s.practitioner_id`,
  { ...PLANNED_ANEW, neverNull: ["mask"] },
);

export type OpeningAround = {
  readonly claimId: string;
  readonly slotId: string;
  /** Null for what is no capacity of a promise: public or on call. */
  readonly bucket: string | null;
  readonly channel: Channel;
  readonly clinic: Place;
};

/** Of the free openings for each claim's treatment until its deadline some, by a lot that is the same for the same word. */
export async function openingsAround(
  tx: Tx,
  { demand, now }: PromiseInstance,
  claimIds: readonly string[],
  { lot, each }: { readonly lot: string; readonly each: number },
): Promise<OpeningAround[]> {
  const rows = await tx.query(OPENINGS_AROUND.with(demand.mask, now, claimIds, lot, each, ...askedFor(demand)));
  return rows.map((row) => ({
    claimId: row.claim_id,
    slotId: row.id,
    bucket: row.planned ? bucketId(row) : null,
    channel: row.channel,
    clinic: { lat: row.lat, lon: row.lon },
  }));
}

const BUCKETS_OF_SLOTS = statement(
  "promise-buckets-of-slots",
  `
select s.id, ${keyColumns({ languages: "$3", byGender: "$4", designated: "$5" })}
from slot s join clinic k on k.id = s.clinic_id join practitioner p on p.id = s.practitioner_id
where s.id = any ($2::uuid[]) and s.funding = 'PRIVATE' and not s.on_call`,
  PLANNED_ANEW,
);

/** Which bucket each of these openings belongs to, whatever is left of it. */
export async function bucketsOfSlots(tx: Tx, demand: Demand, slotIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query(BUCKETS_OF_SLOTS.with(demand.mask, slotIds, ...askedFor(demand)));
  return new Map(rows.map((row) => [row.id, bucketId(row)]));
}
