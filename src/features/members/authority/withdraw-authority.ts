import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { authoritiesSeen, withdrawal } from "./authority.store.js";
import { AuthorityType, authorityView } from "./authority.type.js";

@InputType({ description: "Takes an authority back." })
export class WithdrawAuthorityInput {
  @Field(() => ID, { description: "The authority." })
  authorityId!: string;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType({ description: "The authority, withdrawn, or every reason why not." })
export class WithdrawAuthorityPayload {
  @Field(() => AuthorityType, { nullable: true, description: "The authority, which opens nothing any more; null when it was refused." })
  authority!: AuthorityType | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
}

@Resolver()
export class WithdrawAuthority {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Mutation(() => WithdrawAuthorityPayload, {
    description: "Takes an authority back, at once and for good. The member does it alone; whom it named does not.",
  })
  async withdrawAuthority(
    @Arg("input", () => WithdrawAuthorityInput) input: WithdrawAuthorityInput,
    @Ctx() ctx: Context,
  ): Promise<WithdrawAuthorityPayload> {
    const id = idOf("Authority", input.authorityId, ["input", "authorityId"]);
    const { result, errors } = await runMutation(ctx, { operation: "withdrawAuthority", keyed: null, work: (tx) => withdraw(ctx, tx, id) });
    return { authority: result, errors: userErrors(errors) };
  }
}

async function withdraw(ctx: Context, tx: Tx, id: string): Promise<AuthorityType | null> {
  const [found] = await authoritiesSeen(tx, { ids: [id] });
  if (!found) throw new Refused([UNKNOWN_AUTHORITY]);
  if (found.authority.withdrawnAt !== null) throw new Refused([WITHDRAWN]);
  const audited = { operation: "withdrawAuthority", memberId: found.authority.memberId, object: "Authority", objectId: id } as const;
  const written = await write(
    tx,
    {
      audit_event: [auditRow(ctx.viewer, ctx.traceId, { ...audited, outcome: "ALLOWED" })],
      outbox: [outboxRow("authority.withdrawn", id, { authorityId: id })],
    },
    [withdrawal(id, ctx.viewer.subject)],
  );
  // a representative sees that it stands and may not end it
  if (written["withdraw_authority"] !== 1) throw new Refused([UNKNOWN_AUTHORITY]);
  const [after] = await authoritiesSeen(tx, { ids: [id] });
  return after ? authorityView(after) : null;
}

const WITHDRAWN = refusal("AUTHORITY_WITHDRAWN", "This authority has been withdrawn already.", {
  path: ["input", "authorityId"],
  remedy: "Nothing needs to be done: it opens nothing any more.",
});
const UNKNOWN_AUTHORITY = refusal("NOT_FOUND", "There is no such authority that you could withdraw.", {
  path: ["input", "authorityId"],
  remedy: "Take an id from `authorities`.",
});
