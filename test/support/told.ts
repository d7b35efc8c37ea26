/** That acts have left their events: in one test where it says so, and of every type on the list in a whole run. */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { EVENT_TYPES, type Topic } from "../../src/features/events/types/index.js";
import type { TestWorld } from "./app.js";

/** The acts before this have told others so. */
export async function expectTold(world: Pick<TestWorld, "rows">, ...topics: readonly Topic[]): Promise<void> {
  const told = await world.rows<{ topic: string }>("select distinct topic from outbox where topic = any ($1)", [topics]);
  expect(told.map(({ topic }) => topic).sort()).toEqual([...topics].sort());
  // a test that empties tables between its acts shows here what its database does not hold at the end
  noteTold(topics);
}

/** One file for all files of a run, each of which has its own process. */
const notes = (): string => process.env["TEST_TOLD"] ?? "";

/** Keeps for the end of the run what the acts on one test database have told others. */
export function noteTold(topics: readonly string[]): void {
  if (notes() !== "" && topics.length > 0) appendFileSync(notes(), topics.map((topic) => `${topic}\n`).join(""));
}

/** Types of event that no act of any test has left so far. */
export function neverTold(): Topic[] {
  const told = new Set(existsSync(notes()) ? readFileSync(notes(), "utf8").split("\n") : []);
  return EVENT_TYPES.map(({ topic }) => topic).filter((topic) => !told.has(topic));
}
