/** Files as Excel, people and SMART publishers write them. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { csvSource } from "../../src/features/capacity/intake/csv.js";
import { ndjsonSource } from "../../src/features/capacity/intake/ndjson.js";
import { checkSlotLines } from "../../src/features/capacity/slots/slot-line.js";
import type { IntakeContext, IntakeInput, IntakeResult, OfferTerms } from "../../src/features/capacity/intake/source.js";

const terms: OfferTerms = {
  practitionerId: "p1",
  practitionerRef: null,
  services: ["PHYSIOTHERAPY"],
  channel: "IN_PERSON",
  audience: "BOTH",
  languages: ["da"],
  funding: "PRIVATE",
  capacity: 1,
  cancellationHours: null,
};
const now = new Date("2026-11-24T08:00:00Z");
const context: IntakeContext = {
  now,
  sourceAsOf: null,
  staleAfterMinutes: 30,
  window: { start: now, end: now },
  schedules: new Map([["Schedule/10", terms]]),
  defaults: terms,
};
/** Of each line its number, and its key and start or its faults. */
const told = (result: IntakeResult): unknown[] =>
  result.faults.length > 0
    ? result.faults.map((f) => f.message)
    : result.lines.map((l) =>
        l.ok
          ? [l.line, l.value.externalId, l.value.action === "PUT" ? l.value.startsAt.toISOString().slice(0, 16) : "WITHDRAW"]
          : [l.line, ...l.faults.map((f) => f.code)],
      );
const csv = (input: IntakeInput): unknown[] => told(csvSource.parse(input, context));
const FILES = new URL("../fixtures/files/", import.meta.url);
const AT = "2027-02-02T08:30";

describe("each of the small files", () => {
  const right: Record<string, unknown[]> = {
    "C1-crlf-inside-quotes-line-number.csv": [
      [2, "a\r\n1", AT],
      [4, "TIME_INVALID"],
    ],
    "C1c-duplicate-id-line-in-message.csv": [
      [2, "1,2E+11", "2027-02-02T03:00"],
      [3, "1,2E+11", "2027-02-03T03:00"],
    ],
    "C2-sep-line.csv": [[3, "a1", AT]],
    "C4-danish-clock-with-dot.csv": [[2, "a1", AT]],
    "C5-crlf-then-lf.csv": [
      [2, "a1", AT],
      [3, "a2", "2027-02-02T09:30"],
    ],
    "S1-nul-in-id.ndjson": [
      [1, "EXTERNAL_ID_LENGTH"],
      [2, "good", "2027-02-05T04:00"],
    ],
    "S2-versioned-schedule-reference.ndjson": [[1, "s1", "2027-02-05T04:00"]],
  };
  test("there is a right value for every file", () => {
    expect(readdirSync(FILES).sort()).toEqual(Object.keys(right).sort());
  });
  test.each(Object.entries(right))("%s", (name, found) => {
    const source = name.endsWith(".csv") ? csvSource : ndjsonSource;
    expect(told(source.parse(readFileSync(new URL(name, FILES)), context))).toEqual(found);
  });
});

describe("a spreadsheet", () => {
  const HEADER = "external_id;starts_at;minutes";
  const line = (id: string, time = "02-02-2027 09:30"): string => `${id};${time};45`;
  test("may have empty columns to the right, in the header and in every line", () => {
    expect(csv(`${HEADER};;;\n${line("a")};;;\n;;;;;\n${line("b")};;`)).toEqual([
      [2, "a", AT],
      [4, "b", AT],
    ]);
    expect(csv(`${HEADER};\n${line("a")};x`)).toEqual([[2, "TOO_MANY_COLUMNS"]]);
    expect(csvSource.parse(`external_id;;starts_at\na;;b`, context).faults.map((f) => f.code)).toEqual(["COLUMN_UNKNOWN"]);
  });
  test("names the line on which a quotation mark opens that is never closed", () => {
    expect(csv(`${HEADER}\n${line("a")}\n"b;02-02-2027 09:30;45\n${line("c")}\n`)).toEqual([
      "The quotation mark that opens in line 3 is never closed.",
    ]);
    expect(csv(`${HEADER}\r\n"a\r\nb";02-02-2027 09:30;45\r\n${line("c")}\r\nd;"02`)).toEqual([
      "The quotation mark that opens in line 5 is never closed.",
    ]);
  });
  test("loses one line, not two, to a quotation mark in the wrong place", () => {
    expect(csv(`${HEADER}\n"a"b;02-02-2027 09:30;45\n${line("c")}`)).toEqual([
      [2, "LINE_INVALID"],
      [3, "c", AT],
    ]);
  });
  test("keeps doubled quotation marks, line ends and delimiters inside a cell", () => {
    expect(csv(`sep=,\r\nexternal_id,starts_at,minutes\r\n"a ""1"", x",2027-02-02 09:30,45`)).toEqual([[3, 'a "1", x', AT]]);
  });
  test("may say what separates in quotation marks", () => {
    expect(csv(`"sep=;"\r\n${HEADER}\r\n${line("a")}`)).toEqual([[3, "a", AT]]);
  });
  test("is read in UTF-16 with and without a mark, with tabs, and in the Windows code page", () => {
    const tabs = "external_id\tstarts_at\tminutes\r\nå1\t02-02-2027 09:30\t45\r\n";
    const utf16 = Buffer.from(tabs, "utf16le");
    expect(csv(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]))).toEqual([[2, "å1", AT]]);
    expect(csv(utf16)).toEqual([[2, "å1", AT]]);
    expect(csv(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]))).toEqual([[2, "å1", AT]]);
    expect(csv(Buffer.from(`${HEADER}\r\n${line("æøå")}`, "latin1"))).toEqual([[2, "æøå", AT]]);
    // the code page of DOS: its letters would become signs
    const dos = Buffer.concat([Buffer.from(`${HEADER}\r\n`), Buffer.from([0x91, 0x9b, 0x86]), Buffer.from(";02-02-2027 09:30;45")]);
    expect(csvSource.parse(dos, context).faults.map((f) => f.code)).toEqual(["INPUT_NOT_UTF8"]);
  });
  test.each([
    ["02.02.2027 09.30", AT],
    ["2-2-2027 9:30", AT],
    ["2/2/2027 9:30", AT],
    ["13/02/2027 09:30", "2027-02-13T08:30"],
    ["02/13/2027 09:30", "2027-02-13T08:30"],
    ["03-02-2027 09:30", "2027-02-03T08:30"],
    ["2027/02/02 09:30", AT],
    ["02-02-2027\u00a009:30", AT],
    ["2. feb 2027 9:30", "TIME_INVALID"],
    ["02-02-2027 kl. 9.30", AT],
    ["2/13/2027 9:30 AM", "2027-02-13T08:30"],
    ["2/13/2027 12:15 am", "2027-02-12T23:15"],
    ["2/13/2027 12:15 PM", "2027-02-13T11:15"],
    ["2/13/2027 13:15 PM", "TIME_INVALID"],
    ["2027-2-2 9:30", AT],
    ["2027.02.02 09:30", AT],
    ["20270202T093000", AT],
    ["2027-02-02T0930", AT],
    ["02-02-2027, 09:30", AT],
    // the year of two digits may as well be the day
    ["02-02-27 09:30", "TIME_INVALID"],
    ["2027-13-02 09:30", "TIME_INVALID"],
    ["20270229T093000", "TIME_INVALID"],
  ])("%s is %s", (time, found) => {
    expect(csv(`${HEADER}\n${line("a", time)}`)).toEqual([/^[A-Z]/.test(found) ? [2, found] : [2, "a", found]]);
  });
  test("a day and a month that cannot be told apart cost their line", () => {
    expect(csv(`${HEADER}\n${line("a", "03/02/2027 09:30")}\n${line("b")}`)).toEqual([
      [2, "TIME_IS_AMBIGUOUS"],
      [3, "b", AT],
    ]);
  });
  test("says yes and no as a Danish Excel does, and a length that is none is one fault", () => {
    const cells = (yes: string, minutes = "45"): string => `${HEADER};on_call\na;02-02-2027 09:30;${minutes};${yes}`;
    const read = (yes: string) =>
      csvSource.parse(cells(yes), context).lines.map((l) => l.ok && l.value.action === "PUT" && l.value.onCall === true);
    expect(["SAND", "sand", "TRUE", "ja", "1"].flatMap(read)).toEqual([true, true, true, true, true]);
    expect(["FALSK", "False", "nej", "0", ""].flatMap(read)).toEqual([false, false, false, false, false]);
    expect(csv(cells("måske"))).toEqual([[2, "VALUE_UNKNOWN"]]);
    expect(csv(cells("ja", "45,0"))).toEqual([[2, "NUMBER_INVALID"]]);
  });
  test("may have empty cells behind the line that says what separates", () => {
    expect(csv(`sep=;;;\r\n${HEADER}\r\n${line("a")}`)).toEqual([[3, "a", AT]]);
  });
  test("that is a workbook is told from text, and what to do", () => {
    for (const head of ["504b0304140006000800", "d0cf11e0a1b11ae1"])
      expect(csvSource.parse(Buffer.from(head, "hex"), context).faults).toMatchObject([
        { code: "INPUT_NOT_CSV", remedy: expect.stringContaining("CSV") },
      ]);
  });
  test("a character that is none costs its line", () => {
    expect(csv(`${HEADER}\n${line("a\0b")}\n${line("\ud800")}\n${line("good")}`)).toEqual([
      [2, "FIELD_INVALID"],
      [3, "FIELD_INVALID"],
      [4, "good", AT],
    ]);
  });
});

describe("a SMART publication", () => {
  test("as the specification shows it is taken: a block of a whole day with room for 300", () => {
    const extension = [{ url: "http://fhir-registry.smarthealthit.org/StructureDefinition/slot-capacity", valueInteger: 300 }];
    const block = slot("day", { start: "2027-02-05T00:00:00-05", end: "2027-02-06T00:00:00-05", extension });
    const { lines } = ndjsonSource.parse(block, context);
    const read = lines.flatMap((one) => (one.ok ? [one.value] : []));
    expect(read).toMatchObject([{ capacity: 300 }]);
    const facts = { now, horizonDays: 366, knownServices: new Set(["PHYSIOTHERAPY"]), practitioners: new Map([["p1", "p1"]]) };
    expect(checkSlotLines(read, facts)).toMatchObject([{ ok: true }]);
  });

  const slot = (id: unknown, more: object = {}): string =>
    JSON.stringify({
      resourceType: "Slot",
      id,
      schedule: { reference: "Schedule/10" },
      status: "free",
      start: "2027-02-05T05:00:00+01:00",
      end: "2027-02-05T05:30:00+01:00",
      ...more,
    });
  const read = (...lines: string[]): unknown[] => told(ndjsonSource.parse(lines.join("\n"), context));
  test.each([
    "Schedule/10",
    "https://x.example/fhir/Schedule/10",
    "Schedule/10/_history/7",
    "https://x.example/Schedule/10/_history/2?x=1",
  ])("%s means Schedule/10", (reference) => {
    expect(read(slot("a", { schedule: { reference } }))).toEqual([[1, "a", "2027-02-05T04:00"]]);
  });
  test.each(["Schedule/11", "Schedule/10/_historyx/2", ""])("%j means another", (reference) => {
    expect(read(slot("a", { schedule: { reference } }))).toEqual([[1, "SCHEDULE_UNKNOWN"]]);
  });
  test("bytes that are no text cost their line, and a file of nothing else is refused", () => {
    const good = JSON.stringify({ resourceType: "Slot", id: "good", status: "busy" });
    // half of a surrogate pair as some write it
    const half = Buffer.concat([
      Buffer.from('{"resourceType":"Slot","status":"busy","id":"a'),
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.from('"}\n'),
    ]);
    expect(told(ndjsonSource.parse(Buffer.concat([half, Buffer.from(good)]), context))).toEqual([
      [1, "LINE_INVALID"],
      [2, "good", "WITHDRAW"],
    ]);
    expect(ndjsonSource.parse(half, context).faults.map((f) => f.code)).toEqual(["INPUT_NOT_UTF8"]);
  });
  test("an id of the wrong form costs its line and never the good ones", () => {
    expect(read(slot("a\0b"), slot("\ud800"), slot(""), slot("x".repeat(65)), slot(7), slot(null), slot("good"))).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((n) => [n, "EXTERNAL_ID_LENGTH"]),
      [7, "good", "2027-02-05T04:00"],
    ]);
  });
});
