import { Client, fetchExchange, mapExchange, subscriptionExchange, type CombinedError } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { DESK_HEADERS } from "../session";
import { listen } from "./listen";
import { purposeHeader } from "./purpose";
import schema from "./schema.json";

const headers = () => ({ ...DESK_HEADERS, ...purposeHeader() });

/** The graph as the person who is signed in sees it. `ended` is told when the gateway no longer knows the session. */
export function makeClient(ended: () => void): Client {
  return new Client({
    url: "/graphql",
    preferGetMethod: false,
    fetchOptions: () => ({ headers: headers() }),
    exchanges: [
      cacheExchange({ schema: schema as never, keys: KEYLESS }),
      mapExchange({
        onError: (error) => {
          if (hasCode(error, "UNAUTHENTICATED")) ended();
        },
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (body) => ({ subscribe: (sink) => ({ unsubscribe: listen("/graphql", headers(), body, sink) }) }),
      }),
    ],
  });
}

/** Values without an id belong to what holds them. */
const KEYLESS = Object.fromEntries(
  (
    schema as {
      readonly __schema: {
        readonly types: readonly { readonly name: string; readonly kind: string; readonly fields?: readonly { readonly name: string }[] }[];
      };
    }
  ).__schema.types
    .filter(({ kind, fields }) => kind === "OBJECT" && !fields?.some(({ name }) => name === "id"))
    .map(({ name }) => [name, () => null] as const),
);

export function hasCode(error: CombinedError, code: string): boolean {
  return error.graphQLErrors.some(({ extensions }) => extensions["code"] === code);
}
