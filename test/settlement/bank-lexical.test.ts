/** Texts of a bank's file by the lexical rules of their schema types (W3C XML Schema part 2, ISO 20022). */
import { Refused } from "../../src/kernel/refusal.js";
import { count, dayOf, dayOfInstant, flagAt, isCredit, ore } from "../../src/features/settlement/bank/reading/lexical.js";

const codeOf = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.refusals[0]?.code;
  }
};

it.each<[string, bigint | string]>([
  ["365.86", 36_586n],
  [".50", 50n],
  [".00", 0n],
  ["-0.00", 0n],
  ["+100.00", 10_000n],
  ["100.", 10_000n],
  ["100.50000", 10_050n],
  ["0000000000000000000000001.00", 100n],
  ["100.501", "AMOUNT_INVALID"],
  ["1e2", "AMOUNT_INVALID"],
  ["-1.00", "AMOUNT_INVALID"],
  ["1.000,00", "AMOUNT_INVALID"],
  ["1 000.00", "AMOUNT_INVALID"],
  [".", "AMOUNT_INVALID"],
  ["", "AMOUNT_INVALID"],
  ["NaN", "AMOUNT_INVALID"],
  ["infinity", "AMOUNT_INVALID"],
  ["0x10", "AMOUNT_INVALID"],
  ["१", "AMOUNT_INVALID"],
  ["1234567890123456789", "AMOUNT_INVALID"],
  ["123456789012345678", "AMOUNT_INVALID"],
])("the amount %j is %s", (text, expected) => expect(codeOf(() => ore(text, "entry 1"))).toBe(expected));

it.each<[string, string]>([
  ["2026-11-30", "2026-11-30"],
  ["2026-11-30Z", "2026-11-30"],
  ["2026-11-30+14:00", "2026-11-30"],
  ["2028-02-29", "2028-02-29"],
  ["2026-02-30", "DAY_INVALID"],
  ["2026-13-01", "DAY_INVALID"],
  ["infinity", "DAY_INVALID"],
  ["-infinity", "DAY_INVALID"],
  ["tomorrow", "DAY_INVALID"],
  ["today", "DAY_INVALID"],
  ["epoch", "DAY_INVALID"],
  ["11/12/2026", "DAY_INVALID"],
  ["20261130", "DAY_INVALID"],
  ["2026-11-30T10:00:00", "DAY_INVALID"],
  ["2026-11-30 BC", "DAY_INVALID"],
  ["0000-01-01", "DAY_INVALID"],
  ["2026-11-30+15:00", "DAY_INVALID"],
  ["", "DAY_INVALID"],
])("the day %j is %s", (text, expected) => expect(codeOf(() => dayOf(text, "entry 1"))).toBe(expected));

it.each<[string, string]>([
  ["2026-11-30T23:30:00Z", "2026-12-01"],
  ["2026-11-30T22:59:59.999Z", "2026-11-30"],
  ["2026-06-30T22:30:00Z", "2026-07-01"],
  ["2026-11-30T23:30:00", "2026-11-30"],
  ["2026-11-30T23:30:00+01:00", "2026-11-30"],
  ["2026-12-01T00:30:00+02:00", "2026-11-30"],
  ["2026-11-30T24:00:00", "2026-12-01"],
  ["2026-11-30T24:00:00+01:00", "2026-12-01"],
  ["2026-11-30T24:00:01", "DAY_INVALID"],
  ["2026-11-30T25:00:00", "DAY_INVALID"],
  ["2026-11-30T23:60:00Z", "DAY_INVALID"],
  ["2026-02-30T12:00:00Z", "DAY_INVALID"],
  ["2026-11-30T23:30", "DAY_INVALID"],
  ["2026-11-30", "DAY_INVALID"],
  ["now", "DAY_INVALID"],
])("the instant %j is of the Danish day %s", (text, expected) => expect(codeOf(() => dayOfInstant(text, "entry 1"))).toBe(expected));

it.each<[string | undefined, boolean | string]>([
  ["true", true],
  ["1", true],
  ["false", false],
  ["0", false],
  [undefined, false],
  ["TRUE", "FIELD_INVALID"],
  ["yes", "FIELD_INVALID"],
  ["2", "FIELD_INVALID"],
])("the flag %j is %s", (text, expected) =>
  expect(codeOf(() => flagAt(text === undefined ? {} : { RvslInd: text }, "entry 1", "RvslInd"))).toBe(expected),
);

it.each<[string, number | string]>([
  ["12", 12],
  ["007", 7],
  ["1e2", "NUMBER_INVALID"],
  ["0x1", "NUMBER_INVALID"],
  ["-1", "NUMBER_INVALID"],
  ["1.0", "NUMBER_INVALID"],
  ["1234567890123456", "NUMBER_INVALID"],
])("the number %j is %s", (text, expected) => expect(codeOf(() => count(text, "totals"))).toBe(expected));

it("a direction is CRDT or DBIT and nothing else: what is neither is no debit", () => {
  expect([isCredit({ CdtDbtInd: "CRDT" }, ""), isCredit({ CdtDbtInd: "DBIT" }, "")]).toEqual([true, false]);
  expect(["crdt", "C", ""].map((text) => codeOf(() => isCredit({ CdtDbtInd: text }, "")))).toEqual(Array(3).fill("FIELD_INVALID"));
});
