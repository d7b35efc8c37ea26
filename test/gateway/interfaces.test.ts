import "reflect-metadata";
import { afterAll, describe, expect, it } from "@jest/globals";
import { parse } from "graphql";
import { Field, ObjectType, Query, Resolver } from "type-graphql";
import { FEATURES } from "../../src/assembly/features.js";
import { makeSchema, wholeSchema } from "../../src/assembly/schema.js";
import { makeAdmission } from "../../src/gateway/admission/admission.js";
import { visibleTo } from "../../src/gateway/api/guard.js";
import { Money } from "../../src/gateway/api/money.js";
import { purposeMissing } from "../../src/gateway/api/purpose.js";
import { ANONYMOUS, type Role } from "../../src/platform/viewer.js";
import { withdrawTypes } from "../support/withdraw-types.js";

@visibleTo("CLINIC_STAFF", "FINANCE")
@ObjectType("Purse", { description: "Open to clinics, its amount to finance alone." })
class Purse {
  @Field(() => String, { description: "Whose." })
  of!: string;
  @visibleTo("FINANCE")
  @Field(() => Money, { description: "How much." })
  amount!: unknown;
}

@Resolver()
class Purses {
  @visibleTo("CLINIC_STAFF", "FINANCE")
  @Query(() => Purse, { description: "One." })
  purse(): unknown {
    return {};
  }
}

afterAll(() => withdrawTypes(Purse));

const admit = makeAdmission({ schema: wholeSchema() });
const codes = (query: string, role: Role, purpose: string | null = null): unknown[] =>
  admit({
    document: parse(query),
    operationName: null,
    variables: {},
    viewer: { ...ANONYMOUS, role, purpose, assurance: role === "ANONYMOUS" ? "LOW" : "HIGH" } as never,
  }).errors.map((error) => error.extensions["code"] ?? error.message);

describe("an interface", () => {
  it("has one fragment for the refusals of every act", () => {
    const refusals = "fragment Refusals on Payload { errors { code message ...Why } } fragment Why on Reason { rule clause }";
    const act = `mutation { releaseHold(input: { holdId: "x", idempotencyKey: "0197f3a1-6c1e-7cc3-98c4-00000000000b" }) { ...Refusals } } ${refusals}`;
    expect(codes(act, "MEMBER")).toEqual([]);
    expect(codes(act, "FINANCE")).toContain("GRAPHQL_VALIDATION_FAILED");
  });

  it("shows nothing that its types do not show: no login, no purpose, no answer", () => {
    const times = '{ claim(id: "x") { bookings(first: 1) { edges { node { ... on Timed { startsAt endsAt } } } } } }';
    expect(codes(times, "MEMBER")).toEqual([]);
    expect(codes(times, "HEALTH_TEAM")).toEqual([purposeMissing().message]);
    expect(codes(times, "HEALTH_TEAM", "CASE_HANDLING:C-1")).toEqual([]);
    const open =
      '{ providers(near: { postalCode: "8000" }, service: PHYSIOTHERAPY, first: 1) { edges { node { nextSlots { ... on Timed { startsAt } } } } } }';
    expect(codes(open, "MEMBER")).toEqual([]);
    expect(codes(open, "ANONYMOUS")).toContain("GRAPHQL_VALIDATION_FAILED");
  });

  it("does not get into a schema where a role would see through it what it does not see on the type", () => {
    expect(() => makeSchema([...FEATURES, { resolvers: [Purses] }])).toThrow(/Priced\.amount is visible to more than Purse\.amount/);
  });
});
