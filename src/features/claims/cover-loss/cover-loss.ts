/** Does a policy as it now stands still carry an appointment, or the promise of one? Pure. */
import type { JsonOf } from "../../../../schema/columns-of.js";
import type { LocalDate } from "../../../kernel/calendar.js";
import { SETTINGS } from "../../../rules/data/settings.js";
import { coverEnd, standingOn } from "../../../rules/coverage/cover-end.js";
import type { CasePolicy } from "../case-file/case-file.js";

export type CoverGround = {
  readonly claim_id: string;
  readonly member_id: string;
  readonly policy_id: string;
  /** Null where it is the promise of a first appointment. */
  readonly booking_id: string | null;
  /** The day that has to be covered. */
  readonly on: LocalDate;
  readonly claim: Pick<JsonOf<"claim">, "product" | "under" | "service_code">;
  readonly reported_on: LocalDate;
  readonly approved_on: LocalDate | null;
  readonly informed: boolean;
  readonly policy: CasePolicy;
  readonly birth_date: LocalDate;
};
export type OpenLoss = {
  readonly id: string;
  readonly claim_id: string;
  readonly booking_id: string | null;
  readonly reason: string;
  readonly open: boolean;
};

/** Code of the rules' reason against it; null where the policy carries it, in cover or in run-off (MEM-RUNOFF-3M). */
function lostBecause(ground: CoverGround): string | null {
  const { claim, policy, on } = ground;
  if (policy.product !== claim.product) return "SERVICE_NOT_IN_PRODUCT";
  if (policy.suspended) return "COVER_SUSPENDED";
  if (claim.under !== "BASE" && !policy.optional.includes(claim.under)) return "OPTIONAL_COVER_MISSING";
  if (ground.reported_on < policy.cover_start) return "CLAIM_REPORTED_OUTSIDE_COVER";
  if (on < policy.cover_start) return "COVER_NOT_STARTED";
  const facts = {
    member: { role: policy.role, birthDate: ground.birth_date },
    cover: { start: policy.cover_start, end: policy.cover_end, paidThrough: policy.paid_through, groupChildAge: policy.group_child_age },
  };
  const course = { claim: { reportedOn: ground.reported_on, approvedOn: ground.approved_on, informationComplete: ground.informed } };
  const standing = standingOn(on, coverEnd(facts, SETTINGS), course, claim.service_code, claim.under, SETTINGS);
  return standing === "IN_COVER" || standing === "RUN_OFF" ? null : standing;
}

export type LossChanges = {
  readonly found: readonly (CoverGround & { readonly reason: string })[];
  /** Ids of entries whose ground came back, or whose reason is another now. */
  readonly restored: readonly string[];
};

/** What was dealt with for the same reason is not listed again. */
export function lossChanges(grounds: readonly CoverGround[], known: readonly OpenLoss[]): LossChanges {
  const keyOf = (each: { readonly claim_id: string; readonly booking_id: string | null }): string => each.booking_id ?? each.claim_id;
  const lost = new Map(
    grounds.flatMap((ground) => {
      const reason = lostBecause(ground);
      return reason === null ? [] : [[keyOf(ground), { ...ground, reason }] as const];
    }),
  );
  const listed = new Set(known.map((loss) => `${keyOf(loss)} ${loss.reason}`));
  return {
    found: [...lost].flatMap(([key, loss]) => (listed.has(`${key} ${loss.reason}`) ? [] : [loss])),
    restored: known.flatMap((loss) => (loss.open && lost.get(keyOf(loss))?.reason !== loss.reason ? [loss.id] : [])),
  };
}

/** What the team does about it. */
export type CoverLossTodo = "TALK_WITH_MEMBER" | "SETTLE_ATTENDED" | "END_PROMISE";

/** The clinic kept its part: what was attended is owed to it, and somebody else bears it. */
export function todoFor(booking: { readonly state: string; readonly started: boolean } | null): CoverLossTodo {
  if (booking === null) return "END_PROMISE";
  return booking.state === "ATTENDED" || booking.started ? "SETTLE_ATTENDED" : "TALK_WITH_MEMBER";
}
