import { statement, type RowOf } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import { tariffService } from "../../rates/tariff-service.js";
import { PAID_OF_TOTAL } from "./case-file.store.js";

/**
 * What of a claim a search for its appointment needs. Days are 'YYYY-MM-DD'; `sessions` are appointments so far, made or
 * attended: the next one is one more. `paidOfTotal` is paid or reserved against the total of the service, in øre.
 */
export type SearchCase = RowOf<"search-case">;

const TARIFFS = `
  coalesce((select json_agg(json_build_object('session', t.session, 'full_fee_minor', t.full_fee_minor,
      'public_share_minor', t.public_share_minor, 'patient_share_minor', t.patient_share_minor,
      'valid_from', t.valid_from, 'valid_until', t.valid_until))
    from public_tariff t where t.service_code = ${tariffService("c.service_code")}
      and (t.valid_until is null or t.valid_until > clock_today())), '[]'::json)`;
const SEARCH_CASE = statement(
  "search-case",
  `select c.member_id as "memberId", c.service_code as "serviceCode", c.product, c.under, c.mode,
     c.wishes, c.latest_on as "latestOn",
     c.guarantee_outcome = 'RUNNING' as "guaranteeRuns",
     coalesce(c.referral_type in ('GP', 'SPECIALIST'), false) as "doctorReferral",
     (select count(*)::int from treatment_usage u where u.claim_id = c.id and u.state <> 'RELEASED') as sessions,
     (select json_build_object('clinic_id', d.clinic_id, 'practitioner_id', d.practitioner_id)
       from designation d where d.claim_id = c.id and d.ended_at is null) as designated,
     ${PAID_OF_TOTAL} as "paidOfTotal", m.birth_date as "birthDate", m.lat, m.lon, clock_today() as today,
     ${TARIFFS} as tariffs
   from claim c join member m on m.id = c.member_id where c.id = $1`,
);

/** Undefined where there is no such claim for this viewer. `alone` is for a transaction that reads nothing else: one round trip. */
export async function readSearchCase(tx: Tx, claimId: string, alone = false): Promise<SearchCase | undefined> {
  const [found] = alone ? await tx.finish(SEARCH_CASE.with(claimId)) : await tx.query(SEARCH_CASE.with(claimId));
  return found;
}
