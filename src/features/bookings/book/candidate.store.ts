import type { Session } from "../../../../schema/states.js";
import type { Channel, Service } from "../../../rules/codes.js";
import type { PlanePoint } from "../../../kernel/place.js";
import type { Designated } from "../../claims/designation/designation.js";
import type { CaseFile } from "../../claims/case-file/case-file.js";
import { CASE_COLUMNS, CASE_TABLES } from "../../claims/case-file/case-file.store.js";
import { keyedStatement, loadWithKey, type KeyedLoad } from "../../../platform/idempotency.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { inNetwork, publiclyAgreed, qualified } from "../../network/in-force.js";
import type { Candidate } from "./choose-slot.js";

export type FirstCase = {
  readonly file: CaseFile;
  /** How far a member is expected to travel for this service before the search widens. */
  readonly radiusKm: number;
  /** Where the member travels from: the wished postal code, else home. */
  readonly from: { readonly lat: number; readonly lon: number } | null;
};

/** The member and the claim, in the order every booking keeps, so that only the slot is left to be locked when it is chosen. */
const LOCK_CASE = keyedStatement(
  "lock-case",
  (keyIsFresh) => `select m.id from claim c join member m on m.id = c.member_id where c.id = $1
    and ${keyIsFresh} for no key update of m, c`,
);

/** Where `of` lies, if that is known and `condition` holds. */
const place = (of: string, from: string, condition: string): string =>
  `(select jsonb_build_object('lat', ${of}.lat, 'lon', ${of}.lon) ${from}
    where ${condition} and ${of}.lat is not null and ${of}.lon is not null)`;

const FIRST_CASE = keyedStatement(
  "first-case",
  (keyIsFresh) => `
select ${CASE_COLUMNS}, v.radius_km,
  coalesce(
    ${place("z", "from postal_code z", "z.postnr = coalesce($2, c.wishes ->> 'postnr')")},
    ${place("m", "", "true")},
    ${place("z", "from postal_code z", "z.postnr = m.postnr")}) as from_place
${CASE_TABLES} join service v on v.code = c.service_code where c.id = $1 and ${keyIsFresh}`,
);
export type FirstCaseRow = RowOf<"first-case">;

/** The claim, locked, as this viewer may see it, and where the member travels from; goes with the key of the act. */
export function loadFirstCase(claimId: string, postnr: string | null): KeyedLoad<FirstCaseRow | undefined> {
  return loadWithKey([LOCK_CASE.with(claimId), FIRST_CASE.with(claimId, postnr)], ([, [file]]) => file);
}

export type CandidateSearch = {
  readonly claimId: string;
  readonly memberId: string;
  readonly service: Service;
  readonly from: PlanePoint;
  readonly channels: readonly Channel[];
  readonly withinKm: number | null;
  /** First instant that suits; the database's now if that is later. */
  readonly notBefore: Date | null;
  /** The two horizons: the end of the target day and the deadline. The nearest clinics are sought for each. */
  readonly targetUntil: Date | null;
  readonly until: Date;
  readonly privateOnly: boolean;
  readonly forChild: boolean;
  readonly onCall: boolean;
  readonly session: Session;
  /** Openings seen already that are not for this claim. */
  readonly without: readonly string[];
  /** Where the insurer lets the claim be treated; null where the member chooses (PRV-DESIGNATED). */
  readonly designated: Designated | null;
  /** Wishes held in this step; null where there is none, or it is set aside. */
  readonly language: string | null;
  readonly gender: string | null;
};

/** Clinics looked at for each horizon, and openings at each: enough for every tie that the ranking can tell apart. */
const CLINICS = 6;
const OPENINGS = 16;

/** What makes an opening free for this claim, told once for the nearest clinics and once for their openings. */
const FREE = `s.clinic_id = cs.clinic_id and s.state = 'OPEN' and s.booked < s.capacity
  and s.starts_at < h.until
  and (s.starts_at > greatest(clock_now(), $5::timestamptz) or ($9 and s.ends_at > clock_now()))
  and (s.service_mask & (1::bigint << cs.service_bit)) <> 0 and s.channel = any ($6::text[])
  and (s.channel <> 'IN_PERSON' or $4::float8 is null or cs.pos <@ circle(point($1, $2), $4))
  and s.audience <> case when $7 then 'ADULT' else 'CHILD' end
  and ($16::uuid is null or s.practitioner_id = $16)
  and ($17::text is null or $17 = any (s.languages))
  and ($18::text is null or exists (select from practitioner g where g.id = s.practitioner_id and g.gender = $18))
  and (not $8 or s.funding = 'PRIVATE') and s.on_call = $9 and s.id <> all ($19::uuid[])
  and (s.held_until is null or s.held_until <= clock_now() or s.booked + slot_live_holds(s.id) < s.capacity
    or exists (select from hold o
      where o.slot_id = s.id and o.claim_id = $10 and o.state = 'PENDING' and o.expires_at > clock_now()))
  and not exists (select from booking b
    where b.member_id = $11 and b.state = 'CONFIRMED' and b.starts_at < s.ends_at and b.ends_at > s.starts_at)`;

/**
 * One statement: for each horizon the nearest clinics with something free, walked in the order of the index, and their
 * first openings. A clinic without an agreed rate for the day is none.
 */
const CANDIDATES = statement(
  "first-candidates",
  `
with h as (select distinct u as until from unnest(array[$12::timestamptz, $13::timestamptz]) u where u is not null),
near as (
  select h.until, n.* from h cross join lateral (
    select cs.clinic_id, cs.provider_id, cs.service_bit, cs.pos, cs.pos <-> point($1, $2) as km
    from clinic_service cs
    where cs.active and cs.service_code = $3
      and ($4::float8 is null or 'ONLINE' = any ($6::text[]) or 'PHONE' = any ($6::text[])
        or cs.pos <@ circle(point($1, $2), $4))
      and cs.channels && $6::text[] and (not $7 or cs.treats_children) and ($15::uuid is null or cs.clinic_id = $15)
      and exists (select from slot s where ${FREE})
    order by cs.pos <-> point($1, $2) limit ${CLINICS}) n)
select distinct on (f.id) f.id, f.clinic_id, f.starts_at, f.ends_at, f.channel, f.audience, f.funding, f.on_call,
  f.languages, t.gender,
  k.name as clinic_name, k.town, k.treats_children as clinic_treats_children,
  t.treats_children as practitioner_treats_children, ${publiclyAgreed("o", "d.day")} as has_public_agreement,
  ${qualified("t", "$3", "d.day")} as authorised,
  case when f.channel = 'IN_PERSON' then cs.km end as km
from near cs
cross join lateral (select h.until from h where h.until = cs.until) h
cross join lateral (select s.* from slot s where ${FREE} order by s.starts_at limit ${OPENINGS}) f
join clinic k on k.id = f.clinic_id
join practitioner t on t.id = f.practitioner_id
join provider o on o.id = f.provider_id
cross join lateral (select (f.starts_at at time zone 'Europe/Copenhagen')::date as day) d
where ${inNetwork("o", "k", "d.day")}
  and exists (select from agreed_rate r
    where r.clinic_id = f.clinic_id and r.service_code = $3 and r.state = 'APPROVED' and r.session = $14
      and r.channel in ('ANY', f.channel) and r.valid_from <= d.day
      and (r.valid_until is null or r.valid_until > d.day))
order by f.id`,
);

export async function findCandidates(tx: Tx, q: CandidateSearch): Promise<Candidate[]> {
  const where = [q.from.x, q.from.y, q.service, q.withinKm, q.notBefore, q.channels] as const;
  const suits = [q.forChild, q.privateOnly, q.onCall, q.claimId, q.memberId] as const;
  const told = [q.designated?.clinic_id ?? null, q.designated?.practitioner_id ?? null, q.language, q.gender] as const;
  const rows = await tx.query(CANDIDATES.with(...where, ...suits, q.targetUntil, q.until, q.session, ...told, q.without));
  return rows.map((row) => ({ ...row, starts_at: row.starts_at.toISOString(), ends_at: row.ends_at.toISOString() }));
}
