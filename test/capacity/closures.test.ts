import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { runExpandSchedules } from "../../src/features/capacity/schedules/expand-schedules.js";
import { addDays, localDateOf } from "../../src/kernel/calendar.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { now } from "../support/clock.js";
import { at, type MadeClinic } from "../support/make.js";

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.stop());

const day = addDays(localDateOf(now()), 5);
const hour = (h: number): Date => at(day, `${String(h).padStart(2, "0")}:00`);
const iso = (h: number): string => hour(h).toISOString();
const ask = async (clinic: MadeClinic, name: string, input: object, fields: string): Promise<any> => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const answer = await t.asClinic(clinic)(`mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} errors { code path } } }`, {
    input: { idempotencyKey: randomUUID(), ...input },
  });
  if (!answer.data?.[name]) throw new Error(answer.text);
  return answer.data[name];
};
const clinicIdOf = (clinic: MadeClinic): string => globalId("Clinic", clinic.id);
const practitionerIdOf = (clinic: MadeClinic): string => globalId("Practitioner", clinic.practitionerId);
const publish = (clinic: MadeClinic, lines: object[], practitionerId = clinic.practitionerId): Promise<any> =>
  ask(
    clinic,
    "publishSlots",
    {
      clinicId: clinicIdOf(clinic),
      mode: "CONTINUE",
      lines: lines.map((line) => ({ practitionerId: globalId("Practitioner", practitionerId), services: ["PHYSIOTHERAPY"], ...line })),
    },
    "lines { outcome errors { code } } counts { inserted changed unchanged withdrawn refused closed }",
  );
/** The same opening in a file: as a spreadsheet, or as a SMART publisher lists it. */
const upload = (
  clinic: MadeClinic,
  format: string,
  key: string,
  h: number,
  free: boolean,
  practitionerId = clinic.practitionerId,
): Promise<any> => {
  const slot = {
    resourceType: "Slot",
    id: key,
    schedule: { reference: "Schedule/1" },
    status: free ? "free" : "busy",
    start: iso(h),
    end: iso(h + 1),
  };
  const practitioner = globalId("Practitioner", practitionerId);
  const content =
    format === "CSV" ? `external_id;action;starts_at;minutes\r\n${key};${free ? "PUT" : "WITHDRAW"};${iso(h)};60` : JSON.stringify(slot);
  const terms = { practitionerId: practitioner, services: ["PHYSIOTHERAPY"] };
  const meaning = format === "CSV" ? { defaults: terms } : { schedules: [{ reference: "Schedule/1", terms }] };
  return ask(clinic, "uploadSlots", { clinicId: clinicIdOf(clinic), mode: "CONTINUE", format, content, ...meaning }, "counts { refused }");
};
const put = (key: string, h: number): object => ({ externalId: key, startsAt: iso(h), endsAt: iso(h + 1) });
const schedule = (clinic: MadeClinic, more: object = {}): Promise<any> =>
  ask(
    clinic,
    "saveSchedule",
    {
      clinicId: clinicIdOf(clinic),
      practitionerId: practitionerIdOf(clinic),
      validFrom: day,
      validUntil: addDays(day, 1),
      closedOnPublicHolidays: false,
      rules: [{ rrule: "FREQ=DAILY", opening: { startTime: "09:00", endTime: "12:00", slotMinutes: 60, services: ["PHYSIOTHERAPY"] } }],
      ...more,
    },
    "schedule { id version } counts { inserted changed closed }",
  );
const close = (clinic: MadeClinic, from: number, to: number, more: object = {}): Promise<any> =>
  ask(
    clinic,
    "closeTime",
    { clinicId: clinicIdOf(clinic), from: iso(from), to: iso(to), ...more },
    "withdrawn closures { id } appointments { outcome }",
  );
const idsOf = (closures: readonly { id: string }[]): string[] => closures.map(({ id }) => id);
const open = (clinic: MadeClinic, closureIds: string[], more: object = {}): Promise<any> =>
  ask(clinic, "openTime", { clinicId: clinicIdOf(clinic), closureIds, ...more }, "opened");
const withdraw = (clinic: MadeClinic, input: object): Promise<any> =>
  ask(clinic, "withdrawSlots", { clinicId: clinicIdOf(clinic), ...input }, "withdrawn closures { id }");
const offered = async (clinic: MadeClinic): Promise<string[]> =>
  (
    await t.rows(
      "select practitioner_id = $2 as own, starts_at from slot where clinic_id = $1 and state = 'OPEN' order by starts_at, own",
      [clinic.id, clinic.practitionerId],
    )
  ).map((s) => `${s.own ? "" : "other "}${(s.starts_at.getTime() - hour(0).getTime()) / 3_600_000}`);

describe("withdrawn means withdrawn", () => {
  test("a schedule saved again, its job and a file do not bring back an afternoon; whoever opens it does", async () => {
    const clinic = await t.make.clinic();
    const saved = await schedule(clinic);
    await publish(clinic, [put("x", 14)]);
    const { closures, withdrawn } = await withdraw(clinic, { from: iso(10), to: iso(18) });
    expect(withdrawn).toBe(3);
    const again = await schedule(clinic, { scheduleId: saved.schedule.id, expectedVersion: 1, validUntil: addDays(day, 2) });
    expect(again.errors).toEqual([]);
    await runExpandSchedules(t.app.database);
    const sent = await publish(clinic, [put("x", 14), put("new", 15)]);
    expect(sent.lines).toEqual([
      { outcome: "UNCHANGED", errors: [] },
      { outcome: "CLOSED", errors: [{ code: "TIME_CLOSED" }] },
    ]);
    const ofDay = async (): Promise<string[]> => (await offered(clinic)).filter((h) => Number(h) < 24);
    expect(await ofDay()).toEqual(["9"]);
    const told = () => t.rows("select 1 from outbox where topic = 'availability.changed' and aggregate_id = $1", [clinic.id]);
    const before = (await told()).length;
    expect((await open(clinic, idsOf(closures))).opened).toBe(4);
    expect(await ofDay()).toEqual(["9", "10", "11", "14", "15"]);
    expect(await told()).toHaveLength(before + 1);
  });

  test("one by one, for whatever hours a schedule makes of the time later", async () => {
    const clinic = await t.make.clinic();
    const saved = await schedule(clinic);
    const [, ten] = await t.rows("select id from slot where clinic_id = $1 order by starts_at", [clinic.id]);
    await withdraw(clinic, { slotIds: [globalId("Slot", ten.id)] });
    await schedule(clinic, {
      scheduleId: saved.schedule.id,
      expectedVersion: 1,
      rules: [{ rrule: "FREQ=DAILY", opening: { startTime: "09:30", endTime: "12:00", slotMinutes: 30, services: ["PHYSIOTHERAPY"] } }],
    });
    expect(await offered(clinic)).toEqual(["9.5", "11", "11.5"]);
  });

  test("what comes new into a stretch that was withdrawn is kept closed", async () => {
    const clinic = await t.make.clinic();
    await withdraw(clinic, { from: iso(8), to: iso(18) });
    expect((await schedule(clinic)).counts).toMatchObject({ closed: 3, inserted: 0 });
    expect(await offered(clinic)).toEqual([]);
  });

  test("repeated and unknown openings are named, and nothing is done", async () => {
    const clinic = await t.make.clinic();
    const slot = await t.make.slot(clinic, { startsAt: hour(9) });
    const foreign = await t.make.slot(await t.make.clinic(), { startsAt: hour(9) });
    const ids = [slot.id, foreign.id, slot.id].map((id) => globalId("Slot", id));
    expect((await withdraw(clinic, { slotIds: ids })).errors).toEqual([
      { code: "NOT_FOUND", path: ["input", "slotIds", "1"] },
      { code: "DUPLICATE_ID", path: ["input", "slotIds", "2"] },
    ]);
    expect(await offered(clinic)).toEqual(["9"]);
  });
});

describe("closeTime", () => {
  test("closes a practitioner, a clinic or the company, with all that reaches into the time", async () => {
    const owner = await t.make.provider();
    const clinic = await t.make.clinic({ of: owner });
    const sister = await t.make.clinic({ of: owner });
    const colleague = await t.make.practitioner(clinic.id);
    await publish(clinic, [put("a", 9), put("b", 13)]);
    await publish(clinic, [put("c", 9), put("d", 13)], colleague);
    await publish(sister, [put("e", 9)]);
    const half = at(day, "09:30").toISOString();
    expect(await close(clinic, 9, 10, { from: half, practitionerId: globalId("Practitioner", colleague) })).toMatchObject({ withdrawn: 1 });
    expect((await offered(clinic)).sort()).toEqual(["13", "9", "other 13"]);
    expect(await close(clinic, 13, 14)).toMatchObject({ withdrawn: 2 });
    const company = await close(clinic, 8, 18, { clinicId: null });
    expect(company).toMatchObject({ withdrawn: 2, errors: [] });
    expect([...(await offered(clinic)), ...(await offered(sister))]).toEqual([]);
    expect((await open(clinic, idsOf(company.closures), { clinicId: null })).opened).toBe(2);
    expect([await offered(clinic), await offered(sister)]).toEqual([["9"], ["9"]]);
  });

  test("says in a preview who is affected and changes nothing; done, it answers the same again and is listed", async () => {
    const clinic = await t.make.clinic();
    await publish(clinic, [put("a", 9)]);
    expect(await close(clinic, 9, 10, { preview: true })).toMatchObject({ withdrawn: 1, closures: [], errors: [] });
    expect(await offered(clinic)).toEqual(["9"]);
    const key = { idempotencyKey: randomUUID() };
    const done = await close(clinic, 9, 10, key);
    expect(await close(clinic, 9, 10, key)).toEqual(done);
    const list = (as: MadeClinic) =>
      t.asClinic(as)("query ($id: ID!) { clinic(id: $id) { closures { id from practitioner { id } openedAt } } }", {
        id: clinicIdOf(clinic),
      });
    expect((await list(clinic)).data.clinic.closures).toEqual([
      { id: done.closures[0].id, from: iso(9), practitioner: null, openedAt: null },
    ]);
    expect((await list(await t.make.clinic())).data.clinic.closures).toEqual([]);
  });

  test("is refused for another's clinic, a stranger, a stretch that is none, and closings that are not there or open", async () => {
    const clinic = await t.make.clinic();
    const other = await t.make.clinic();
    expect((await close(other, 9, 10, { clinicId: clinicIdOf(clinic) })).errors[0].code).toBe("NOT_FOUND");
    expect((await close(clinic, 9, 10, { practitionerId: practitionerIdOf(other) })).errors[0].code).toBe("PRACTITIONER_UNKNOWN");
    expect((await close(clinic, 10, 9)).errors).toEqual([{ code: "ENDS_BEFORE_START", path: ["input", "to"] }]);
    const { closures } = await close(clinic, 9, 10);
    expect((await open(other, idsOf(closures))).errors[0].code).toBe("NOT_FOUND");
    expect((await open(clinic, [...idsOf(closures), ...idsOf(closures)])).errors[0].code).toBe("DUPLICATE_ID");
    expect((await open(clinic, idsOf(closures))).errors).toEqual([]);
    expect((await open(clinic, idsOf(closures))).errors[0].code).toBe("ALREADY_OPEN");
  });

  test("two closings on the same time: opening one opens nothing", async () => {
    const clinic = await t.make.clinic();
    await publish(clinic, [put("a", 9)]);
    const first = await close(clinic, 9, 10);
    const second = await close(clinic, 8, 12);
    expect((await open(clinic, idsOf(first.closures))).opened).toBe(0);
    expect((await open(clinic, idsOf(second.closures))).opened).toBe(1);
    expect(await offered(clinic)).toEqual(["9"]);
  });
});

/** The ways in which an opening is put, changed and taken away. */
const WAYS = ["API", "CSV", "SMART"] as const;

/** What every source and every closing says, and what must therefore be offered. */
type Model = {
  readonly lines: Map<string, { h: number; own: boolean }>;
  schedule: { id: string; version: number; hours: readonly number[] } | null;
  feed: "NONE" | "UNKNOWN" | readonly number[];
  readonly closings: { ids: string[]; from: number; to: number; who: "ALL" | "OWN" | "OTHER"; company: boolean }[];
};

test("an opening is offered only where every source and every closing allows it, in whatever order they speak", async () => {
  const step = fc.record({
    what: fc.constantFrom("PUT", "PUT", "TAKE", "SCHEDULE", "UNSCHEDULE", "FEED", "NO_FEED", "CLOSE", "WITHDRAW", "OPEN", "JOB"),
    h: fc.integer({ min: 9, max: 16 }),
    length: fc.integer({ min: 1, max: 4 }),
    flag: fc.boolean(),
    scope: fc.constantFrom("ALL", "OWN", "OTHER", "COMPANY"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 16 }), async (steps) => {
      const clinic = await t.make.clinic();
      const other = await t.make.practitioner(clinic.id);
      const model: Model = { lines: new Map(), schedule: null, feed: "NONE", closings: [] };
      const closedFor = (h: number, own: boolean): boolean =>
        model.closings.some((c) => c.from < h + 1 && h < c.to && (c.who === "ALL" || (c.who === "OWN") === own)) ||
        (own && model.feed !== "NONE" && (model.feed === "UNKNOWN" || model.feed.includes(h)));
      const expected = (): string[] =>
        [...[...model.lines.values()].map(({ h, own }) => ({ h, own })), ...(model.schedule?.hours ?? []).map((h) => ({ h, own: true }))]
          .filter(({ h, own }) => !closedFor(h, own))
          .map(({ h, own }) => `${own ? "" : "other "}${h}`)
          .sort();
      for (const { what, h, length, flag, scope } of steps) {
        // files speak of the afternoon and schedules of the morning, so that no two openings want the same hour
        if (what === "PUT") {
          const line = { h: 12 + (h % 5), own: flag };
          const who = flag ? clinic.practitionerId : other;
          const way = WAYS[length % WAYS.length] ?? "API";
          if (way === "API") await publish(clinic, [put(`${line.h}${flag}`, line.h)], who);
          else await upload(clinic, way, `${line.h}${flag}`, line.h, true, who);
          model.lines.set(`${line.h}${flag}`, line);
        } else if (what === "TAKE") {
          const way = WAYS[length % WAYS.length] ?? "API";
          if (way === "API") await publish(clinic, [{ externalId: `${12 + (h % 5)}${flag}`, action: "WITHDRAW" }]);
          else await upload(clinic, way, `${12 + (h % 5)}${flag}`, 12 + (h % 5), false);
          model.lines.delete(`${12 + (h % 5)}${flag}`);
        } else if (what === "SCHEDULE") {
          const hours = [9, 10, 11].slice(0, 1 + (h % 3));
          const saved = await schedule(clinic, {
            ...(model.schedule ? { scheduleId: model.schedule.id, expectedVersion: model.schedule.version } : {}),
            rules: [
              {
                rrule: "FREQ=DAILY",
                opening: {
                  startTime: "09:00",
                  endTime: `${9 + hours.length}:00`.padStart(5, "0"),
                  slotMinutes: 60,
                  services: ["PHYSIOTHERAPY"],
                },
              },
            ],
          });
          expect(saved.errors).toEqual([]);
          model.schedule = { ...saved.schedule, hours };
        } else if (what === "UNSCHEDULE" && model.schedule) {
          const { id, version } = model.schedule;
          expect((await ask(clinic, "removeSchedule", { scheduleId: id, expectedVersion: version }, "replayed")).errors).toEqual([]);
          model.schedule = null;
        } else if (what === "FEED") {
          const busy = flag ? [h, h + 1] : "UNKNOWN";
          const stamp = (n: number): string => iso(n).replace(/[-:]|\.\d+/g, "");
          const content =
            busy === "UNKNOWN"
              ? "nothing"
              : `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:${stamp(h)}\nDTEND:${stamp(h + 2)}\nEND:VEVENT\nEND:VCALENDAR`;
          const input = { clinicId: clinicIdOf(clinic), practitionerId: practitionerIdOf(clinic), content };
          expect((await ask(clinic, "saveBusyFeed", input, "feed { state }")).errors).toEqual([]);
          model.feed = busy;
        } else if (what === "NO_FEED" && model.feed !== "NONE") {
          await ask(clinic, "removeBusyFeed", { clinicId: clinicIdOf(clinic), practitionerId: practitionerIdOf(clinic) }, "replayed");
          model.feed = "NONE";
        } else if (what === "CLOSE") {
          const company = scope === "COMPANY";
          const who = company ? "ALL" : scope;
          const practitionerId = who === "ALL" ? null : globalId("Practitioner", who === "OWN" ? clinic.practitionerId : other);
          const { closures } = await close(clinic, h, h + length, { practitionerId, ...(company ? { clinicId: null } : {}) });
          model.closings.push({ ids: idsOf(closures), from: h, to: h + length, who, company });
        } else if (what === "WITHDRAW") {
          const { closures } = await withdraw(clinic, { from: iso(h), to: iso(h + length) });
          model.closings.push({ ids: idsOf(closures), from: h, to: h + length, who: "ALL", company: false });
        } else if (what === "OPEN" && model.closings.length > 0) {
          const [closing] = model.closings.splice(h % model.closings.length, 1);
          expect((await open(clinic, closing!.ids, closing!.company ? { clinicId: null } : {})).errors).toEqual([]);
        } else if (what === "JOB") await runExpandSchedules(t.app.database);
        expect([what, (await offered(clinic)).sort()]).toEqual([what, expected()]);
      }
    }),
    { numRuns: Number(process.env["FULL"]) ? 10_000 : 8, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false },
  );
}, 180_000);
