/** That acts have left their events, in one test where it says so and of every type on the list in a whole run; and readings their lines. */
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

/** The topics of what acts of this name told others, in the order they did: an event bears the same number as its act's line in the trail. */
export async function toldBy(world: Pick<TestWorld, "rows">, operation: string): Promise<readonly string[]> {
  const told = await world.rows<{ topic: string }>(
    "select topic from outbox o where exists (select from audit_event a where a.written_in = o.written_in and a.operation = $1) order by seq",
    [operation],
  );
  return told.map(({ topic }) => topic);
}

/** Somebody has read this by now, and the audit trail says so. */
export async function expectOnRecord(world: Pick<TestWorld, "rows">, operation: string): Promise<void> {
  const [read] = await world.rows<{ n: number }>(
    "select count(*)::int as n from audit_event where operation = $1 and outcome = 'ALLOWED'",
    [operation],
  );
  expect(read?.n).toBeGreaterThan(0);
}
