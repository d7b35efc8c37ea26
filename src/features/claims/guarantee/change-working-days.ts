import { ArrayMaxSize, MaxLength, MinLength } from "class-validator";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { EXTRA_DAYS, type ExtraDay } from "../../../kernel/calendar.js";
import { present } from "../../../kernel/invariant.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { newId } from "../../../platform/random.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { workingDaySettings, type WorkingDaySetting } from "./working-days.store.js";
import { WorkingDaySettingType } from "./working-days.type.js";
import { lockKey } from "../../../platform/postgres/locks.js";
import { SwitchableDayEnum } from "../claim-enums.type.js";

@InputType({ description: "Changes which of the switchable days are working days (CAL-EXTRA-DAYS)." })
export class ChangeWorkingDaysInput {
  @ArrayMaxSize(EXTRA_DAYS.length)
  @Field(() => [SwitchableDayEnum], { description: "All days that are not working days; empty: every one of them is." })
  extraNonWorkingDays!: ExtraDay[];
  @Field(() => DateTime, { nullable: true, description: "From when on; now when left out. Claims received before keep their calendar." })
  validFrom?: Date | null;
  @MinLength(3)
  @MaxLength(300)
  @Field(() => String, { description: "Why, 3 to 300 characters." })
  reason!: string;
}

@visibleTo("HEALTH_TEAM")
@ObjectType({ description: "The setting, or every reason why not." })
export class ChangeWorkingDaysPayload {
  @Field(() => WorkingDaySettingType, { nullable: true, description: "The setting as it will apply; null when it was refused." })
  setting!: WorkingDaySetting | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
}

@Resolver()
export class ChangeWorkingDays {
  @visibleTo("HEALTH_TEAM")
  @Mutation(() => ChangeWorkingDaysPayload, {
    description: "Sets the calendar of guarantees for claims received from an instant on. Settings are kept; none is ever edited.",
  })
  async changeWorkingDays(
    @Arg("input", () => ChangeWorkingDaysInput) input: ChangeWorkingDaysInput,
    @Ctx() ctx: Context,
  ): Promise<ChangeWorkingDaysPayload> {
    const { result, errors } = await runMutation(ctx, {
      operation: "changeWorkingDays",
      keyed: null,
      work: (tx) => change(ctx, tx, input),
    });
    return { setting: result, errors: userErrors(errors) };
  }
}

/** One change at a time: of two in the same moment the second is told so, not stopped by the constraint. */
const TURN = statement(
  "working-days-turn",
  `select clock_now() as now
     from pg_advisory_xact_lock(${lockKey("workingDays")})`,
);

async function change(
  ctx: Context,
  tx: Tx,
  { extraNonWorkingDays, validFrom, reason }: ChangeWorkingDaysInput,
): Promise<WorkingDaySetting | null> {
  const [turn] = await tx.query(TURN.with());
  const { now } = present(turn, "a select from a function answers one row");
  const from = validFrom ?? now;
  if (from.getTime() < now.getTime()) throw new Refused([PAST]);
  if ((await workingDaySettings(tx)).some((setting) => setting.validFrom.getTime() === from.getTime())) throw new Refused([TAKEN]);
  const id = newId();
  await write(tx, {
    rule_setting: [
      {
        id,
        valid_from: from.toISOString(),
        settings: { extraNonWorkingDays: [...new Set(extraNonWorkingDays)] },
        reason,
        actor: ctx.viewer.subject,
      },
    ],
    audit_event: [
      auditRow(ctx.viewer, ctx.traceId, { operation: "changeWorkingDays", object: "WorkingDaySetting", objectId: id, outcome: "ALLOWED" }),
    ],
  });
  return (await workingDaySettings(tx)).find((setting) => setting.id === id) ?? null;
}

const path = ["input", "validFrom"];
const rule = { path, rule: "CAL-EXTRA-DAYS", clause: "product decision (no source)" };
const PAST = refusal("FACT_IMPOSSIBLE", "A calendar cannot change for claims that are here already.", {
  ...rule,
  remedy: "Give an instant from now on, or leave it out.",
});
const TAKEN = refusal("SETTING_EXISTS", "Another setting begins at that instant.", { ...rule, remedy: "Give another instant." });
