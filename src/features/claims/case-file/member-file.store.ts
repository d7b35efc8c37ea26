import { present } from "../../../kernel/invariant.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import type { MemberFile } from "./member-file.js";

/** Forms of treatment that run: approved and not ended. */
const OPEN = "o.approved_at is not null and o.state not in ('COMPLETED', 'DENIED', 'CLOSED')";

const MEMBER_FILE = statement(
  "member-file",
  `select
     json_build_object('id', m.id, 'family_id', m.family_id, 'birth_date', m.birth_date, 'residence', m.residence,
       'lat', m.lat, 'lon', m.lon, 'postnr', m.postnr) as member,
     coalesce((select json_agg(to_json(p.*) order by p.cover_start, p.id)
       from policy p where p.member_id = m.id), '[]'::json) as policies,
     coalesce((select json_agg(json_build_object('policy_id', u.policy_id, 'service', u.service_code, 'under', u.under,
         'mode', u.mode, 'year', u.year, 'condition', u.condition_code, 'same_claim', false, 'count', u.count,
         'last_on', u.last_on, 'attended', u.attended))
       from (
         select t.policy_id, t.service_code, t.under, t.mode, t.year, o.condition_code, count(*)::int as count,
           (count(*) filter (where t.state = 'COUNTED'))::int as attended, max(t.treated_on) as last_on
         from treatment_usage t left join claim o on o.id = t.claim_id
         where t.member_id = m.id and t.state <> 'RELEASED' group by 1, 2, 3, 4, 5, 6) u), '[]'::json) as usage,
     coalesce((select json_agg(json_build_object(
         'policy_id', gc.policy_id, 'service', g.service_code, 'subject', g.subject, 'attended', exists (
           select from treatment_usage a where a.claim_id = g.claim_id and a.state = 'COUNTED')))
       from programme_usage g join claim gc on gc.id = g.claim_id where g.member_id = m.id), '[]'::json) as programmes,
     coalesce((select json_agg(json_build_object(
         'policy_id', o.policy_id, 'service', o.service_code, 'condition', o.condition_code))
       from claim o where o.member_id = m.id and ${OPEN}), '[]'::json) as open_forms,
     coalesce((select json_agg(g.guardian_id order by g.guardian_id) from guardianship g
       where g.child_id = m.id and custody_stands(g.checked_on, g.ended_on, clock_today())), '[]'::json)
       as guardian_ids,
     coalesce((select (r.settings -> 'extraNonWorkingDays')::json from rule_setting r
       where r.valid_from <= clock_now() order by r.valid_from desc limit 1), '[]'::json) as extra_non_working_days,
     clock_today() as today, to_jsonb(clock_now()) #>> '{}' as now
   from member m where m.id = $1 and m.erased_at is null`,
);
const NEXT_REFERENCE = statement("claim-reference", "select 'C-' || nextval('claim_reference_number') as reference");

/** The member as this viewer may see it; undefined where there is no such member for them. */
export async function readMemberFile(tx: Tx, memberId: string): Promise<MemberFile | undefined> {
  const [file] = await tx.query(MEMBER_FILE.with(memberId));
  return file;
}

/** The next human reference, e.g. C-1004. */
export async function nextClaimReference(tx: Tx): Promise<string> {
  const [row] = await tx.query(NEXT_REFERENCE.with());
  return present(row, "a select without a table answers one row").reference;
}
