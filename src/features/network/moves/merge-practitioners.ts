import { MaxLength, MinLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { invariant, present } from "../../../kernel/invariant.js";
import { Refused } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { periodText } from "../credentials/credential.js";
import { proposalRow } from "../proposals/proposal.js";
import { goOnAsProduct } from "../proposals/proposal.store.js";
import type { FieldChange } from "../register/plan-lines.js";
import { mergeRefusals, moving, type MergeGround } from "./merge.js";
import { mergeGround, whatGoes, type MergeContent } from "./merge.store.js";

@InputType({ description: "Proposes that two records of one practitioner become one." })
export class MergePractitionersInput extends LongKeyedInput {
  @Field(() => ID, { description: "The record that is emptied. It stays, says where it went, and takes no line of a file any more." })
  duplicateId!: string;
  @Field(() => ID, { description: "The record that is kept, with its name, its key and its authorisation number." })
  keptId!: string;
  @MinLength(3)
  @MaxLength(300)
  @Field(() => String, { description: "Where it is known from that they are the same person, 3 to 300 characters." })
  source!: string;
}

@visibleTo("NETWORK_MANAGER")
@ObjectType({ description: "What waits for a second person now, or every reason why not." })
export class MergePractitionersPayload extends ActPayload {
  @relation("Proposal", { nullable: true, description: "The proposal; null when it was refused." })
  proposal!: Ref | null;
}

@Resolver()
export class MergePractitioners {
  @visibleTo("NETWORK_MANAGER")
  @Mutation(() => MergePractitionersPayload, {
    description:
      "Proposes that two records of one practitioner become one: clinics, openings, schedules, calendars, appointments past and to come, designations, and authorisations that say something new go over. Another person agrees. Refused with every reason while something of the two conflicts.",
  })
  async mergePractitioners(
    @Arg("input", () => MergePractitionersInput) input: MergePractitionersInput,
    @Ctx() ctx: Context,
  ): Promise<MergePractitionersPayload> {
    const content: MergeContent = {
      duplicateId: idOf("Practitioner", input.duplicateId, ["input", "duplicateId"]),
      keptId: idOf("Practitioner", input.keptId, ["input", "keptId"]),
    };
    const keyed = { operation: "mergePractitioners", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "mergePractitioners",
      // schedules and calendars are the clinics' own business: whether they conflict is told, not what they say
      rights: "WORKER",
      keyed,
      work: async (tx) => {
        invariant(await goOnAsProduct(tx), "only a network manager merges practitioners");
        return propose(ctx, tx, content, input.source, keyed);
      },
      replay: (_, stored) => Promise.resolve((stored as { proposalId: string }).proposalId),
    });
    return { proposal: refOrNull("Proposal", result), errors: userErrors(errors), replayed };
  }
}

async function propose(ctx: Context, tx: Tx, content: MergeContent, source: string, keyed: IdempotencyKey): Promise<string> {
  const { duplicate, kept, ground } = await mergeable(tx, content);
  const row = proposalRow(ctx.viewer, {
    kind: "MERGE_PRACTITIONERS",
    content,
    says: `${duplicate.name} (${duplicate.authorisationId}) becomes ${kept.name} (${kept.authorisationId})`,
    changes: await changesOf(tx, ground),
    source,
  });
  const audited = { operation: "mergePractitioners", object: "Proposal", objectId: row.id, outcome: "ALLOWED" } as const;
  await write(tx, { proposal: [row], audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)] }, [
    outcomeOf(ctx.viewer.subject, keyed, { proposalId: row.id }),
  ]);
  return row.id;
}

/** Asked when it is proposed, and again when it is carried out. */
export async function mergeable(tx: Tx, content: MergeContent) {
  const ground = await mergeGround(tx, content);
  const refusals = mergeRefusals(ground);
  if (refusals.length > 0) throw new Refused(refusals);
  const one = (record: MergeGround["kept"]) => present(record, "two that may be merged are there");
  return { ground, duplicate: one(ground.duplicate), kept: one(ground.kept) };
}

async function changesOf(tx: Tx, { duplicate, kept }: MergeGround): Promise<FieldChange[]> {
  if (!duplicate || !kept) return [];
  const counts = await whatGoes(tx, duplicate.id);
  return [
    ...Object.entries(counts).map(([field, count]) => ({ field, before: duplicate.name, after: `${count} go over to ${kept.name}` })),
    ...moving(duplicate, kept).map((held) => ({ field: held.kind, before: null, after: periodText(held) })),
  ];
}
