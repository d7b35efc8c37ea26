import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { runMutation, type MutationOutcome } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { invariant } from "../../../kernel/invariant.js";
import { refusal, Refused, type Refusal } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, write } from "../../../platform/postgres/write.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { fourEyes } from "../../rates/rate.js";
import { VERSION_CHANGED } from "../register/save-part.js";
import { CARRY_OUT } from "./carry-out.js";
import { DECIDE, goOnAsProduct, proposalsById, proposalToDecide, type ProposalRow, type ProposalToDecide } from "./proposal.store.js";
import { ProposalType, proposalView } from "./proposal.type.js";

@InputType({ description: "Decides on a proposal." })
export class DecideProposalInput extends LongKeyedInput {
  @Field(() => ID, { description: "The proposal." })
  id!: string;
  @Field(() => Int, { nullable: true, description: "Version that was looked at; refused when it has changed since." })
  expectedVersion?: number | null;
}

@visibleTo("NETWORK_MANAGER")
@ObjectType({ description: "The proposal as it now stands, or every reason why not." })
export class DecideProposalPayload extends ActPayload {
  @Field(() => ProposalType, { nullable: true, description: "The proposal; null when it was refused." })
  proposal!: ProposalType | null;
}

export function proposalPayload({ result, errors, replayed }: MutationOutcome<ProposalRow | null>): DecideProposalPayload {
  return { proposal: result && proposalView(result), errors: userErrors(errors), replayed };
}

type Decision = "APPROVED" | "REJECTED";

export function decide(
  ctx: Context,
  operation: string,
  decision: Decision,
  input: DecideProposalInput,
): Promise<MutationOutcome<ProposalRow | null>> {
  const id = idOf("Proposal", input.id, ["input", "id"]);
  const keyed = { operation, key: input.idempotencyKey, input, keepHours: 720 };
  return runMutation(ctx, {
    operation,
    keyed,
    rights: "WORKER",
    work: async (tx) => {
      const proposal = await undecided(ctx, tx, id, input.expectedVersion ?? null);
      invariant(await goOnAsProduct(tx), "only a network manager decides on proposals");
      if (decision === "APPROVED") await CARRY_OUT[proposal.kind](ctx, tx, proposal);
      await record(ctx, tx, { operation, id, kind: proposal.kind, decision, keyed });
      return shown(tx, id);
    },
    replay: (tx) => shown(tx, id),
  });
}

type Recorded = {
  readonly operation: string;
  readonly id: string;
  readonly kind: string;
  readonly decision: Decision;
  readonly keyed: IdempotencyKey;
};

async function record(ctx: Context, tx: Tx, { operation, id, kind, decision, keyed }: Recorded): Promise<void> {
  const audited = { operation, object: "Proposal", objectId: id, fields: [kind], outcome: "ALLOWED" } as const;
  await write(
    tx,
    {
      audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)],
      outbox: [outboxRow(decision === "APPROVED" ? "proposal.approved" : "proposal.rejected", id, { proposalId: id, kind })],
    },
    [change(DECIDE.with(id, decision, ctx.viewer.subject), 1), outcomeOf(ctx.viewer.subject, keyed, { proposalId: id })],
  );
}

async function undecided(ctx: Context, tx: Tx, id: string, expectedVersion: number | null): Promise<ProposalToDecide> {
  const found = await proposalToDecide(tx, id);
  if (!found) throw new Refused([refusal("NOT_FOUND", "There is no such proposal.", { path: ["input", "id"], remedy: "Check the id." })]);
  const refusals: Refusal[] = [];
  if (found.state !== "PROPOSED")
    refusals.push(
      refusal("PROPOSAL_DECIDED", "This proposal has been decided already.", { path: ["input", "id"], remedy: "Propose it again." }),
    );
  else if (found.proposedBy === ctx.viewer.subject) refusals.push(fourEyes("a proposal"));
  if (expectedVersion !== null && expectedVersion !== found.version) refusals.push(VERSION_CHANGED);
  if (refusals.length > 0) throw new Refused(refusals);
  return found;
}

async function shown(tx: Tx, id: string): Promise<ProposalRow | null> {
  return (await proposalsById(tx, [id]))[0] ?? null;
}
