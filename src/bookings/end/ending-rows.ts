/** The writes of an ending, shared by everything that ends an appointment. */
import { newId } from "../../platform/random.js";
import type { Change } from "../../platform/postgres/write.js";
import type { ClaimPatch, EndingFile, EndState } from "./ending.js";

/** FREE: somebody else may take the unit. CLOSE: the clinic cannot offer it again. KEEP: the time has been used. */
type UnitAfter = "FREE" | "CLOSE" | "KEEP";

export type Ending = {
  readonly state: EndState;
  readonly reason: string | null;
  readonly unit: UnitAfter;
  readonly usage: "RELEASED" | "COUNTED";
  readonly claim: ClaimPatch;
  readonly movedTo?: string;
};

export function endingChanges({ booking }: EndingFile, { state, reason, unit, usage, claim, movedTo }: Ending): Change[] {
  const changes: Change[] = [
    {
      name: "end_booking",
      sql: `update booking set state = $2, ended_at = clock_now(), end_reason = $3, moved_to = $4::uuid, version = version + 1 where id = $1 and state = 'CONFIRMED'`,
      values: [booking.id, state, reason, movedTo ?? null],
      must: 1,
    },
    {
      name: "settle_usage",
      sql: "update treatment_usage set state = $2 where booking_id = $1 and state = 'RESERVED'",
      values: [booking.id, usage],
      must: 1,
    },
    patchClaim(booking.claim_id, claim),
  ];
  const unitSql = UNIT[unit];
  if (unitSql) changes.push({ name: "give_back_unit", sql: unitSql, values: [booking.slot_id], must: 1 });
  if (unit === "CLOSE") changes.push({ name: "close_its_time", sql: CLOSE_TIME, values: [booking.slot_id, newId()] });
  return changes;
}

const UNIT: Readonly<Record<UnitAfter, string | null>> = {
  FREE: "update slot set booked = booked - 1 where id = $1 and booked > 0",
  CLOSE: `update slot set booked = booked - 1, capacity = greatest(1, capacity - 1), state = case when capacity = 1 then 'WITHDRAWN' else state end,
    version = version + 1 where id = $1 and booked > 0`,
  KEEP: null,
};

/** What a clinic cannot offer again stays closed, whatever its schedule or file says later. */
const CLOSE_TIME = `insert into closure (id, provider_id, clinic_id, practitioner_id, starts_at, ends_at)
  select $2::uuid, provider_id, clinic_id, practitioner_id, starts_at, ends_at from slot where id = $1 and capacity = 1 and ends_at > clock_now()`;

/** Sets exactly these columns; the claim was locked and read before, so its values are known. */
function patchClaim(claimId: string, patch: ClaimPatch): Change {
  const columns = Object.keys(patch);
  const names = [...columns, ...("promise_state" in patch ? ["promise_changed_at"] : [])];
  const from = [...columns, ...("promise_state" in patch ? ["clock_now()"] : [])];
  const set =
    names.length > 0 ? `(${names.join(", ")}) = (select ${from.join(", ")} from jsonb_populate_record(null::claim, $2::jsonb)), ` : "";
  return {
    name: "patch_claim",
    sql: `update claim set ${set}version = claim.version + 1 where id = $1${set === "" ? " and $2::jsonb is not null" : ""}`,
    values: [claimId, JSON.stringify(patch)],
    must: 1,
  };
}
