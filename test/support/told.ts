/** That acts have left their events: of every type on the list some test says so (test/contracts/events.test.ts). */
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
