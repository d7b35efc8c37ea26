/** Apollo's own acceptance test for whoever binds Apollo Server to an HTTP listener, against ours. */
import { ApolloServer } from "@apollo/server";
import { defineIntegrationTestSuite } from "@apollo/server-integration-testsuite";
import { newContext } from "../../../src/gateway/context.js";
import { makeListener } from "../../../src/gateway/http.js";
import { ANONYMOUS } from "../../../src/platform/viewer.js";

defineIntegrationTestSuite(
  async (serverOptions, testOptions) => {
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
      leaveToApollo: true,
    });
    const { url } = await listener.listen(0, "127.0.0.1");
    return { server: apollo, url, extraCleanup: () => listener.stop(500) };
  },
  { noIncrementalDelivery: true },
);
