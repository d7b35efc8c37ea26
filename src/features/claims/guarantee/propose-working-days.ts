import { ArrayMaxSize, MaxLength, MinLength } from "class-validator";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import { EXTRA_DAYS, type ExtraDay } from "../../../kernel/calendar.js";
import { Refused } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { proposalRow } from "../../network/proposals/proposal.js";
import { SwitchableDayEnum } from "../claim-enums.type.js";
import { workingDayRefusals, type WorkingDaysContent } from "./carry-out-working-days.js";
import { workingDaySettings } from "./working-days.store.js";

@InputType({ description: "Proposes which of the switchable days are working days (CAL-EXTRA-DAYS)." })
export class ProposeWorkingDaysInput extends LongKeyedInput {
  @ArrayMaxSize(EXTRA_DAYS.length)
  @Field(() => [SwitchableDayEnum], { description: "All days that are not working days; empty: every one of them is." })
  extraNonWorkingDays!: ExtraDay[];
  @Field(() => DateTime, {
    nullable: true,
    description: "From when on; left out, from when it is agreed to. Claims received before keep their calendar.",
  })
  validFrom?: Date | null;
  @MinLength(3)
  @MaxLength(300)
  @Field(() => String, { description: "Where it is decided, 3 to 300 characters." })
  source!: string;
}

@visibleTo("NETWORK_MANAGER")
@ObjectType({ description: "What waits for a second person now, or every reason why not." })
export class ProposeWorkingDaysPayload extends ActPayload {
  @relation("Proposal", { nullable: true, description: "The proposal; null when it was refused." })
  proposal!: Ref | null;
}

@Resolver()
export class ProposeWorkingDays {
  @visibleTo("NETWORK_MANAGER")
  @Mutation(() => ProposeWorkingDaysPayload, {
    description:
      "Proposes the calendar of guarantees for claims received from an instant on. Another person agrees. Settings are kept by version; none is ever edited.",
  })
  async proposeWorkingDays(
    @Arg("input", () => ProposeWorkingDaysInput) input: ProposeWorkingDaysInput,
    @Ctx() ctx: Context,
  ): Promise<ProposeWorkingDaysPayload> {
    const keyed = { operation: "proposeWorkingDays", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "proposeWorkingDays",
      keyed,
      work: (tx) => propose(ctx, tx, input, keyed),
      replay: (_, stored) => Promise.resolve((stored as { proposalId: string }).proposalId),
    });
    return { proposal: refOrNull("Proposal", result), errors: userErrors(errors), replayed };
  }
}

async function propose(ctx: Context, tx: Tx, input: ProposeWorkingDaysInput, keyed: IdempotencyKey): Promise<string> {
  const days = [...new Set(input.extraNonWorkingDays)];
  const validFrom = input.validFrom ?? null;
  const refusals = await workingDayRefusals(tx, validFrom, ["input", "validFrom"]);
  if (refusals.length > 0) throw new Refused(refusals);
  const standing = (await workingDaySettings(tx)).find((each) => validFrom === null || each.validFrom.getTime() <= validFrom.getTime());
  const from = validFrom?.toISOString() ?? null;
  const content: WorkingDaysContent = { validFrom: from, extraNonWorkingDays: days };
  const row = proposalRow(ctx.viewer, {
    kind: "WORKING_DAYS",
    content,
    says: `Days that are no working days from ${from ?? "when it is agreed to"}`,
    changes: [
      { field: "extraNonWorkingDays", before: standing?.extraNonWorkingDays.join(", ") || "none", after: days.join(", ") || "none" },
    ],
    source: input.source,
  });
  const audited = { operation: "proposeWorkingDays", object: "Proposal", objectId: row.id, outcome: "ALLOWED" } as const;
  await write(tx, { proposal: [row], audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)] }, [
    outcomeOf(ctx.viewer.subject, keyed, { proposalId: row.id }),
  ]);
  return row.id;
}
