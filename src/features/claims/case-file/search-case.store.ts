import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { tariffService } from "../../rates/tariff-service.js";
import { CASE_COLUMNS, CASE_TABLES } from "./case-file.store.js";

/**
 * What of a claim a search for its appointment needs: its case, the tariffs its treatment is priced with, when its member is busy
 * (as PostgreSQL writes a multirange of instants) and the openings it holds itself.
 */
export type SearchCase = RowOf<"search-case">;

/** Three distances to known places are an address: from a protected one they are told to nobody but the person. */
const HOME_IS_HIDDEN = "m.protected_address and m.id is distinct from (app_members())[1]";

const TARIFFS = `
  coalesce((select json_agg(json_build_object('session', t.session, 'full_fee_minor', t.full_fee_minor,
      'public_share_minor', t.public_share_minor, 'patient_share_minor', t.patient_share_minor,
      'valid_from', t.valid_from, 'valid_until', t.valid_until))
    from public_tariff t where t.service_code = ${tariffService("c.service_code")}
      and (t.valid_until is null or t.valid_until > clock_today())), '[]'::json)`;
const SEARCH_COLUMNS = `${CASE_COLUMNS}, ${TARIFFS} as tariffs,
     case when ${HOME_IS_HIDDEN} then null else m.lat end as "homeLat",
     case when ${HOME_IS_HIDDEN} then null else m.lon end as "homeLon",
     coalesce((select range_agg(tstzrange(b.starts_at, b.ends_at)) from booking b
       where b.member_id = c.member_id and b.state = 'CONFIRMED' and b.ends_at > clock_now())::text, '{}') as busy,
     coalesce((select array_agg(h.slot_id) from hold h
       where h.claim_id = c.id and h.state = 'PENDING' and h.expires_at > clock_now()), '{}'::uuid[]) as held`;
export const SEARCH_CASE = statement("search-case", `select ${SEARCH_COLUMNS} ${CASE_TABLES} where c.id = $1`);
const SEARCH_CASES = statement("search-cases", `select ${SEARCH_COLUMNS} ${CASE_TABLES} where c.id = any ($1::uuid[])`);

/** Of many claims in one statement, those that this viewer may see. */
export function readSearchCases(tx: Tx, claimIds: readonly string[]): Promise<SearchCase[]> {
  return tx.query(SEARCH_CASES.with(claimIds));
}

/** Undefined where there is no such claim for this viewer. `alone` is for a transaction that reads nothing else: one round trip. */
export async function readSearchCase(tx: Tx, claimId: string, alone = false): Promise<SearchCase | undefined> {
  const [found] = alone ? await tx.finish(SEARCH_CASE.with(claimId)) : await tx.query(SEARCH_CASE.with(claimId));
  return found;
}
