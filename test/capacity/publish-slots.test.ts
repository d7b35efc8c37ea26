import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { fromNow, nextClockChange, now } from "../support/clock.js";
import { at, dayIn, type MadeClinic } from "../support/make.js";

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.stop());

const PUBLISH = `mutation ($input: PublishSlotsInput!) {
  publishSlots(input: $input) {
    lines { line externalId outcome slot { id } errors { code path } }
    counts { inserted changed unchanged withdrawn refused }
    errors { code path message remedy retryable } replayed } }`;

type Line = Record<string, unknown>;
const line = (clinic: MadeClinic, n: number, more: Line = {}): Line => ({
  externalId: `e-${n}`,
  practitionerId: globalId("Practitioner", clinic.practitionerId),
  services: ["PHYSIOTHERAPY"],
  startsAt: at(dayIn(5), `${String(8 + Math.floor(n / 2)).padStart(2, "0")}:${n % 2 ? "30" : "00"}`).toISOString(),
  minutes: 30,
  ...more,
});
const publish = (clinic: MadeClinic, lines: readonly Line[], more: Record<string, unknown> = {}) =>
  t.asClinic(clinic)(PUBLISH, {
    input: { idempotencyKey: randomUUID(), clinicId: globalId("Clinic", clinic.id), mode: "CONTINUE", lines, ...more },
  });
const slotsOf = (clinic: MadeClinic) => t.rows(`select *, xmin::text from slot where clinic_id = $1 order by external_id`, [clinic.id]);
const outcomes = (answer: { data: any }): string[] => answer.data.publishSlots.lines.map((l: any) => l.outcome);
const codes = (answer: { data: any }): string[] => answer.data.publishSlots.lines.flatMap((l: any) => l.errors.map((e: any) => e.code));

describe("publishSlots", () => {
  test("publishes openings that are found by search at once", async () => {
    const clinic = await t.make.clinic();
    const answer = await publish(clinic, [line(clinic, 0), line(clinic, 1, { channel: "ONLINE", capacity: 8, languages: ["en", "da"] })]);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.publishSlots).toMatchObject({ counts: { inserted: 2, refused: 0 }, errors: [], replayed: false });
    const found = await t.as(null)(
      `query ($id: ID!, $from: DateTime!, $to: DateTime!) { clinic(id: $id) { slots(from: $from, to: $to, first: 10) { edges { node { id channel freeUnits services { code } languages } } } } }`,
      { id: globalId("Clinic", clinic.id), from: at(dayIn(4)).toISOString(), to: at(dayIn(6)).toISOString() },
    );
    expect(found.data.clinic.slots.edges.map((e: any) => e.node)).toEqual([
      {
        id: answer.data.publishSlots.lines[0].slot.id,
        channel: "IN_PERSON",
        freeUnits: 1,
        services: [{ code: "PHYSIOTHERAPY" }],
        languages: ["da"],
      },
      {
        id: answer.data.publishSlots.lines[1].slot.id,
        channel: "ONLINE",
        freeUnits: 8,
        services: [{ code: "PHYSIOTHERAPY" }],
        languages: ["da", "en"],
      },
    ]);
    const [seen] = await t.rows("select last_synced_at from clinic where id = $1", [clinic.id]);
    expect(now().getTime() - seen.last_synced_at.getTime()).toBeLessThan(5_000);
    expect(await t.rows("select topic, payload from outbox where aggregate_id = $1", [clinic.id])).toEqual([
      { topic: "availability.changed", payload: { clinicId: clinic.id, providerId: clinic.providerId } },
    ]);
  });

  test("writes no slot when an unchanged feed is published again", async () => {
    const clinic = await t.make.clinic();
    const lines = [line(clinic, 0), line(clinic, 1), line(clinic, 2)];
    await publish(clinic, lines);
    const before = await slotsOf(clinic);
    const again = await publish(clinic, lines);
    expect(outcomes(again)).toEqual(["UNCHANGED", "UNCHANGED", "UNCHANGED"]);
    expect(await slotsOf(clinic)).toEqual(before);
    expect(await t.rows("select 1 from outbox where aggregate_id = $1", [clinic.id])).toHaveLength(1);
  });

  test("changes, withdraws and opens again under the same external id", async () => {
    const clinic = await t.make.clinic();
    const first = await publish(clinic, [line(clinic, 0), line(clinic, 1)]);
    const ids = first.data.publishSlots.lines.map((l: any) => l.slot?.id ?? null);
    const second = await publish(clinic, [
      line(clinic, 0, { minutes: 20, audience: "CHILD" }),
      { externalId: "e-1", action: "WITHDRAW" },
      { externalId: "never", action: "WITHDRAW" },
    ]);
    expect(outcomes(second)).toEqual(["CHANGED", "WITHDRAWN", "UNCHANGED"]);
    expect(second.data.publishSlots.lines.map((l: any) => l.slot?.id ?? null)).toEqual([ids[0], ids[1], null]);
    expect(await slotsOf(clinic)).toMatchObject([{ audience: "CHILD", version: 2, state: "OPEN" }, { state: "WITHDRAWN" }]);
    expect(outcomes(await publish(clinic, [line(clinic, 1)]))).toEqual(["CHANGED"]);
    expect((await slotsOf(clinic))[1]).toMatchObject({ state: "OPEN" });
  });

  test("lets two openings change places in one call", async () => {
    const clinic = await t.make.clinic();
    await publish(clinic, [line(clinic, 0), line(clinic, 1)]);
    const swapped = await publish(clinic, [line(clinic, 1, { externalId: "e-0" }), line(clinic, 0, { externalId: "e-1" })]);
    expect(outcomes(swapped)).toEqual(["CHANGED", "CHANGED"]);
    const [a, b] = await slotsOf(clinic);
    expect(a.starts_at.getTime()).toBeGreaterThan(b.starts_at.getTime());
  });

  test("refuses a changed line of a booked or held opening and leaves it as it is", async () => {
    const clinic = await t.make.clinic();
    const booked = await t.make.slot(clinic, { startsAt: at(dayIn(5), "14:00"), row: { booked: 1, external_id: "b" } });
    await t.make.slot(clinic, { startsAt: at(dayIn(5), "15:00"), row: { held_until: fromNow(300_000), external_id: "h" } });
    const before = await slotsOf(clinic);
    const answer = await publish(clinic, [
      line(clinic, 0, { externalId: "b" }),
      line(clinic, 1, { externalId: "h" }),
      { externalId: "b2", action: "WITHDRAW" },
    ]);
    expect(outcomes(answer)).toEqual(["REFUSED", "REFUSED", "UNCHANGED"]);
    expect(codes(answer)).toEqual(["SLOT_BOOKED", "SLOT_HELD"]);
    expect(await slotsOf(clinic)).toEqual(before);
    expect(outcomes(await publish(clinic, [{ externalId: "b", action: "WITHDRAW" }]))).toEqual(["REFUSED"]);
    // what it says already is no change, booked or not
    const same = line(clinic, 0, { externalId: "b", startsAt: booked.startsAt.toISOString(), minutes: 45 });
    expect(outcomes(await publish(clinic, [same]))).toEqual(["UNCHANGED"]);
  });

  test("a hold that has expired does not stand in the way", async () => {
    const clinic = await t.make.clinic();
    await t.make.slot(clinic, { startsAt: at(dayIn(5), "15:00"), row: { held_until: fromNow(-1_000), external_id: "h" } });
    expect(outcomes(await publish(clinic, [line(clinic, 1, { externalId: "h" })]))).toEqual(["CHANGED"]);
  });

  test("CONTINUE saves the good lines and says of each other line everything that is wrong", async () => {
    const clinic = await t.make.clinic();
    const answer = await publish(clinic, [
      line(clinic, 0),
      line(clinic, 1, { services: ["PODIATRY"], languages: ["dk"], capacity: 501 }),
      line(clinic, 2, { startsAt: "2020-01-01T10:00:00Z" }),
      line(clinic, 3, { startsAt: "tomorrow" }),
      line(clinic, 4, { practitionerId: globalId("Practitioner", randomUUID()) }),
      line(clinic, 0),
    ]);
    expect(answer.data.publishSlots.errors).toEqual([]);
    expect(answer.data.publishSlots.counts).toEqual({ inserted: 1, changed: 0, unchanged: 0, withdrawn: 0, refused: 5 });
    expect(answer.data.publishSlots.lines.map((l: any) => l.errors.map((e: any) => e.code))).toEqual([
      [],
      ["SERVICE_UNKNOWN", "LANGUAGE_UNKNOWN", "CAPACITY_OUT_OF_RANGE"],
      ["SLOT_IN_PAST"],
      ["TIME_INVALID"],
      ["PRACTITIONER_UNKNOWN"],
      ["DUPLICATE_EXTERNAL_ID"],
    ]);
    expect(answer.data.publishSlots.lines[3].errors[0].path).toEqual(["input", "lines", "3", "startsAt"]);
    expect(await slotsOf(clinic)).toHaveLength(1);
  });

  test("ATOMIC answers every reason of every line and saves nothing", async () => {
    const clinic = await t.make.clinic();
    const answer = await publish(clinic, [line(clinic, 0), line(clinic, 1, { services: [] }), line(clinic, 2, { minutes: 4 })], {
      mode: "ATOMIC",
    });
    expect(answer.data.publishSlots).toMatchObject({ lines: [], counts: null });
    expect(answer.data.publishSlots.errors.map((e: any) => [e.code, e.path.join(".")])).toEqual([
      ["SERVICE_MISSING", "input.lines.1.services"],
      ["SLOT_TOO_SHORT", "input.lines.2.endsAt"],
    ]);
    expect(await slotsOf(clinic)).toEqual([]);
    expect(await t.rows("select last_synced_at from clinic where id = $1", [clinic.id])).toEqual([{ last_synced_at: null }]);
  });

  test("a practitioner is in one place at a time, also across clinics and within a call", async () => {
    const one = await t.make.clinic();
    const other = await t.make.clinic();
    await t.make.insert("practitioner_clinic", { practitioner_id: one.practitionerId, clinic_id: other.id });
    await publish(one, [line(one, 0), line(one, 1)]);
    const answer = await publish(other, [
      line(one, 0, { externalId: "x", startsAt: at(dayIn(5), "08:15").toISOString() }),
      line(one, 2, { externalId: "y" }),
      line(one, 2, { externalId: "z", startsAt: at(dayIn(5), "09:10").toISOString() }),
    ]);
    expect(outcomes(answer)).toEqual(["REFUSED", "INSERTED", "REFUSED"]);
    expect(codes(answer)).toEqual(["SLOTS_OVERLAP", "SLOTS_OVERLAP"]);
    const atomic = await publish(other, [line(one, 0, { externalId: "w" })], { mode: "ATOMIC" });
    expect(atomic.data.publishSlots.errors.map((e: any) => e.code)).toEqual(["SLOTS_OVERLAP"]);
  });

  test("a clinic whose policy allows it publishes overlapping openings", async () => {
    const clinic = await t.make.clinic({ row: { allows_overlap: true } });
    const answer = await publish(clinic, [line(clinic, 0), line(clinic, 0, { externalId: "again" })]);
    expect(outcomes(answer)).toEqual(["INSERTED", "INSERTED"]);
  });

  test("on-call time is for crisis counselling by telephone", async () => {
    const clinic = await t.make.clinic({ services: ["PSYCHOLOGIST", "CRISIS_COUNSELLING"] });
    const crisis = { onCall: true, services: ["CRISIS_COUNSELLING"], channel: "PHONE" };
    const answer = await publish(clinic, [
      line(clinic, 0, crisis),
      line(clinic, 1, { ...crisis, channel: "ONLINE" }),
      line(clinic, 2, { ...crisis, services: ["PSYCHOLOGIST"] }),
    ]);
    expect(outcomes(answer)).toEqual(["INSERTED", "REFUSED", "REFUSED"]);
    expect(codes(answer)).toEqual(["ON_CALL_NOT_CRISIS", "ON_CALL_NOT_CRISIS"]);
    expect(await slotsOf(clinic)).toMatchObject([{ on_call: true, channel: "PHONE" }]);
    expect(outcomes(await publish(clinic, [line(clinic, 0, crisis)]))).toEqual(["UNCHANGED"]);
  });

  test("the nights on which the clock is moved: a time that does not exist is refused, one that exists twice is two openings", async () => {
    const clinic = await t.make.clinic();
    const night = (externalId: string, startsAt: string): Line => line(clinic, 0, { externalId, startsAt });
    const [spring, autumn] = [nextClockChange(3), nextClockChange(10)];
    const answer = await publish(clinic, [
      night("gap", `${spring}T02:30`),
      night("twice", `${autumn}T02:30`),
      night("spring", `${spring}T03:00`),
      night("first", `${autumn}T02:30:00+02:00`),
      night("second", `${autumn}T02:30:00+01:00`),
    ]);
    expect(outcomes(answer)).toEqual(["REFUSED", "REFUSED", "INSERTED", "INSERTED", "INSERTED"]);
    expect(codes(answer)).toEqual(["TIME_DOES_NOT_EXIST", "TIME_IS_AMBIGUOUS"]);
    const starts = (await slotsOf(clinic)).map((s) => s.starts_at.toISOString());
    expect(starts).toEqual([`${autumn}T00:30:00.000Z`, `${autumn}T01:30:00.000Z`, `${spring}T01:00:00.000Z`]);
  });

  test("a repeated call answers the same once more and does nothing; another input under the key is refused", async () => {
    const clinic = await t.make.clinic();
    const input = { idempotencyKey: randomUUID() };
    const lines = [line(clinic, 0), line(clinic, 1, { capacity: 0 })];
    const first = await publish(clinic, lines, input);
    await publish(clinic, [{ externalId: "e-0", action: "WITHDRAW" }]);
    const again = await publish(clinic, lines, input);
    expect(again.data.publishSlots).toEqual({ ...first.data.publishSlots, replayed: true });
    expect((await slotsOf(clinic))[0]).toMatchObject({ state: "WITHDRAWN" });
    const other = await publish(clinic, [line(clinic, 3)], input);
    expect(other.data.publishSlots.errors.map((e: any) => e.code)).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
    expect(await slotsOf(clinic)).toHaveLength(1);
  });

  test("another provider's clinic and no clinic at all get the same answer, and nothing is written", async () => {
    const mine = await t.make.clinic();
    const foreign = await t.make.clinic();
    const ask = (clinicId: string) => publish(mine, [line(mine, 0)], { clinicId: globalId("Clinic", clinicId) });
    const [a, b] = [await ask(foreign.id), await ask(randomUUID())];
    expect(a.data.publishSlots.errors).toEqual(b.data.publishSlots.errors);
    expect(a.data.publishSlots.errors[0]).toMatchObject({ code: "NOT_FOUND", path: ["input", "clinicId"] });
    expect(await slotsOf(foreign)).toEqual([]);
  });

  test("members and the health team cannot publish", async () => {
    const clinic = await t.make.clinic();
    const member = await t.make.member();
    for (const ask of [t.asMember(member), t.asHealthTeam()]) {
      const answer = await ask(PUBLISH, {
        input: { idempotencyKey: randomUUID(), clinicId: globalId("Clinic", clinic.id), lines: [line(clinic, 0)] },
      });
      expect(answer.status).toBe(400);
      expect(answer.errors?.[0].extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
    }
    expect((await t.as(null)(PUBLISH, { input: {} })).errors?.[0].extensions.code).toBe("UNAUTHENTICATED");
    expect(await slotsOf(clinic)).toEqual([]);
  });

  test("takes 10,000 lines in one call and refuses 10,001", async () => {
    const clinic = await t.make.clinic();
    const start = at(dayIn(2), "06:00").getTime();
    const many = (count: number): Line[] =>
      Array.from({ length: count }, (_, n) => ({
        externalId: `m-${n}`,
        practitionerId: clinic.practitionerId,
        services: ["PHYSIOTHERAPY"],
        startsAt: new Date(start + n * 300_000).toISOString(),
        minutes: 5,
      }));
    const counts = `mutation ($input: PublishSlotsInput!) { publishSlots(input: $input) { counts { inserted unchanged refused } errors { code path } } }`;
    const ask = (lines: readonly Line[]) =>
      t.asClinic(clinic)(counts, { input: { idempotencyKey: randomUUID(), clinicId: globalId("Clinic", clinic.id), lines } });
    const answer = await ask(many(10_000));
    expect(answer.data?.publishSlots ?? answer.text).toEqual({ counts: { inserted: 10_000, unchanged: 0, refused: 0 }, errors: [] });
    expect(answer.statements).toBeLessThanOrEqual(35);
    const again = await ask(many(10_000));
    expect(again.data.publishSlots.counts).toEqual({ inserted: 0, unchanged: 10_000, refused: 0 });
    expect(again.statements).toBeLessThanOrEqual(13);
    const tooMany = await ask(many(10_001));
    expect(tooMany.data.publishSlots).toEqual({ counts: null, errors: [{ code: "TOO_MANY_LINES", path: ["input", "lines"] }] });
  });

  test("knows thousands of lines again under their key, and refuses others under it", async () => {
    const clinic = await t.make.clinic();
    const lines = Array.from({ length: 1_200 }, (_, n) => line(clinic, 0, { externalId: `k-${n}`, minutes: 30 + (n % 7) }));
    const idempotencyKey = randomUUID();
    const first = await publish(clinic, lines, { idempotencyKey });
    expect(first.data.publishSlots).toMatchObject({ errors: [], replayed: false });
    expect(outcomes(first)[0]).toBe("INSERTED");
    const again = await publish(clinic, lines, { idempotencyKey });
    expect(again.data.publishSlots).toEqual({ ...first.data.publishSlots, replayed: true });
    const other = await publish(clinic, [...lines.slice(0, -1), line(clinic, 1)], { idempotencyKey });
    expect(other.data.publishSlots.errors.map(({ code }: { code: string }) => code)).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
  });
});
