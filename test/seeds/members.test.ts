import { readCsv } from "../../seeds/csv.js";
import { measuringMembers, memberIdOf, subjectOf, testMembers } from "../../seeds/members.js";

const FROM = "2026-11-24";
const persons = readCsv<"key" | "cpr_test_only" | "given_names" | "family_name" | "birth_date">("dk_test_patients_medcom");
const made = testMembers({ members: 38, from: FROM });

describe("members", () => {
  it("are the official test persons and nobody else", () => {
    expect(made.members.map((m) => [m.givenNames, m.familyName, m.birthDate])).toEqual(
      persons.map((p) => [p.given_names, p.family_name, p.birth_date]),
    );
    expect(made.policies).toHaveLength(38);
  });

  it("have no civil registration number unless it can be sealed", () => {
    expect(made.cprs).toEqual([]);
    expect(made.members.every((m) => m.cprEncrypted === null)).toBe(true);
    const seen: string[] = [];
    const sealer = {
      encrypt: (plain: string): Buffer => (seen.push(plain), Buffer.from("sealed")),
      blindIndex: (value: string) => ({ keyId: "k1", digest: Buffer.from(value) }),
    };
    expect(testMembers({ members: 38, from: FROM, sealer }).cprs).toHaveLength(38);
    expect(seen).toEqual(persons.map((p) => p.cpr_test_only));
  });

  it("log in from the age of 15", () => {
    const subject = (key: string): string | null | undefined => made.members.find((m) => m.id === memberIdOf(key))?.identitySubject;
    expect(subject("GitteNancy")).toBe(subjectOf("GitteNancy"));
    expect(subject("LarsBerggren")).toBeNull();
  });

  it("have guardians of their own surname and address while they are children", () => {
    const pairs = made.guardianships.map((g) => [g.guardianId, g.childId]);
    expect(pairs).toContainEqual([memberIdOf("KirstenBerggren"), memberIdOf("LarsBerggren")]);
    expect(pairs).toContainEqual([memberIdOf("AndersJensen"), memberIdOf("AliJensen")]);
    expect(pairs.flat()).not.toContain(memberIdOf("NancyAnn"));
  });

  it("are covered by both products in every role, never from before birth", () => {
    expect(new Set(made.policies.map((p) => `${p.product} ${p.role}`))).toEqual(
      new Set([
        "OCCUPATIONAL EMPLOYEE",
        "OCCUPATIONAL SPOUSE",
        "OCCUPATIONAL CHILD",
        "OCCUPATIONAL GROUP_CHILD",
        "FLEX POLICYHOLDER",
        "FLEX CHILD",
      ]),
    );
    const born = new Map(made.members.map((m) => [m.id, m.birthDate]));
    expect(made.policies.every((p) => p.coverStart >= (born.get(p.memberId) ?? ""))).toBe(true);
  });

  it("beyond the test persons are marked and have no number, address or login", () => {
    const more = [...measuringMembers(100)];
    expect(more).toHaveLength(62);
    expect(
      more.every(
        ({ member: m }) => m.givenNames === "Måling Test" && m.cprEncrypted === null && m.identitySubject === null && m.email === null,
      ),
    ).toBe(true);
  });
});
