/** What an approved proposal of working days does: the next version of the calendar, for claims received from its instant on. */
import type { Acting } from "../../../gateway/api/context.js";
import type { ExtraDay } from "../../../kernel/calendar.js";
import { present } from "../../../kernel/invariant.js";
import { refusal, Refused, type Refusal } from "../../../kernel/refusal.js";
import { lockKey } from "../../../platform/postgres/locks.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { newId } from "../../../platform/random.js";
import { workingDaySettings } from "./working-days.store.js";

/** What a proposal of kind WORKING_DAYS holds; an instant in RFC 3339, or null for when it is agreed to. */
export type WorkingDaysContent = { readonly validFrom: string | null; readonly extraNonWorkingDays: readonly ExtraDay[] };

type Approved = { readonly content: unknown; readonly source: string; readonly proposedBy: string };

/** One change at a time: of two in the same moment the second is told so, not stopped by the constraint. */
const TURN = statement(
  "working-days-turn",
  `select clock_now() as now
   from pg_advisory_xact_lock(${lockKey("workingDays")})`,
);

export async function carryOutWorkingDays(ctx: Acting, tx: Tx, { content, source, proposedBy }: Approved): Promise<void> {
  const { validFrom, extraNonWorkingDays } = content as WorkingDaysContent;
  const from = validFrom === null ? null : new Date(validFrom);
  const refusals = await workingDayRefusals(tx, from, ["input", "id"]);
  if (refusals.length > 0) throw new Refused(refusals);
  const { now } = present((await tx.query(TURN.with()))[0], "a select from a function answers one row");
  const version = 1 + Math.max(0, ...(await workingDaySettings(tx)).map((setting) => setting.version));
  await write(tx, {
    rule_setting: [
      {
        id: newId(),
        version,
        valid_from: (from ?? now).toISOString(),
        settings: { extraNonWorkingDays },
        source,
        proposed_by: proposedBy,
        approved_by: ctx.viewer.subject,
      },
    ],
  });
}

/** Asked when it is proposed, and again when it is carried out; `path` is the place of what was given. */
export async function workingDayRefusals(tx: Tx, from: Date | null, path: readonly string[]): Promise<Refusal[]> {
  const { now } = present((await tx.query(TURN.with()))[0], "a select from a function answers one row");
  const rule = { path, rule: "CAL-EXTRA-DAYS", clause: "product decision (no source)" };
  if (from === null) return [];
  if (from.getTime() < now.getTime())
    return [
      refusal("FACT_IMPOSSIBLE", "A calendar cannot change for claims that are here already.", {
        ...rule,
        remedy: "Give an instant from now on, or leave it out.",
      }),
    ];
  if ((await workingDaySettings(tx)).some((setting) => setting.validFrom.getTime() === from.getTime()))
    return [refusal("SETTING_EXISTS", "Another setting begins at that instant.", { ...rule, remedy: "Give another instant." })];
  return [];
}
