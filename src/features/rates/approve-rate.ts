import { statement } from "../../platform/postgres/statement.js";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from "type-graphql";
import type { AgreedRate } from "../../../schema/rows.js";
import { runMutation } from "../../gateway/api/run-operation.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { LongKeyedInput } from "../../vocabulary/act.type.js";
import { refusal, Refused, type Refusal } from "../../kernel/refusal.js";
import { auditRow } from "../../platform/trail/audit.js";
import { classify } from "../../platform/postgres/database-errors.js";
import { outcomeOf, type IdempotencyKey } from "../../platform/idempotency.js";
import { outboxRow } from "../../platform/trail/outbox.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import { change, write } from "../../platform/postgres/write.js";
import { ratePayload, RatePayload } from "./propose-rate.js";
import { fitAmong, fourEyes, rateInPast, rateOverlap } from "./rate.js";
import { approvedBeside, rateById, rateToDecide } from "./rate.store.js";

@InputType({ description: "Approves a proposed rate." })
export class ApproveRateInput extends LongKeyedInput {
  @Field(() => ID, { description: "The proposed rate." })
  id!: string;
  @Field(() => Int, { nullable: true, description: "Version that was looked at; refused when it has changed since." })
  expectedVersion?: number | null;
}

@Resolver()
export class ApproveRate {
  @visibleTo("NETWORK_MANAGER")
  @Mutation(() => RatePayload, {
    description:
      "Lets a proposed rate apply. Not by the person who proposed it. An open-ended rate before it ends on the day it begins; any other overlap is refused.",
  })
  async approveRate(@Arg("input", () => ApproveRateInput) input: ApproveRateInput, @Ctx() ctx: Context): Promise<RatePayload> {
    const id = idOf("AgreedRate", input.id, ["input", "id"]);
    const keyed = { operation: "approveRate", key: input.idempotencyKey, input, keepHours: 720 };
    return ratePayload(
      await runMutation(ctx, {
        operation: "approveRate",
        keyed,
        work: (tx) => approve(ctx, tx, id, input.expectedVersion ?? null, keyed),
        replay: (tx) => rateById(tx, id),
      }),
    );
  }
}

/** The rate, locked and still to be decided by this viewer; refused otherwise. */
export async function undecidedRate(
  ctx: Context,
  tx: Tx,
  id: string,
  expectedVersion: number | null,
): Promise<{ rate: AgreedRate; today: string }> {
  const found = await rateToDecide(tx, id);
  if (!found) throw new Refused([refusal("NOT_FOUND", "There is no such rate.", { path: ["input", "id"], remedy: "Check the id." })]);
  const refusals: Refusal[] = [];
  if (found.rate.state !== "PROPOSED") {
    refusals.push(
      refusal("RATE_DECIDED", "This rate has been decided already.", { path: ["input", "id"], remedy: "Propose a new rate to follow it." }),
    );
  } else if (found.rate.proposedBy === ctx.viewer.subject) refusals.push(fourEyes("a proposal"));
  if (expectedVersion !== null && expectedVersion !== found.rate.version) {
    refusals.push(
      refusal("VERSION_CHANGED", "The rate has changed since it was looked at.", {
        path: ["input", "expectedVersion"],
        remedy: "Read it again and decide on what it says now.",
      }),
    );
  }
  if (refusals.length > 0) throw new Refused(refusals);
  return found;
}

const CLOSE_RATE = statement(
  "rate-close",
  `update agreed_rate set valid_until = $2, version = version + 1
   where id = $1`,
);
const APPROVE_RATE = statement(
  "approve_rate",
  `update agreed_rate set state = 'APPROVED', approved_by = $2, approved_at = clock_now(), version = version + 1
   where id = $1 and state = 'PROPOSED'`,
);

async function approve(
  ctx: Context,
  tx: Tx,
  id: string,
  expectedVersion: number | null,
  keyed: IdempotencyKey,
): Promise<AgreedRate | null> {
  const { rate, today } = await undecidedRate(ctx, tx, id, expectedVersion);
  if (rate.validFrom < today && !rate.retroactive) throw new Refused([rateInPast(["input", "id"])]);
  const fit = fitAmong(await approvedBeside(tx, rate), rate.validFrom, rate.validUntil);
  if (fit.kind === "OVERLAPS") throw new Refused([rateOverlap(fit.period)]);
  if (fit.kind === "CLOSES") {
    // before the approval, because the exclusion constraint is checked statement by statement
    await tx.query(CLOSE_RATE.with(fit.predecessorId, rate.validFrom));
  }
  await refusingOverlap(
    write(
      tx,
      {
        audit_event: [
          auditRow(ctx.viewer, ctx.traceId, { operation: "approveRate", object: "AgreedRate", objectId: id, outcome: "ALLOWED" }),
        ],
        outbox: [outboxRow("rate.approved", id, { rateId: id, clinicId: rate.clinicId, providerId: rate.providerId })],
      },
      [change(APPROVE_RATE.with(id, ctx.viewer.subject)), outcomeOf(ctx.viewer.subject, keyed, { rateId: id })],
    ),
  );
  return rateById(tx, id);
}

/** Two approvals at once both see the period free; the constraint lets one through and the other gets the usual refusal. */
async function refusingOverlap<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (classify(error).constraint === "approved_rates_never_overlap") throw new Refused([rateOverlap(null)]);
    throw error;
  }
}
