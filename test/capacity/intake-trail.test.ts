/** What every way of saying what a clinic offers leaves beside the openings. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { at, dayIn, type MadeClinic } from "../support/make.js";

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.stop());

const day = dayIn(3);
const whose = (clinic: MadeClinic) => ({
  clinicId: globalId("Clinic", clinic.id),
  practitionerId: globalId("Practitioner", clinic.practitionerId),
});
async function act(clinic: MadeClinic, name: string, input: object): Promise<any> {
  const document = readFileSync(`schema/operations/clinic/${name}.graphql`, "utf8");
  const { data } = await t.asClinic(clinic)(document, { input: { idempotencyKey: randomUUID(), ...input } });
  const [payload] = Object.values<any>(data);
  expect(payload.errors).toEqual([]);
  return payload;
}
const hours = (startTime: string, more: object = {}) => ({
  validFrom: day,
  closedOnPublicHolidays: false,
  rules: [{ rrule: "FREQ=DAILY", opening: { startTime, endTime: "12:00", slotMinutes: 60, services: ["PHYSIOTHERAPY"] } }],
  ...more,
});
const saved = async (clinic: MadeClinic): Promise<string> =>
  (await act(clinic, "save-schedule", { ...whose(clinic), ...hours("09:00") })).schedule.id;
const stamp = (time: string): string =>
  at(day, time)
    .toISOString()
    .replaceAll(/[-:]|\.\d+/g, "");
const busy = (): string =>
  `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:${stamp("09:00")}\r\nDTEND:${stamp("10:00")}\r\nEND:VEVENT\r\nEND:VCALENDAR`;

/** What stands before, and the act. */
const WAYS: readonly (readonly [
  operation: string,
  before: (clinic: MadeClinic) => Promise<unknown>,
  act: (clinic: MadeClinic, before: any) => Promise<unknown>,
])[] = [
  ["saveSchedule", () => Promise.resolve(), saved],
  [
    "saveSchedule",
    saved,
    async (clinic, scheduleId) => {
      await act(clinic, "save-schedule", { ...whose(clinic), ...hours("10:00", { scheduleId, expectedVersion: 1 }) });
      expect(await t.rows("select version, definition::text as rules from schedule where clinic_id = $1", [clinic.id])).toEqual([
        { version: 2, rules: expect.stringContaining("10:00") },
      ]);
    },
  ],
  ["removeSchedule", saved, (clinic, scheduleId) => act(clinic, "remove-schedule", { scheduleId, expectedVersion: 1 })],
  ["saveBusyFeed", saved, (clinic) => act(clinic, "save-busy-feed", { ...whose(clinic), content: busy() })],
  [
    "removeBusyFeed",
    async (clinic) => {
      await saved(clinic);
      await act(clinic, "save-busy-feed", { ...whose(clinic), content: busy() });
    },
    (clinic) => act(clinic, "remove-busy-feed", whose(clinic)),
  ],
  [
    "uploadSlots",
    () => Promise.resolve(),
    (clinic) =>
      act(clinic, "upload-slots", {
        clinicId: globalId("Clinic", clinic.id),
        format: "CSV",
        content: `external_id;starts_at;minutes\na;${day} 09:00;45`,
        defaults: { practitionerId: whose(clinic).practitionerId, services: ["PHYSIOTHERAPY"] },
      }),
  ],
  [
    "publishSlots",
    () => Promise.resolve(),
    (clinic) =>
      act(clinic, "publish-slots", {
        clinicId: globalId("Clinic", clinic.id),
        mode: "CONTINUE",
        lines: [
          {
            externalId: "a",
            practitionerId: whose(clinic).practitionerId,
            services: ["PHYSIOTHERAPY"],
            startsAt: at(day, "09:00").toISOString(),
            minutes: 45,
          },
        ],
      }),
  ],
  [
    "closeTime",
    saved,
    (clinic) =>
      act(clinic, "close-time", {
        clinicId: globalId("Clinic", clinic.id),
        from: at(day, "08:00").toISOString(),
        to: at(day, "13:00").toISOString(),
      }),
  ],
];

test.each(WAYS)("%s leaves when the clinic was last heard of, what came, and that others are told", async (operation, before, way) => {
  const clinic = await t.make.clinic();
  const stands = await before(clinic);
  await t.rows("update clinic set last_synced_at = null where id = $1", [clinic.id]);
  await way(clinic, stands);
  const [left] = await t.rows(
    `select k.last_synced_at is not null as heard,
       (select count(*)::int from intake_report r where r.clinic_id = k.id) as reports,
       exists (
         select from audit_event a join outbox o on o.written_in = a.written_in and o.aggregate_id = k.id and o.topic = 'availability.changed'
         where a.operation = $2 and a.object_id = k.id
       ) as told from clinic k where k.id = $1`,
    [clinic.id, operation],
  );
  // to close time is to say nothing of what else is offered, and only lines are counted
  expect(left).toEqual({ heard: operation !== "closeTime", reports: /^(upload|publish)Slots$/.test(operation) ? 1 : 0, told: true });
});
