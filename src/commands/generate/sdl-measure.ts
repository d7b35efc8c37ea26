/**
 * How much of a published schema is a typed graph and how much is calls with strings. Entities are object types without roots,
 * payloads, edges and connections; the aims are what the schema is held to by a test.
 */
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
} from "graphql";

export type Measure = {
  readonly entities: number;
  readonly fields: number;
  readonly enums: number;
  readonly enumPercent: number;
  readonly objectPercent: number;
  readonly stringPercent: number;
  /** Names behind the figures that should be none. */
  readonly idFields: readonly string[];
  readonly listedStrings: readonly string[];
  readonly undescribed: readonly string[];
  readonly scalarsWithoutUrl: readonly string[];
};

/** Two values in capitals beside each other: a description that lists what should be an enumeration. */
const LISTED = /\b[A-Z][A-Z0-9_]{2,}\b(?:\s*\([^)]*\))?(?:,| or| and|, or)\s+\b[A-Z][A-Z0-9_]{2,}\b/;
/** Ids of others' systems are values of their own. */
const EXTERNAL_ID = /^(external|endToEnd|message|trace|correlation)/;

export function measureSdl(sdl: string): Measure {
  const schema = buildSchema(sdl, { assumeValid: true, assumeValidSDL: true });
  const all = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith("__"));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fields = all
    .filter(isObjectType)
    .filter((type) => !roots.includes(type) && !/(Payload|Edge|Connection|Error)$/.test(type.name) && type.name !== "PageInfo")
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field, of: getNamedType(field.type) })));
  const percent = (is: (type: GraphQLNamedType) => boolean): number =>
    Math.round((1000 * fields.filter(({ of }) => is(of)).length) / fields.length) / 10;
  const described = all.flatMap(describedParts);
  return {
    entities: new Set(fields.map(({ type }) => type)).size,
    fields: fields.length,
    enums: all.filter(isEnumType).length,
    enumPercent: percent(isEnumType),
    objectPercent: percent((type) => isObjectType(type) || isInterfaceType(type) || isUnionType(type)),
    stringPercent: percent((type) => type.name === "String"),
    idFields: fields
      .filter(({ field, of }) => /Ids?$/.test(field.name) && !EXTERNAL_ID.test(field.name) && ["ID", "String", "UUID"].includes(of.name))
      .map(({ type, field }) => `${type.name}.${field.name}`),
    listedStrings: described.filter(({ of, text }) => of === "String" && text && LISTED.test(text)).map(({ where }) => where),
    undescribed: described.filter(({ text }) => !text).map(({ where }) => where),
    scalarsWithoutUrl: all
      .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type) && !type.specifiedByURL)
      .map(({ name }) => name),
  };
}

type Part = { readonly where: string; readonly of: string; readonly text: string | null | undefined };

/** Whatever a reader of the schema looks up: fields, their arguments, and values. */
function describedParts(type: GraphQLNamedType): Part[] {
  if (isEnumType(type)) return type.getValues().map((v) => ({ where: `${type.name}.${v.name}`, of: "", text: v.description }));
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
  const fields: readonly (GraphQLField<unknown, unknown> | GraphQLInputField)[] = Object.values(type.getFields());
  return fields.flatMap((field) => {
    const where = `${type.name}.${field.name}`;
    const args: readonly GraphQLArgument[] = "args" in field ? field.args : [];
    return [
      { where, of: getNamedType(field.type).name, text: field.description },
      ...args.map((arg) => ({ where: `${where}(${arg.name})`, of: getNamedType(arg.type).name, text: arg.description })),
    ];
  });
}

export function measureText(measure: Measure): string {
  const { entities, fields, enums, enumPercent, objectPercent, stringPercent } = measure;
  const counts = (["idFields", "listedStrings", "undescribed", "scalarsWithoutUrl"] as const).map((kind) => {
    const names = measure[kind];
    return `${kind}: ${names.length}${names.length > 0 ? ` (${names.join(" ")})` : ""}`;
  });
  return [
    `entities ${entities}, fields ${fields}, enums ${enums}, enum fields ${enumPercent} %, object fields ${objectPercent} %, String fields ${stringPercent} %`,
    ...counts,
  ].join("\n");
}
