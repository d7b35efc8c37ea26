/**
 * The open promises and the free units they could use, as the database has them now: one statement for the claims, one for
 * the units (grouped by the database, so that a network of millions of openings travels as thousands of rows), one for the
 * rates. Read as a background worker: the plan spans all members, and only its figures leave it.
 */
import { dayNumber } from "../../../kernel/calendar.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import type { OpenClaim, UnitBucket } from "../../../matching/model.js";
import { wishesOf } from "../../bookings/book/wishes.js";
import { settingAside, type HeldWish } from "../../../rules/wishes.js";
import { SETTINGS } from "../../../rules/data/settings.js";
import { dayOfSlot, inNetwork, publiclyAgreed, qualifiedMask } from "../../network/in-force.js";
import { needsAgreement } from "./channels.js";
import { languageBits, openClaimOf, type PromiseRow } from "./open-claim.js";
import { boxAround, type GeoBox } from "./reach.js";
import { bucketOf, poolsOf, pricedServices, SPOKEN, type Demand, type RatePeriod, type UnitRow } from "./unit-bucket.js";

export type PromiseInstance = {
  readonly now: Date;
  /** Day number in Denmark. */
  readonly today: number;
  readonly claims: readonly OpenClaim[];
  /** Claims without a consent that holds today: nothing can be booked for them, so nothing is kept for them (CON-REQUIRED). */
  readonly unconsented: readonly OpenClaim[];
  /** A claim with its wishes set aside, one after the other; nothing where it has none (rules/wishes.ts). */
  readonly relaxed: (claimId: string) => readonly OpenClaim[];
  /** What a claim wishes of all that is set aside, in that order. */
  readonly wished: (claimId: string) => readonly HeldWish[];
  readonly buckets: readonly UnitBucket[];
  /** Agreed for first sessions of these services, in the days the plan spans. */
  readonly rates: readonly RatePeriod[];
  /** Region of each claim's member, by claim; null where unknown. */
  readonly regionOf: ReadonlyMap<string, string | null>;
  readonly demand: Demand;
};

export type InstanceQuery = {
  /** Instead of the database's clock. */
  readonly now?: Date | null;
  readonly services?: readonly string[] | null;
  readonly box?: GeoBox | null;
};

/**
 * What the matching needs of a claim `c`. The place is the designated clinic, which the member goes to however far it is; else where
 * the member wishes to travel from, else home.
 */
export const PROMISE_COLUMNS = `c.id, c.product, c.under, c.service_code as service, v.bit, c.wishes,
  c.exceptions ->> 'wishedNotBefore' as wished_not_before, c.target_on, c.latest_on, m.birth_date,
  (extract(epoch from c.received_at) * 1000)::float8 as waiting_since_ms,
  p.lat, p.lon, p.postnr, p.region_code, p.designated_clinic_id, p.designated_practitioner_id, v.radius_km,
  exists (select from consent k where k.member_id = c.member_id and (k.claim_id = c.id or k.claim_id is null)
    and k.purpose = 'TREATMENT' and k.withdrawn_on is null
    and k.given_on + interval '${SETTINGS.consentMonths} months' >= clock_today()) as consented`;
export const PROMISE_TABLES = `join member m on m.id = c.member_id join service v on v.code = c.service_code
left join postal_code home on home.postnr = m.postnr
left join postal_code away on away.postnr = c.wishes ->> 'postnr' and away.lat is not null
left join designation only_at on only_at.claim_id = c.id and only_at.ended_at is null
left join clinic there on there.id = only_at.clinic_id
cross join lateral (select coalesce(away.postnr, m.postnr) as postnr,
  coalesce(there.lat, away.lat, m.lat, home.lat) as lat, coalesce(there.lon, away.lon, m.lon, home.lon) as lon,
  coalesce(away.region_code, home.region_code) as region_code, only_at.clinic_id as designated_clinic_id,
  only_at.practitioner_id as designated_practitioner_id) p`;

/** Still promised to claim `c`: an hour from now, at `now`, or whenever that is. */
const isOpen = (now: string): string => `c.guarantee_outcome = 'RUNNING' and c.first_booking_id is null
  and c.deadline_at > ${now} and c.guarantee_class <> 'CRISIS_3H'
  and c.state not in ('DENIED', 'CLOSED', 'COMPLETED')`;

/** Still promised: the clock runs, no first appointment yet, the last day not over. Crisis contacts run by the hour and have a watch of their own. */
const OPEN_CLAIMS = statement(
  "promise-open-claims",
  `
select ${PROMISE_COLUMNS} from claim c ${PROMISE_TABLES}
where ${isOpen("$1")}
  and ($2::text[] is null or c.service_code = any ($2))
  and ($3::float8 is null or (p.lat between $3 and $4 and p.lon between $5 and $6))
order by c.id`,
  // a promise with a deadline has its last day
  { neverNull: ["latest_on"] },
);

export const DANISH_DAY = dayOfSlot("s");
/** Days since 1970-01-01. */
export const dayNumberOf = (day: string): string => `${day} - date '1970-01-01'`;

/**
 * What tells buckets apart, with the mask of services at $1. Languages and the gender only where somebody asks for one: the
 * values are known when the statement is planned, so what nobody asks for costs nothing.
 */
type KeyValues = Readonly<Record<"languages" | "byGender" | "designated", string>>;
export const keyColumns = ({ languages, byGender, designated }: KeyValues): string => `
  s.clinic_id, ${dayNumberOf(DANISH_DAY)} as day, s.channel, s.audience <> 'CHILD' as adults,
  s.audience <> 'ADULT' and k.treats_children and p.treats_children as children,
  s.service_mask & $1::bigint & ${qualifiedMask("p", DANISH_DAY)} as mask,
  case when ${byGender}::boolean then p.gender end as gender,
  case when s.practitioner_id = any (${designated}::uuid[]) then s.practitioner_id end as practitioner_id,
  case when cardinality(${languages}::text[]) > 0 then coalesce((
    select string_agg(spoken, '${SPOKEN.separator}' order by spoken) from unnest(s.languages) spoken
    where spoken = any (${languages}::text[])), '') else '' end as languages`;
/** Statements with these columns are planned with their values each time; the mask at $1 is always given. */
export const PLANNED_ANEW = { prepared: false, neverNull: ["mask"] };

/** The values behind `keyColumns`: the languages asked for, whether anybody asks for a gender, and who is designated. */
export const askedFor = (demand: Demand) => [[...demand.languages.keys()], demand.gender, [...demand.practitioners]] as const;

/**
 * A promise with a deadline may only use private capacity, and crisis lines are kept for crises. What a waiting claim holds is not
 * lost: the hold is a place for one of the claims that are planned.
 */
const FREE_UNITS = statement(
  "promise-free-units",
  `
select ${keyColumns({ languages: "$6", byGender: "$7", designated: "$8" })}, k.lat, k.lon,
  bool_or(${publiclyAgreed("o", DANISH_DAY)}) as agreed, sum(s.capacity - s.booked - coalesce(h.held, 0))::int as units
from slot s
join clinic k on k.id = s.clinic_id
join practitioner p on p.id = s.practitioner_id
join provider o on o.id = k.provider_id
left join (select h.slot_id, count(*)::int as held from hold h
  where h.state = 'PENDING' and h.expires_at > $2
    and not exists (select from claim c where c.id = h.claim_id and ${isOpen("$2")})
  group by h.slot_id) h on h.slot_id = s.id
where s.state = 'OPEN' and s.booked < s.capacity and s.starts_at > $2 and s.starts_at < $3 and s.funding = 'PRIVATE'
  and not s.on_call and (s.service_mask & $1::bigint & ${qualifiedMask("p", DANISH_DAY)}) <> 0
  and ${inNetwork("o", "k", DANISH_DAY)}
  and not s.id = any ($5::uuid[])
  and ($4::float8[] is null or s.channel <> 'IN_PERSON'
    or (k.lat between ($4::float8[])[1] and ($4::float8[])[2]
      and k.lon between ($4::float8[])[3] and ($4::float8[])[4]))
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, k.lat, k.lon
having sum(s.capacity - s.booked - coalesce(h.held, 0)) > 0`,
  PLANNED_ANEW,
);

const RATES = statement(
  "promise-rates",
  `
select clinic_id, service_code as service, channel, amount_minor, ${dayNumberOf("valid_from")} as from_day,
  ${dayNumberOf("valid_until")} as until_day
from agreed_rate where state = 'APPROVED' and session = 'FIRST' and service_code = any ($1)
  and ${dayNumberOf("valid_from")} <= $3 and (valid_until is null or ${dayNumberOf("valid_until")} > $2)`,
);

const CLOCK = statement(
  "promise-clock",
  `select coalesce($1::timestamptz, clock_now()) as now,
     (coalesce($1::timestamptz, clock_now()) at time zone 'Europe/Copenhagen')::date as today`,
);

export async function clockOf(tx: Tx, now: Date | null): Promise<{ now: Date; today: number }> {
  const [row] = await tx.query(CLOCK.with(now));
  return { now: row?.now ?? new Date(0), today: dayNumber(row?.today ?? "1970-01-01") };
}

/** Everything the matching needs, in four statements whatever its size. */
export async function loadPromises(tx: Tx, query: InstanceQuery = {}): Promise<PromiseInstance> {
  const { now, today } = await clockOf(tx, query.now ?? null);
  const box = query.box ?? null;
  const rows = await openRows(tx, now, query.services ?? null, box);
  return instanceOf(tx, { now, today, rows, box: box ?? boxAround(rows), without: [] });
}

export function openRows(tx: Tx, now: Date, services: readonly string[] | null, box: GeoBox | null): Promise<PromiseRow[]> {
  return tx.query(OPEN_CLAIMS.with(now, services, box?.south ?? null, box?.north ?? null, box?.west ?? null, box?.east ?? null));
}

export type Scope = {
  readonly now: Date;
  readonly today: number;
  readonly rows: readonly PromiseRow[];
  readonly box: GeoBox | null;
  /** Openings that are about to be closed: no capacity, whatever they say. */
  readonly without: readonly string[];
};

/** Units for these claims, whoever they are: the open ones, or those whose appointment has just been withdrawn. */
export async function instanceOf(tx: Tx, { now, today, rows, box, without }: Scope): Promise<PromiseInstance> {
  const demand = demandOf(rows);
  const last = rows.reduce((day, row) => Math.max(day, dayNumber(row.latest_on)), today);
  const units = rows.length === 0 ? [] : await freeUnitsFor(tx, demand, now, last, { box, without });
  const rates = rows.length === 0 ? [] : await tx.query(RATES.with([...demand.services.keys()], today, last));
  const serve = pricedServices(rates, demand.services);
  const served = units.map((row) => serve(row).filter((service) => row.agreed === true || !needsAgreement(service)));
  const pools = poolsOf(served);
  const buckets = units.flatMap((row, i) => {
    const serves = served[i] ?? [];
    const [service] = serves;
    return service === undefined ? [] : [bucketOf(row, serves, pools.get(service), demand.languages)];
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const claimOf = (row: PromiseRow, aside: readonly HeldWish[] = []): OpenClaim =>
    openClaimOf(row, today, { pool: pools.get(row.service), languages: demand.languages, aside });
  return {
    now,
    today,
    claims: rows.filter((row) => row.consented).map((row) => claimOf(row)),
    unconsented: rows.filter((row) => !row.consented).map((row) => claimOf(row)),
    relaxed: (id) => {
      const row = byId.get(id);
      const [, ...steps] = row === undefined ? [] : settingAside(wishesOf(row.wishes));
      return row === undefined ? [] : steps.map(({ aside }) => claimOf(row, aside));
    },
    wished: (id) => settingAside(wishesOf(byId.get(id)?.wishes ?? {})).at(-1)?.aside ?? [],
    buckets,
    rates,
    regionOf: new Map(rows.map((row) => [row.id, row.region_code])),
    demand,
  };
}

function demandOf(rows: readonly PromiseRow[]): Demand {
  const services = new Map(rows.map((row) => [row.service, row.bit]));
  const mask = [...services.values()].reduce((all, bit) => all | (1n << BigInt(bit)), 0n);
  const gender = rows.some((row) => wishesOf(row.wishes).gender !== null);
  const practitioners = new Set(rows.flatMap((row) => row.designated_practitioner_id ?? []).sort());
  return { mask, services, languages: languageBits(rows), gender, practitioners };
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
  return tx.query(FREE_UNITS.with(demand.mask, now, until, sides, without, ...askedFor(demand)));
}

const CLINICS_AT = statement("clinics-at", "select id, name, town, region_code as region from clinic where id = any ($1::uuid[])");
export type ClinicAt = RowOf<"clinics-at">;

/** Name, town and region of these clinics, by id. */
export async function clinicsAt(tx: Tx, ids: Iterable<string>): Promise<ReadonlyMap<string, ClinicAt>> {
  const rows = await tx.query(CLINICS_AT.with([...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}
