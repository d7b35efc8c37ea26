import { check, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { MONTH_ACT_WORDS, MONTH_ACT_STATE_WORDS, REOPENING_WORDS } from "../../src/features/ledger/ledger-words.js";
import { valuesOf } from "../../src/kernel/worded.js";
import { day, id, instant } from "../columns.js";

/**
 * Months of the book that were closed and reopened: asked for by one person, done by another. Months are closed in their order and
 * reopened in the opposite one, so the latest act that was done says which is the first open day (function book_opens_on).
 */
export const accountingAct = pgTable(
  "accounting_act",
  {
    id: id(),
    /** First day of the month. */
    month: day("month").notNull(),
    act: text({ enum: valuesOf(MONTH_ACT_WORDS) }).notNull(),
    /** Why it is reopened; null where it is closed. */
    reason: text({ enum: valuesOf(REOPENING_WORDS) }),
    state: text({ enum: valuesOf(MONTH_ACT_STATE_WORDS) })
      .notNull()
      .default("ASKED"),
    askedBy: text("asked_by").notNull(),
    askedAt: instant("asked_at")
      .notNull()
      .default(sql`clock_now()`),
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    check("month_begins_on_its_first", sql`extract(day from ${t.month}) = 1`),
    check("month_act_is_known", sql`${t.act} in ('CLOSE','REOPEN')`),
    check("month_act_state_is_known", sql`${t.state} in ('ASKED','DONE','REFUSED')`),
    check("month_is_reopened_for_a_reason", sql`(${t.act} = 'REOPEN') = (${t.reason} is not null)`),
    check("month_act_has_four_eyes", sql`${t.state} <> 'DONE' or ${t.decidedBy} <> ${t.askedBy}`),
    uniqueIndex("month_act_is_one_at_a_time")
      .on(t.state)
      .where(sql`state = 'ASKED'`),
  ],
);
