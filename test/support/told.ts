/** That acts have left their events: of every type on the list some test says so (test/contracts/events.test.ts). */
import type { Topic } from "../../src/features/events/types/index.js";
import type { TestWorld } from "./app.js";

/** The acts before this have told others so. */
export async function expectTold(world: Pick<TestWorld, "rows">, ...topics: readonly Topic[]): Promise<void> {
  const told = await world.rows<{ topic: string }>("select distinct topic from outbox where topic = any ($1)", [topics]);
  expect(told.map(({ topic }) => topic).sort()).toEqual([...topics].sort());
}
