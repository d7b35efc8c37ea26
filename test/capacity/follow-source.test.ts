import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { runFetchSources } from "../../src/features/capacity/following/fetch-sources.js";
import { runWithdrawSilentFeeds } from "../../src/features/capacity/schedules/expand-schedules.js";
import { addDays } from "../../src/kernel/calendar.js";
import type { Fetched, Outside, Wanted } from "../../src/platform/outside/fetch-outside.js";
import { createLog } from "../../src/platform/log.js";
import { personalData } from "../../src/platform/people/personal-data.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { fromNow, today } from "../support/clock.js";
import { at, type MadeClinic } from "../support/make.js";
import { toldBy } from "../support/told.js";

const KEY = `k1:${Buffer.alloc(32, 7).toString("base64")}`;
const HOST = "calendar.example.org";
let t: TestApp;
let off: TestApp;
beforeAll(async () => {
  t = await startApp({ CALENDAR_HOSTS: HOST, CPR_KEY: KEY, CPR_INDEX_KEY: KEY });
  off = await startApp({ CPR_KEY: KEY, CPR_INDEX_KEY: KEY }, t.fresh);
});
afterAll(async () => {
  await off.stop();
  await t.stop();
});

/** What stands at addresses, and what was asked of them. */
let at_: Map<string, (wanted: Wanted) => Fetched>;
let asked: { url: string; wanted: Wanted }[];
beforeEach(async () => {
  at_ = new Map();
  asked = [];
  await t.rows("delete from followed_source");
});
const world: Outside = {
  allows: () => true,
  fetch: (url, wanted) => {
    asked.push({ url, wanted });
    const found = at_.get(url) ?? at_.get(url.split("?")[0] ?? "");
    return Promise.resolve(found ? found(wanted) : { kind: "FAILED", fault: "FETCH_UNREACHABLE", retryAfterSeconds: null });
  },
};
const content = (text: string, etag: string | null = null): Fetched => ({
  kind: "CONTENT",
  bytes: Buffer.from(text),
  validators: { etag, lastModified: null },
});
const fetchAll = (now: Date | null = null) =>
  runFetchSources({
    database: t.app.database,
    log: createLog("silent"),
    personalData: personalData(KEY, KEY),
    outside: world,
    now,
  });

const day = addDays(today(), 3);
const hour = (h: string): string => at(day, h).toISOString();
const stamp = (h: string): string => hour(h).replace(/[-:]|\.\d+/g, "");
const calendar = (...times: readonly [string, string][]): string =>
  [
    "BEGIN:VCALENDAR",
    ...times.flatMap(([from, to], n) => ["BEGIN:VEVENT", `UID:${n}`, `DTSTART:${stamp(from)}`, `DTEND:${stamp(to)}`, "END:VEVENT"]),
    "END:VCALENDAR",
  ].join("\r\n");

const follow = async (clinic: MadeClinic, more: object = {}, on = t): Promise<any> =>
  (
    await on.asClinic(clinic)(
      "mutation ($input: FollowSourceInput!) { followSource(input: $input) { source { following { id } } replayed errors { code path } } }",
      {
        input: {
          idempotencyKey: randomUUID(),
          clinicId: globalId("Clinic", clinic.id),
          kind: "ICALENDAR",
          url: `webcal://${HOST}/secret.ics`,
          practitionerId: globalId("Practitioner", clinic.practitionerId),
          ...more,
        },
      },
    )
  ).data.followSource;
const SECRET = `https://${HOST}/secret.ics`;
const sources = async (clinic: MadeClinic, as = clinic): Promise<any> =>
  (
    await t.asClinic(as)(
      `query ($id: ID!) { clinic(id: $id) { capacitySources { code state following { id host nextAt } reason { code } asOf staleAt lines refused { code entries } unread { code entries } } } }`,
      { id: globalId("Clinic", clinic.id) },
    )
  ).data.clinic.capacitySources;
const availability = async (clinic: MadeClinic): Promise<string> =>
  (await t.as(null)(`query ($id: ID!) { node(id: $id) { ... on Clinic { availability } } }`, { id: globalId("Clinic", clinic.id) })).data
    .node.availability;
const open = async (clinic: MadeClinic): Promise<string[]> =>
  (await t.rows("select starts_at from slot where clinic_id = $1 and state = 'OPEN' order by starts_at", [clinic.id])).map((s) =>
    s.starts_at.toISOString(),
  );
async function clinicWithTwo(): Promise<MadeClinic> {
  const clinic = await t.make.clinic();
  await t.make.slot(clinic, { startsAt: at(day, "09:00") });
  await t.make.slot(clinic, { startsAt: at(day, "11:00") });
  return clinic;
}

describe("a calendar that the gateway fetches", () => {
  test("offers nothing until it was read, then what it leaves free; the address is sealed and shown to nobody", async () => {
    const clinic = await clinicWithTwo();
    const followed = await follow(clinic);
    expect(followed).toMatchObject({ errors: [], replayed: false });
    expect([await open(clinic), await availability(clinic)]).toEqual([[], "UNKNOWN"]);
    expect(await toldBy(t, "followSource")).toEqual(["availability.changed"]);
    expect(await sources(clinic)).toMatchObject([{ code: "ICALENDAR", state: "WAITING", following: { host: HOST }, asOf: null }]);
    at_.set(SECRET, () => content(calendar(["09:00", "09:30"])));
    await t.rows("update clinic set last_synced_at = null where id = $1", [clinic.id]);
    expect(await fetchAll()).toEqual({ sources: 1, failed: 0 });
    expect(await t.rows("select 1 from clinic where id = $1 and last_synced_at is not null", [clinic.id])).toHaveLength(1);
    expect(await toldBy(t, "fetchSources")).toEqual(["availability.changed"]);
    expect([await open(clinic), await availability(clinic)]).toEqual([[hour("11:00")], "CURRENT"]);
    expect(await sources(clinic)).toMatchObject([{ state: "CURRENT", reason: null, following: { id: followed.source.following.id } }]);
    const kept = await t.rows(
      "select f::text as row from followed_source f union all select i::text from idempotency i where operation = 'followSource'",
    );
    expect(JSON.stringify(kept)).not.toContain("secret");
    // nothing is due before its time
    expect(await fetchAll()).toEqual({ sources: 0, failed: 0 });
  });

  test("keeps its address when keys are exchanged, and one that cannot be opened holds up no other", async () => {
    const lost = await clinicWithTwo();
    const clinic = await clinicWithTwo();
    await follow(lost);
    await follow(clinic);
    await t.rows("update followed_source set url = 'nonsense', next_at = next_at - interval '1 minute' where clinic_id = $1", [lost.id]);
    at_.set(SECRET, () => content(calendar()));
    const newer = `k2:${Buffer.alloc(32, 8).toString("base64")}`;
    const run = (keys: string) =>
      runFetchSources({
        database: t.app.database,
        log: createLog("silent"),
        personalData: personalData(keys, KEY),
        outside: world,
        now: null,
      });
    expect(await run(`${newer},${KEY}`)).toEqual({ sources: 2, failed: 1 });
    expect([await open(lost), (await open(clinic)).length]).toEqual([[], 2]);
    await t.rows("update followed_source set next_at = clock_now() where clinic_id = $1", [clinic.id]);
    expect(await run(newer)).toEqual({ sources: 1, failed: 0 });
  });

  test("is asked for what changed, and for the whole once a day; unchanged it stays known", async () => {
    const clinic = await clinicWithTwo();
    await follow(clinic);
    at_.set(SECRET, () => content(calendar(["09:00", "09:30"]), '"a"'));
    await fetchAll();
    at_.set(SECRET, ({ validators }) => (validators?.etag === '"a"' ? { kind: "UNCHANGED" } : content(calendar(), '"b"')));
    await t.rows("update busy_feed set as_of = as_of - interval '59 minutes' where clinic_id = $1", [clinic.id]);
    await fetchAll(fromNow(21 * 60_000));
    expect(asked.map(({ wanted }) => wanted.validators?.etag ?? null)).toEqual([null, '"a"']);
    await runWithdrawSilentFeeds(t.app.database, { now: fromNow(30 * 60_000) });
    expect(await open(clinic)).toEqual([hour("11:00")]);
    await t.rows("update followed_source set read_at = read_at - interval '1 day'");
    await fetchAll(fromNow(60 * 60_000));
    expect(asked[2]?.wanted.validators).toBe(null);
    expect(await open(clinic)).toEqual([hour("09:00"), hour("11:00")]);
  });

  test("that fails is asked for after ever longer, says why, and falls silent with its time", async () => {
    const clinic = await clinicWithTwo();
    await follow(clinic, { staleAfterMinutes: 30 });
    at_.set(SECRET, () => content(calendar()));
    await fetchAll();
    const next = async (): Promise<number> =>
      (await t.rows("select round(extract(epoch from next_at - checked_at) / 60)::int as m from followed_source"))[0].m;
    expect(await next()).toBe(10);
    at_.set(SECRET, () => ({ kind: "FAILED", fault: "FETCH_REFUSED", retryAfterSeconds: null }));
    const waits: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      await t.rows("update followed_source set next_at = clock_now()");
      expect(await fetchAll()).toEqual({ sources: 1, failed: 1 });
      waits.push(await next());
    }
    expect(waits).toEqual([10, 20, 40]);
    expect(await sources(clinic)).toMatchObject([{ state: "FAILING", reason: { code: "FETCH_REFUSED" } }]);
    expect(await open(clinic)).toHaveLength(2);
    at_.set(SECRET, () => ({ kind: "FAILED", fault: "FETCH_REFUSED", retryAfterSeconds: 7_200 }));
    await t.rows("update followed_source set next_at = clock_now()");
    await fetchAll();
    expect(await next()).toBe(120);
    await t.rows("update busy_feed set as_of = as_of - interval '31 minutes' where clinic_id = $1", [clinic.id]);
    await runWithdrawSilentFeeds(t.app.database);
    expect([await open(clinic), await availability(clinic)]).toEqual([[], "UNKNOWN"]);
    expect(await sources(clinic)).toMatchObject([{ state: "UNKNOWN", reason: { code: "FETCH_REFUSED" } }]);
  });

  test("that cannot be read is unknown at once, and read again when it can", async () => {
    const clinic = await clinicWithTwo();
    await follow(clinic);
    at_.set(SECRET, () => content(calendar()));
    await fetchAll();
    at_.set(SECRET, () => content("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:never\r\nEND:VEVENT\r\nEND:VCALENDAR", '"x"'));
    await fetchAll(fromNow(3_600_000));
    expect(await open(clinic)).toEqual([]);
    expect(await sources(clinic)).toMatchObject([{ state: "UNKNOWN", reason: { code: "FEED_UNREADABLE" } }]);
    at_.set(SECRET, () => content(calendar()));
    await fetchAll(fromNow(7 * 3_600_000));
    expect(await open(clinic)).toHaveLength(2);
  });

  test("of which the clinic names another address meanwhile is not taken from the first; two gateways do it once", async () => {
    const clinic = await clinicWithTwo();
    const first = await follow(clinic);
    const other = `https://${HOST}/other.ics`;
    at_.set(SECRET, () => content(calendar(["09:00", "12:00"])));
    const race: Outside = {
      ...world,
      fetch: async (url, wanted) => {
        if (url === SECRET) expect((await follow(clinic, { url: other })).source.following.id).toBe(first.source.following.id);
        return world.fetch(url, wanted);
      },
    };
    await runFetchSources({
      database: t.app.database,
      log: createLog("silent"),
      personalData: personalData(KEY, KEY),
      outside: race,
      now: null,
    });
    expect(await sources(clinic)).toMatchObject([{ state: "WAITING" }]);
    at_.set(other, () => content(calendar()));
    await t.rows("update followed_source set next_at = clock_now()");
    const before = asked.length;
    await Promise.all([fetchAll(), fetchAll()]);
    expect(asked.length - before).toBe(1);
    expect(await open(clinic)).toHaveLength(2);
  });

  test("is refused where nothing is fetched, from other hosts, for strangers, by halves; and forgotten when it is no longer followed", async () => {
    const clinic = await clinicWithTwo();
    const foreign = await t.make.clinic();
    expect((await follow(clinic, {}, off)).errors).toEqual([{ code: "FOLLOWING_OFF", path: [] }]);
    for (const url of ["https://evil.example/x.ics", `http://${HOST}/x.ics`, "https://169.254.169.254/", "x"])
      expect((await follow(clinic, { url })).errors).toEqual([{ code: "FETCH_FORBIDDEN", path: ["input", "url"] }]);
    expect((await follow(clinic, { clinicId: globalId("Clinic", foreign.id) })).errors).toMatchObject([{ code: "NOT_FOUND" }]);
    expect((await follow(clinic, { practitionerId: globalId("Practitioner", foreign.practitionerId) })).errors).toMatchObject([
      { code: "PRACTITIONER_UNKNOWN" },
    ]);
    expect((await follow(clinic, { practitionerId: null })).errors).toMatchObject([{ code: "PRACTITIONER_MISSING" }]);
    expect((await follow(clinic, { kind: "SMART", practitionerId: null })).errors).toMatchObject([{ code: "SCHEDULES_MISSING" }]);
    expect(await open(clinic)).toHaveLength(2);
    const followedId = (await follow(clinic)).source.following.id;
    const unfollow = async (as: MadeClinic): Promise<any> =>
      (
        await t.asClinic(as)("mutation ($input: UnfollowSourceInput!) { unfollowSource(input: $input) { errors { code } } }", {
          input: { idempotencyKey: randomUUID(), clinicId: globalId("Clinic", as.id), followedId },
        })
      ).data.unfollowSource.errors;
    expect(await sources(clinic, foreign)).toBe(null);
    expect(await unfollow(foreign)).toEqual([{ code: "NOT_FOUND" }]);
    expect(await unfollow(clinic)).toEqual([]);
    expect(await t.rows("select 1 from followed_source")).toEqual([]);
  });
});

describe("a SMART publication that the gateway fetches", () => {
  const MANIFEST = `https://${HOST}/$bulk-publish`;
  const FILE = `https://${HOST}/slots.ndjson`;
  const manifest = (time: string): Fetched =>
    content(
      JSON.stringify({
        transactionTime: time,
        request: MANIFEST,
        output: [
          { type: "Slot", url: FILE },
          { type: "Location", url: `${FILE}2` },
        ],
      }),
    );
  const slot = (id: string, from: string, to: string, more: object = {}): string =>
    JSON.stringify({
      resourceType: "Slot",
      id,
      schedule: { reference: "Schedule/10" },
      status: "free",
      start: hour(from),
      end: hour(to),
      ...more,
    });

  test("is read by its manifest, later only what changed since, and once a day the whole: what that no longer mentions is gone", async () => {
    const clinic = await t.make.clinic();
    const terms = { practitionerId: globalId("Practitioner", clinic.practitionerId), services: ["PHYSIOTHERAPY"] };
    const answer = await follow(clinic, {
      kind: "SMART",
      url: MANIFEST,
      practitionerId: null,
      schedules: [{ reference: "Schedule/10", terms }],
    });
    expect(answer.errors).toEqual([]);
    at_.set(MANIFEST, () => manifest("2026-12-02T08:00:00Z"));
    const whole = [
      slot("a", "09:00", "10:00"),
      slot("b", "10:00", "11:00"),
      slot("bad", "12:00", "11:30"),
      slot("foreign", "13:00", "14:00", { schedule: { reference: "Schedule/99" } }),
    ];
    at_.set(FILE, () => content(whole.join("\n")));
    expect(await fetchAll()).toEqual({ sources: 1, failed: 0 });
    expect(await open(clinic)).toEqual([hour("09:00"), hour("10:00")]);
    expect(await sources(clinic)).toMatchObject([
      { code: "SMART", state: "CURRENT", lines: 3, refused: [{ code: "SLOT_ENDS_BEFORE_START", entries: 1 }] },
    ]);
    at_.set(FILE, () => content(slot("a", "09:00", "10:00", { status: "busy" })));
    await fetchAll(fromNow(30 * 60_000));
    expect(asked.map(({ url }) => new URL(url).searchParams.get("_since"))).toEqual([null, null, "2026-12-02T08:00:00.000Z", null]);
    expect(await open(clinic)).toEqual([hour("10:00")]);
    await t.rows("update followed_source set read_at = read_at - interval '1 day'");
    at_.set(FILE, () => content(slot("c", "11:00", "12:00")));
    await fetchAll(fromNow(90 * 60_000));
    expect(await open(clinic)).toEqual([hour("11:00")]);
    await t.rows("update followed_source set read_at = read_at - interval '2 hours'");
    expect([await availability(clinic), (await sources(clinic))[0].state]).toEqual(["STALE", "UNKNOWN"]);
  });

  test.each([
    ["what is no manifest", () => content("<html>"), "MANIFEST_UNREADABLE"],
    [
      "a manifest of a thousand files",
      () => content(JSON.stringify({ output: Array(1_000).fill({ type: "Slot", url: FILE }) })),
      "MANIFEST_UNREADABLE",
    ],
    ["a file that cannot be had", () => manifest("2026-12-02T08:00:00Z"), "FETCH_UNREACHABLE"],
  ])("%s is a failure that changes nothing", async (_, found, code) => {
    const clinic = await clinicWithTwo();
    const terms = { practitionerId: globalId("Practitioner", clinic.practitionerId), services: ["PHYSIOTHERAPY"] };
    await follow(clinic, { kind: "SMART", url: MANIFEST, practitionerId: null, schedules: [{ reference: "Schedule/10", terms }] });
    at_.set(MANIFEST, found);
    expect(await fetchAll()).toEqual({ sources: 1, failed: 1 });
    expect((await sources(clinic)).find((s: any) => s.code === "SMART")).toMatchObject({ reason: { code } });
    expect(await open(clinic)).toHaveLength(2);
  });
});

test("what a file brought and what of it was refused is there to see, also where all of it was", async () => {
  const clinic = await t.make.clinic();
  const upload = (mode: string, more = "") =>
    t.asClinic(clinic)("mutation ($input: UploadSlotsInput!) { uploadSlots(input: $input) { errors { code } } }", {
      input: {
        idempotencyKey: randomUUID(),
        clinicId: globalId("Clinic", clinic.id),
        format: "CSV",
        mode,
        content: `external_id;starts_at;minutes\na;${day} 09:00;45\nb;never;45\nc;never;45${more}`,
        defaults: { practitionerId: globalId("Practitioner", clinic.practitionerId), services: ["PHYSIOTHERAPY"] },
      },
    });
  await upload("ATOMIC");
  const refused = [{ code: "TIME_INVALID", entries: 2 }];
  expect(await sources(clinic)).toMatchObject([{ code: "CSV", state: "CURRENT", lines: 3, refused }]);
  await upload("CONTINUE", `\nd;${day} 11:00;45`);
  expect(await sources(clinic)).toMatchObject([{ code: "CSV", lines: 4, refused }]);
});
