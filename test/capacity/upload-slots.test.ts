import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { dayIn, type MadeClinic } from "../support/make.js";

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.stop());

const UPLOAD = `mutation ($input: UploadSlotsInput!) { uploadSlots(input: $input) { lines { line externalId outcome errors { code path } } counts { inserted refused } errors { code path } replayed } }`;
const upload = (clinic: MadeClinic, input: Record<string, unknown>) =>
  t.asClinic(clinic)(UPLOAD, {
    input: { idempotencyKey: randomUUID(), clinicId: globalId("Clinic", clinic.id), mode: "CONTINUE", ...input },
  });
const slotsOf = (clinic: MadeClinic) =>
  t.rows("select external_id, starts_at, source, channel, practitioner_id from slot where clinic_id = $1 order by external_id", [
    clinic.id,
  ]);
const day = dayIn(4);
const refOf = async (clinic: MadeClinic): Promise<string> =>
  (await t.rows("select authorisation_id as ref from practitioner where id = $1", [clinic.practitionerId]))[0].ref;

test("a CSV file becomes openings, with its refused lines told by the file's own line numbers", async () => {
  const clinic = await t.make.clinic();
  const content = [
    "external_id;practitioner_ref;services;starts_at;minutes;channel",
    `a;${await refOf(clinic)};PHYSIOTHERAPY;${day}T09:00;30;ONLINE`,
    "b;nobody;PHYSIOTHERAPY;2027-03-28T02:30;30;",
    `c;${await refOf(clinic)};PHYSIOTHERAPY;${day}T09:15;30;`,
    `d;nobody;PHYSIOTHERAPY;${day}T11:00;30;`,
  ].join("\n");
  const { data } = await upload(clinic, { format: "CSV", content });
  expect(data.uploadSlots).toMatchObject({ counts: { inserted: 1, refused: 3 }, errors: [] });
  expect(data.uploadSlots.lines).toEqual(
    [
      { line: 2, externalId: "a", outcome: "INSERTED", errors: [] },
      {
        line: 3,
        externalId: null,
        outcome: "REFUSED",
        errors: [{ code: "TIME_DOES_NOT_EXIST", path: ["input", "content", "3", "startsAt"] }],
      },
      { line: 4, externalId: null, outcome: "REFUSED", errors: [{ code: "SLOTS_OVERLAP", path: ["input", "content", "4", "startsAt"] }] },
      {
        line: 5,
        externalId: null,
        outcome: "REFUSED",
        errors: [{ code: "PRACTITIONER_UNKNOWN", path: ["input", "content", "5", "practitionerRef"] }],
      },
    ].map((l, n) => (n >= 2 ? { ...l, externalId: n === 2 ? "c" : "d" } : l)),
  );
  expect(await slotsOf(clinic)).toMatchObject([
    { external_id: "a", source: "CSV", channel: "ONLINE", practitioner_id: clinic.practitionerId },
  ]);
});

test("base64, a byte order mark and defaults of the upload are read; a repeated upload answers the same", async () => {
  const clinic = await t.make.clinic();
  const content = Buffer.from(`\uFEFFexternal_id,starts_at,minutes\nx,${day}T10:00,45\n`).toString("base64");
  const input = {
    idempotencyKey: randomUUID(),
    format: "CSV",
    encoding: "BASE64",
    content,
    defaults: { practitionerId: globalId("Practitioner", clinic.practitionerId), services: ["PHYSIOTHERAPY"], channel: "PHONE" },
  };
  const first = (await upload(clinic, input)).data.uploadSlots;
  expect(first.counts).toEqual({ inserted: 1, refused: 0 });
  expect((await upload(clinic, input)).data.uploadSlots).toEqual({ ...first, replayed: true });
  expect(await slotsOf(clinic)).toMatchObject([{ external_id: "x", channel: "PHONE" }]);
});

test("of a long file every letter counts: the same is the same act, another is refused, and one that is not base64 as well", async () => {
  const clinic = await t.make.clinic();
  const padding = ";".repeat(12_000);
  const file = (time: string): string => Buffer.from(`external_id;starts_at;minutes${padding}\nx;${day}T${time};45\n`).toString("base64");
  const input = {
    idempotencyKey: randomUUID(),
    format: "CSV",
    encoding: "BASE64",
    content: file("10:00"),
    defaults: { practitionerId: globalId("Practitioner", clinic.practitionerId), services: ["PHYSIOTHERAPY"] },
  };
  const first = (await upload(clinic, input)).data.uploadSlots;
  expect(first.counts).toEqual({ inserted: 1, refused: 0 });
  expect((await upload(clinic, input)).data.uploadSlots).toEqual({ ...first, replayed: true });
  expect((await upload(clinic, { ...input, content: file("11:00") })).data.uploadSlots.errors).toMatchObject([
    { code: "IDEMPOTENCY_KEY_REUSED" },
  ]);
  for (const at of [0, 5_000, file("10:00").length - 3]) {
    const content = `${file("10:00").slice(0, at)}*${file("10:00").slice(at + 1)}`;
    const { errors } = await upload(clinic, { ...input, idempotencyKey: randomUUID(), content });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  }
});

test("SMART NDJSON: free slots are published, busy ones withdrawn, an unmapped Schedule is refused", async () => {
  const clinic = await t.make.clinic();
  const slot = (id: string, hour: string, status = "free", schedule = "Schedule/10"): string =>
    JSON.stringify({
      resourceType: "Slot",
      id,
      status,
      schedule: { reference: schedule },
      start: `${day}T${hour}:00:00+01:00`,
      end: `${day}T${hour}:30:00+01:00`,
    });
  const schedules = [{ reference: "Schedule/10", terms: { practitionerRef: await refOf(clinic), services: ["PHYSIOTHERAPY"] } }];
  const ask = (...lines: string[]) => upload(clinic, { format: "SMART", content: lines.join("\n"), schedules });
  const first = (await ask(slot("1", "09"), slot("2", "10"), slot("3", "11", "free", "Schedule/99"), slot("4", "12", "busy"))).data
    .uploadSlots;
  expect(first.lines.map((l: any) => l.outcome)).toEqual(["INSERTED", "INSERTED", "REFUSED", "UNCHANGED"]);
  const second = (await ask(slot("1", "09", "busy-tentative"), slot("2", "10"))).data.uploadSlots;
  expect(second.lines.map((l: any) => l.outcome)).toEqual(["WITHDRAWN", "UNCHANGED"]);
  expect(await slotsOf(clinic)).toMatchObject([{ source: "SMART" }, { source: "SMART" }]);
});

test("a file that cannot be read as a whole is refused as a whole, without a word of its content", async () => {
  const clinic = await t.make.clinic();
  const secret = "Bente 0101701234";
  for (const [input, code] of [
    [{ format: "CSV", content: `${secret}\n1\n` }, "COLUMN_UNKNOWN"],
    [{ format: "CSV", content: "" }, "HEADER_MISSING"],
    [{ format: "CSV", encoding: "BASE64", content: Buffer.from([0x91, 0x9b]).toString("base64") }, "INPUT_NOT_UTF8"],
    [{ format: "CSV", content: `external_id\n${"x\n".repeat(10_001)}` }, "TOO_MANY_LINES"],
  ] as const) {
    const answer = await upload(clinic, input);
    expect(answer.data.uploadSlots).toMatchObject({ lines: [], counts: null, errors: [{ code, path: ["input", "content"] }] });
    expect(answer.text).not.toContain("Bente");
  }
  const broken = await upload(clinic, { format: "CSV", encoding: "BASE64", content: "%%%" });
  expect(broken.errors?.[0].extensions).toMatchObject({ code: "BAD_USER_INPUT", inputPath: ["input", "content"] });
  const channel = await upload(clinic, { format: "CSV", content: "x", defaults: { channel: "FAX" } });
  expect(channel.errors?.[0].extensions).toMatchObject({ code: "BAD_USER_INPUT", inputPath: ["input", "defaults", "channel"] });
  expect(await slotsOf(clinic)).toEqual([]);
});

test("another provider's clinic is not found", async () => {
  const [mine, foreign] = [await t.make.clinic(), await t.make.clinic()];
  const answer = await upload(mine, { clinicId: globalId("Clinic", foreign.id), format: "CSV", content: "external_id\n" });
  expect(answer.data.uploadSlots.errors).toEqual([{ code: "NOT_FOUND", path: ["input", "clinicId"] }]);
});
