/** The writes of an ending, shared by everything that ends an appointment. */
import { newId } from "../../../platform/random.js";
import type { CaseClaim } from "../../claims/case-file/case-file.js";
import { statement } from "../../../platform/postgres/statement.js";
import { change, type Change } from "../../../platform/postgres/write.js";
import { PATCHED_COLUMNS, type ClaimPatch, type EndingFile, type EndState } from "./ending.js";

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

const END_BOOKING = statement(
  "end_booking",
  `update booking set state = $2, ended_at = clock_now(), end_reason = $3, moved_to = $4::uuid, version = version + 1
   where id = $1 and state = 'CONFIRMED'`,
);
const SETTLE_USAGE = statement("settle_usage", "update treatment_usage set state = $2 where booking_id = $1 and state = 'RESERVED'");
const FREE_UNIT = statement("free_unit", "update slot set booked = booked - 1 where id = $1 and booked > 0");
const CLOSE_UNIT = statement(
  "close_unit",
  `update slot set booked = booked - 1, capacity = greatest(1, capacity - 1),
     state = case when capacity = 1 then 'WITHDRAWN' else state end, version = version + 1
   where id = $1 and booked > 0`,
);
/** What a clinic cannot offer again stays closed, whatever its schedule or file says later. */
const CLOSE_TIME = statement(
  "close_its_time",
  `insert into closure (id, provider_id, clinic_id, practitioner_id, starts_at, ends_at)
   select $2::uuid, provider_id, clinic_id, practitioner_id, starts_at, ends_at from slot
   where id = $1 and capacity = 1 and ends_at > clock_now()`,
);

export function endingChanges({ booking }: EndingFile, { state, reason, unit, usage, claim, movedTo }: Ending): Change[] {
  return [
    change(END_BOOKING.with(booking.id, state, reason, movedTo ?? null), 1),
    change(SETTLE_USAGE.with(booking.id, usage), 1),
    change(PATCH_CLAIM.with(booking.claim_id, claim), 1),
    ...unitChanges(booking.slot_id, unit),
  ];
}

function unitChanges(slotId: string, unit: UnitAfter): Change[] {
  switch (unit) {
    case "FREE":
      return [change(FREE_UNIT.with(slotId), 1)];
    case "CLOSE":
      return [change(CLOSE_UNIT.with(slotId), 1), change(CLOSE_TIME.with(slotId, newId()))];
    case "KEEP":
      return [];
  }
}

/** Every column that may be patched, taken from `source`: rows `x` of the type of a claim. */
const patchedFrom = (source: string): string =>
  `(${PATCHED_COLUMNS.join(", ")})
     = (select ${PATCHED_COLUMNS.map((column) => `x.${column}`).join(", ")}
       from ${source} x)`;

/** Columns that the patch does not name keep what they say. */
const PATCH_CLAIM = statement(
  "patch_claim",
  `update claim c set ${patchedFrom("jsonb_populate_record(c.*, $2::jsonb)")},
     promise_changed_at = case when $2::jsonb ? 'promise_state' then clock_now() else c.promise_changed_at end,
     version = c.version + 1
   where c.id = $1`,
);

const PATCH_CLAIMS = statement(
  "patch_claims",
  `update claim c set ${PATCHED_COLUMNS.map((column) => `${column} = x.${column}`).join(", ")},
     promise_changed_at = case when c.promise_state = x.promise_state then c.promise_changed_at else clock_now() end,
     version = c.version + 1
   from jsonb_populate_recordset(null::claim, $1::jsonb) x where c.id = x.id`,
);

/** Claims that were locked and read whole, written whole. */
export function patchClaims(claims: readonly CaseClaim[]): Change {
  return change(PATCH_CLAIMS.with(JSON.stringify(claims)));
}
