/** The whole client: asks, acts once, listens. */
import { setTimeout as pause } from "node:timers/promises";

/** A document that the gateway knows by its hash; the types are those of its answer and its variables. */
export type Registered<Answer, Variables> = {
  readonly name: string;
  readonly hash: string;
  readonly types?: { readonly answer: Answer; readonly variables: Variables };
};
export type Refusal = {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string | null;
  readonly path: readonly string[];
};
export type Gateway = {
  readonly ask: <A, V>(document: Registered<A, V>, variables: V) => Promise<A>;
  readonly listen: <A, V>(document: Registered<A, V>, variables: V, signal: AbortSignal) => AsyncGenerator<A>;
};

/** The token has ended or was taken back: sign in again, and ask the same again. */
export class SignInAgain extends Error {}

const MOST_TRIES = 6;

export function gateway(url: string, token: () => string): Gateway {
  const post = (body: object, more: Record<string, string> = {}): Promise<Response> =>
    fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token()}`, ...more },
      body: JSON.stringify(body),
    });
  const bodyOf = ({ hash }: Registered<unknown, unknown>, variables: unknown): object => ({ documentId: `sha256:${hash}`, variables });

  return {
    ask: async <A, V>(document: Registered<A, V>, variables: V): Promise<A> => {
      for (let tries = 1; ; tries += 1) {
        // no answer at all is no answer: what was sent may have been done, so the very same is sent again
        const answer = await post(bodyOf(document, variables)).catch(() => null);
        if (answer?.status === 401) throw new SignInAgain();
        const said = (await answer?.json().catch(() => null)) as { data?: A; errors?: { extensions: Record<string, unknown> }[] } | null;
        if (said?.data && !said.errors) return said.data;
        const [fault] = said?.errors ?? [];
        const mayRetry = said === null || said === undefined || fault?.extensions["retryable"] === true || answer?.status === 429;
        if (!mayRetry || tries === MOST_TRIES) throw new Error(String(fault?.extensions["code"] ?? "NO_ANSWER"));
        await pause(Number(answer?.headers.get("retry-after") ?? 0) * 1_000 || 200 * 2 ** tries * Math.random());
      }
    },

    listen: async function* <A, V>(document: Registered<A, V>, variables: V, signal: AbortSignal): AsyncGenerator<A> {
      const answer = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "text/event-stream", authorization: `Bearer ${token()}` },
        body: JSON.stringify(bodyOf(document, variables)),
        signal,
      });
      if (!answer.ok || !answer.body) throw new Error(`the stream answered ${answer.status}`);
      let waiting = "";
      for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
        const events = `${waiting}${text}`.split("\n\n");
        waiting = events.pop() ?? "";
        for (const event of events) {
          const [, told] = /^event: next\ndata: (.*)$/s.exec(event) ?? [];
          if (told !== undefined) yield (JSON.parse(told) as { data: A }).data;
        }
      }
    },
  };
}
