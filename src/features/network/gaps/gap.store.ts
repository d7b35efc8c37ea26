/** What the network lacks in papers: what ends soon, and what is missing where somebody works. */
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

/** The end of the piece that holds today, of several days in a row one. */
const endOf = (periods: string): string =>
  `(select upper(piece) from unnest(${periods}) piece
     where piece @> d.today and not upper_inf(piece) and upper(piece) <= d.today + $1::int)`;
const qualificationEnds = `coalesce(${endOf("t.authorised")}, ${endOf("t.rab_approved")})`;
const rateToday = "r.state = 'APPROVED' and r.valid_from <= d.today";

/** A company is looked at while one of its clinics is open for business, a practitioner while at such a clinic. */
const GAPS = statement(
  "network-gaps",
  `with d as (select clock_today() as today),
   placed as (select k.id as clinic_id, k.provider_id from clinic k, d where not k.suspended @> d.today),
   companies as (select p.* from provider p where exists (select from placed k where k.provider_id = p.id)),
   people as (
     select t.* from practitioner t, d where not t.suspended @> d.today and exists (
       select from practitioner_clinic w join placed k on k.clinic_id = w.clinic_id where w.practitioner_id = t.id)),
   gaps as (
     select 'AGREEMENT_MISSING' as kind,
       (select min(lower(piece)) from unnest(p.agreed) piece where lower(piece) > d.today) as "on",
       p.id as "providerId", null::uuid as "clinicId", null::uuid as "practitionerId", 1 as counted
       from companies p, d where not p.agreed @> d.today
     union all
     select 'AGREEMENT_ENDS', ${endOf("p.agreed")}, p.id, null, null, 1 from companies p, d
      where ${endOf("p.agreed")} is not null
     union all
     select 'PUBLIC_AGREEMENT_ENDS', ${endOf("p.publicly_agreed")}, p.id, null, null, 1 from companies p, d
      where ${endOf("p.publicly_agreed")} is not null
     union all
     select 'QUALIFICATION_MISSING', null, null, null, t.id, 1 from people t, d
      where not t.authorised @> d.today and not t.rab_approved @> d.today
     union all
     select 'QUALIFICATION_ENDS', ${qualificationEnds}, null, null, t.id, 1 from people t, d
      where ${qualificationEnds} is not null
     union all
     select 'PRACTITIONER_MISSING', null, null, k.clinic_id, null, 1 from placed k
      where not exists (select from practitioner_clinic w where w.clinic_id = k.clinic_id)
     union all
     select 'RATE_MISSING', null, null, s.clinic_id, null, count(*)::int
       from clinic_service s join placed k on k.clinic_id = s.clinic_id, d
      where s.active and not exists (select from agreed_rate r
        where r.clinic_id = s.clinic_id and r.service_code = s.service_code and r.session = 'FIRST'
          and ${rateToday} and (r.valid_until is null or r.valid_until > d.today))
      group by s.clinic_id
     union all
     select 'RATE_ENDS', min(r.valid_until), null, r.clinic_id, null, count(*)::int
       from agreed_rate r join placed k on k.clinic_id = r.clinic_id, d
      where ${rateToday} and r.valid_until > d.today and r.valid_until <= d.today + $1::int
        and not exists (select from agreed_rate n
          where n.clinic_id = r.clinic_id and n.service_code = r.service_code and n.session = r.session
            and n.channel = r.channel and n.state = 'APPROVED' and n.valid_from >= r.valid_until)
      group by r.clinic_id)
   select g.* from gaps g
   order by g.kind like '%ENDS', g."on" nulls first, g.kind, coalesce(g."providerId", g."clinicId", g."practitionerId")
   limit $2`,
);
export type GapRow = RowOf<"network-gaps">;

/** What is missing first, then what ends first. */
export function networkGaps(tx: Tx, days: number, limit: number): Promise<GapRow[]> {
  return tx.query(GAPS.with(days, limit));
}
