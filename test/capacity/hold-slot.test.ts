import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { fromNow, now } from "../support/clock.js";
import { at, dayIn, newTestId, type MadeClaim, type MadeClinic, type MadeMember, type MadeSlot } from "../support/make.js";
import { expectOnRecord } from "../support/told.js";

let t: TestApp;
let clinic: MadeClinic;
let minutes = 0;
beforeAll(async () => {
  t = await startApp();
  clinic = await t.make.clinic();
});
afterAll(() => t.stop());

const HOLD =
  "hold { id slot { id } practitioner { id } claim { id } service { code } state expiresAt renewalsLeft } errors { code path rule remedy retryable } replayed";
const hold = (ask: Asker, claim: { id: string }, slot: { id: string }, key: string = randomUUID()) =>
  ask(`mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { ${HOLD} } }`, {
    input: { idempotencyKey: key, claimId: globalId("Claim", claim.id), slotId: globalId("Slot", slot.id) },
  });
const change = (ask: Asker, verb: "renewHold" | "releaseHold", holdId: string, key: string = randomUUID()) =>
  ask(`mutation ($input: ${verb === "renewHold" ? "Renew" : "Release"}HoldInput!) { ${verb}(input: $input) { ${HOLD} } }`, {
    input: { idempotencyKey: key, holdId },
  });
const codes = (payload: any): string[] => payload.errors.map((e: any) => e.code);
/** A free time of its own, so that no test meets another's. */
const freeSlot = (more: object = {}): Promise<MadeSlot> =>
  t.make.slot(clinic, { startsAt: new Date(at(dayIn(3), "06:00").getTime() + (minutes += 5) * 60_000), minutes: 5, ...more });
const person = async (more: object = {}, claimRow: object = {}): Promise<{ member: MadeMember; claim: MadeClaim; ask: Asker }> => {
  const member = await t.make.member(more);
  return { member, claim: await t.make.claim(member, { row: claimRow as any }), ask: t.asMember(member) };
};
const expire = (holdId: string) => t.rows("update hold set expires_at = clock_now() - interval '1 second' where id = $1", [uuidOf(holdId)]);
const uuidOf = (id: string): string => Buffer.from(id, "base64url").toString().split(":")[1] ?? "";
const free = async (slot: { id: string }): Promise<number> =>
  (await t.as(null)("query ($id: ID!) { node(id: $id) { ... on Slot { freeUnits } } }", { id: globalId("Slot", slot.id) })).data.node
    .freeUnits;

describe("holdSlot", () => {
  test("keeps a time for ten minutes, in at most five round trips", async () => {
    const { member, claim, ask } = await person();
    const slot = await freeSlot();
    await ask("{ __typename }");
    const answer = await hold(ask, claim, slot);
    const { hold: held, errors } = answer.data.holdSlot;
    expect(errors).toEqual([]);
    expect(held).toMatchObject({
      slot: { id: globalId("Slot", slot.id) },
      practitioner: { id: globalId("Practitioner", clinic.practitionerId) },
      claim: { id: globalId("Claim", claim.id) },
      service: { code: "PHYSIOTHERAPY" },
      state: "PENDING",
      renewalsLeft: 1,
    });
    expect(Math.abs(new Date(held.expiresAt).getTime() - now().getTime() - 600_000)).toBeLessThan(5_000);
    expect(await free(slot)).toBe(0);
    expect(
      await t.rows("select payload from outbox where topic = 'availability.changed' and payload->>'slotId' = $1", [slot.id]),
    ).toHaveLength(1);
    expect(await t.rows("select operation, member_id, outcome from audit_event where object_id = $1", [uuidOf(held.id)])).toEqual([
      { operation: "holdSlot", member_id: member.id, outcome: "ALLOWED" },
    ]);
    expect((await hold(ask, claim, await freeSlot())).data.holdSlot.errors[0].code).toBe("HOLD_EXISTS");
    const again = await person();
    await again.ask("{ __typename }");
    const before = t.app.database.statements;
    await hold(again.ask, again.claim, await freeSlot());
    expect(t.app.database.statements - before).toBeLessThanOrEqual(5);
  });

  test("a repeated request answers the same hold, another input under its key is refused", async () => {
    const { claim, ask } = await person();
    const key = randomUUID();
    const slot = await freeSlot();
    const first = await hold(ask, claim, slot, key);
    const again = await hold(ask, claim, slot, key);
    expect(again.data.holdSlot).toEqual({ ...first.data.holdSlot, replayed: true });
    expect(codes((await hold(ask, claim, await freeSlot(), key)).data.holdSlot)).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
    expect(await t.rows("select 1 from hold where claim_id = $1", [claim.id])).toHaveLength(1);
  });

  test("another's hold keeps the unit, and once it has expired it keeps nothing, with nobody sweeping", async () => {
    const [first, second] = [await person(), await person()];
    const slot = await freeSlot();
    const held = await hold(first.ask, first.claim, slot);
    const refused = await hold(second.ask, second.claim, slot);
    expect(refused.data.holdSlot).toMatchObject({
      hold: null,
      errors: [{ code: "SLOT_HELD", path: ["input", "slotId"], retryable: true }],
    });
    await expire(held.data.holdSlot.hold.id);
    await t.rows("update slot set held_until = clock_now() - interval '1 second' where id = $1", [slot.id]);
    expect(await free(slot)).toBe(1);
    expect((await hold(second.ask, second.claim, slot)).data.holdSlot.errors).toEqual([]);
    const seen = await first.ask("query ($id: ID!) { node(id: $id) { ... on Hold { state } } }", { id: held.data.holdSlot.hold.id });
    expect(seen.data.node).toEqual({ state: "EXPIRED" });
    await expectOnRecord(t, "hold");
  });

  test("a group slot has as many holds as units", async () => {
    const slot = await freeSlot({ capacity: 2 });
    const people = [await person(), await person(), await person()];
    const answers = [];
    for (const p of people) answers.push(codes((await hold(p.ask, p.claim, slot)).data.holdSlot));
    expect(answers).toEqual([[], [], ["SLOT_HELD"]]);
  });

  test("a member holds two times at most, and an expired one does not count", async () => {
    const { member, claim, ask } = await person();
    const others = [await t.make.claim(member), await t.make.claim(member)];
    const first = await hold(ask, claim, await freeSlot());
    await hold(ask, others[0]!, await freeSlot());
    const third = await freeSlot();
    expect(codes((await hold(ask, others[1]!, third)).data.holdSlot)).toEqual(["TOO_MANY_HOLDS"]);
    expect(await free(third)).toBe(1);
    await expire(first.data.holdSlot.hold.id);
    expect(codes((await hold(ask, others[1]!, third)).data.holdSlot)).toEqual([]);
    // the expired hold of the first claim makes room in the index of one per claim and service
    await t.rows("update hold set expires_at = clock_now() - interval '1 second' where member_id = $1", [member.id]);
    expect(codes((await hold(ask, claim, await freeSlot())).data.holdSlot)).toEqual([]);
  });

  test("a family holds three times at most, though its members do not see each other's", async () => {
    const familyId = newTestId();
    const [a, b] = [await person({ familyId }), await person({ familyId })];
    const more = [await t.make.claim(a.member), await t.make.claim(b.member)];
    for (const [p, claim] of [
      [a, a.claim],
      [a, more[0]!],
      [b, b.claim],
    ] as const)
      expect(codes((await hold(p.ask, claim, await freeSlot())).data.holdSlot)).toEqual([]);
    expect(codes((await hold(b.ask, more[1]!, await freeSlot())).data.holdSlot)).toEqual(["TOO_MANY_HOLDS_IN_FAMILY"]);
  });

  test("every reason at once: withdrawn, begun, of another service, for a claim that has ended", async () => {
    const { claim, ask } = await person({}, { state: "CLOSED" });
    const other = await t.make.clinic({ services: ["PSYCHOLOGIST"] });
    const slot = await t.make.slot(other, { startsAt: fromNow(-60_000), row: { state: "WITHDRAWN" } });
    const answer = await hold(ask, claim, slot);
    expect(codes(answer.data.holdSlot)).toEqual([
      "SLOT_WITHDRAWN",
      "SLOT_IN_PAST",
      "SLOT_NOT_FOR_SERVICE",
      "CLAIM_NOT_OPEN",
      "RATE_MISSING",
    ]);
    expect(answer.data.holdSlot.errors[3].rule).toBe("BOK-PRECONDITIONS");
    expect(await t.rows("select 1 from hold where claim_id = $1", [claim.id])).toEqual([]);
    const reported = await person({}, { state: "REPORTED", approved_at: null });
    const full = await freeSlot({ row: { booked: 1 } });
    expect(codes((await hold(reported.ask, reported.claim, full)).data.holdSlot)).toEqual(["SLOT_TAKEN", "NOT_PRE_APPROVED"]);
  });

  test("another member's claim and one that does not exist get the same answer", async () => {
    const [me, other] = [await person(), await person()];
    const slot = await freeSlot();
    const foreign = await hold(me.ask, other.claim, slot);
    const unknown = await hold(me.ask, { id: newTestId() }, slot);
    expect(foreign.data.holdSlot.errors).toEqual(unknown.data.holdSlot.errors);
    expect(codes(foreign.data.holdSlot)).toEqual(["NOT_FOUND"]);
    expect(codes((await hold(me.ask, me.claim, { id: newTestId() })).data.holdSlot)).toEqual(["NOT_FOUND"]);
    expect(await free(slot)).toBe(1);
  });

  test("the health team holds on a member's behalf; a clinic cannot hold", async () => {
    const { member, claim } = await person();
    const slot = await freeSlot();
    const answer = await hold(t.asHealthTeam(), claim, slot);
    expect(answer.data.holdSlot.errors).toEqual([]);
    expect(await t.rows("select member_id, actor from hold where claim_id = $1", [claim.id])).toEqual([
      { member_id: member.id, actor: "health-team" },
    ]);
    expect((await hold(t.asClinic(clinic), claim, slot)).errors?.[0].extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });
});

describe("holds", () => {
  test("a claim's live holds are listed for its member and the health team, and each look is on record", async () => {
    const [me, other] = [await person(), await person()];
    const { hold: held } = (await hold(me.ask, me.claim, await freeSlot())).data.holdSlot;
    const list = async (ask: Asker) =>
      (await ask("query ($id: ID!) { claim(id: $id) { holds { id } } }", { id: globalId("Claim", me.claim.id) })).data.claim?.holds ?? [];
    expect(await list(me.ask)).toEqual([{ id: held.id }]);
    expect(await list(t.asHealthTeam())).toEqual([{ id: held.id }]);
    expect(await list(other.ask)).toEqual([]);
    expect(
      await t.rows("select actor_role from audit_event where operation = 'holds' and object_id = $1 order by seq", [uuidOf(held.id)]),
    ).toEqual([{ actor_role: "MEMBER" }, { actor_role: "HEALTH_TEAM" }]);
    await expire(held.id);
    expect(await list(me.ask)).toEqual([]);
  });
});

describe("renewHold", () => {
  test("lets a hold run ten minutes more, once", async () => {
    const { claim, ask } = await person();
    const slot = await freeSlot();
    const { hold: held } = (await hold(ask, claim, slot)).data.holdSlot;
    await t.rows("update hold set expires_at = clock_now() + interval '1 minute' where id = $1", [uuidOf(held.id)]);
    await t.rows("update slot set held_until = clock_now() + interval '1 minute' where id = $1", [slot.id]);
    const key = randomUUID();
    const renewed = await change(ask, "renewHold", held.id, key);
    expect(renewed.data.renewHold).toMatchObject({ errors: [], hold: { renewalsLeft: 0, state: "PENDING" } });
    expect(new Date(renewed.data.renewHold.hold.expiresAt).getTime() - now().getTime()).toBeGreaterThan(590_000);
    const [seen] = await t.rows("select held_until from slot where id = $1", [slot.id]);
    expect(seen.held_until.toISOString()).toBe(renewed.data.renewHold.hold.expiresAt);
    expect((await change(ask, "renewHold", held.id, key)).data.renewHold).toEqual({ ...renewed.data.renewHold, replayed: true });
    expect(codes((await change(ask, "renewHold", held.id)).data.renewHold)).toEqual(["HOLD_ALREADY_RENEWED"]);
  });

  test("an expired hold is not renewed, and another member's is not found", async () => {
    const [me, other] = [await person(), await person()];
    const { hold: held } = (await hold(me.ask, me.claim, await freeSlot())).data.holdSlot;
    expect(codes((await change(other.ask, "renewHold", held.id)).data.renewHold)).toEqual(["NOT_FOUND"]);
    await expire(held.id);
    expect(codes((await change(me.ask, "renewHold", held.id)).data.renewHold)).toEqual(["HOLD_EXPIRED"]);
  });
});

describe("releaseHold", () => {
  test("gives the time back at once, and twice is as good as once", async () => {
    const { claim, ask } = await person();
    const slot = await freeSlot();
    const { hold: held } = (await hold(ask, claim, slot)).data.holdSlot;
    expect((await change(ask, "releaseHold", held.id)).data.releaseHold).toMatchObject({ errors: [], hold: { state: "RELEASED" } });
    expect(await free(slot)).toBe(1);
    expect(await t.rows("select held_until from slot where id = $1", [slot.id])).toEqual([{ held_until: null }]);
    // taken, and given back: the clinic's system hears of both
    expect(await t.rows("select 1 from outbox where topic = 'availability.changed' and payload->>'slotId' = $1", [slot.id])).toHaveLength(
      2,
    );
    expect((await change(ask, "releaseHold", held.id)).data.releaseHold).toMatchObject({ errors: [], hold: { state: "RELEASED" } });
  });

  test("leaves the other holds of a group slot in force", async () => {
    const slot = await freeSlot({ capacity: 2 });
    const [a, b] = [await person(), await person()];
    const first = await hold(a.ask, a.claim, slot);
    const second = await hold(b.ask, b.claim, slot);
    await change(b.ask, "releaseHold", second.data.holdSlot.hold.id);
    const [seen] = await t.rows("select held_until from slot where id = $1", [slot.id]);
    expect(seen.held_until.toISOString()).toBe(first.data.holdSlot.hold.expiresAt);
    expect(await free(slot)).toBe(1);
  });

  test("a hold that was booked is no longer given back, and another member's is not found", async () => {
    const [me, other] = [await person(), await person()];
    const { hold: held } = (await hold(me.ask, me.claim, await freeSlot())).data.holdSlot;
    expect(codes((await change(other.ask, "releaseHold", held.id)).data.releaseHold)).toEqual(["NOT_FOUND"]);
    await t.rows("update hold set state = 'CONFIRMED' where id = $1", [uuidOf(held.id)]);
    expect(codes((await change(me.ask, "releaseHold", held.id)).data.releaseHold)).toEqual(["HOLD_BOOKED"]);
    expect(codes((await change(me.ask, "renewHold", held.id)).data.renewHold)).toEqual(["HOLD_BOOKED"]);
    const seen = await other.ask("query ($id: ID!) { node(id: $id) { id } }", { id: held.id });
    expect(seen.data.node).toBeNull();
  });
});
