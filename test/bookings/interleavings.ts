/**
 * Runs two acts statement by statement on a real PostgreSQL, in a given order. A statement that has to wait for the other
 * act's lock gives the turn on, as it would in life.
 */
import type { Statement } from "../../src/platform/postgres/exchange.js";
import type { PoolClient } from "pg";
import { drizzle } from "drizzle-orm/node-postgres";
import type { Database } from "../../src/platform/postgres/database.js";
import type { Tx } from "../../src/platform/postgres/transaction.js";

export type Act = (tx: Tx) => Promise<unknown>;
export type Ended = "DONE" | { readonly failed: unknown };

/** All orders in which two sequences of these lengths can be mixed, as strings of A and B. */
export function interleavings(a: number, b: number): string[] {
  if (a === 0) return ["B".repeat(b)];
  if (b === 0) return ["A".repeat(a)];
  return [...interleavings(a - 1, b).map((rest) => `A${rest}`), ...interleavings(a, b - 1).map((rest) => `B${rest}`)];
}

/** The same without mirror images, for two acts that differ in nothing but whose they are: A may always be the one that begins. */
export const unmirrored = (a: number, b: number): string[] => interleavings(a, b).filter((order) => order.startsWith("A"));

/** One connection whose statements wait for their turn. `alter` rewrites a statement: that is how a control is taken away. */
export class Stepper {
  #queue: (() => void)[] = [];
  #gated = false;
  #idle: Promise<unknown> = Promise.resolve();
  pid = 0;
  readonly tx: Tx;

  private constructor(
    readonly client: PoolClient,
    private readonly alter: (sql: string) => string,
  ) {
    const send = async ({ text, values = [], name }: Statement): Promise<any[]> => {
      const altered = this.alter(text);
      // a name stands for one text: an altered statement goes without
      const asked = { text: altered, values: [...values], ...(name !== undefined && altered === text ? { name } : {}) };
      return (await this.#turn(() => this.client.query(asked))).rows;
    };
    // statements that travel together are still carried out one after the other: each waits for a turn of its own
    const all = async (statements: readonly Statement[]): Promise<any> => {
      const rows = [];
      for (const statement of statements) rows.push(await send(statement));
      return rows;
    };
    this.tx = { db: drizzle(client), query: send, all, finish: send };
  }

  static async on(database: Database, alter: (sql: string) => string = (sql) => sql): Promise<Stepper> {
    const stepper = new Stepper(await database.pool.connect(), alter);
    stepper.pid = (await stepper.client.query<{ pid: number }>("select pg_backend_pid() as pid")).rows[0]?.pid ?? 0;
    return stepper;
  }

  /** Starts the act; it runs until its first gated statement. `opening` is what the transaction begins with, ungated. */
  async start(opening: string, act: Act): Promise<{ ended: Promise<Ended> }> {
    await this.client.query(opening);
    this.#gated = true;
    const ended = act(this.tx)
      .then(() => this.#turn(() => this.client.query("commit")))
      .then<Ended>(() => "DONE")
      .catch(async (failed: unknown): Promise<Ended> => {
        await this.client.query("rollback");
        return { failed };
      });
    return { ended };
  }

  /** Lets the next statement go; false when the act is waiting for nothing (blocked in the database, or over). */
  step(): boolean {
    const next = this.#queue.shift();
    next?.();
    return next !== undefined;
  }

  /** After which every statement runs as it comes: to finish what the order left over. */
  openGates(): void {
    this.#gated = false;
    while (this.step());
  }

  get waitsForTurn(): boolean {
    return this.#queue.length > 0;
  }

  #turn<T>(run: () => Promise<T>): Promise<T> {
    if (!this.#gated) return run();
    const done = new Promise<void>((go) => this.#queue.push(go)).then(run);
    this.#idle = done.catch(() => {});
    return done;
  }

  get idle(): Promise<unknown> {
    return this.#idle;
  }
}

/** Plays one order to its end and says how both acts ended. */
export async function play(
  order: string,
  a: Stepper,
  b: Stepper,
  watch: PoolClient,
  opening: [string, string],
  acts: [Act, Act],
): Promise<[Ended, Ended]> {
  const [first, second] = await Promise.all([a.start(opening[0], acts[0]), b.start(opening[1], acts[1])]);
  const over = new Set<Stepper>();
  void first.ended.then(() => over.add(a));
  void second.ended.then(() => over.add(b));
  const settled = async (who: Stepper): Promise<void> => {
    // until it asks for its next turn, is over, or waits for the other one's lock
    for (let waited = 0; !who.waitsForTurn && !over.has(who); waited += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (waited % 8 !== 7) continue;
      const { rows } = await watch.query<{ blocked: boolean }>("select cardinality(pg_blocking_pids($1)) > 0 as blocked", [who.pid]);
      if (rows[0]?.blocked) return;
    }
  };
  await Promise.all([settled(a), settled(b)]);
  for (const turn of order) {
    const who = turn === "A" ? a : b;
    if (who.step()) await settled(who);
  }
  a.openGates();
  b.openGates();
  return Promise.all([first.ended, second.ended]);
}
