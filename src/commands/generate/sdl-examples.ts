/** Example variables of a document that has none: what its variables' types demand and no more, to be read and made telling. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  parse,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";

/** "{{name}}" stands for what only a running gateway knows (assembly/operations.ts). */
const OF_SCALAR: Readonly<Record<string, unknown>> = {
  UUID: "{{uuid}}",
  LocalDate: "{{today}}",
  DateTime: "{{today}}T10:00:00Z",
  LocalTime: "10:00",
  LocalEndTime: "16:00",
  PostalCode: "{{postnr}}",
  BigInt: 1,
  PositiveInt: 1,
  Hexadecimal: "00",
  Int: 1,
  Float: 1,
  Latitude: 55.5,
  Longitude: 9.5,
  Boolean: false,
  String: "text",
  CountryCode: "DK",
  Currency: "DKK",
  LanguageTag: "da",
};

export function exampleVariables(schema: GraphQLSchema, document: string): Record<string, unknown> {
  const operation = parse(document).definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  const needed = (operation?.variableDefinitions ?? []).filter((each) => each.type.kind === Kind.NON_NULL_TYPE && !each.defaultValue);
  return Object.fromEntries(
    needed.map(({ variable, type }) => {
      const name = variable.name.value;
      return [name, exampleOf(name, typeFromAST(schema, type) as GraphQLInputType)];
    }),
  );
}

function exampleOf(name: string, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return exampleOf(name, type.ofType);
  if (isListType(type)) return [exampleOf(name.replace(/s$/, ""), type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return type.name === "ID" ? `{{${name}}}` : OF_SCALAR[getNamedType(type).name];
  const fields = Object.values(type.getFields());
  const said = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
  return Object.fromEntries(said.map((field) => [field.name, exampleOf(field.name, field.type)]));
}
