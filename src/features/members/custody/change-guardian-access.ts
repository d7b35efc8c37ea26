import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { auditRow } from "../../../platform/trail/audit.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { statement } from "../../../platform/postgres/statement.js";
import { change, write } from "../../../platform/postgres/write.js";
import { whyAccessStays } from "./custody.js";
import { guardiansOfViewer, lockOwnGuardianship } from "./custody.store.js";
import { GuardianType, guardianView } from "./custody.type.js";
import { GuardianChoiceEnum } from "../member-enums.type.js";
import type { GuardianChoice } from "../member-words.js";

@InputType({ description: "Closes your cover to a guardian, or opens it again." })
export class ChangeGuardianAccessInput {
  @Field(() => ID, { description: "The guardian, as `guardians` lists them." })
  guardianId!: string;
  @Field(() => GuardianChoiceEnum, { description: "What they see of you from now on." })
  access!: GuardianChoice;
}

@visibleTo("MEMBER")
@ObjectType({ description: "The guardian with what they see from now on, or every reason why not." })
export class ChangeGuardianAccessPayload {
  @Field(() => GuardianType, { nullable: true, description: "The guardian; null when it was refused." })
  guardian!: GuardianType | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
}

@Resolver()
export class ChangeGuardianAccess {
  @visibleTo("MEMBER")
  @Mutation(() => ChangeGuardianAccessPayload, {
    description:
      "From the 15th birthday on: closes your cover to one guardian, or gives it back. Your case is closed to them in any event. It holds from their next request on.",
  })
  async changeGuardianAccess(
    @Arg("input", () => ChangeGuardianAccessInput) input: ChangeGuardianAccessInput,
    @Ctx() ctx: Context,
  ): Promise<ChangeGuardianAccessPayload> {
    const guardianId = idOf("Member", input.guardianId, ["input", "guardianId"]);
    const { result, errors } = await runMutation(ctx, {
      operation: "changeGuardianAccess",
      keyed: null,
      work: (tx) => changeAccess(ctx, tx, guardianId, input.access),
    });
    return { guardian: result, errors: userErrors(errors) };
  }
}

const CHANGE_ACCESS = statement(
  "change_access",
  `update guardianship set restricted_at = case when $3 = 'NONE' then coalesce(restricted_at, clock_now()) end
   where child_id = $1 and guardian_id = $2`,
);

async function changeAccess(ctx: Context, tx: Tx, guardianId: string, access: GuardianChoice): Promise<GuardianType | null> {
  const self = ctx.viewer.memberIds[0] ?? "";
  const file = await lockOwnGuardianship(tx, self, guardianId);
  const known = (await guardiansOfViewer(tx)).some((row) => row.member_id === guardianId);
  if (!file || !known) throw new Refused([NO_GUARDIAN]);
  const reasons = whyAccessStays(file.birth_date, file.today);
  if (reasons.length > 0) throw new Refused(reasons);
  await write(
    tx,
    {
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation: "changeGuardianAccess",
          memberId: self,
          object: "Member",
          objectId: guardianId,
          fields: [access],
          outcome: "ALLOWED",
        }),
      ],
    },
    [change(CHANGE_ACCESS.with(self, guardianId, access))],
  );
  const changed = (await guardiansOfViewer(tx)).find((row) => row.member_id === guardianId);
  return changed ? guardianView(changed) : null;
}

const NO_GUARDIAN = refusal("NOT_FOUND", "There is no such guardian.", {
  path: ["input", "guardianId"],
  remedy: "Take an id from `guardians`.",
});
