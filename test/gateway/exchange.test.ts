/** Who a login at the provider is here: the rules in the operators' page, and what they make of what brokers say. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { exchange, readRules } from "../../src/gateway/desk/exchange.js";

const page = readFileSync("docs/operations/sign-in.md", "utf8");
const shown = /```json\n([^]*?)```/.exec(page)?.[1] ?? "";
const NSIS = "https://data.gov.dk/concept/core/nsis/";
const INSURER = "10150817";

const rules = readRules(shown).rules!;
const person = { sub: "p-1", "mitid.identity_name": "Bente Prøve", loa: `${NSIS}Substantial`, "dk.cpr": "0101801234" };
const employee = { sub: "e-1", "mitid.identity_name": "Karin", loa: `${NSIS}High`, "nemlogin.cvr": "12345678" };

it("the page shows rules that are taken", () => {
  expect(readRules(shown).faults).toEqual([]);
});

describe("a login", () => {
  it.each<[string, object, object | string]>([
    [
      "of a person may be a member",
      person,
      { mayBe: [{ role: "MEMBER", cvr: null }], civilNumber: "0101801234", assurance: "SUBSTANTIAL" },
    ],
    ["of an employee is the clinic's", employee, { mayBe: [{ role: "CLINIC_STAFF", cvr: "12345678" }], assurance: "HIGH" }],
    [
      "with several organisations may be each, once",
      { ...employee, "nemlogin.cvr": ["12345678", "87654321", "12345678", "no number", 7] },
      {
        mayBe: [
          { role: "CLINIC_STAFF", cvr: "12345678" },
          { role: "CLINIC_STAFF", cvr: "87654321" },
        ],
      },
    ],
    [
      "of an employee with a civil number is not the member",
      { ...employee, "dk.cpr": "0101801234", "nemlogin.cvr": [] },
      { mayBe: [{ role: "MEMBER" }] },
    ],
    [
      "of the insurer with a right has the role",
      { ...employee, "nemlogin.cvr": INSURER, "nemlogin.privileges": ["urn:insurer:finance"] },
      { mayBe: [{ role: "FINANCE", cvr: null }, { role: "CLINIC_STAFF" }] },
    ],
    [
      "with the insurer's right and another's number has not",
      { ...employee, "nemlogin.privileges": ["urn:insurer:finance"] },
      { mayBe: [{ role: "CLINIC_STAFF", cvr: "12345678" }] },
    ],
    ["whose level is Low opens nothing", { ...person, loa: `${NSIS}Low` }, "TOO_LOW"],
    ["whose level is said by a word", { ...person, loa: "SUBSTANTIAL" }, { assurance: "SUBSTANTIAL" }],
    ["whose level is none of these", { ...person, loa: "https://evil.example/High" }, "TOO_LOW"],
    ["without a subject", { ...person, sub: undefined }, "NO_ROLE"],
    ["whose subject holds a blank", { ...person, sub: "p 1" }, "NO_ROLE"],
    ["without a name is called by its subject", { ...person, "mitid.identity_name": " " }, { name: "p-1" }],
    ["is not helped by what every object has", { sub: "toString", loa: "High", constructor: "x" }, { mayBe: [{ role: "MEMBER" }] }],
  ])("%s", (_, claims, wanted) => {
    const is = exchange(rules, claims as Record<string, unknown>);
    if (typeof wanted === "string") expect(is).toBe(wanted);
    else expect(is).toMatchObject(wanted);
  });
});

describe("rules that are refused", () => {
  const base = { scope: "openid", claims: { subject: "sub", name: "name", assurance: "loa" } };
  it.each<[string, unknown, RegExp]>([
    ["that would make any login the insurer's", { ...base, rules: [{ role: "FINANCE" }] }, /rules\.0: FINANCE needs cvr/],
    [
      "that would make all employees the insurer's staff",
      { ...base, rules: [{ role: "HEALTH_TEAM", cvr: INSURER }] },
      /HEALTH_TEAM needs cvr/,
    ],
    ["with conditions for members", { ...base, rules: [{ role: "MEMBER", where: { a: "b" } }] }, /MEMBER has neither/],
    ["for a machine", { ...base, rules: [{ role: "INTEGRATION" }] }, /rules\.0\.role/],
    ["that ask for no identity", { ...base, scope: "profile", rules: [{ role: "MEMBER" }] }, /scope: must begin with openid/],
    ["with a field that is not known", { ...base, rule: [], rules: [{ role: "MEMBER" }] }, /rule/],
    ["with none", { ...base, rules: [] }, /rules/],
  ])("%s", (_, given, fault) => {
    expect(readRules(JSON.stringify(given)).faults.join("\n")).toMatch(fault);
  });
  it("that are no JSON", () => expect(readRules("{").faults).toEqual(["is not JSON"]));
});
