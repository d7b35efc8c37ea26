/** A client of the socket door: the usual graphql-ws client, with its answers in a list. */
import { createClient, type Client } from "graphql-ws";
import { WebSocket } from "ws";

export type Listening = {
  readonly answers: any[];
  readonly errors: unknown[];
  readonly stop: () => void;
  readonly next: (count?: number, ms?: number) => Promise<any[]>;
};
export type Socket = {
  readonly client: Client;
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly listen: (query: string, variables?: Record<string, unknown>) => Listening;
  readonly stop: () => Promise<void>;
};

export function openSocket(url: string, params: Record<string, unknown>): Socket {
  let tell: (event: { code: number; reason: string }) => void = () => {};
  const closed = new Promise<{ code: number; reason: string }>((resolve) => (tell = resolve));
  const client = createClient({
    url: `${url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: params,
    retryAttempts: 0,
    lazy: true,
    on: { closed: (event) => tell(event as { code: number; reason: string }) },
  });
  return {
    client,
    closed,
    listen: (query, variables = {}) => {
      const answers: unknown[] = [];
      const errors: unknown[] = [];
      let wake = (): void => {};
      const stop = client.subscribe(
        { query, variables },
        { next: (answer) => (answers.push(answer), wake()), error: (error) => (errors.push(error), wake()), complete: () => wake() },
      );
      const next = async (count = 1, ms = 5_000): Promise<any[]> => {
        const end = Date.now() + ms;
        while (answers.length < count && errors.length === 0 && Date.now() < end) {
          await Promise.race([new Promise<void>((resolve) => (wake = resolve)), new Promise((resolve) => setTimeout(resolve, 100))]);
        }
        return answers;
      };
      return { answers, errors, stop, next };
    },
    stop: async () => client.dispose(),
  };
}
