/** That acts have left their events, of which every type on the list is shown by some test (test/contracts/events.test.ts), and readings their lines. */
import type { Topic } from "../../src/features/events/types/index.js";
import type { TestWorld } from "./app.js";

/** The acts before this have told others so. */
export async function expectTold(world: Pick<TestWorld, "rows">, ...topics: readonly Topic[]): Promise<void> {
  const told = await world.rows<{ topic: string }>("select distinct topic from outbox where topic = any ($1)", [topics]);
  expect(told.map(({ topic }) => topic).sort()).toEqual([...topics].sort());
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
