/** Messages of the policy system end in the same state whatever order they come in. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  applyMessages,
  type Making,
  type PersonToSave,
  type PolicyToSave,
  type Standing,
} from "../../src/features/members/intake/apply-messages.js";
import { MESSAGE_FIELDS, type PolicyMessage } from "../../src/features/members/intake/policy-message.js";
import { readMessages, type MessageLine } from "../../src/features/members/intake/read-messages.js";
import { cases } from "../support/size.js";

const NOTHING: Standing = { persons: [], policies: [] };
let made = 0;
const making: Making = { newId: () => `id-${(made += 1)}`, familyId: (key) => `family ${key}`, digest: (number) => `digest of ${number}` };

const day = fc.constantFrom("2025-01-01", "2025-06-30", "2025-12-31", "2026-06-30");
const message = (member: string, policy: string, version: number): fc.Arbitrary<PolicyMessage> =>
  fc
    .record({
      name: fc.constantFrom("Åse", "Øjvind", "Per"),
      number: fc.boolean(),
      end: fc.option(day),
      suspended: fc.boolean(),
      bare: fc.boolean(),
    })
    .map(({ name, number, end, suspended, bare }) => ({
      version: BigInt(version),
      person: {
        externalKey: member,
        givenNames: name,
        familyName: `Test ${version}`,
        birthDate: "1980-01-01",
        gender: "female",
        // each has numbers of their own
        civilNumber: number ? `010180${member.slice(-1)}${version % 2}00` : null,
        identitySubject: null,
        familyKey: null,
        addressLine: null,
        postnr: "8000",
        protectedAddress: false,
        phone: null,
        email: null,
        residence: "DK",
      },
      policy: bare
        ? null
        : {
            externalKey: policy,
            product: "OCCUPATIONAL",
            role: "EMPLOYEE",
            scheme: "MANDATORY",
            coverStart: "2024-01-01",
            coverEnd: end,
            seniorityFrom: null,
            optional: [],
            paidThrough: null,
            groupChildAge: 24,
            suspended,
            danmarkMember: false,
          },
    }));
/** Each version once: one that says two things is refused, and whichever came first stands. */
const history = fc
  .shuffledSubarray(
    [1, 2, 3, 4, 5, 6].flatMap((version) => ["m1", "m2"].map((member) => ({ member, version }))),
    { minLength: 2 },
  )
  .chain((picked) => fc.tuple(...picked.map(({ member, version }) => message(member, `${member}-p${version % 2}`, version))))
  .chain((messages) => fc.tuple(fc.constant(messages), fc.shuffledSubarray(messages, { minLength: messages.length })));

/** One call per message: what one leaves, the next one finds. */
function oneByOne(messages: readonly PolicyMessage[]): Standing {
  let standing = NOTHING;
  for (const value of messages) {
    const { persons, policies, results } = applyMessages([{ line: 1, ok: true, value }], standing, making);
    expect(results[0]?.refusals).toEqual([]);
    standing = after(standing, persons, policies);
  }
  return standing;
}
function after(standing: Standing, persons: readonly PersonToSave[], policies: readonly PolicyToSave[]): Standing {
  const byId = <T extends { readonly id: string }>(old: readonly T[], fresh: readonly T[]): T[] => [
    ...new Map([...old, ...fresh].map((each) => [each.id, each])).values(),
  ];
  return { persons: byId(standing.persons, persons), policies: byId(standing.policies, policies) };
}
/** What stands, by its own keys: ids are chance. */
function told({ persons, policies }: Standing): object {
  const owner = new Map(persons.map(({ id, externalKey }) => [id, externalKey]));
  const plain = (value: object): string =>
    JSON.stringify(value, (key, v: unknown) =>
      ["id", "isNew", "claimed", "memberId", "civilNumber"].includes(key) ? undefined : typeof v === "bigint" ? String(v) : v,
    );
  return {
    persons: persons.map(plain).sort(),
    policies: policies.map((policy) => `${owner.get(policy.memberId) ?? ""} ${plain(policy)}`).sort(),
  };
}

describe("messages of the policy system", () => {
  test("end in the same state in any order, one by one and in one call", () => {
    fc.assert(
      fc.property(history, ([messages, shuffled]) => {
        const inOrder = oneByOne([...messages].sort((a, b) => Number(a.version - b.version)));
        expect(told(oneByOne(shuffled))).toEqual(told(inOrder));
        const lines = shuffled.map((value, n): MessageLine => ({ line: n + 1, ok: true, value }));
        const { persons, policies } = applyMessages(lines, NOTHING, making);
        expect(told({ persons, policies })).toEqual(told(inOrder));
      }),
      { numRuns: cases(50, 500) },
    );
  });

  test("and a recorded withdrawal is not taken back by a message, early or late", () => {
    const [first] = fc.sample(
      message("m1", "m1-p0", 2).filter((m) => m.policy !== null),
      1,
    );
    const open = { ...first!, policy: { ...first!.policy!, coverEnd: null } };
    const standing = oneByOne([open]);
    const withdrawn: Standing = {
      ...standing,
      policies: standing.policies.map((policy) => ({ ...policy, coverEnd: "2025-03-31", withdrawnOn: "2025-03-31" })),
    };
    const later = { ...open, version: 3n };
    const { policies, results } = applyMessages([{ line: 1, ok: true, value: later }], withdrawn, making);
    expect(results[0]?.outcome).toBe("UNCHANGED");
    expect(policies.map(({ coverEnd }) => coverEnd)).toEqual(["2025-03-31"]);
  });

  test("a version that says something else is refused, a repeated one changes nothing", () => {
    const [one] = fc.sample(message("m1", "m1-p1", 1), 1);
    const standing = oneByOne([one!]);
    const line = (value: PolicyMessage): MessageLine => ({ line: 1, ok: true, value });
    expect(applyMessages([line(one!)], standing, making).results[0]?.outcome).toBe("UNCHANGED");
    const other = { ...one!, person: { ...one!.person, familyName: "En anden" } };
    const { results, persons } = applyMessages([line(other)], standing, making);
    expect(results[0]?.refusals.map(({ code }) => code)).toEqual(["VERSION_REUSED"]);
    expect(persons).toEqual([]);
  });

  test("somebody the team has registered is the same person when the number is, and what was told is confirmed", () => {
    const [sent] = fc.sample(
      message("m1", "m1-p1", 1).filter(({ person, policy }) => person.civilNumber !== null && policy !== null),
      1,
    );
    const { person, policy } = sent!;
    const { civilNumber, familyKey: _, ...known } = person;
    const standing: Standing = {
      persons: [
        { ...known, id: "told", externalKey: null, version: null, familyId: "f", digest: making.digest(civilNumber!), loginBoundAt: null },
      ],
      policies: [
        {
          ...policy!,
          id: "told-policy",
          memberId: "told",
          externalKey: null,
          version: null,
          confirmed: false,
          claimed: true,
          withdrawnOn: null,
        },
      ],
    };
    const { results, policies } = applyMessages([{ line: 1, ok: true, value: sent! }], standing, making);
    expect(results[0]).toMatchObject({ memberId: "told", policyId: "told-policy", outcome: "CHANGED" });
    expect(policies).toMatchObject([{ id: "told-policy", confirmed: true, isNew: false }]);
  });
});

describe("a login", () => {
  const bound = new Date("2026-01-01T10:00:00Z");
  const after = (identitySubject: string | null, loginBoundAt: Date | null) => {
    const [sent] = fc.sample(message("m1", "m1-p1", 5), 1);
    const { civilNumber: _, familyKey: __, ...known } = sent!.person;
    const stands = { ...known, id: "a", externalKey: "m1", version: 1n, familyId: "f", digest: null, identitySubject: "own", loginBoundAt };
    const value = { ...sent!, person: { ...sent!.person, identitySubject } };
    const { persons } = applyMessages([{ line: 1, ok: true, value }], { persons: [stands], policies: [] }, making);
    return persons[0] && [persons[0].identitySubject, persons[0].loginBoundAt];
  };

  test("that a person bound by signing in stays when a message knows of none, and one that the policy system gave goes", () => {
    expect(after(null, bound)).toEqual(["own", bound]);
    expect(after(null, null)).toEqual([null, null]);
    expect(after("other", bound)).toEqual(["other", null]);
    expect(after("own", bound)).toEqual(["own", bound]);
  });
});

describe("a line of a file", () => {
  test("has the fields that the documentation lists, and no other", () => {
    const page = readFileSync("docs/members.md", "utf8");
    const table = page.slice(page.indexOf("| Field"), page.indexOf("In NDJSON"));
    const first = table.split("\n").map((row) => row.split("|")[1] ?? "");
    const listed = first.flatMap((cell) => [...cell.matchAll(/`([a-z_]+)`/g)].map(([, name = ""]) => name));
    const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    expect(listed.sort()).toEqual(Object.keys(MESSAGE_FIELDS).map(snake).sort());
  });

  const good: Record<string, string> = {
    member_key: "k1",
    version: "1",
    given_names: "Åse",
    family_name: "Test",
    birth_date: "1980-01-01",
    policy_key: "p1",
    product: "FLEX",
    role: "POLICYHOLDER",
    scheme: "PRIVATE",
    cover_start: "2025-01-01",
  };
  const read = (more: Record<string, string>) => {
    const row = { ...good, ...more };
    const file = readMessages("CSV", `${Object.keys(row).join(";")}\n${Object.values(row).join(";")}\n`, (text) =>
      text === "0101801234" ? text : null,
    );
    const [line] = file.lines;
    return line?.ok ? [] : (line?.faults.map(({ code, path }) => `${code} ${path.join(".")}`) ?? file.faults.map(({ code }) => code));
  };

  test.each([
    ["nothing wrong", {}, []],
    ["a product that does not exist", { product: "GOLD" }, ["VALUE_UNKNOWN product"]],
    ["an end before the start", { cover_end: "2024-12-31" }, ["DAY_IMPOSSIBLE coverEnd"]],
    ["a policy without member", { member_key: "" }, ["POLICY_WITHOUT_MEMBER memberKey"]],
    ["facts of a policy without its key", { policy_key: "" }, ["FIELD_MISSING policyKey"]],
    ["a number that is none", { civil_number: "9999999999" }, ["CIVIL_NUMBER_INVALID civilNumber"]],
    [
      "several faults at once",
      { birth_date: "31-12-1980", version: "x", options: "A|Q" },
      ["NUMBER_INVALID version", "DAY_INVALID birthDate", "VALUE_UNKNOWN options"],
    ],
    ["a day there is not", { cover_start: "2025-02-30" }, ["DAY_INVALID coverStart"]],
    ["an unknown column", { cpr_text: "x" }, ["COLUMN_UNKNOWN"]],
  ])("with %s", (_, more, codes) => {
    expect(read(more as Record<string, string>)).toEqual(codes);
  });

  test("repeats nothing of what was sent", () => {
    const secret = "HEMMELIGT";
    const file = readMessages(
      "NDJSON",
      JSON.stringify({ memberKey: "k", version: secret, birthDate: secret, product: secret, email: secret, policyKey: "p" }),
      () => null,
    );
    expect(file.lines[0]?.ok).toBe(false);
    expect(JSON.stringify(file, (_, v: unknown) => (typeof v === "bigint" ? String(v) : v))).not.toContain(secret);
  });
});
