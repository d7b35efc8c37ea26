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
import { isUnderCustody } from "./custody.js";
import { lockCustody } from "./custody.store.js";
import { CustodyType, custodyView } from "./custody.type.js";
import { CustodyAnswerEnum } from "../member-enums.type.js";
import type { CustodyAnswer } from "../member-words.js";

@InputType({ description: "What the civil register says today about custody of a child." })
export class RecordCustodyInput {
  @Field(() => ID, { description: "The child." })
  memberId!: string;
  @Field(() => ID, { description: "The adult." })
  guardianId!: string;
  @Field(() => CustodyAnswerEnum, { description: "What the register says today." })
  custody!: CustodyAnswer;
}

@visibleTo("HEALTH_TEAM", "INTEGRATION")
@ObjectType({ description: "The custody as recorded, or every reason why not." })
export class RecordCustodyPayload {
  @Field(() => CustodyType, { nullable: true, description: "The custody; null when it was refused." })
  custody!: CustodyType | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
}

@Resolver()
export class RecordCustody {
  @visibleTo("HEALTH_TEAM", "INTEGRATION")
  @Mutation(() => RecordCustodyPayload, {
    description:
      "Records what the civil register answers about custody. An answer counts for 30 days; after that the adult no longer acts for the child, until it is asked again.",
  })
  async recordCustody(
    @Arg("input", () => RecordCustodyInput) input: RecordCustodyInput,
    @Ctx() ctx: Context,
  ): Promise<RecordCustodyPayload> {
    const childId = idOf("Member", input.memberId, ["input", "memberId"]);
    const guardianId = idOf("Member", input.guardianId, ["input", "guardianId"]);
    const { result, errors } = await runMutation(ctx, {
      operation: "recordCustody",
      keyed: null,
      work: (tx) => record(ctx, tx, { childId, guardianId, held: input.custody === "HELD" }),
    });
    return { custody: result, errors: userErrors(errors) };
  }
}

const RENEW = statement(
  "renew_custody",
  `update guardianship set checked_on = $3::date, ended_on = case when $4 then null else $3::date end
   where child_id = $1 and guardian_id = $2`,
);

type Answer = { readonly childId: string; readonly guardianId: string; readonly held: boolean };

async function record(ctx: Context, tx: Tx, { childId, guardianId, held }: Answer): Promise<CustodyType> {
  const file = await lockCustody(tx, childId, guardianId);
  if (!file) throw new Refused([NO_MEMBER]);
  const { birth_date: birthDate, checked_on: checkedOn, today } = file;
  const refusals = [...(childId === guardianId ? [OF_ONESELF] : []), ...(held && !isUnderCustody(birthDate, today) ? [OF_AGE] : [])];
  if (refusals.length > 0) throw new Refused(refusals);
  if (checkedOn === null && !held) throw new Refused([NO_MEMBER]);
  const audited = {
    operation: "recordCustody",
    memberId: childId,
    object: "Member",
    objectId: guardianId,
    fields: [held ? "HELD" : "ENDED"],
    outcome: "ALLOWED",
  } as const;
  const row = { guardian_id: guardianId, child_id: childId, checked_on: today };
  await write(
    tx,
    { guardianship: checkedOn === null ? [row] : [], audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)] },
    checkedOn === null ? [] : [change(RENEW.with(childId, guardianId, today, held))],
  );
  return custodyView({ childId, guardianId, checkedOn: today, ended: !held });
}

const NO_MEMBER = refusal("NOT_FOUND", "There is no such child and guardian.", { path: ["input", "memberId"], remedy: "Check both ids." });

const OF_ONESELF = refusal("CUSTODY_OF_ONESELF", "Nobody holds custody of themselves.", {
  path: ["input", "guardianId"],
  remedy: "Give the id of the adult.",
});

const OF_AGE = refusal("MEMBER_OF_AGE", "Nobody holds custody of a person of 18 or more.", {
  path: ["input", "memberId"],
  remedy: "An adult acts alone; somebody else needs an authorisation arranged through the health team.",
});
