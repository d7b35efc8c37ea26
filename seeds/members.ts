/** Members: the 38 official test persons of the Danish health sector and nobody else. No other civil registration number is ever made. */
import type { guardianship, member, memberCpr, policy } from "../schema/tables/member.js";
import type { PersonalData } from "../src/platform/people/personal-data.js";
import { orNull, readCsv } from "./csv.js";
import { coverOf } from "./covers.js";
import { phone } from "./identifiers.js";
import { namedId, postalCodes } from "./reference.js";

export type MemberRow = Omit<typeof member.$inferSelect, "erasedAt" | "version" | "sourceVersion">;
type MemberCprRow = typeof memberCpr.$inferInsert;
type GuardianshipRow = typeof guardianship.$inferInsert;
export type PolicyRow = Omit<typeof policy.$inferSelect, "sourceVersion" | "confirmed">;
/** What seals a civil registration number; without it, none is stored. */
export type CprSealer = Pick<PersonalData, "encrypt" | "blindIndex">;

export type Members = {
  readonly members: MemberRow[];
  readonly cprs: MemberCprRow[];
  readonly guardianships: GuardianshipRow[];
  readonly policies: PolicyRow[];
};

type Person = Record<"key" | "cpr_test_only" | "given_names" | "family_name" | "gender" | "birth_date" | "address_line" | "postnr", string>;

export const TEST_PERSONS = 38;
export const memberIdOf = (key: string): string => namedId(`member ${key}`);
export const subjectOf = (key: string): string => `test-${key}`;

const ageOn = (birthDate: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);
/** Those of one surname at one door are one family; the new-born without an address are each their own. */
const household = (p: Person): string => (p.address_line === "" ? p.key : `${p.family_name}|${p.address_line}|${p.postnr}`);

export function testMembers(options: {
  readonly members: number;
  readonly from: string;
  readonly sealer?: CprSealer | undefined;
}): Members {
  const persons: Person[] = readCsv<keyof Person>("dk_test_patients_medcom").slice(0, options.members);
  const places = new Map(postalCodes().map((code) => [code.postnr, code]));
  const result: Members = { members: [], cprs: [], guardianships: [], policies: [] };
  for (const [n, p] of persons.entries()) {
    const id = memberIdOf(p.key);
    const place = places.get(p.postnr);
    const index = options.sealer?.blindIndex(p.cpr_test_only);
    if (index) result.cprs.push({ blindIndex: index.digest, keyId: index.keyId, memberId: id });
    result.members.push({
      id,
      externalKey: `person-${p.key}`,
      // from 15 a child sees its own matters; younger children are acted for
      identitySubject: ageOn(p.birth_date, options.from) >= 15 ? subjectOf(p.key) : null,
      identityBoundAt: null,
      familyId: namedId(`family ${household(p)}`),
      givenNames: p.given_names,
      familyName: p.family_name,
      birthDate: p.birth_date,
      gender: p.gender,
      cprEncrypted: options.sealer?.encrypt(p.cpr_test_only, { table: "member", column: "cpr_encrypted", rowId: id }) ?? null,
      addressLine: orNull(p.address_line),
      postnr: orNull(p.postnr),
      lat: place?.lat ?? null,
      lon: place?.lon ?? null,
      protectedAddress: false,
      phone: phone(9000 + n),
      email: `${p.key.toLowerCase()}@medlem.example`,
      residence: "DK",
    });
    result.policies.push({
      id: namedId(`policy ${p.key}`),
      memberId: id,
      externalKey: `policy-${p.key}`,
      ...coverOf(p.key, p.birth_date),
    });
  }
  for (const child of persons.filter((p) => ageOn(p.birth_date, options.from) < 18))
    for (const guardian of persons.filter((p) => isParentOf(p, child, options.from)).slice(0, 2))
      result.guardianships.push({
        guardianId: memberIdOf(guardian.key),
        childId: memberIdOf(child.key),
        checkedOn: options.from,
      });
  return result;
}

/** An adult of the child's surname at the child's door, old enough to be a parent and too young to be a grandparent. */
function isParentOf(adult: Person, child: Person, today: string): boolean {
  const years = Number(child.birth_date.slice(0, 4)) - Number(adult.birth_date.slice(0, 4));
  return household(adult) === household(child) && ageOn(adult.birth_date, today) >= 18 && years >= 18 && years <= 50;
}

/** Members beyond the test persons, for measuring sizes only: no number, no address, no login. */
export function* measuringMembers(count: number): Generator<{ readonly member: MemberRow; readonly policy: PolicyRow }> {
  for (let n = TEST_PERSONS + 1; n <= count; n += 1) {
    const id = namedId(`measuring ${n}`);
    yield {
      member: {
        id,
        externalKey: `person-${n}`,
        identitySubject: null,
        identityBoundAt: null,
        familyId: namedId(`measuring family ${n}`),
        givenNames: "Måling Test",
        familyName: String(n),
        birthDate: `${1950 + (n % 55)}-01-01`,
        gender: n % 2 === 0 ? "female" : "male",
        cprEncrypted: null,
        addressLine: null,
        postnr: null,
        lat: null,
        lon: null,
        protectedAddress: false,
        phone: null,
        email: null,
        residence: "DK",
      },
      policy: { id: namedId(`measuring policy ${n}`), memberId: id, externalKey: `policy-${n}`, ...coverOf("", "1990-01-01") },
    };
  }
}
