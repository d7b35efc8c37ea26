/** What a suspension or end closes: in pieces where it is much, taken up where it stopped, and opened again when it is lifted. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { runCarryOnEndings } from "../../src/features/network/credentials/carry-on-ending.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { at, dayIn, type MadeClinic } from "../support/make.js";
import { toldBy } from "../support/told.js";

let t: TestApp;
let anna: Asker;
let bo: Asker;
beforeAll(async () => {
  t = await startApp();
  anna = t.as({ sub: "anna", role: "NETWORK_MANAGER" });
  bo = t.as({ sub: "bo", role: "NETWORK_MANAGER" });
});
afterAll(() => t.stop());

const network = (name: string): string => readFileSync(`schema/operations/network/${name}.graphql`, "utf8");
const BOOK = readFileSync("schema/operations/health-team+member-app/book-slot.graphql", "utf8");
const act = async (as: Asker, name: string, input: object): Promise<any> => {
  const answer = await as(network(name), { input: { idempotencyKey: randomUUID(), ...input } });
  return Object.values(answer.data ?? { fault: answer.errors })[0];
};
const progressOf = async (id: string): Promise<any> => (await anna(network("credential-progress"), { id })).data.node.progress;
const states = async (slots: readonly { readonly id: string }[]): Promise<string[]> => {
  const rows = await t.rows<{ id: string; state: string }>("select id, state from slot where id = any ($1)", [slots.map(({ id }) => id)]);
  return slots.map(({ id }) => rows.find((row) => row.id === id)?.state ?? "none");
};

async function booked(clinic: MadeClinic, startsAt: Date): Promise<{ slotId: string; claimId: string; memberId: string }> {
  const slot = await t.make.slot(clinic, { startsAt });
  const member = await t.make.member();
  const claim = await t.make.claim(member);
  const { data } = await t.asMember(member)(BOOK, {
    input: { idempotencyKey: randomUUID(), claimId: globalId("Claim", claim.id), slotId: globalId("Slot", slot.id) },
  });
  expect(data.bookSlot.errors).toEqual([]);
  return { slotId: slot.id, claimId: claim.id, memberId: member.id };
}

/** Copies of an appointment with everything that booking wrote beside it, each of a member of their own. */
async function copies(of: { slotId: string; claimId: string; memberId: string }, count: number): Promise<void> {
  const [{ booking }] = (await t.rows<{ booking: string }>("select id as booking from booking where claim_id = $1", [of.claimId])) as [
    { booking: string },
  ];
  const own = [of.slotId, of.claimId, of.memberId, booking];
  const more = [
    ...(await t.rows<{ id: string }>("select id from policy where member_id = $1", [of.memberId])),
    ...(await t.rows<{ id: string }>("select id from treatment_usage where booking_id = $1", [booking])),
    ...(await t.rows<{ id: string }>("select id from ledger_entry where booking_id = $1 or id = $1", [booking])),
    ...(await t.rows<{ id: string }>("select p.id from posting p join ledger_entry e on e.id = p.entry_id where e.booking_id = $1", [
      booking,
    ])),
    ...(await t.rows<{ id: string }>("select id from consent where claim_id = $1", [of.claimId])),
  ].map(({ id }) => id);
  const ids = [...new Set([...own, ...more])];
  for (const [table, where] of [
    ["member", `id = '${of.memberId}'`],
    ["policy", `member_id = '${of.memberId}'`],
    ["claim", `id = '${of.claimId}'`],
    ["consent", `claim_id = '${of.claimId}'`],
    ["slot", `id = '${of.slotId}'`],
    ["booking", `id = '${booking}'`],
    ["treatment_usage", `booking_id = '${booking}'`],
    ["ledger_entry", `booking_id = '${booking}'`],
    ["posting", `entry_id in (select id from ledger_entry where booking_id = '${booking}')`],
  ] as const) {
    const [{ columns }] = (await t.rows<{ columns: string }>(
      "select string_agg(column_name, ', ') as columns from information_schema.columns where table_name = $1 and is_generated = 'NEVER'",
      [table],
    )) as [{ columns: string }];
    await t.rows(
      `insert into ${table} (${columns}) select ${columns.replaceAll(/\w+/g, "r.$&")}
       from ${table} x cross join generate_series(1, $2::int) n
       cross join lateral (select jsonb_object_agg(key, case
           when jsonb_typeof(value) = 'string' and value #>> '{}' = any ($1::text[]) then to_jsonb(md5((value #>> '{}') || n)::uuid)
           when key = 'family_id' then to_jsonb(gen_random_uuid())
           when key in ('reference', 'identity_subject', 'external_id') and value <> 'null' then to_jsonb((value #>> '{}') || '-' || n)
           else value end) as row from jsonb_each(to_jsonb(x))) made
       cross join lateral jsonb_populate_record(null::${table}, made.row) r where x.${where}`,
      [ids, count],
    );
  }
}

describe("a part with more appointments than one act moves", () => {
  it("cannot be booked at once, and its appointments move in pieces, the soonest first, each once", async () => {
    const clinic = await t.make.clinic({ row: { allows_overlap: true } });
    const first = await booked(clinic, at(dayIn(3), "10:00"));
    await t.rows("update slot set overlap_allowed = true where id = $1", [first.slotId]);
    await copies(first, 259);
    const last = await booked(clinic, at(dayIn(4), "10:00"));
    const elsewhere = await t.make.clinic();
    await t.make.slot(elsewhere, { startsAt: at(dayIn(2), "12:00"), capacity: 400 });
    const input = { subjectId: globalId("Clinic", clinic.id), kind: "END", from: dayIn(0), reason: "Praksis lukker" };
    const seen = await act(anna, "end-in-network", { ...input, preview: true });
    expect(seen).toMatchObject({ errors: [], credential: null, openings: 261, appointmentCount: 261, promises: 261 });
    expect(seen.appointments).toHaveLength(250);
    expect(await t.rows("select 1 from credential where clinic_id = $1", [clinic.id])).toEqual([]);

    const done = await act(anna, "end-in-network", input);
    expect(done).toMatchObject({
      errors: [],
      openings: 261,
      appointmentCount: 261,
      credential: { progress: { state: "CLOSING", closed: 250 } },
    });
    expect(done.appointments).toHaveLength(250);
    const confirmed = () =>
      t.rows<{ n: number }>("select count(*)::int as n from booking where clinic_id = $1 and state = 'CONFIRMED'", [clinic.id]);
    expect(await confirmed()).toEqual([{ n: 11 }]);
    // the last one waits for the job, but nobody books beside it
    expect(await t.rows("select state from booking where claim_id = $1", [last.claimId])).toEqual([{ state: "CONFIRMED" }]);
    const other = await t.make.member();
    const claim = await t.make.claim(other);
    const free = await t.make.slot(clinic, { startsAt: at(dayIn(5), "12:00") });
    const no = await t.asMember(other)(BOOK, {
      input: { idempotencyKey: randomUUID(), claimId: globalId("Claim", claim.id), slotId: globalId("Slot", free.id) },
    });
    expect(no.data.bookSlot.errors.map((e: any) => e.code)).toContain("AGREEMENT_NOT_IN_FORCE");

    // twice at once is as once
    const [one, two] = await Promise.all([runCarryOnEndings(t.app.database), runCarryOnEndings(t.app.database)]);
    expect(one.appointments + two.appointments).toBe(11);
    expect(await confirmed()).toEqual([{ n: 0 }]);
    expect(await progressOf(done.credential.id)).toMatchObject({
      state: "DONE",
      openings: 261,
      appointments: 261,
      closed: 262,
      moved: 261,
      escalated: 0,
    });
    expect(await runCarryOnEndings(t.app.database)).toEqual({ pieces: 0, appointments: 0, opened: 0, later: 0 });
    expect(
      await t.rows(
        "select count(*)::int as n, count(distinct claim_id)::int as claims from booking where clinic_id = $1 and state = 'CONFIRMED'",
        [elsewhere.id],
      ),
    ).toEqual([{ n: 261, claims: 261 }]);
  }, 60_000);
});

describe("a suspension that is lifted early", () => {
  const suspend = (subjectId: string, more: object = {}) =>
    act(anna, "end-in-network", { subjectId, kind: "SUSPENSION", from: dayIn(0), until: dayIn(20), reason: "Vandskade", ...more });

  it("opens the time again that it closed from then on, and nothing that others closed", async () => {
    const clinic = await t.make.clinic();
    const slots = [
      await t.make.slot(clinic, { startsAt: at(dayIn(2), "09:00") }),
      await t.make.slot(clinic, { startsAt: at(dayIn(6), "09:00") }),
      await t.make.slot(clinic, { startsAt: at(dayIn(7), "09:00") }),
    ];
    const closed = await t.asClinic(clinic)(readFileSync("schema/operations/clinic/close-time.graphql", "utf8"), {
      input: {
        idempotencyKey: randomUUID(),
        clinicId: globalId("Clinic", clinic.id),
        from: at(dayIn(7), "08:00").toISOString(),
        to: at(dayIn(7), "10:00").toISOString(),
      },
    });
    expect(closed.data.closeTime.errors).toEqual([]);
    const made = await suspend(globalId("Clinic", clinic.id));
    expect(made).toMatchObject({ errors: [], openings: 2 });
    expect(await states(slots)).toEqual(["WITHDRAWN", "WITHDRAWN", "WITHDRAWN"]);
    const id = made.credential.id;
    expect((await act(anna, "end-credential", { id, until: dayIn(4) })).errors.map((e: any) => e.code)).toEqual(["FOUR_EYES"]);
    expect(await act(bo, "end-credential", { id, until: dayIn(4) })).toMatchObject({
      errors: [],
      opened: 1,
      credential: { validUntil: dayIn(4), progress: { state: "DONE", opened: 1 } },
    });
    expect(await states(slots)).toEqual(["WITHDRAWN", "OPEN", "WITHDRAWN"]);
    expect(
      await t.rows("select count(*)::int as n from closure where clinic_id = $1 and credential_id is not null and ends_at = $2", [
        clinic.id,
        at(dayIn(4), "00:00"),
      ]),
    ).toEqual([{ n: 1 }]);
  });

  it("of a practitioner opens nobody else's time", async () => {
    const clinic = await t.make.clinic();
    const slot = await t.make.slot(clinic, { startsAt: at(dayIn(3), "09:00") });
    const made = await suspend(globalId("Practitioner", clinic.practitionerId));
    expect(await states([slot])).toEqual(["WITHDRAWN"]);
    expect(await act(bo, "end-credential", { id: made.credential.id, until: dayIn(1) })).toMatchObject({ errors: [], opened: 1 });
    expect(await states([slot])).toEqual(["OPEN"]);
    expect(await toldBy(t, "endCredential")).toContain("availability.changed");
  });

  it("of many clinics goes on where it stopped", async () => {
    const first = await t.make.clinic();
    const clinics = [first];
    for (let n = 0; n < 21; n += 1) clinics.push(await t.make.clinic({ of: { id: first.providerId, cvr: first.cvr } }));
    const slots = [];
    for (const clinic of clinics) slots.push(await t.make.slot(clinic, { startsAt: at(dayIn(3), "09:00") }));
    const made = await suspend(globalId("Organisation", first.providerId));
    expect(made).toMatchObject({ errors: [], clinics: 22, openings: 22, credential: { progress: { state: "DONE", closed: 22 } } });
    const lifted = await act(bo, "end-credential", { id: made.credential.id, until: dayIn(1) });
    expect(lifted).toMatchObject({ errors: [], opened: 20, credential: { progress: { state: "OPENING", opened: 20 } } });
    expect(await runCarryOnEndings(t.app.database)).toMatchObject({ opened: 2 });
    expect(await progressOf(made.credential.id)).toMatchObject({ state: "DONE", opened: 22 });
    expect(new Set(await states(slots))).toEqual(new Set(["OPEN"]));
  });
});
