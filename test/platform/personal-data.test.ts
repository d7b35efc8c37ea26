import { randomBytes } from "node:crypto";
import { expect, test } from "@jest/globals";
import { birthDateOf } from "../../src/platform/people/cpr.js";
import { CannotDecrypt, maskCpr, normaliseCpr, parseKeys, personalData } from "../../src/platform/people/personal-data.js";

const key = (id: string): string => `${id}:${randomBytes(32).toString("base64")}`;
const [first, second, index, nextIndex] = [key("k1"), key("k2"), key("i1"), key("i2")];
const place = { table: "member", column: "cpr_enc", rowId: "01890a5d-ac96-774b-bcce-b302099a8057" };
const CPR = "0101701234";

test("a sealed number opens in its place and shows nothing", () => {
  const data = personalData(first, index);
  const sealed = data.encrypt(CPR, place);
  expect(data.decrypt(sealed, place)).toBe(CPR);
  expect(sealed.toString("latin1")).not.toContain(CPR);
  expect(data.encrypt(CPR, place).equals(sealed)).toBe(false);
});

test.each([
  ["row", { ...place, rowId: "01890a5d-ac96-774b-bcce-b302099a8058" }],
  ["column", { ...place, column: "other" }],
  ["table", { ...place, table: "other" }],
])("a sealed number moved to another %s does not open", (_, elsewhere) => {
  const data = personalData(first, index);
  expect(() => data.decrypt(data.encrypt(CPR, place), elsewhere)).toThrow(CannotDecrypt);
});

test("no bit of a sealed number can be changed, and no part left out", () => {
  const data = personalData(first, index);
  const sealed = data.encrypt(CPR, place);
  for (let at = 0; at < sealed.length; at += 1) {
    const bent = Buffer.from(sealed);
    bent[at] = (bent[at] ?? 0) ^ 1;
    expect(() => data.decrypt(bent, place)).toThrow(CannotDecrypt);
    expect(() => data.decrypt(sealed.subarray(0, at), place)).toThrow(CannotDecrypt);
  }
});

test("keys rotate: both open while both live, the old one is refused after it is dropped", () => {
  const old = personalData(first, index);
  const both = personalData(`${second},${first}`, `${nextIndex},${index}`);
  const after = personalData(second, nextIndex);
  const sealed = old.encrypt(CPR, place);
  expect([both.decrypt(sealed, place), both.isCurrent(sealed)]).toEqual([CPR, false]);
  const again = both.encrypt(CPR, place);
  expect([after.decrypt(again, place), after.isCurrent(again)]).toEqual([CPR, true]);
  expect(() => after.decrypt(sealed, place)).toThrow(CannotDecrypt);
  expect(both.blindIndexes(CPR).map((i) => i.keyId)).toEqual(["i2", "i1"]);
  expect(both.blindIndexes(CPR)).toContainEqual(old.blindIndex(CPR));
  expect(after.blindIndex(CPR)).toEqual(both.blindIndex(CPR));
});

test("the blind index is stable under its key and another under any other", () => {
  const data = personalData(first, index);
  expect(data.blindIndex(CPR)).toEqual(personalData(second, index).blindIndex(CPR));
  expect(data.blindIndex(CPR).digest.equals(personalData(first, nextIndex).blindIndex(CPR).digest)).toBe(false);
});

test.each([
  ["short", "AAAA"],
  ["twice", `${first},${first}`],
  ["empty", ""],
  ["odd id", `a b:${randomBytes(32).toString("base64")}`],
])("unusable keys are refused: %s", (_, keys) => {
  expect(parseKeys(keys).fault).not.toBeNull();
  expect(() => personalData(keys, index)).toThrow("unusable key");
});

test.each([
  ["010170-1234", "0101701234", "1970-01-01"],
  ["010170 1234", "0101701234", "1970-01-01"],
  [" 2902004567 ", "2902004567", "2000-02-29"],
  ["0101364000", "0101364000", "2036-01-01"],
  ["0101374000", "0101374000", "1937-01-01"],
  ["0101575000", "0101575000", "2057-01-01"],
  ["0101585000", "0101585000", "1858-01-01"],
  ["0101009999", "0101009999", "2000-01-01"],
])("%s is a number born on its day", (given, digits, born) => {
  expect(normaliseCpr(given)).toBe(digits);
  expect(birthDateOf(digits)).toBe(born);
});

test.each([
  "2902011234",
  "2902001234",
  "3104701234",
  "0113701234",
  "0001701234",
  "010170-123",
  "01017012345",
  "0101x01234",
  "01-0170-1234",
  "",
])("%s was never issued", (given) => {
  expect(normaliseCpr(given)).toBeNull();
});

test("a masked number keeps the birth date only", () => {
  expect(maskCpr(CPR)).toBe("010170-XXXX");
});
