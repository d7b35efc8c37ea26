import { ArrayMaxSize, ArrayMinSize, MaxLength, MinLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { refusal, Refused, type Refusal } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { proposalRow } from "../proposals/proposal.js";
import { moveGround, type MoveContent } from "./move.store.js";

@InputType({ description: "Proposes that clinics go over to another company: a sale, a successor, or two companies that become one." })
export class MoveClinicsInput extends LongKeyedInput {
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @Field(() => [ID], { description: "The clinics, 1 to 100." })
  clinicIds!: string[];
  @Field(() => ID, { description: "The company they go over to; it has an agreement of its own." })
  organisationId!: string;
  @Field(() => Boolean, {
    defaultValue: false,
    description: "True: a company that is left without clinics ends, and this one is its successor.",
  })
  endsPredecessor!: boolean;
  @MinLength(3)
  @MaxLength(300)
  @Field(() => String, { description: "Where it is known from, 3 to 300 characters." })
  source!: string;
}

@visibleTo("NETWORK_MANAGER")
@ObjectType({ description: "What waits for a second person now, or every reason why not." })
export class MoveClinicsPayload extends ActPayload {
  @relation("Proposal", { nullable: true, description: "The proposal; null when it was refused." })
  proposal!: Ref | null;
}

@Resolver()
export class MoveClinics {
  @visibleTo("NETWORK_MANAGER")
  @Mutation(() => MoveClinicsPayload, {
    description:
      "Proposes that clinics go over to another company, with openings, rates and coming appointments: what was treated before is paid to the old one, what comes to the new one. Another person agrees.",
  })
  async moveClinics(@Arg("input", () => MoveClinicsInput) input: MoveClinicsInput, @Ctx() ctx: Context): Promise<MoveClinicsPayload> {
    const toProviderId = idOf("Organisation", input.organisationId, ["input", "organisationId"]);
    const clinicIds = [...new Set(input.clinicIds.map((id) => idOf("Clinic", id, ["input", "clinicIds"])))];
    const content: MoveContent = { clinicIds, toProviderId, endsPredecessor: input.endsPredecessor };
    const keyed = { operation: "moveClinics", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "moveClinics",
      keyed,
      work: (tx) => propose(ctx, tx, content, input.source, keyed),
      replay: (_, stored) => Promise.resolve((stored as { proposalId: string }).proposalId),
    });
    return { proposal: refOrNull("Proposal", result), errors: userErrors(errors), replayed };
  }
}

async function propose(ctx: Context, tx: Tx, content: MoveContent, source: string, keyed: IdempotencyKey): Promise<string> {
  const { refusals, clinics, to } = await moveRefusals(tx, content);
  if (refusals.length > 0) throw new Refused(refusals);
  const row = proposalRow(ctx.viewer, {
    kind: "MOVE_CLINICS",
    content,
    says: `${clinics.length} clinics go over to ${to ?? ""}`,
    changes: clinics.map(({ name, owner }) => ({ field: `company of ${name}`, before: owner, after: to })),
    source,
  });
  const audited = { operation: "moveClinics", object: "Proposal", objectId: row.id, outcome: "ALLOWED" } as const;
  await write(tx, { proposal: [row], audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)] }, [
    outcomeOf(ctx.viewer.subject, keyed, { proposalId: row.id }),
  ]);
  return row.id;
}

/** Asked when it is proposed, and again when it is carried out. */
export async function moveRefusals(tx: Tx, { clinicIds, toProviderId }: MoveContent) {
  const ground = await moveGround(tx, clinicIds, toProviderId);
  const clinics = ground?.clinics ?? [];
  const refusals: Refusal[] = [];
  if (ground?.to == null)
    refusals.push(refusal("NOT_FOUND", "There is no such company.", { path: ["input", "organisationId"], remedy: "Check the id." }));
  else if (!ground.agreed)
    refusals.push(
      refusal("AGREEMENT_NOT_IN_FORCE", "The company has no agreement today, so nothing of it can be booked.", {
        path: ["input", "organisationId"],
        rule: "PRV-NETWORK-DEF",
        clause: "insurance conditions 2025, section 1 Definitions",
        remedy: "Have its agreement approved first.",
      }),
    );
  if (clinics.length < clinicIds.length)
    refusals.push(refusal("NOT_FOUND", "One of the clinics does not exist.", { path: ["input", "clinicIds"], remedy: "Check the ids." }));
  if (clinics.some(({ providerId }) => providerId === toProviderId))
    refusals.push(
      refusal("SAME_ORGANISATION", "One of the clinics belongs to that company already.", {
        path: ["input", "clinicIds"],
        remedy: "Leave it out.",
      }),
    );
  return { refusals, clinics, to: ground?.to ?? null };
}
