import { MaxLength, MinLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { Refused } from "../../kernel/refusal.js";
import { type ClaimEventNote, eventRow, UNKNOWN_CLAIM } from "../claims/course/change-claim.js";
import { CLAIM_ENDED, hasEnded } from "../claims/claim.js";
import { runMutation } from "../../gateway/api/run-operation.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { ActPayload, KeyedInput } from "../../vocabulary/act.type.js";
import { userErrors } from "../../vocabulary/user-error.type.js";
import { auditRow } from "../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../platform/idempotency.js";
import { outboxRow } from "../../platform/trail/outbox.js";
import { newId } from "../../platform/random.js";
import { statement } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import { write } from "../../platform/postgres/write.js";
import { consentGiver, type ConsentPurpose } from "./consent.js";
import { consentRows } from "./consent-rows.js";
import { ConsentType, consentView } from "./consent.type.js";
import { consentById, lockForConsent, todayOf } from "../members/member.store.js";
import { ConsentPurposeEnum } from "./consent-enums.type.js";

@InputType({ description: "Gives consent for one claim." })
export class GiveConsentInput extends KeyedInput {
  @Field(() => ID, { description: "The claim." })
  claimId!: string;
  @Field(() => ConsentPurposeEnum, {
    defaultValue: "TREATMENT",
    description: "What it is for.",
  })
  purpose!: ConsentPurpose;
  @MinLength(1)
  @MaxLength(40)
  @Field(() => String, { description: "Version of the text that is agreed to, e.g. 2025-1." })
  textVersion!: string;
  @Field(() => ID, {
    nullable: true,
    description: "Health team only: the holder of custody who gave it for a child under 15, on paper or by telephone.",
  })
  givenById?: string | null;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType({ description: "The consent, or every reason why not." })
export class GiveConsentPayload extends ActPayload {
  @Field(() => ConsentType, { nullable: true, description: "The consent as given; null when it was refused." })
  consent!: ConsentType | null;
}

@Resolver()
export class GiveConsent {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Mutation(() => GiveConsentPayload, {
    description:
      "Gives a consent, or renews one before or after its year is over. Given again after a withdrawal it holds again from today.",
  })
  async giveConsent(@Arg("input", () => GiveConsentInput) input: GiveConsentInput, @Ctx() ctx: Context): Promise<GiveConsentPayload> {
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const givenById = input.givenById ? idOf("Member", input.givenById, ["input", "givenById"]) : null;
    const keyed: IdempotencyKey = { operation: "giveConsent", key: input.idempotencyKey, input, keepHours: 72 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "giveConsent",
      keyed,
      work: (tx) => give(ctx, tx, { input, claimId, givenById, keyed }),
      replay: (tx, stored) => consentSeen(tx, (stored as { consentId: string }).consentId),
    });
    return { consent: result, errors: userErrors(errors), replayed };
  }
}

type Asked = {
  readonly input: GiveConsentInput;
  readonly claimId: string;
  readonly givenById: string | null;
  readonly keyed: IdempotencyKey;
};

const REPLACE = statement("consent-replace", "update consent set replaced_by = $2 where id = $1");

async function give(ctx: Context, tx: Tx, { input, claimId, givenById, keyed }: Asked): Promise<ConsentType | null> {
  const file = await lockForConsent(tx, claimId, input.purpose);
  if (!file) throw new Refused([UNKNOWN_CLAIM]);
  const subject = { id: file.member_id, birthDate: file.birth_date, guardianIds: file.guardian_ids };
  const { by, refusals } = consentGiver(ctx.viewer, subject, file.today, givenById);
  const all = [...(hasEnded({ state: file.claim_state }) ? [CLAIM_ENDED] : []), ...refusals];
  if (all.length > 0) throw new Refused(all);
  const consentId = newId();
  // before the new one is written: of two that stand, the index would refuse one
  if (file.standing_id !== null) await tx.query(REPLACE.with(file.standing_id, consentId));
  const given = {
    id: consentId,
    memberId: file.member_id,
    claimId,
    givenBy: by,
    purpose: input.purpose,
    textVersion: input.textVersion,
    assurance: ctx.viewer.assurance,
    givenOn: file.today,
    at: file.now,
  };
  const event: ClaimEventNote = {
    kind: file.standing_id === null ? "CONSENT_GIVEN" : "CONSENT_RENEWED",
    data: { purpose: input.purpose, consentId },
  };
  await write(
    tx,
    {
      ...consentRows(given),
      claim_event: [eventRow(ctx, { claim: { id: claimId, member_id: file.member_id }, now: file.now }, event)],
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation: "giveConsent",
          memberId: file.member_id,
          object: "Consent",
          objectId: consentId,
          outcome: "ALLOWED",
        }),
      ],
      outbox: [outboxRow("consent.given", claimId, { consentId, claimId })],
    },
    [outcomeOf(ctx.viewer.subject, keyed, { consentId })],
  );
  return consentSeen(tx, consentId);
}

/** The consent as it stands today, by the database's clock. */
export async function consentSeen(tx: Tx, consentId: string): Promise<ConsentType | null> {
  const consent = await consentById(tx, consentId);
  const today = await todayOf(tx);
  return consent && consentView(consent, today);
}
