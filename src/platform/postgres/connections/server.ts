/**
 * Between the product and the server itself, beside the transactions of viewers: what the server says of itself (its settings, its
 * clock, its place in the log), and the commands that are no statement anybody can declare (LISTEN, the body of a function).
 */
import type pg from "pg";
import type { Statement } from "../exchange.js";

/** Rows of a declared statement, asked outside of a transaction and for no viewer; its reader answers for whoever is told. */
export async function askServer<R extends object>(server: pg.Pool | pg.ClientBase, { text, values = [] }: Statement<R>): Promise<R[]> {
  return (await server.query<R>({ text, values: [...values] })).rows;
}

/** The one way for a text that cannot be declared. It takes no values and answers nothing: whoever wants rows declares a statement. */
export async function command(server: pg.Pool | pg.ClientBase, text: string): Promise<void> {
  await server.query(text);
}
