/** What the clients run is part of the contract: every stored document is valid for its role, bounded, and has variables that fit. */
import "reflect-metadata";
import { existsSync } from "node:fs";
import { getVariableValues, Kind, parse, validate, type OperationDefinitionNode } from "graphql";
import { filled, storedOperations } from "../../src/assembly/operations.js";
import { exampleVariables } from "../../src/commands/generate/sdl-examples.js";
import { makeSchema } from "../../src/assembly/schema.js";
import { costOf, evaluate } from "../../src/gateway/admission/cost.js";
import { globalId } from "../../src/gateway/api/global-id.js";
import { beyondLimits, LIMITS } from "../../src/gateway/admission/limits.js";
import { schemaSeenBy } from "../../src/gateway/admission/role-schema.js";
import type { Role } from "../../src/platform/viewer.js";

const ROLE_OF: Record<string, Role> = {
  "member-app": "MEMBER",
  clinic: "CLINIC_STAFF",
  "health-team": "HEALTH_TEAM",
  finance: "FINANCE",
  network: "NETWORK_MANAGER",
  integration: "INTEGRATION",
  public: "ANONYMOUS",
};
const schema = makeSchema();
const operations = storedOperations();
const anyId = globalId("Thing", "00000000-0000-7000-8000-000000000000");
const known = new Proxy({} as Record<string, string>, {
  get: (_, name: string) =>
    name === "uuid" ? "0197f3a1-6c1e-7cc3-98c4-dc0c0c07398f" : name.startsWith("today") ? "2026-11-24" : name === "postnr" ? "8000" : anyId,
});

it("there are documents for every client", () => {
  expect([...new Set(operations.map((o) => o.client))].sort()).toEqual(Object.keys(ROLE_OF).sort());
  expect(operations.length).toBeGreaterThan(40);
});

describe.each(operations.map((o) => [`${o.client}/${o.name}`, o] as const))("%s", (_, { client, name, document, variables, examples }) => {
  const role = ROLE_OF[client] as Role;
  const parsed = parse(document);
  const operation = parsed.definitions.find((d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION)!;

  it("is valid against the schema as its role sees it, and within the limits", () => {
    expect(validate(schemaSeenBy(schema, role), parsed).map((e) => e.message)).toEqual([]);
    expect(beyondLimits(parsed)).toBeNull();
  });

  it("is named like its file and has example variables that fit", () => {
    const kebab = (operation.name?.value ?? "").replace(/(?<!^)[A-Z]/g, (c) => `-${c}`).toLowerCase();
    expect(kebab).toBe(name);
    const values = filled(variables, known) as Record<string, unknown>;
    const read = getVariableValues(schema, operation.variableDefinitions ?? [], values);
    expect(read.errors?.map((e) => e.message) ?? []).toEqual([]);
    expect(evaluate(costOf(schema, parsed, operation), values)).toBeLessThanOrEqual(LIMITS.cost);
  });

  it("has a file of example variables, and those that npm run sdl would make fit as well", () => {
    expect(existsSync(examples)).toBe(true);
    const made = filled(exampleVariables(schema, document), known) as Record<string, unknown>;
    expect(getVariableValues(schema, operation.variableDefinitions ?? [], made).errors?.map((e) => e.message) ?? []).toEqual([]);
  });
});
