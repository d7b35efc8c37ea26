import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import pg from "pg";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { at, dayIn, newTestId, type MadeClinic } from "../support/make.js";

let t: TestApp;
let other: TestApp;
beforeAll(async () => {
  t = await startApp();
  other = await t.another();
});
afterAll(async () => {
  await other.stop();
  await t.stop();
});

const publish = async (on: TestApp, clinic: MadeClinic, lines: readonly object[], mode = "CONTINUE") =>
  (
    await on.asClinic(clinic)(
      "mutation ($input: PublishSlotsInput!) { publishSlots(input: $input) { lines { outcome errors { code } } errors { code retryable } } }",
      {
        input: { idempotencyKey: randomUUID(), clinicId: globalId("Clinic", clinic.id), mode, lines },
      },
    )
  ).data.publishSlots;
const line = (practitionerId: string, n: number, prefix = "e") => ({
  externalId: `${prefix}-${n}`,
  practitionerId,
  services: ["PHYSIOTHERAPY"],
  startsAt: new Date(at(dayIn(5), "06:00").getTime() + n * 1_200_000).toISOString(),
  minutes: 20,
});
const overlapping = `select count(*)::int as n from slot a join slot b on a.practitioner_id = b.practitioner_id and a.id < b.id
  and a.state = 'OPEN' and b.state = 'OPEN' and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`;

test("two clinics that publish one practitioner's same hours at once: each hour goes to one of them, the other line is refused", async () => {
  for (let round = 0; round < 5; round += 1) {
    const [a, b] = [await t.make.clinic(), await t.make.clinic()];
    await t.make.insert("practitioner_clinic", { practitioner_id: a.practitionerId, clinic_id: b.id });
    const lines = Array.from({ length: 40 }, (_, n) => line(a.practitionerId, n));
    const [first, second] = await Promise.all([publish(t, a, lines), publish(other, b, lines)]);
    for (let n = 0; n < lines.length; n += 1) {
      const pair = [first.lines[n], second.lines[n]];
      expect(pair.map((l) => l.outcome).sort()).toEqual(["INSERTED", "REFUSED"]);
      expect(pair.flatMap((l) => l.errors)).toEqual([{ code: "SLOTS_OVERLAP" }]);
    }
  }
  expect(await t.rows(overlapping)).toEqual([{ n: 0 }]);
});

test("two calls with the same external ids at once: one inserts, the other finds them standing", async () => {
  const clinic = await t.make.clinic();
  const lines = Array.from({ length: 20 }, (_, n) => line(clinic.practitionerId, n));
  const answers = await Promise.all([publish(t, clinic, lines), publish(other, clinic, lines)]);
  expect(answers.map((a) => a.lines[0].outcome).sort()).toEqual(["INSERTED", "UNCHANGED"]);
  expect(await t.rows("select count(*)::int as n from slot where clinic_id = $1", [clinic.id])).toEqual([{ n: 20 }]);
});

test("a writer who takes no lock meets the constraint: its hour becomes one refused line, and all other lines are saved", async () => {
  const clinic = await t.make.clinic();
  const stranger = await t.make.clinic();
  const lines = Array.from({ length: 30 }, (_, n) => line(clinic.practitionerId, n));
  const client = new pg.Client({ connectionString: t.fresh.url });
  await client.connect();
  await client.query("begin");
  // not committed yet: our look at what is taken cannot see it, the constraint waits for it
  await client.query(
    `insert into slot (id, clinic_id, provider_id, practitioner_id, external_id, starts_at, ends_at, service_mask, channel, audience, languages, funding, capacity)
     values ($1, $2, $3, $4, 'x', $5, $5::timestamptz + interval '20 minutes', 1, 'IN_PERSON', 'BOTH', '{da}', 'PRIVATE', 1)`,
    [newTestId(), stranger.id, stranger.providerId, clinic.practitionerId, lines[17]!.startsAt],
  );
  const publishing = publish(t, clinic, lines);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await client.query("commit");
  await client.end();
  const answer = await publishing;
  expect(answer.lines.map((l: any) => l.outcome)).toEqual(lines.map((_, n) => (n === 17 ? "REFUSED" : "INSERTED")));
  expect(answer.lines[17].errors).toEqual([{ code: "SLOTS_OVERLAP" }]);
  expect(await t.rows("select count(*)::int as n from slot where clinic_id = $1", [clinic.id])).toEqual([{ n: 29 }]);
  expect((await publish(t, clinic, lines, "ATOMIC")).errors).toEqual([{ code: "SLOTS_OVERLAP", retryable: false }]);
});
