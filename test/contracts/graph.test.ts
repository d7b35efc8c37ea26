/** What the published graph promises those who write clients: types that say what they are, words for people, and stability. */
import "reflect-metadata";
import { readFileSync } from "node:fs";
import {
  getNamedType,
  graphql,
  isEnumType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  parse,
  validate,
  type GraphQLScalarType,
  type GraphQLSchema,
  isNonNullType,
} from "graphql";
import { GRAPH_VERSION, makeSchema, sdlOf } from "../../src/assembly/schema.js";
import { DATED, sdlDifference } from "../../src/commands/generate/sdl-diff.js";
import { measureSdl } from "../../src/commands/generate/sdl-measure.js";
import { schemaAsAnswered } from "../../src/gateway/execution/as-answered.js";
import { wordsOf } from "../../src/gateway/api/enum.js";

const schema: GraphQLSchema = makeSchema();
const enums = Object.values(schema.getTypeMap()).filter((type) => isEnumType(type) && !type.name.startsWith("__"));

describe("the measure of the graph", () => {
  const measure = measureSdl(sdlOf(schema));

  it("is that of a typed graph", () => {
    expect(measure.enumPercent).toBeGreaterThanOrEqual(10);
    expect(measure.objectPercent).toBeGreaterThanOrEqual(35);
    expect(measure.idFields).toEqual([]);
    expect(measure.listedStrings).toEqual([]);
    expect(measure.undescribed).toEqual([]);
    expect(measure.scalarsWithoutUrl).toEqual([]);
  });

  it("sees what is none", () => {
    const poor = measureSdl(`
      scalar Thing
      type Query { a: Row }
      type Row { "OPEN or CLOSED." state: String "Id." clinicId: ID clinic: Clinic at: Thing }
      type Clinic { "Its own key." externalId: ID kind: Kind }
      enum Kind { "One." ONE TWO }
      type RowPayload { state: String }`);
    expect(poor).toMatchObject({
      entities: 2,
      fields: 6,
      enums: 1,
      enumPercent: 16.7,
      objectPercent: 16.7,
      idFields: ["Row.clinicId"],
      listedStrings: ["Row.state"],
      scalarsWithoutUrl: ["Thing"],
    });
    expect(poor.undescribed).toEqual(expect.arrayContaining(["Row.clinic", "Kind.TWO"]));
  });
});

describe.each(enums.map((type) => [type.name, type] as const))("%s", (name, type) => {
  it("has for each value a word in Danish and in English", () => {
    if (!isEnumType(type)) return;
    const words = wordsOf(name);
    expect(Object.keys(words ?? {})).toEqual(type.getValues().map((value) => value.name));
    for (const [value, [en, da]] of Object.entries(words ?? {})) {
      expect([value, en]).toEqual([value, expect.stringMatching(/^\S.*\S$/)]);
      expect([value, da]).toEqual([value, expect.stringMatching(/^\S.*\S$/)]);
    }
  });

  it("refuses a value it does not have with those it has, in a document and in a variable, and never repeats it", () => {
    if (!isEnumType(type)) return;
    for (const ask of [
      () => type.parseValue("SECRET_VALUE"),
      () => type.parseLiteral({ kind: "EnumValue", value: "SECRET_VALUE" } as never, {}),
    ]) {
      const said = refusalOf(ask);
      expect(said).toContain(`${name} must be one of ${type.getValues()[0]?.name ?? ""}`);
      expect(said).not.toContain("SECRET");
    }
  });
});

it("a scalar refuses what it is not without repeating it, in a document as in a variable", () => {
  const scalars = Object.values(schema.getTypeMap()).filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
  expect(scalars.length).toBeGreaterThan(15);
  for (const scalar of scalars) {
    if (!isScalarType(scalar)) continue;
    const odd = scalar.name === "Currency" ? "SECRET" : "SECRET VALUE";
    for (const ask of [() => scalar.parseValue(odd), () => scalar.parseLiteral({ kind: "StringValue", value: odd } as never, {})]) {
      const said = refusalOf(ask);
      expect(said).toMatch(new RegExp(`^${scalar.name} must be `));
      expect(said).not.toContain("SECRET");
    }
  }
});

function refusalOf(ask: () => unknown): string {
  try {
    ask();
  } catch (error) {
    return String((error as Error).message);
  }
  return "not refused";
}

describe("a scalar of the library", () => {
  const read = (name: string, value: unknown): unknown => {
    const type = schema.getType(name);
    try {
      return isScalarType(type) ? type.parseValue(value) : undefined;
    } catch {
      return "REFUSED";
    }
  };

  it.each([
    ["DateTime", "2026-03-02T08:30:00+01:00", new Date("2026-03-02T07:30:00Z")],
    ["DateTime", "2026-02-30T08:30:00Z", "REFUSED"],
    ["DateTime", "1899-12-31T23:30:00Z", "REFUSED"],
    ["DateTime", "1900-01-01T00:30:00+01:00", "REFUSED"],
    ["LocalDate", "2028-02-29", "2028-02-29"],
    ["LocalDate", "2027-02-29", "REFUSED"],
    ["LocalDate", "2200-01-01", "REFUSED"],
    ["LocalTime", "23:59", "23:59"],
    ["LocalTime", "24:00", "REFUSED"],
    ["LocalTime", "08:30:15", "REFUSED"],
    ["LocalEndTime", "24:00", "24:00"],
    ["LocalEndTime", "24:01", "REFUSED"],
    ["UUID", "0197F3A1-6c1e-7cc3-98c4-dc0c0c07398f", "0197f3a1-6c1e-7cc3-98c4-dc0c0c07398f"],
    ["UUID", "{0197f3a1-6c1e-7cc3-98c4-dc0c0c07398f}", "REFUSED"],
    ["Latitude", 56.15, 56.15],
    ["Latitude", 91, "REFUSED"],
    ["Latitude", "56.15", "REFUSED"],
    ["PostalCode", "8000", "8000"],
    ["PostalCode", "DK-8000", "REFUSED"],
    ["LanguageTag", "en", "en"],
    ["LanguageTag", "en-GB", "REFUSED"],
    ["CountryCode", "DK", "DK"],
    ["CountryCode", "dk", "REFUSED"],
    ["CountryCode", "XX", "REFUSED"],
    ["IBAN", "DK50 0040 0440 1162 43", "DK50 0040 0440 1162 43"],
    ["IBAN", "DK5000400440116244", "REFUSED"],
    ["PositiveInt", 1, 1],
    ["PositiveInt", 0, "REFUSED"],
    ["PositiveInt", "1", "REFUSED"],
    ["NonNegativeInt", 0, 0],
    ["NonNegativeInt", -1, "REFUSED"],
    ["NonNegativeInt", 1.5, "REFUSED"],
    ["NonNegativeInt", 2 ** 31, "REFUSED"],
    ["BigInt", "-1000000000000", -(10n ** 12n)],
    ["BigInt", "1000000000001", "REFUSED"],
  ])("%s reads %j as %p", (name, value, expected) => {
    expect(read(name, value)).toEqual(expected);
  });
});

it("a count is answered as the number it is, and never below what its type promises", () => {
  const count = (name: string, value: unknown): unknown => (schema.getType(name) as GraphQLScalarType).serialize(value);
  expect([count("PositiveInt", 3), count("NonNegativeInt", 0)]).toEqual([3, 0]);
  expect(() => count("PositiveInt", 0)).toThrow("a count below 1");
  expect(() => count("NonNegativeInt", -1)).toThrow("a count below 0");
});

it("a count of a type that is as answered is compiled as a number", () => {
  const service = schemaAsAnswered(schema).getType("Service");
  expect(isObjectType(service) && String(service.getFields()["firstMinutes"]?.type)).toBe("Int!");
});

it("the words of a value are answered to whoever can meet it", async () => {
  const ask = async (role: string) =>
    graphql({
      schema,
      source: '{ words(names: ["ClaimState", "LedgerAccountName", "Channel"]) { name values { value label en: label(language: EN) } } }',
      contextValue: { viewer: { role, assurance: "HIGH" } },
    });
  const names = async (role: string) => ((await ask(role)).data?.["words"] as { name: string }[]).map(({ name }) => name);
  expect(await names("ANONYMOUS")).toEqual(["Channel"]);
  expect(await names("FINANCE")).toEqual(expect.arrayContaining(["LedgerAccountName"]));
  expect((await ask("HEALTH_TEAM")).data?.["words"]).toContainEqual({
    name: "ClaimState",
    values: expect.arrayContaining([{ value: "APPROVED", label: "Godkendt", en: "Approved" }]),
  });
});

describe("what a field promises", () => {
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith("__") ? Object.values(type.getFields()).map((field) => ({ type, field })) : [],
  );

  it("is said where it may be null: when it is", () => {
    const silent = fields.filter(({ field }) => !isNonNullType(field.type) && !/\bnull\b/i.test(field.description ?? ""));
    expect(silent.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
  });

  it("is a thing where it is one: an id stands beside nothing but its own", () => {
    const ids = fields.filter(({ field }) => getNamedType(field.type).name === "ID" && field.name !== "id");
    expect(ids.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
  });

  it("is an object of reasons where a rule speaks", () => {
    const codes = fields.filter(({ field }) => ["ReasonCode", "DenialReason"].includes(getNamedType(field.type).name));
    // beside reasons stand their codes, where facts were kept in an older form
    expect(codes.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual(["DecisionReason.code", "Decision.reasonCodes"]);
  });
});

describe("the version of the graph", () => {
  it("is the first in its change log", () => {
    const [, newest] = /^## (\d+\.\d+\.\d+)/m.exec(readFileSync("docs/graph-changelog.md", "utf8")) ?? [];
    expect(newest).toBe(GRAPH_VERSION);
    expect(schema.description).toContain(GRAPH_VERSION);
  });

  it("marks what will go with the day it was said", () => {
    const reasons = Object.values(schema.getTypeMap()).flatMap((type) =>
      "getFields" in type ? Object.values(type.getFields()).flatMap((field) => field.deprecationReason ?? []) : [],
    );
    expect(reasons.filter((reason) => !DATED.test(reason))).toEqual([]);
  });
});

describe("a change against the release", () => {
  const released = `
    type Query { old: Int @deprecated(reason: "2026-01-10: use kept") kept(a: Int): Int gone: Kind }
    enum Kind { A B @deprecated(reason: "2026-03-01: use A") }`;
  const current = "type Query { kept: Int gone: Kind more: Int } enum Kind { A }";

  it("lets go what was deprecated ninety days before, and nothing else", async () => {
    const { breaking, expected, harmless } = await sdlDifference(released, current, "2026-04-10");
    expect(expected).toEqual([expect.stringContaining("'old'")]);
    expect(breaking.join(" ")).toContain("'a: Int' was removed from field 'Query.kept'");
    expect(breaking.join(" ")).toContain("'B'");
    expect(harmless.join(" ")).toContain("'more'");
    expect((await sdlDifference(released, current, "2026-04-09")).expected).toEqual([]);
    expect((await sdlDifference(released, current, "2026-05-30")).breaking).toHaveLength(1);
  });

  it("is none where nothing changed", async () => {
    expect(await sdlDifference(released, released, "2026-04-10")).toEqual({ breaking: [], expected: [], harmless: [] });
  });
});

it("an unknown value in a document is told with those there are", () => {
  const [error] = validate(schema, parse("{ clinics(first: 1, kind: DENTIST) { edges { cursor } } }"));
  expect(error?.message).toMatch(/^ProviderKind must be one of PHYSIOTHERAPIST, /);
  const clinics = schema.getQueryType()?.getFields()["clinics"];
  expect(getNamedType(clinics?.args.find(({ name }) => name === "kind")?.type)?.name).toBe("ProviderKind");
});
