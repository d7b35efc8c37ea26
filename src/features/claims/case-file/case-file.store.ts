import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { servicesWithTotal } from "../../../rules/data/caps.js";
import type { CaseFile } from "./case-file.js";

const listed = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(", ");

/** SQL for what was paid or is reserved of a total, in øre: asked of the database only for the few services that have one. */
export const paidOfTotal = (service: string, claim: string): string => `coalesce(case
    when ${service} in (${listed(servicesWithTotal("INSURANCE_PERIOD"))}) then paid_of_total(${claim}, false)
    when ${service} in (${listed(servicesWithTotal("CLAIM"))}) then paid_of_total(${claim}, true) end, 0)`;

/**
 * Forms of the member's other open claims that go before claim `c` (CLM-ONE-FORM): the one that has begun, and of two that have
 * or have not the one approved first. So of two claims exactly one waits for the other.
 */
const OTHER_FORMS = `
  (select coalesce(json_agg(json_build_object('service', o.service_code, 'condition', o.condition_code)), '[]'::json)
  from claim o
  cross join lateral (
    select exists (select from treatment_usage u where u.claim_id = o.id and u.state <> 'RELEASED') as begun) t
  where o.member_id = c.member_id and o.policy_id = c.policy_id and o.id <> c.id and o.service_code <> c.service_code
    and o.approved_at is not null and o.state not in ('COMPLETED', 'DENIED', 'CLOSED')
    and case when t.begun <> (used.sessions > 0) then t.begun
      else c.approved_at is null or (o.approved_at, o.id) < (c.approved_at, c.id) end)`;

/**
 * One statement, one row. Usage counts treatments that took place and reserved ones alike (BOK-COUNT: a booked treatment
 * holds its place); a released one is nothing. The consent is the one to treatment that speaks for this claim: the live
 * one, else the newest. Programmes count per insurance period, that is per policy; the assessment of option H once in a
 * lifetime (COV-H-ONE). A programme whose every booking was given back was never begun. The calendar is the one in force
 * when the claim was received: a promise once made does not move with a later setting.
 */
export const CASE_COLUMNS = `
  to_json(c.*) as claim, to_json(p.*) as policy,
  json_build_object('id', m.id, 'family_id', m.family_id, 'birth_date', m.birth_date, 'residence', m.residence,
    'lat', m.lat, 'lon', m.lon, 'postnr', m.postnr) as member,
  (select json_build_object('given_on', k.given_on, 'withdrawn_on', k.withdrawn_on) from consent k
    where k.member_id = c.member_id and (k.claim_id = c.id or k.claim_id is null) and k.purpose = 'TREATMENT'
    order by (k.withdrawn_on is null) desc, k.given_on desc, k.created_at desc limit 1) as consent,
  used.usage, used.first_treatment_on, used.sessions,
  case when begun.before then programmes_before(c.id)::json else '[]'::json end as programmes,
  begun.recorded as programme_recorded,
  ${paidOfTotal("c.service_code", "c.id")} as paid_of_total,
  coalesce((select json_agg(json_build_object('key', a.rule, 'from', a.valid_from, 'ore', a.amount_minor))
    from price_cap a), '[]'::json) as price_caps,
  ${OTHER_FORMS} as other_forms,
  (select json_build_object('clinic_id', d.clinic_id, 'practitioner_id', d.practitioner_id)
    from designation d where d.claim_id = c.id and d.ended_at is null) as designated,
  coalesce((select (r.settings -> 'extraNonWorkingDays')::json from rule_setting r
    where r.valid_from <= c.received_at order by r.valid_from desc limit 1), '[]'::json) as extra_non_working_days,
  clock_today() as today, to_jsonb(clock_now()) #>> '{}' as now`;

/** A treatment carries the member and the policy of its claim. Few members have begun a programme: more is asked only of those. */
export const CASE_TABLES = `
from claim c join policy p on p.id = c.policy_id join member m on m.id = c.member_id
cross join lateral (
  select coalesce(json_agg(json_build_object('service', u.service_code, 'under', u.under, 'mode', u.mode,
      'year', u.year, 'same_claim', u.same_claim, 'condition', u.condition_code, 'last_on', u.last_on,
      'count', u.count, 'attended', u.attended)), '[]'::json) as usage,
    min(u.first_on) filter (where u.same_claim) as first_treatment_on,
    coalesce(sum(u.count) filter (where u.same_claim), 0)::int as sessions
  from (
    select t.service_code, t.under, t.mode, t.year, t.claim_id = c.id as same_claim, o.condition_code,
      count(*)::int as count, (count(*) filter (where t.state = 'COUNTED'))::int as attended,
      min(t.treated_on) as first_on, max(t.treated_on) as last_on
    from treatment_usage t left join claim o on o.id = t.claim_id
    where t.member_id = c.member_id and t.policy_id = c.policy_id and t.state <> 'RELEASED'
    group by 1, 2, 3, 4, 5, 6) u) used
cross join lateral (
  select coalesce(bool_or(g.claim_id <> c.id), false) as before,
    coalesce(bool_or(g.claim_id = c.id and g.service_code = c.service_code), false) as recorded
  from programme_usage g where g.member_id = c.member_id) begun`;

const CASE_FILE = statement("case-file", `select ${CASE_COLUMNS} ${CASE_TABLES} where c.id = $1`);

const CASE_FILES = statement(
  "case-files",
  `select ${CASE_COLUMNS},
  (select to_jsonb(b.starts_at) #>> '{}' from booking b where b.id = c.first_booking_id) as first_starts_at
${CASE_TABLES} where c.id = any ($1::uuid[])`,
);

/** The case files of several claims as this viewer may see them, each with the start of its first appointment. */
export function readCaseFiles(tx: Tx, claimIds: readonly string[]): Promise<(CaseFile & { readonly first_starts_at: string | null })[]> {
  return tx.query(CASE_FILES.with(claimIds));
}

/** The case file as this viewer may see it; undefined where there is no such claim for them. */
export async function readCaseFile(tx: Tx, claimId: string): Promise<CaseFile | undefined> {
  const [file] = await tx.query(CASE_FILE.with(claimId));
  return file;
}
