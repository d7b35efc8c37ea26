/** The API: what the features offer, as one schema in which every field says who may see it. */
import "reflect-metadata";
import { createPubSub } from "@graphql-yoga/subscription";
import { getNamedType, lexicographicSortSchema, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import { printSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { assertEveryFieldHasPolicy } from "../gateway/api/guard.js";
import { nodeResolver } from "../gateway/api/node.js";
import { keepFetchers, type NodeFetchers } from "../gateway/api/nodes.js";
import { connectRelations } from "../gateway/api/relation.js";
import { keepLongListsAsRead } from "../gateway/api/input/long-lists.js";
import { validateInput } from "../gateway/api/input/validate-input.js";
import type { Feature } from "../gateway/feature.js";
import { FEATURES } from "./features.js";
import { withInterfaces } from "./interfaces.js";
import "./services.js";
import { refuseUnknownValues } from "../gateway/api/enum.js";

/** Of the graph as published; docs/graph-changelog.md says what each version changed. */
export const GRAPH_VERSION = "0.2.0";
let whole: GraphQLSchema | null = null;

/** The schema of every feature, for all gateways of a process: none changes it, and documents are compiled once for all. */
export function wholeSchema(): GraphQLSchema {
  return (whole ??= makeSchema());
}

/** Throws when a field says nowhere who may see it: such a schema is neither served nor published. */
export function makeSchema(features: readonly Feature[] = FEATURES): GraphQLSchema {
  const fetchers: NodeFetchers = Object.assign({}, ...features.map(({ nodes }) => nodes));
  const built = buildSchemaSync({
    resolvers: [nodeResolver(fetchers), ...features.flatMap(({ resolvers }) => resolvers)],
    // unknown properties are refused by GraphQL itself; class-validator adds lengths and ranges
    validateFn: validateInput,
    pubSub: createPubSub(),
    // Apollo checks it once more at every start, and the contract tests did
    skipCheck: true,
  });
  const schema = withInterfaces(built);
  refuseUnknownValues(schema);
  connectRelations(schema, fetchers);
  keepFetchers(schema, fetchers);
  keepLongListsAsRead(schema);
  schema.description = `Provider Network Gateway, version ${GRAPH_VERSION} of the graph.`;
  describe(schema.getQueryType(), "Everything that can be read.");
  describe(schema.getMutationType(), "Everything that can be done. Each takes one input and answers its result or every reason why not.");
  describe(schema.getSubscriptionType(), "What can be listened to, over WebSocket or as Server-Sent Events.");
  assertEveryFieldHasPolicy(schema);
  return schema;
}

/** What the library leaves without words: a root, and the one input of a mutation, whose type says what it is. */
function describe(root: GraphQLObjectType | null | undefined, description: string): void {
  if (!root) return;
  root.description ??= description;
  for (const field of Object.values(root.getFields())) {
    for (const arg of field.args) arg.description ??= getNamedType(arg.type).description;
  }
}

/** The API as published: sorted, so that a difference is a change and not a shuffle. */
export function sdlOf(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
