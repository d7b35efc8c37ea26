import { ArrayMaxSize, ArrayMinSize, MaxLength, MinLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { present } from "../../../kernel/invariant.js";
import { Refused } from "../../../kernel/refusal.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { LocalDate, UUID } from "../../../gateway/api/scalars.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { AuthorityScopeEnum } from "../member-enums.type.js";
import { authorityRefusals } from "./authority.js";
import { authoritiesSeen, authorityGround } from "./authority.store.js";
import { AuthorityType, authorityView } from "./authority.type.js";
import type { AuthorityScope } from "./scopes.js";

@InputType({ description: "An authority that a member has signed." })
export class GrantAuthorityInput {
  @Field(() => UUID, { description: "Repeating a request with the same key has one effect; kept 72 hours." })
  idempotencyKey!: string;
  @Field(() => ID, { description: "The member who grants it, 18 or more." })
  memberId!: string;
  @Field(() => ID, { nullable: true, description: "The member who represents. Exactly one of representativeId and thirdParty." })
  representativeId?: string | null;
  @MinLength(2)
  @MaxLength(120)
  @Field(() => String, { nullable: true, description: "Name of a third party the insurer may talk to, e.g. a pension company." })
  thirdParty?: string | null;
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @Field(() => [AuthorityScopeEnum], { description: "What it opens." })
  scopes!: AuthorityScope[];
  @Field(() => LocalDate, { nullable: true, description: "First day; today when left out." })
  validFrom?: string | null;
  @Field(() => LocalDate, { description: "Last day, a year after the first at most." })
  validThrough!: string;
  @MinLength(1)
  @MaxLength(40)
  @Field(() => String, { description: "Version of the text that was signed, e.g. 2025-1." })
  textVersion!: string;
}

@visibleTo("HEALTH_TEAM")
@ObjectType({ description: "The authority, or every reason why not." })
export class GrantAuthorityPayload {
  @Field(() => AuthorityType, { nullable: true, description: "The authority as recorded; null when it was refused." })
  authority!: AuthorityType | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
  @Field(() => Boolean, { description: "True when this answers a repeated request." })
  replayed!: boolean;
}

@Resolver()
export class GrantAuthority {
  @visibleTo("HEALTH_TEAM")
  @Mutation(() => GrantAuthorityPayload, {
    description:
      "Records an authority that a member has signed in the portal. A representative then reads what its scopes name, and nothing else, until its last day or its withdrawal; each reading is on the member's access log.",
  })
  async grantAuthority(
    @Arg("input", () => GrantAuthorityInput) input: GrantAuthorityInput,
    @Ctx() ctx: Context,
  ): Promise<GrantAuthorityPayload> {
    const memberId = idOf("Member", input.memberId, ["input", "memberId"]);
    const representativeId = input.representativeId ? idOf("Member", input.representativeId, ["input", "representativeId"]) : null;
    const keyed: IdempotencyKey = { operation: "grantAuthority", key: input.idempotencyKey, input, keepHours: 72 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "grantAuthority",
      keyed,
      work: (tx) => grant(ctx, tx, { input, memberId, representativeId, keyed }),
      replay: (tx, stored) => authorityById(tx, (stored as { authorityId: string }).authorityId),
    });
    return { authority: result, errors: userErrors(errors), replayed };
  }
}

type Asked = {
  readonly input: GrantAuthorityInput;
  readonly memberId: string;
  readonly representativeId: string | null;
  readonly keyed: IdempotencyKey;
};

async function grant(ctx: Context, tx: Tx, { input, memberId, representativeId, keyed }: Asked): Promise<AuthorityType | null> {
  const ground = present(await authorityGround(tx, memberId, representativeId), "a select without a table answers one row");
  const { validThrough, textVersion, scopes, thirdParty = null, validFrom } = input;
  const period = { validFrom: validFrom ?? ground.today, validThrough };
  const refusals = authorityRefusals({ memberId, representativeId, thirdParty, ...period }, ground);
  if (refusals.length > 0) throw new Refused(refusals);
  const id = newId();
  const audited = { operation: "grantAuthority", memberId, object: "Authority", objectId: id, fields: scopes, outcome: "ALLOWED" } as const;
  await write(
    tx,
    {
      authority: [
        {
          id,
          member_id: memberId,
          representative_id: representativeId,
          third_party: thirdParty,
          scopes: [...new Set(scopes)],
          valid_from: period.validFrom,
          valid_through: validThrough,
          text_version: textVersion,
          assurance: ctx.viewer.assurance,
          granted_by: ctx.viewer.subject,
          granted_at: ground.now,
        },
      ],
      audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)],
      outbox: [outboxRow("authority.granted", id, { authorityId: id })],
    },
    [outcomeOf(ctx.viewer.subject, keyed, { authorityId: id })],
  );
  return authorityById(tx, id);
}

async function authorityById(tx: Tx, id: string): Promise<AuthorityType | null> {
  const [found] = await authoritiesSeen(tx, { ids: [id] });
  return found ? authorityView(found) : null;
}
