import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { at, dayIn, newTestId, type MadeClinic, type MadeMember } from "../support/make.js";
import { HOLD_SLOT } from "../support/documents.js";

/** Two gateways on one database, which alone decides between them. */
let t: TestApp;
let other: TestApp;
let clinic: MadeClinic;
beforeAll(async () => {
  t = await startApp();
  other = await t.another();
  clinic = await t.make.clinic();
});
afterAll(async () => {
  await other.stop();
  await t.stop();
});

type Ending = "HELD" | "REFUSED" | "NOT_DONE";
const hold = async (ask: Asker, claimId: string, slotId: string): Promise<Ending> => {
  const { data } = await ask(HOLD_SLOT, {
    input: { idempotencyKey: randomUUID(), claimId: globalId("Claim", claimId), slotId: globalId("Slot", slotId) },
  });
  return data?.holdSlot?.hold ? "HELD" : data?.holdSlot ? "REFUSED" : "NOT_DONE";
};
const count = (endings: readonly Ending[], of: Ending): number => endings.filter((e) => e === of).length;
const live = (column: string, id: string) =>
  t.rows(`select id from hold where ${column} = $1 and state = 'PENDING' and expires_at > clock_now()`, [id]);
const slotAt = (n: number) => t.make.slot(clinic, { startsAt: new Date(at(dayIn(4), "06:00").getTime() + n * 300_000), minutes: 5 });

test("of 200 attempts by one member at once at most two are live, over two gateways", async () => {
  const member = await t.make.member();
  const claims = await Promise.all(Array.from({ length: 10 }, () => t.make.claim(member)));
  const slots: { id: string }[] = [];
  for (let n = 0; n < 20; n += 1) slots.push(await slotAt(n));
  const asks = [t.asMember(member), other.asMember(member)];
  const endings = await Promise.all(Array.from({ length: 200 }, (_, n) => hold(asks[n % 2]!, claims[n % 10]!.id, slots[n % 20]!.id)));
  expect(count(endings, "HELD")).toBe(2);
  expect(await live("member_id", member.id)).toHaveLength(2);
});

test("a family that tries all at once has three live holds", async () => {
  const familyId = newTestId();
  const members = await Promise.all([1, 2, 3].map(() => t.make.member({ familyId })));
  const wants: { member: MadeMember; claimId: string; slotId: string }[] = [];
  for (const [m, member] of members.entries())
    for (let n = 0; n < 4; n += 1)
      wants.push({ member, claimId: (await t.make.claim(member)).id, slotId: (await slotAt(30 + m * 4 + n)).id });
  const endings = await Promise.all(
    wants.map(({ member, claimId, slotId }, n) => hold((n % 2 ? t : other).asMember(member), claimId, slotId)),
  );
  expect(count(endings, "HELD")).toBe(3);
  expect(await live("family_id", familyId)).toHaveLength(3);
});

test("of 100 members on the one unit of a slot exactly one holds it", async () => {
  const slot = await slotAt(60);
  const people: { ask: Asker; claimId: string }[] = [];
  for (let n = 0; n < 100; n += 1) {
    const member = await t.make.member();
    people.push({ ask: (n % 2 ? t : other).asMember(member), claimId: (await t.make.claim(member)).id });
  }
  const endings = await Promise.all(people.map(({ ask, claimId }) => hold(ask, claimId, slot.id)));
  expect(count(endings, "HELD")).toBe(1);
  expect(await live("slot_id", slot.id)).toHaveLength(1);
});
