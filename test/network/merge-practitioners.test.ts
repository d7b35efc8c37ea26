/** Two records of one practitioner become one: everything goes over, what conflicts is said, and another person agrees. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { mergeRefusals, moving, type MergeGround, type MergeRecord } from "../../src/features/network/moves/merge.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { at, dayIn, type MadeClinic } from "../support/make.js";

let t: TestApp;
let anna: Asker;
let bo: Asker;
beforeAll(async () => {
  t = await startApp();
  anna = t.as({ sub: "anna", role: "NETWORK_MANAGER" });
  bo = t.as({ sub: "bo", role: "NETWORK_MANAGER" });
});
afterAll(() => t.stop());

const act = async (as: Asker, name: string, input: object): Promise<any> => {
  const document = readFileSync(`schema/operations/network/${name}.graphql`, "utf8");
  const answer = await as(document, { input: { idempotencyKey: randomUUID(), ...input } });
  if (!answer.data) throw new Error(answer.text);
  return Object.values(answer.data)[0];
};
const codes = (of: any): string[] => of.errors.map((e: any) => e.code);
const merge = (duplicate: MadeClinic, kept: MadeClinic): Promise<any> =>
  act(anna, "merge-practitioners", {
    duplicateId: globalId("Practitioner", duplicate.practitionerId),
    keptId: globalId("Practitioner", kept.practitionerId),
    source: "the clinic says so",
  });
const ofWhom = async (table: string, clinic: MadeClinic): Promise<unknown[]> =>
  (await t.rows<{ p: string }>(`select distinct practitioner_id as p from ${table} where clinic_id = $1`, [clinic.id])).map(({ p }) => p);

async function book(clinic: MadeClinic, startsAt: Date): Promise<void> {
  const slot = await t.make.slot(clinic, { startsAt });
  const member = await t.make.member();
  const claim = await t.make.claim(member);
  const { data } = await t.asMember(member)(readFileSync("schema/operations/health-team+member-app/book-slot.graphql", "utf8"), {
    input: { idempotencyKey: randomUUID(), claimId: globalId("Claim", claim.id), slotId: globalId("Slot", slot.id) },
  });
  expect(data.bookSlot.errors).toEqual([]);
}
const scheduled = (clinic: MadeClinic, startTime: string): Promise<any> =>
  t
    .asClinic(clinic)(readFileSync("schema/operations/clinic/save-schedule.graphql", "utf8"), {
      input: {
        idempotencyKey: randomUUID(),
        clinicId: globalId("Clinic", clinic.id),
        practitionerId: globalId("Practitioner", clinic.practitionerId),
        validFrom: dayIn(0),
        rules: [
          {
            rrule: "FREQ=WEEKLY;BYDAY=MO,WE",
            opening: { startTime, endTime: `${Number(startTime.slice(0, 2)) + 1}:00`, slotMinutes: 60, services: ["PHYSIOTHERAPY"] },
          },
        ],
      },
    })
    .then((answer) => {
      if (!answer.data) throw new Error(answer.text);
      expect(answer.data.saveSchedule.errors).toEqual([]);
    });

describe("two records of one practitioner", () => {
  it("become one once another person agrees: openings, appointments, schedules, clinics and what entitles go over", async () => {
    const kept = await t.make.clinic({ practitioner: { authorised: { valid_from: "2022-01-01" } } });
    const double = await t.make.clinic({
      practitioner: { authorised: { valid_from: "2010-01-01", valid_until: "2021-01-01", number: "OLD" }, rabApproved: { number: "RAB1" } },
    });
    await book(kept, at(dayIn(3), "09:00"));
    const free = await t.make.slot(double, { startsAt: at(dayIn(3), "11:00") });
    const over = await t.make.slot(double, { startsAt: at(dayIn(-3), "11:00") });
    await scheduled(double, "19:00");
    const proposed = await merge(double, kept);
    expect(codes(proposed)).toEqual([]);
    expect(proposed.proposal.changes).toEqual(
      expect.arrayContaining([
        { field: "AUTHORISATION", before: null, after: "OLD, from 2010-01-01 until 2021-01-01" },
        { field: "RAB_APPROVAL", before: null, after: "RAB1, from 2020-01-01" },
        { field: "schedules", before: "Åse Test Øvelund", after: "1 go over to Åse Test Øvelund" },
      ]),
    );
    expect(await ofWhom("slot", double)).toEqual([double.practitionerId]);
    const id = proposed.proposal.id;
    expect(codes(await act(anna, "approve-proposal", { id }))).toEqual(["FOUR_EYES"]);
    expect(codes(await act(bo, "approve-proposal", { id }))).toEqual([]);

    expect(await t.rows("select practitioner_id as p from slot where id = $1", [free.id])).toEqual([{ p: kept.practitionerId }]);
    // what nobody had, and is over, stays where it was
    expect(await t.rows("select practitioner_id as p from slot where id = $1", [over.id])).toEqual([{ p: double.practitionerId }]);
    for (const table of ["schedule", "practitioner_clinic"])
      expect([table, await ofWhom(table, double)]).toEqual([table, [kept.practitionerId]]);
    expect(
      await t.rows(
        "select kind, number, valid_from::text as from, recorded_by, approved_by, source from credential where practitioner_id = $1 order by valid_from",
        [kept.practitionerId],
      ),
    ).toEqual([
      {
        kind: "AUTHORISATION",
        number: "OLD",
        from: "2010-01-01",
        recorded_by: "anna",
        approved_by: "bo",
        source: "test; merged: the clinic says so",
      },
      {
        kind: "RAB_APPROVAL",
        number: "RAB1",
        from: "2020-01-01",
        recorded_by: "anna",
        approved_by: "bo",
        source: "test; merged: the clinic says so",
      },
      { kind: "AUTHORISATION", number: null, from: "2022-01-01", recorded_by: "maker", approved_by: "approver", source: "test" },
    ]);
    expect(await t.rows("select authorised::text as days from practitioner where id = $1", [kept.practitionerId])).toEqual([
      { days: "{[2010-01-01,2021-01-01),[2022-01-01,)}" },
    ]);
    const history = await t.rows<{ part_id: string; changes: unknown }>(
      "select part_id, changes from network_change where operation = 'mergePractitioners' and part_id = any ($1) order by part_id",
      [[double.practitionerId, kept.practitionerId]],
    );
    expect(history.map(({ part_id }) => part_id).sort()).toEqual([double.practitionerId, kept.practitionerId].sort());
    const { node } = (
      await anna("query ($id: ID!) { node(id: $id) { ... on Practitioner { mergedInto { id } } } }", {
        id: globalId("Practitioner", double.practitionerId),
      })
    ).data;
    expect(node.mergedInto.id).toBe(globalId("Practitioner", kept.practitionerId));
    expect(codes(await merge(double, kept))).toEqual(["PRACTITIONER_MERGED"]);
    // a practice system that still knows the old authorisation number is understood, a line of the register is not
    const [{ ref }] = (await t.rows<{ ref: string }>("select authorisation_id as ref from practitioner where id = $1", [
      double.practitionerId,
    ])) as [{ ref: string }];
    const published = await t.asClinic(double)(readFileSync("schema/operations/clinic/publish-slots.graphql", "utf8"), {
      input: {
        idempotencyKey: randomUUID(),
        clinicId: globalId("Clinic", double.id),
        lines: [
          {
            externalId: "by-ref",
            practitionerRef: ref,
            services: ["PHYSIOTHERAPY"],
            startsAt: at(dayIn(4), "07:00").toISOString(),
            minutes: 30,
          },
        ],
      },
    });
    expect(published.data.publishSlots.lines[0]).toMatchObject({ outcome: "INSERTED" });
    expect(await t.rows("select practitioner_id as p from slot where external_id = 'by-ref'")).toEqual([{ p: kept.practitionerId }]);
    const line = await act(anna, "import-network", {
      part: "PRACTITIONER",
      format: "CSV",
      mode: "CONTINUE",
      content: `external_id,authorisation_id,family_name\nx-${ref},${ref},Nyt`,
    });
    expect(line.lines[0].errors.map((e: any) => e.code)).toEqual(["PRACTITIONER_MERGED"]);
  });

  it("take appointments along, which keep their clinic, time and price", async () => {
    const [kept, double] = [await t.make.clinic(), await t.make.clinic()];
    await book(double, at(dayIn(3), "13:00"));
    const facts = () => t.rows("select starts_at, insurer_pays_minor, provider_id, state from booking where clinic_id = $1", [double.id]);
    const before = await facts();
    const { proposal } = await merge(double, kept);
    expect(codes(await act(bo, "approve-proposal", { id: proposal.id }))).toEqual([]);
    expect(await ofWhom("booking", double)).toEqual([kept.practitionerId]);
    expect(await facts()).toEqual(before);
  });

  it("that have openings and schedules at the same times, or calendars at one clinic, are refused with every reason", async () => {
    const kept = await t.make.clinic();
    const double = { ...kept, practitionerId: await t.make.practitioner(kept.id) };
    for (const each of [kept, double]) {
      await t.make.slot(each, { startsAt: at(dayIn(3), "09:00") });
      await scheduled(each, "18:00");
      await t.make.insert("busy_feed", {
        id: randomUUID(),
        clinic_id: each.id,
        provider_id: each.providerId,
        practitioner_id: each.practitionerId,
        stale_after_minutes: 30,
        unread: [],
        awaits_holds: false,
        saved_at: at(dayIn(0)),
      });
    }
    const refused = await merge(double, kept);
    expect(codes(refused).sort()).toEqual(["CALENDAR_TWICE", "SCHEDULES_OVERLAP", "SLOTS_OVERLAP"]);
    expect(refused.errors.every((e: any) => e.remedy && e.path[0] === "input")).toBe(true);
    expect(codes(await merge(kept, kept))).toEqual(["SAME_PRACTITIONER"]);
    expect(await ofWhom("slot", kept)).toHaveLength(2);
  });

  it("that conflict by the time another person agrees stay as they are", async () => {
    const [kept, double] = [await t.make.clinic(), await t.make.clinic()];
    const { proposal } = await merge(double, kept);
    for (const each of [kept, double]) await t.make.slot(each, { startsAt: at(dayIn(3), "09:00") });
    const late = await act(bo, "approve-proposal", { id: proposal.id });
    expect(late.errors).toMatchObject([{ code: "SLOTS_OVERLAP", path: ["input", "id"] }]);
    expect(await t.rows("select merged_into from practitioner where id = $1", [double.practitionerId])).toEqual([{ merged_into: null }]);
    expect(await t.rows("select state from proposal order by id desc limit 1")).toEqual([{ state: "PROPOSED" }]);
  });
});

describe("whether two may be merged", () => {
  const record = (id: string, more: Partial<MergeRecord> = {}): MergeRecord => ({
    id,
    name: id,
    profession: "PHYSIOTHERAPIST",
    authorisationId: id,
    mergedInto: null,
    credentials: [],
    ...more,
  });
  const ground = (more: Partial<MergeGround> = {}): MergeGround => ({
    duplicate: record("a"),
    kept: record("b"),
    clashes: { count: 0, first: null },
    schedulesMeet: false,
    calendars: [],
    today: "2026-06-01",
    ...more,
  });
  const held = (kind: "AUTHORISATION" | "SUSPENSION" | "END", validFrom: string, validUntil: string | null = null) => ({
    kind,
    number: null,
    validFrom,
    validUntil,
    source: "register",
  });
  const why = (more: Partial<MergeGround>): string[] => mergeRefusals(ground(more)).map(({ code }) => code);

  it("is decided from facts, with all reasons", () => {
    expect(why({})).toEqual([]);
    expect(why({ duplicate: undefined, kept: undefined })).toEqual(["NOT_FOUND", "NOT_FOUND"]);
    expect(why({ duplicate: record("a", { profession: "PSYCHOLOGIST", credentials: [held("END", "2026-01-01")] }) })).toEqual([
      "PART_SUSPENDED",
      "PROFESSION_DIFFERS",
    ]);
    // over, so it takes nothing away any more
    expect(why({ kept: record("b", { credentials: [held("SUSPENSION", "2026-01-01", "2026-06-01")] }) })).toEqual([]);
    expect(
      why({
        duplicate: record("a", { credentials: [held("AUTHORISATION", "2015-01-01")] }),
        kept: record("b", { credentials: [held("AUTHORISATION", "2020-01-01")] }),
      }),
    ).toEqual(["CREDENTIAL_OVERLAP"]);
  });

  it("takes along only what the kept record does not hold already", () => {
    const kept = record("b", { credentials: [held("AUTHORISATION", "2015-01-01")] });
    const inside = held("AUTHORISATION", "2016-01-01", "2017-01-01");
    const before = held("AUTHORISATION", "2010-01-01", "2015-01-01");
    expect(moving(record("a", { credentials: [inside, before, held("SUSPENSION", "2011-01-01", "2011-02-01")] }), kept)).toEqual([before]);
  });
});
