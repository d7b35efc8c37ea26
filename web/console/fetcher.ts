/** How the console asks: as the role that is chosen, and subscriptions as Server-Sent Events. */
import type { Fetcher, FetcherParams, FetcherOpts } from "@graphiql/toolkit";
import type { ExecutionResult } from "graphql";
import { listen } from "../src/graph/listen";
import { headersOf, type ConsoleRole } from "./session";

const URL = "/graphql";

/** `fresh` brings a new token where the one at hand has ended. */
export function fetcherFor(role: ConsoleRole, fresh: () => Promise<ConsoleRole>): Fetcher {
  let now = role;
  const ask = (params: FetcherParams, opts: FetcherOpts | undefined): Promise<Response> =>
    fetch(URL, {
      method: "POST",
      headers: { "content-type": "application/json", ...headersOf(now), ...opts?.headers },
      body: JSON.stringify(params),
    });
  return (params, opts) => {
    if (isSubscription(params, opts)) return events({ ...headersOf(now), ...opts?.headers }, params);
    return (async () => {
      const answer = await ask(params, opts);
      if (answer.status !== 401) return (await answer.json()) as ExecutionResult;
      now = await fresh();
      return (await (await ask(params, opts)).json()) as ExecutionResult;
    })();
  };
}

function isSubscription({ operationName }: FetcherParams, opts: FetcherOpts | undefined): boolean {
  const operations = opts?.documentAST?.definitions.filter((each) => each.kind === "OperationDefinition") ?? [];
  const chosen = operationName ? operations.find(({ name }) => name?.value === operationName) : operations[0];
  return chosen?.operation === "subscription";
}

/** One event after another until nobody wants more. */
async function* events(headers: Readonly<Record<string, string>>, body: object): AsyncGenerator<ExecutionResult> {
  const waiting: ExecutionResult[] = [];
  let over: { readonly error: unknown } | null = null;
  let wake = (): void => {};
  const stop = listen(URL, headers, body, {
    next: (answer) => {
      // it says only that it listens
      if (answer.data === null && !answer.errors) return;
      waiting.push(answer as ExecutionResult);
      wake();
    },
    error: (error) => {
      over = { error };
      wake();
    },
  });
  const ended = (): { readonly error: unknown } | null => over;
  try {
    for (;;) {
      for (let next = waiting.shift(); next; next = waiting.shift()) yield next;
      const end = ended();
      if (end) throw end.error;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    stop();
  }
}
