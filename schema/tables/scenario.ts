import { sql } from "drizzle-orm";
import { check, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { AskedScenario } from "../../src/features/promise/what-if/scenario.js";
import { id, instant } from "../columns.js";

/** What a network manager wants to ask again: a change beside today, kept by name. Nothing of what it answered is kept. */
export const keptScenario = pgTable(
  "kept_scenario",
  {
    id: id(),
    name: text().notNull(),
    scenario: jsonb().$type<AskedScenario>().notNull(),
    keptBy: text("kept_by").notNull(),
    keptAt: instant("kept_at")
      .notNull()
      .default(sql`clock_now()`),
    /** No longer kept, or replaced by another of the same name. */
    droppedAt: instant("dropped_at"),
  },
  (t) => [
    uniqueIndex("kept_scenario_has_a_name_of_its_own")
      .on(t.name)
      .where(sql`${t.droppedAt} is null`),
    check("kept_scenario_has_a_name", sql`length(${t.name}) between 1 and 60`),
  ],
);
