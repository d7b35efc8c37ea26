/** Every notice and every way a letter can take. */
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { SERVICE_WORDS } from "../../src/rules/code-words.js";
import { CONDITION_WORDS } from "../../src/rules/condition-words.js";
import { EVENT_TYPES } from "../../src/features/events/types/index.js";
import { letterOf, noticeOf } from "../../src/features/notifications/letter-of.js";
import type { AppointmentFacts, NoticeFacts } from "../../src/features/notifications/notice.js";
import { NOTICES } from "../../src/features/notifications/notices/index.js";
import { LETTER_CHANNELS } from "../../schema/states.js";
import { LETTER_CHANNELS as WAYS, lettersOf } from "../../src/platform/letters/index.js";

const appointment: AppointmentFacts = {
  id: "Qm9va2luZzox",
  reference: "B-1004",
  startsAt: "2026-12-02T09:00:00.000Z",
  endsAt: "2026-12-02T09:45:00.000Z",
  channel: "IN_PERSON",
  place: { address: "Testvej 1", postnr: "8000", town: "Aarhus C" },
  state: "CONFIRMED",
  version: 1,
  modifiedAt: "2026-11-30T09:00:00.000Z",
};
const FACTS: NoticeFacts = {
  appointment,
  movedTo: { ...appointment, reference: "B-1005", startsAt: "2026-12-03T12:30:00.000Z", endsAt: "2026-12-03T13:15:00.000Z" },
  caseReference: "C-1004",
  paymentReference: "STL-1-1",
};
const now = new Date("2026-12-01T09:00:00Z");
/** What says or hints what is treated. */
const SPECIALITY = [...Object.values(SERVICE_WORDS), ...Object.values(CONDITION_WORDS)]
  .flatMap(([en, da]) => [en, da])
  .map((word) => word.toLowerCase())
  .filter((word) => word.length > 5);

it("the notices have codes of their own, and each event that calls for one is a type of event", () => {
  expect(new Set(NOTICES.map(({ code }) => code)).size).toBe(NOTICES.length);
  const topics = new Set<string>(EVENT_TYPES.map(({ topic }) => topic));
  expect(NOTICES.flatMap(({ on }) => on).filter((topic) => !topics.has(topic))).toEqual([]);
  // the reminder is called for by time, and there is one
  expect(NOTICES.filter(({ on }) => on.length === 0).map(({ code }) => code)).toEqual(["APPOINTMENT_REMINDER"]);
  expect(noticeOf("NONE")).toBeNull();
});

it("each event that calls for a notice carries what leads to whoever is told: without it nothing would ever leave", () => {
  const leads = { MEMBER: ["bookingId", "claimId"], CLINIC: ["bookingId", "paymentId"] } as const;
  const dataOf = new Map<string, object>(EVENT_TYPES.map(({ topic, data }) => [topic, data]));
  const lost = NOTICES.flatMap(({ code, to, on }) =>
    on.filter((topic) => !leads[to].some((name) => name in (dataOf.get(topic) ?? {}))).map((topic) => `${code} on ${topic}`),
  );
  expect(lost).toEqual([]);
});

/** Every text that has been published, in the words in which it left. */
const PUBLISHED = "test/fixtures/notices.json";
type Published = {
  readonly code: string;
  readonly version: number;
  readonly language: "DA" | "EN";
  readonly subject: string;
  readonly text: string;
};

it("a text that was published is made again as it was: another one is another version, and the one before stays", () => {
  const published = JSON.parse(readFileSync(PUBLISHED, "utf8")) as Published[];
  const known = new Set(published.map(({ code, version, language }) => `${code} ${version} ${language}`));
  const added = NOTICES.flatMap((notice) =>
    (["DA", "EN"] as const)
      .filter((language) => !known.has(`${notice.code} ${notice.version} ${language}`))
      .map((language) => {
        const { subject, text } = letterOf(notice, language, FACTS);
        return { code: notice.code, version: notice.version, language, subject, text };
      }),
  );
  if (process.env["UPDATE_NOTICES"]) writeFileSync(PUBLISHED, `${JSON.stringify([...published, ...added], null, 2)}\n`);
  else expect(added).toEqual([]);
  for (const { code, version, language, subject, text } of published)
    expect({ code, version, ...letterOf(noticeOf(code)!, language, FACTS, version) }).toMatchObject({ code, version, subject, text });
});

describe.each(NOTICES.map((notice) => [notice.code, notice] as const))("%s", (code, notice) => {
  it("says in both languages the same times, and never what is treated", () => {
    expect(code).toMatch(/^[A-Z][A-Z_]+$/);
    const [da, en] = (["DA", "EN"] as const).map((language) => letterOf(notice, language, FACTS));
    for (const letter of [da!, en!]) {
      expect(letter.subject).toMatch(/^[A-ZÆØÅ].{8,70}$/);
      expect(letter.text).toMatch(/^[A-ZÆØÅ][^]*\.\n$/);
      expect(letter.text).not.toMatch(/undefined|null|NaN|\$\{/);
      const said = `${letter.subject} ${letter.text} ${letter.calendar ?? ""}`.toLowerCase();
      expect(SPECIALITY.filter((word) => said.includes(word))).toEqual([]);
    }
    expect(da!.text).not.toBe(en!.text);
    const times = (text: string): string[] => [...text.matchAll(/\b(\d\d)[.:](\d\d)\b/g)].map(([, h, m]) => `${h}:${m}`);
    expect(times(da!.text)).toEqual(times(en!.text));
  });

  it("is the same whenever it is made again, also from what was kept as JSON", () => {
    const again = JSON.parse(JSON.stringify(FACTS)) as NoticeFacts;
    for (const language of ["DA", "EN"] as const) expect(letterOf(notice, language, again)).toEqual(letterOf(notice, language, FACTS));
  });

  it("is answered for without an appointment, and takes a calendar along for a member who has one", () => {
    expect(typeof notice.holds({}, now)).toBe("boolean");
    expect(letterOf(notice, "DA", FACTS).calendar === null).toBe(notice.to === "CLINIC");
  });

  it("keeps a place that is not to be told out of the letter and its calendar", () => {
    const hidden = { ...FACTS, appointment: { ...appointment, place: null }, movedTo: { ...appointment, place: null } };
    for (const language of ["DA", "EN"] as const)
      expect(JSON.stringify(letterOf(notice, language, hidden))).not.toMatch(/Testvej|8000|Aarhus|LOCATION/);
  });
});

it("the ways of letters are those that messages are kept with, and each is there by its settings alone", () => {
  expect(WAYS.map(({ code }) => code)).toEqual([...LETTER_CHANNELS]);
  const none = { smtpUrl: null, smtpFrom: null, smsUrl: null, smsToken: null, digitalPostDir: null };
  const shared = { quiet: { from: 21, until: 8 }, remindMinutes: [] };
  expect(lettersOf({ ...none, ...shared, mode: "OFF" })).toBeNull();
  expect(lettersOf({ ...none, ...shared, mode: "SEND" })?.open).toEqual([]);
  expect(lettersOf({ ...none, ...shared, mode: "MAILBOX" })?.open).toEqual([...LETTER_CHANNELS]);
  const mail = { smtpUrl: "smtps://mail.example.org", smtpFrom: "a@example.org" };
  expect(lettersOf({ ...none, ...shared, ...mail, mode: "SEND" })?.open).toEqual(["EMAIL"]);
});
