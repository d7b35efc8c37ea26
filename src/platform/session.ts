/** One checked-out connection for the length of one transaction. Statements run one after the other, and none after its end. */
import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from "pg";
import { invariant } from "../kernel/invariant.js";
import type { Database } from "./database.js";
import { sqlState } from "./database-errors.js";

export class Session {
  /** The first statement that failed; if the work swallows it, the commit still answers ROLLBACK and this is why. */
  failure: unknown = null;
  /** Set when the connection can no longer be trusted; it is then destroyed instead of going back to the pool. */
  broken: Error | null = null;
  #tail: Promise<unknown> = Promise.resolve();
  #ended = false;

  /** True once the commit or the rollback was sent. */
  get ended(): boolean {
    return this.#ended;
  }

  readonly #onError = (error: Error): void => {
    this.broken ??= error;
  };

  constructor(
    readonly client: PoolClient,
    private readonly database: Database,
    private readonly signal: AbortSignal | undefined,
  ) {
    client.on("error", this.#onError);
  }

  /** For the work: refused once the transaction is over, so a forgotten await can't write into the next one. */
  run<R extends QueryResultRow>(config: QueryConfig): Promise<QueryResult<R>> {
    return this.#next(async () => {
      invariant(!this.#ended, "a transaction is used only while it is open");
      this.signal?.throwIfAborted();
      return this.#send<R>(config);
    });
  }

  /** Begin, commit and rollback. The flag closes the door behind the statements already waiting. */
  control(text: string, last: boolean): Promise<QueryResult> {
    return this.#next(async () => {
      if (last) this.#ended = true;
      return this.#send({ text });
    });
  }

  release(): void {
    this.#ended = true;
    this.client.removeListener("error", this.#onError);
    this.client.release(this.broken ?? false);
  }

  #next<T>(step: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(step);
    this.#tail = result.catch(() => {});
    return result;
  }

  async #send<R extends QueryResultRow>(config: QueryConfig): Promise<QueryResult<R>> {
    this.database.statements += 1;
    this.database.onStatement(config.text);
    try {
      return await this.client.query<R>(config);
    } catch (error) {
      this.failure ??= error;
      if (losesConnection(error)) this.broken ??= error instanceof Error ? error : new Error("connection lost");
      throw error;
    }
  }
}

/** An error with an SQLSTATE of its own came over a living connection, unless it says that the session ends. */
function losesConnection(error: unknown): boolean {
  const state = sqlState(error);
  if (state === null) return true;
  return /^(08|57P|25P03|XX)/.test(state) || state === "0A000";
}
