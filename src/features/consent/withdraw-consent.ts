import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { refusal, Refused } from "../../kernel/refusal.js";
import { eventRow, UNKNOWN_CLAIM } from "../claims/course/change-claim.js";
import { runMutation } from "../../gateway/api/run-operation.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { UserError, userErrors } from "../../vocabulary/user-error.type.js";
import { auditRow } from "../../platform/trail/audit.js";
import { outboxRow } from "../../platform/trail/outbox.js";
import { statement } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import { change, write } from "../../platform/postgres/write.js";
import { type ConsentPurpose } from "./consent.js";
import { ConsentType } from "./consent.type.js";
import { consentSeen } from "./give-consent.js";
import { lockForConsent } from "../members/member.store.js";
import { ConsentPurposeEnum } from "./consent-enums.type.js";

@InputType({ description: "Withdraws consent for one claim." })
export class WithdrawConsentInput {
  @Field(() => ID, { description: "The claim." })
  claimId!: string;
  @Field(() => ConsentPurposeEnum, { defaultValue: "TREATMENT", description: "What it was for." })
  purpose!: ConsentPurpose;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType({ description: "The withdrawn consent, or every reason why not." })
export class WithdrawConsentPayload {
  @Field(() => ConsentType, { nullable: true, description: "The consent, no longer valid from today; null when it was refused." })
  consent!: ConsentType | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
}

@Resolver()
export class WithdrawConsent {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Mutation(() => WithdrawConsentPayload, {
    description:
      "Withdraws a consent; it is not valid from today on (CON-WITHDRAW). Appointments already made are kept, nothing new is disclosed.",
  })
  async withdrawConsent(
    @Arg("input", () => WithdrawConsentInput) input: WithdrawConsentInput,
    @Ctx() ctx: Context,
  ): Promise<WithdrawConsentPayload> {
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const { result, errors } = await runMutation(ctx, {
      operation: "withdrawConsent",
      keyed: null,
      work: (tx) => withdraw(ctx, tx, claimId, input.purpose),
    });
    return { consent: result, errors: userErrors(errors) };
  }
}

const WITHDRAW = statement(
  "withdraw_consent",
  `update consent set withdrawn_on = $2::date
    where id = $1 and withdrawn_on is null`,
);

async function withdraw(ctx: Context, tx: Tx, claimId: string, purpose: ConsentPurpose): Promise<ConsentType | null> {
  const file = await lockForConsent(tx, claimId, purpose);
  if (!file) throw new Refused([UNKNOWN_CLAIM]);
  const { standing_id: consentId, member_id: memberId, today, now } = file;
  if (consentId === null) throw new Refused([NO_CONSENT]);
  await write(
    tx,
    {
      claim_event: [
        eventRow(ctx, { claim: { id: claimId, member_id: memberId }, now }, { kind: "CONSENT_WITHDRAWN", data: { purpose, consentId } }),
      ],
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation: "withdrawConsent",
          memberId,
          object: "Consent",
          objectId: consentId,
          outcome: "ALLOWED",
        }),
      ],
      outbox: [outboxRow("consent.withdrawn", claimId, { consentId, claimId })],
    },
    [change(WITHDRAW.with(consentId, today), 1)],
  );
  return consentSeen(tx, consentId);
}

const NO_CONSENT = refusal("CONSENT_MISSING", "There is no consent of this purpose to withdraw.", {
  path: ["input", "purpose"],
  rule: "CON-WITHDRAW",
  clause: "FAQ, 'Why do I need to give consent?'",
  remedy: "Nothing needs to be done: nothing is disclosed without a consent.",
});
