import type { JsonOf } from "../../../../schema/columns-of.js";
import { newId } from "../../../platform/random.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { change, write, type Change } from "../../../platform/postgres/write.js";
import { lossChanges, type CoverGround, type OpenLoss } from "./cover-loss.js";

/** Appointments that took place or will, and approved claims whose first appointment is still promised. */
const GROUNDS = statement(
  "cover-grounds",
  `with carried as (
    select b.claim_id, b.id as booking_id, b.treated_on as on_day
    from booking b join claim c on c.id = b.claim_id
    where c.policy_id = any ($1::uuid[]) and b.state in ('CONFIRMED', 'ATTENDED')
    union all
    select c.id, null, greatest(coalesce(c.latest_on, clock_today()), clock_today())
    from claim c where c.policy_id = any ($1::uuid[]) and c.approved_at is not null and c.first_booking_id is null
      and c.state not in ('COMPLETED', 'DENIED', 'CLOSED'))
  select c.id as claim_id, c.member_id, c.policy_id, k.booking_id, k.on_day,
    json_build_object('product', c.product, 'under', c.under, 'service_code', c.service_code) as claim,
    (c.received_at at time zone 'Europe/Copenhagen')::date as reported_on,
    (c.approved_at at time zone 'Europe/Copenhagen')::date as approved_on,
    not c.information_required or c.information_received_at is not null as informed,
    to_json(p.*) as policy, m.birth_date
  from carried k join claim c on c.id = k.claim_id join policy p on p.id = c.policy_id
  join member m on m.id = c.member_id`,
);
const KNOWN = statement(
  "cover-losses-known",
  `select id, claim_id, booking_id, reason, ended_at is null as open from cover_loss
   where policy_id = any ($1::uuid[]) and (ended_at is null or ended_as = 'HANDLED')`,
);
const RESTORE = statement(
  "restore_cover",
  `update cover_loss set ended_at = clock_now(), ended_as = 'RESTORED', ended_by = $2
   where id = any ($1::uuid[])`,
);

/**
 * Brings the list of what has lost its cover up to what these policies say, in the transaction that changed them, behind the locks
 * of their members. It reads appointments, so it goes on as the product. Answers how many entries are new.
 */
export async function refreshCoverLosses(tx: Tx, policyIds: readonly string[], subject: string): Promise<number> {
  if (policyIds.length === 0) return 0;
  const [grounds, known] = await tx.all([GROUNDS.with(policyIds), KNOWN.with(policyIds)]);
  const { found, restored } = lossChanges(grounds.map(groundOf), known satisfies readonly OpenLoss[]);
  if (found.length + restored.length === 0) return 0;
  // first what ends: one entry is open for an appointment
  if (restored.length > 0) await write(tx, {}, [change(RESTORE.with(restored, subject), restored.length)]);
  await write(tx, {
    cover_loss: found.map(({ claim_id, member_id, policy_id, booking_id, reason }) => ({
      id: newId(),
      claim_id,
      member_id,
      policy_id,
      booking_id,
      reason,
    })),
    outbox: found.map(({ claim_id, booking_id, policy_id }) =>
      outboxRow("cover.lost", claim_id, {
        claimId: claim_id,
        policyId: policy_id,
        ...(booking_id === null ? {} : { bookingId: booking_id }),
      }),
    ),
  });
  return found.length;
}

function groundOf({ on_day, ...row }: RowOf<"cover-grounds">): CoverGround {
  return { ...row, on: on_day ?? "", claim: row.claim, policy: row.policy satisfies JsonOf<"policy"> } as CoverGround;
}

const SHOWN = `select l.id, l.claim_id, l.member_id, l.policy_id, l.booking_id, l.reason, l.found_at, l.ended_at,
    b.starts_at, b.state as booking_state, b.starts_at <= clock_now() as started
  from cover_loss l left join booking b on b.id = l.booking_id`;
/** An appointment that was cancelled, moved or missed needs nothing any more. */
const OPEN = "l.ended_at is null and (l.booking_id is null or b.state in ('CONFIRMED', 'ATTENDED'))";
const LISTED = statement(
  "cover-losses",
  `${SHOWN}
  where ${OPEN} and ($1::uuid is null or l.id > $1) order by l.id limit $2`,
);
const BY_IDS = statement("cover-losses-by-id", `${SHOWN} where l.id = any ($1::uuid[])`);
export type CoverLossRow = RowOf<"cover-losses">;

/** What is open, the longest first. */
export function coverLosses(tx: Tx, after: string | null, limit: number): Promise<CoverLossRow[]> {
  return tx.query(LISTED.with(after, limit));
}

export function coverLossesById(tx: Tx, ids: readonly string[]): Promise<CoverLossRow[]> {
  return tx.query(BY_IDS.with(ids));
}

const HANDLE = statement(
  "handle_cover_loss",
  `update cover_loss set ended_at = clock_now(), ended_as = 'HANDLED', ended_by = $2, note = $3
   where id = $1 and ended_at is null`,
);

export function handleLoss(id: string, subject: string, note: string): Change {
  return change(HANDLE.with(id, subject, note), 1);
}
