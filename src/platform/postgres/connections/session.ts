/** One checked-out connection for the length of one transaction. Statements run one after the other, and none after its end. */
import type { PoolClient } from "pg";
import { invariant } from "../../../kernel/invariant.js";
import { spend } from "./budget.js";
import type { Database } from "../database.js";
import { isSilence, sqlState } from "../database-errors.js";
import { Exchange, type Answer, type Sent } from "../exchange.js";
import { releaseOnceAnswered } from "./unanswered.js";

const COMMIT: Sent = { name: "commit", text: "commit" };
const ROLLBACK: Sent = { name: "rollback", text: "rollback" };

export class Session {
  /** The first statement that failed; if the work swallows it, the commit still answers ROLLBACK and this is why. */
  failure: unknown = null;
  /** Set when the connection can no longer be trusted; it is then destroyed instead of going back to the pool. */
  broken: Error | null = null;
  /** Round trips so far. */
  trips = 0;
  #tail: Promise<unknown> = Promise.resolve();
  #ended = false;
  #last: Exchange | null = null;

  /** True once the commit or the rollback was sent. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Whether the server has said of the last exchange that all of its statements but the commit were done. */
  get reachedCommit(): boolean {
    return this.#last !== null && this.#last.answers.length >= this.#last.statements.length - 1;
  }

  readonly #onError = (error: Error): void => {
    this.broken ??= error;
  };

  /** `opening` begins the transaction; it travels with the first statement of the work. */
  constructor(
    readonly client: PoolClient,
    private readonly database: Database,
    private readonly opening: readonly Sent[],
    private readonly signal: AbortSignal | undefined,
  ) {
    client.on("error", this.#onError);
  }

  /** For the work: refused once the transaction is over, so a forgotten await can't write into the next one. */
  run(statements: readonly Sent[]): Promise<Answer[]> {
    return this.#next(async () => {
      invariant(!this.#ended, "a transaction is used only while it is open");
      this.signal?.throwIfAborted();
      spend("roundTrips");
      return this.#send(this.#exchangeOf(statements));
    });
  }

  /** The same with the commit behind it. The flag closes the door behind the statements already waiting. */
  commit(statements: readonly Sent[] = []): Promise<Answer[]> {
    return this.#next(async () => {
      invariant(!this.#ended, "a transaction is used only while it is open");
      this.signal?.throwIfAborted();
      const last = this.#exchangeOf([...statements, COMMIT]);
      this.#ended = true;
      // work that asked nothing leaves nothing to commit
      return this.trips === 0 && statements.length === 0 ? [] : this.#send(last);
    });
  }

  rollBack(): Promise<unknown> {
    return this.#next(async () => {
      this.#ended = true;
      if (this.trips > 0 && this.broken === null) await this.#send(this.#exchangeOf([ROLLBACK]));
    });
  }

  release(): void {
    this.#ended = true;
    this.client.removeListener("error", this.#onError);
    const unanswered = this.broken !== null && this.#last?.statements.at(-1) === COMMIT && isSilence(this.broken);
    if (this.broken && unanswered) releaseOnceAnswered(this.client, this.broken);
    else this.client.release(this.broken ?? false);
  }

  #next<T>(step: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(step);
    this.#tail = result.catch(() => {});
    return result;
  }

  /** Fails on a value that cannot be sent, before anything is. */
  #exchangeOf(statements: readonly Sent[]): Exchange {
    const all = this.trips === 0 ? [...this.opening, ...statements] : statements;
    return new Exchange(this.client, all, this.database.perTransaction === null);
  }

  async #send(exchange: Exchange): Promise<Answer[]> {
    const opened = this.trips === 0 ? this.opening.length : 0;
    this.trips += 1;
    this.database.statements += 1;
    const answered = this.database.onStatement(exchange.text, exchange.name);
    this.#last = exchange;
    try {
      return (await exchange.sent()).slice(opened);
    } catch (error) {
      this.failure ??= error;
      if (losesConnection(error)) this.broken ??= error instanceof Error ? error : new Error("connection lost");
      throw error;
    } finally {
      answered?.();
    }
  }
}

/** An error with an SQLSTATE of its own came over a living connection, unless it says that the session ends. */
function losesConnection(error: unknown): boolean {
  const state = sqlState(error);
  if (state === null) return true;
  return /^(08|57P|25P03|XX)/.test(state) || state === "0A000";
}
