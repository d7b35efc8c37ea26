/**
 * The open promises and the free units they could use, as the database has them now: one statement for the claims, one for
 * the units (grouped by the database, so that a network of millions of openings travels as thousands of rows), one for the
 * rates. Read as a background worker: the plan spans all members, and only its figures leave it.
 */
import type { QueryResultRow } from "pg";
import { dayNumber } from "../../kernel/calendar.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import type { OpenClaim, UnitBucket } from "../../matching/model.js";
import { languageBits, openClaimOf, type PromiseRow } from "./open-claim.js";
import { boxAround, type Box } from "./reach.js";
import { bucketId, bucketOf, poolsOf, pricedServices, type Demand, type RatePeriod, type UnitKey, type UnitRow } from "./unit-bucket.js";

export type PromiseInstance = {
  readonly now: Date;
  /** Day number in Denmark. */
  readonly today: number;
  readonly claims: readonly OpenClaim[];
  readonly buckets: readonly UnitBucket[];
  /** Region of each claim's member, by claim; null where unknown. */
  readonly regionOf: ReadonlyMap<string, string | null>;
  readonly demand: Demand;
};

export type InstanceQuery = {
  /** Instead of the database's clock. */
  readonly now?: Date | null;
  readonly services?: readonly string[] | null;
  readonly box?: Box | null;
};

/** What the matching needs of a claim `c`; the place is where the member wishes to travel from, else home. */
export const PROMISE_COLUMNS = `c.id, c.product, c.under, c.service_code as service, v.bit, c.wishes, c.exceptions->>'wishedNotBefore' as wished_not_before,
  c.target_on, c.latest_on, m.birth_date, p.lat, p.lon, p.postnr, p.region_code, v.radius_km`;
export const PROMISE_TABLES = `join member m on m.id = c.member_id join service v on v.code = c.service_code
left join postal_code home on home.postnr = m.postnr left join postal_code away on away.postnr = c.wishes ->> 'postnr' and away.lat is not null
cross join lateral (select coalesce(away.postnr, m.postnr) as postnr, coalesce(away.lat, m.lat, home.lat) as lat, coalesce(away.lon, m.lon, home.lon) as lon,
  coalesce(away.region_code, home.region_code) as region_code) p`;

/** Still promised: the clock runs, no first appointment yet, the last day not over. Crisis contacts run by the hour and have a watch of their own. */
const OPEN_CLAIMS = `
select ${PROMISE_COLUMNS} from claim c ${PROMISE_TABLES}
where c.guarantee_outcome = 'RUNNING' and c.first_booking_id is null and c.deadline_at > $1 and c.guarantee_class <> 'CRISIS_3H'
  and c.state not in ('DENIED', 'CLOSED', 'COMPLETED')
  and ($2::text[] is null or c.service_code = any ($2))
  and ($3::float8 is null or (p.lat between $3 and $4 and p.lon between $5 and $6))
order by c.id`;

const DAY = `(s.starts_at at time zone 'Europe/Copenhagen')::date`;

/** What tells buckets apart, with the mask of services at $1. Genders and languages only where somebody asks for one. */
function keyColumns(demand: Demand, languagesAt: string): string {
  const spoken = `coalesce((select string_agg(l, '+' order by l) from unnest(s.languages) l where l = any (${languagesAt}::text[])), '')`;
  return `s.clinic_id, ${DAY} - date '1970-01-01' as day, s.channel, s.audience <> 'CHILD' as adults,
  s.audience <> 'ADULT' and k.treats_children and p.treats_children as children, s.service_mask & $1::bigint as mask,
  ${demand.gender ? "p.gender" : "null::text"} as gender, ${demand.languages.size > 0 ? spoken : "''"} as languages`;
}

const languagesOf = (demand: Demand): unknown[] => (demand.languages.size > 0 ? [[...demand.languages.keys()]] : []);

/** A promise with a deadline may only use private capacity, and crisis lines are kept for crises. */
const freeUnits = (demand: Demand): string => `
select ${keyColumns(demand, "$6")}, k.lat, k.lon, sum(s.capacity - s.booked - coalesce(h.held, 0))::int as units
from slot s
join clinic k on k.id = s.clinic_id
join practitioner p on p.id = s.practitioner_id
join provider o on o.id = k.provider_id
left join (select slot_id, count(*)::int as held from hold where state = 'PENDING' and expires_at > $2 group by slot_id) h on h.slot_id = s.id
where s.state = 'OPEN' and s.booked < s.capacity and s.starts_at > $2 and s.starts_at < $3 and s.funding = 'PRIVATE' and not s.on_call
  and (s.service_mask & $1::bigint) <> 0
  and o.authorised and o.agreement_from <= ${DAY} and (o.agreement_until is null or o.agreement_until > ${DAY})
  and not s.id = any ($5::uuid[])
  and ($4::float8[] is null or s.channel <> 'IN_PERSON' or (k.lat between ($4::float8[])[1] and ($4::float8[])[2] and k.lon between ($4::float8[])[3] and ($4::float8[])[4]))
group by 1, 2, 3, 4, 5, 6, 7, 8, k.lat, k.lon
having sum(s.capacity - s.booked - coalesce(h.held, 0)) > 0`;

const RATES = `
select clinic_id, service_code as service, channel, valid_from - date '1970-01-01' as from_day, valid_until - date '1970-01-01' as until_day
from agreed_rate where state = 'APPROVED' and session = 'FIRST' and service_code = any ($1)
  and valid_from - date '1970-01-01' <= $3 and (valid_until is null or valid_until - date '1970-01-01' > $2)`;

export async function clockOf(tx: Tx, now: Date | null): Promise<{ now: Date; today: number }> {
  const [row] = await tx.query<{ now: Date; today: string }>(
    "select coalesce($1::timestamptz, clock_now()) as now, (coalesce($1::timestamptz, clock_now()) at time zone 'Europe/Copenhagen')::date as today",
    [now],
    "promise-clock",
  );
  return { now: row?.now ?? new Date(0), today: dayNumber(row?.today ?? "1970-01-01") };
}

/** Everything the matching needs, in four statements whatever its size. */
export async function loadPromises(tx: Tx, query: InstanceQuery = {}): Promise<PromiseInstance> {
  const { now, today } = await clockOf(tx, query.now ?? null);
  const box = query.box ?? null;
  const rows = await openRows(tx, now, query.services ?? null, box);
  return instanceOf(tx, { now, today, rows, box: box ?? boxAround(rows), without: [] });
}

export function openRows(tx: Tx, now: Date, services: readonly string[] | null, box: Box | null): Promise<PromiseRow[]> {
  const sides = box ? [box.south, box.north, box.west, box.east] : [null, null, null, null];
  return tx.query<PromiseRow>(OPEN_CLAIMS, [now, services, ...sides], "promise-open-claims");
}

export type Scope = {
  readonly now: Date;
  readonly today: number;
  readonly rows: readonly PromiseRow[];
  readonly box: Box | null;
  /** Openings that are about to be closed: no capacity, whatever they say. */
  readonly without: readonly string[];
};

/** Units for these claims, whoever they are: the open ones, or those whose appointment has just been withdrawn. */
export async function instanceOf(tx: Tx, { now, today, rows, box, without }: Scope): Promise<PromiseInstance> {
  const demand = demandOf(rows);
  const last = rows.reduce((day, row) => Math.max(day, dayNumber(row.latest_on)), today);
  const units = rows.length === 0 ? [] : await freeUnitsFor(tx, demand, now, last, { box, without });
  const rates = units.length === 0 ? [] : await tx.query<RatePeriod>(RATES, [[...demand.services.keys()], today, last], "promise-rates");
  const serve = pricedServices(rates, demand.services);
  const served = units.map(serve);
  const pools = poolsOf(served);
  const buckets = units.flatMap((row, i) => {
    const serves = served[i] ?? [];
    const [service] = serves;
    return service === undefined ? [] : [bucketOf(row, serves, pools.get(service), demand.languages)];
  });
  return {
    now,
    today,
    claims: rows.map((row) => openClaimOf(row, today, pools.get(row.service), demand.languages)),
    buckets,
    regionOf: new Map(rows.map((row) => [row.id, row.region_code])),
    demand,
  };
}

function demandOf(rows: readonly PromiseRow[]): Demand {
  const services = new Map(rows.map((row) => [row.service, row.bit]));
  const mask = [...services.values()].reduce((all, bit) => all | (1n << BigInt(bit)), 0n);
  return { mask, services, languages: languageBits(rows), gender: rows.some((row) => typeof row.wishes["gender"] === "string") };
}

async function freeUnitsFor(
  tx: Tx,
  demand: Demand,
  now: Date,
  lastDay: number,
  { box, without }: Pick<Scope, "box" | "without">,
): Promise<UnitRow[]> {
  // a day longer than any clock change: what starts after a claim's last day is sorted out by the day itself
  const until = new Date((lastDay + 2) * 86_400_000);
  const sides = box ? [box.south, box.north, box.west, box.east] : null;
  return tx.query<UnitRow>(freeUnits(demand), [demand.mask, now, until, sides, without, ...languagesOf(demand)]);
}

/** An opening of a bucket, with what is left of it. */
export type BucketSlot = {
  readonly id: string;
  readonly bucket: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly units: number;
};

/** The openings behind these clinics and days, with the bucket each belongs to. */
export async function slotsOfBuckets(
  tx: Tx,
  demand: Demand,
  now: Date,
  at: readonly { readonly clinicId: string; readonly dayOn: number }[],
): Promise<BucketSlot[]> {
  const text = `select s.id, ${keyColumns(demand, "$5")}, s.starts_at, s.ends_at, s.capacity - s.booked - case when s.held_until > $2 then slot_live_holds(s.id) else 0 end as units
    from slot s join clinic k on k.id = s.clinic_id join practitioner p on p.id = s.practitioner_id
    where (s.clinic_id, ${DAY} - date '1970-01-01') in (select * from unnest($3::uuid[], $4::int[])) and s.clinic_id = any ($3)
      and s.starts_at > $2 and s.state = 'OPEN' and s.booked < s.capacity and s.funding = 'PRIVATE' and not s.on_call
    order by s.starts_at, s.id`;
  type Row = UnitKey & { readonly id: string; readonly starts_at: Date; readonly ends_at: Date; readonly units: number };
  const values = [demand.mask, now, at.map((a) => a.clinicId), at.map((a) => a.dayOn), ...languagesOf(demand)];
  const rows = await tx.query<Row>(text, values);
  return rows.map((row) => ({ id: row.id, bucket: bucketId(row), startsAt: row.starts_at, endsAt: row.ends_at, units: row.units }));
}

/** A transaction, or a connection of the plan's own. */
type Asked = { readonly query: <R extends QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<R[]> };

/** Which bucket each of these openings belongs to, whatever is left of it. */
export async function bucketsOfSlots(tx: Asked, demand: Demand, slotIds: readonly string[]): Promise<Map<string, string>> {
  const text = `select s.id, ${keyColumns(demand, "$3")}
    from slot s join clinic k on k.id = s.clinic_id join practitioner p on p.id = s.practitioner_id
    where s.id = any ($2::uuid[]) and s.funding = 'PRIVATE' and not s.on_call`;
  const rows = await tx.query<UnitKey & { id: string }>(text, [demand.mask, slotIds, ...languagesOf(demand)]);
  return new Map(rows.map((row) => [row.id, bucketId(row)]));
}
