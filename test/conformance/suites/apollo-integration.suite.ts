/**
 * Apollo's own acceptance test for whoever binds Apollo Server to an HTTP listener, against the product's, with documents run by
 * graphql-js and with documents compiled. What deviates is decided, named here and explained in docs/conformance.md.
 * @jest-environment ./test/conformance/suites/deviations.environment.mjs
 */
import { makeExecutableSchema } from "@graphql-tools/schema";
import { ApolloServer } from "@apollo/server";
import { defineIntegrationTestSuite } from "@apollo/server-integration-testsuite";
import { describe } from "@jest/globals";
import { compiledGateway } from "../../../src/gateway/execution/compiled.js";
import { newContext } from "../../../src/gateway/api/context.js";
import { makeListener } from "../../../src/gateway/http/http.js";
import { ANONYMOUS } from "../../../src/platform/viewer.js";

/** 415 for a POST of another media type; Apollo answers 400 (its CSRF prevention, or a missing body). */
const MEDIA_TYPE = [
  "apolloServerTests.ts > CSRF prevention > default",
  "httpServerTests.ts > graphqlHTTP > throws an error if POST body is empty",
  "httpServerTests.ts > graphqlHTTP > throws an error if invalid content-type",
];
/** Of reports to Apollo's cloud, which are off: the AST nodes of an error, from which they work out a location a second time. */
const REPORTS = ["sendErrors > new error", "sendErrors > modified error", "masked"].map(
  (name) => `apolloServerTests.ts > lifecycle > for Apollo usage reporting > traces > error munging > ${name}`,
);
/** Apollo's interface for executors has no root value, and no resolver of ours reads one. */
const ROOT_VALUE = ["rootValue", "rootValue function result"].map(
  (what) => `httpServerTests.ts > graphqlHTTP > passes the ${what} to the resolver`,
);

declare const decideDeviations: (names: readonly string[]) => void;
decideDeviations([
  ...MEDIA_TYPE.map((name) => `graphql-js > integration tests > ${name}`),
  ...[...MEDIA_TYPE, ...REPORTS, ...ROOT_VALUE].map((name) => `compiled > integration tests > ${name}`),
]);

const serve = async (serverOptions: any, testOptions: any) => {
  const apollo = new ApolloServer({ ...serverOptions });
  await apollo.start();
  const listener = makeListener({
    apollo: apollo as never,
    identify: () => Promise.resolve({ viewer: ANONYMOUS, claims: null }),
    context: ((request: object) =>
      testOptions?.context
        ? (testOptions.context as () => unknown)()
        : newContext({ ...request, database: {}, services: {} } as never)) as never,
    ready: () => Promise.resolve(true),
    path: "/",
  });
  const { url } = await listener.listen(0, "127.0.0.1");
  return { server: apollo, url, extraCleanup: () => listener.stop(500) };
};

describe("graphql-js", () => defineIntegrationTestSuite(serve, { noIncrementalDelivery: true }));

/** The same servers with our executor in the place of graphql-js; a server that brings a gateway of its own keeps it. */
const compiled: typeof serve = ({ schema, typeDefs, resolvers, ...rest }, testOptions) =>
  serve(rest.gateway ? rest : { ...rest, gateway: compiledGateway(schema ?? makeExecutableSchema({ typeDefs, resolvers })) }, testOptions);
describe("compiled", () => defineIntegrationTestSuite(compiled, { noIncrementalDelivery: true }));
