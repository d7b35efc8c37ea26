import type { Tx } from "../../platform/postgres/transaction.js";
import type { TariffInForce } from "../../rates/quote.js";
import { tariffService } from "../../rates/tariff-service.js";
import { PAID_OF_TOTAL } from "./case-file.store.js";

/** What of a claim a search for its appointment needs. Days are 'YYYY-MM-DD'. */
export type SearchCase = {
  readonly memberId: string;
  readonly serviceCode: string;
  readonly product: string;
  readonly under: string;
  readonly latestOn: string | null;
  readonly guaranteeRuns: boolean;
  readonly doctorReferral: boolean;
  /** Appointments so far, made or attended: the next one is one more. */
  readonly sessions: number;
  /** Paid or reserved against the total of the service, in øre. */
  readonly paidOfTotal: bigint;
  readonly birthDate: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly today: string;
  readonly tariffs: readonly TariffInForce[];
};

/** Three distances to known places are an address: from a protected one they are told to nobody but the person. */
const HOME_IS_HIDDEN = "m.protected_address and m.id is distinct from (app_members())[1]";

const SEARCH_CASE = `
select c.member_id as "memberId", c.service_code as "serviceCode", c.product, c.under, c.latest_on as "latestOn", c.guarantee_outcome = 'RUNNING' as "guaranteeRuns",
  coalesce(c.referral_type in ('GP', 'SPECIALIST'), false) as "doctorReferral",
  (select count(*)::int from treatment_usage u where u.claim_id = c.id and u.state <> 'RELEASED') as sessions,
  ${PAID_OF_TOTAL} as "paidOfTotal", m.birth_date as "birthDate",
  case when ${HOME_IS_HIDDEN} then null else m.lat end as lat, case when ${HOME_IS_HIDDEN} then null else m.lon end as lon, clock_today() as today,
  coalesce((select json_agg(json_build_object('session', t.session, 'full_fee_minor', t.full_fee_minor, 'public_share_minor', t.public_share_minor,
      'patient_share_minor', t.patient_share_minor, 'valid_from', t.valid_from, 'valid_until', t.valid_until))
    from public_tariff t where t.service_code = ${tariffService("c.service_code")} and (t.valid_until is null or t.valid_until > clock_today())), '[]') as tariffs
from claim c join member m on m.id = c.member_id where c.id = $1`;

/** Undefined where there is no such claim for this viewer. `alone` is for a transaction that reads nothing else: one round trip. */
export async function readSearchCase(tx: Tx, claimId: string, alone = false): Promise<SearchCase | undefined> {
  if (alone) return (await tx.finish<SearchCase>({ text: SEARCH_CASE, values: [claimId], name: "search-case" }))[0];
  const [found] = await tx.query<SearchCase>(SEARCH_CASE, [claimId], "search-case");
  return found;
}
