import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../gateway/api/enum.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { globalId, Node } from "../../../gateway/api/node.js";
import { ref, refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import type { WordList } from "../../../kernel/worded.js";
import { DecisionReasonType, keptReasonView } from "../../../vocabulary/reason.type.js";
import { denialReasons } from "../denial/denial.js";
import { todoFor, type CoverLossTodo } from "./cover-loss.js";
import type { CoverLossRow } from "./cover-loss.store.js";

const COVER_LOSS_TODO_WORDS: WordList<CoverLossTodo> = {
  TALK_WITH_MEMBER: [
    "Talk with the member before the appointment",
    "Tal med medlemmet før aftalen",
    "Nothing is cancelled by itself: cancel the appointment, or leave the time to a payer of the member's own.",
  ],
  SETTLE_ATTENDED: [
    "The clinic is paid; see who bears it",
    "Klinikken betales; afklar hvem der bærer det",
    "The clinic could rely on the booking: what was attended stays owed to it. The company bears it after a withdrawal (MEM-BACKDATE-COMPANY-PAYS), else the insurer claims it from the member or lets it rest.",
  ],
  END_PROMISE: [
    "End the promise, or move the claim to another cover",
    "Afslut løftet, eller flyt skaden til en anden dækning",
    "Close the claim and tell the member, or report it anew under a policy that carries it.",
  ],
};
const CoverLossTodoEnum = enumOf("CoverLossTodo", "What the team does where a cover is gone.", COVER_LOSS_TODO_WORDS);

@visibleTo("HEALTH_TEAM")
@ObjectType("CoverLoss", {
  description: "An appointment, or the promise of a first one, that a change of its policy has taken the ground from.",
  implements: Node,
})
export class CoverLossType extends Node {
  @relation("Claim", { description: "The claim." })
  claim!: Ref;
  @relation("Member", { description: "Whose it is." })
  member!: Ref;
  @relation("Policy", { description: "The policy that has changed." })
  policy!: Ref;
  @relation("Booking", { nullable: true, description: "The appointment; null where it is the promise of a first one." })
  booking!: Ref | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "When the appointment starts or started; null where it is the promise of a first one.",
  })
  startsAt!: Date | null;
  @Field(() => [DecisionReasonType], { description: "Why the policy no longer carries it." })
  reasons!: readonly DecisionReasonType[];
  @Field(() => CoverLossTodoEnum, { description: "What to do." })
  todo!: CoverLossTodo;
  @Field(() => DateTime, { description: "When it was found." })
  foundAt!: Date;
  @Field(() => DateTime, { nullable: true, description: "When it was dealt with, or the cover came back; null while it is open." })
  endedAt!: Date | null;
}

export function coverLossView(row: CoverLossRow): CoverLossType {
  const booking = row.booking_id === null ? null : { state: row.booking_state ?? "", started: row.started ?? false };
  return {
    id: globalId("CoverLoss", row.id),
    claim: ref("Claim", row.claim_id),
    member: ref("Member", row.member_id),
    policy: ref("Policy", row.policy_id),
    booking: refOrNull("Booking", row.booking_id),
    startsAt: row.starts_at,
    reasons: denialReasons([row.reason], []).map(keptReasonView),
    todo: todoFor(booking),
    foundAt: row.found_at,
    endedAt: row.ended_at,
  };
}
