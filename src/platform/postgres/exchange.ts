/**
 * Several prepared statements in one round trip: all of them are sent in one go and answered in one go. The server still
 * carries them out one after the other, each with a snapshot of its own; after the first that fails it does none of the rest.
 * A statement with a name is parsed and described once per connection, where a connection is one server process.
 */
import type { ClientBase, Connection, CustomTypesConfig, Submittable } from "pg";
import { invariant } from "../../kernel/invariant.js";
import { parameterOf, type Parameter } from "./parameter.js";

/** A text with its values, as it is sent. */
export type Sent = {
  readonly text: string;
  readonly values?: readonly unknown[] | undefined;
  /** Stands for one text: prepared at its first use on a connection. */
  readonly name?: string | undefined;
  readonly rowMode?: "array" | undefined;
  readonly types?: CustomTypesConfig | undefined;
};

/** Only the compiler sees it: what a row of the statement is. */
declare const ROW: unique symbol;

/** The same where it is known what its rows are: it was declared (statement.ts), or put together from what was (write.ts). */
export type Statement<R extends object = object> = Sent & { readonly [ROW]: R };

/** Says what the rows of a text are; the few who know it stand in test/contracts/statements.test.ts. */
export function asStatement<R extends object>(sent: Sent): Statement<R> {
  return sent as Statement<R>;
}

/** The rows of several statements, each with its own. */
export type RowsOf<S extends readonly Statement[]> = { [I in keyof S]: S[I] extends Statement<infer R> ? R[] : never };

export type Answer = { readonly rows: unknown[]; readonly command: string; readonly rowCount: number | null };

type Parse = (text: string) => unknown;
type Field = { readonly name: string; readonly dataTypeID: number };
/** How the rows of a statement are read. */
type Shape = { readonly names: readonly string[]; readonly parsers: readonly Parse[] };
const FRAME = /^(commit|rollback|begin|as-viewer)/;
const NO_ROWS: Shape = { names: [], parsers: [] };

/** What each connection has prepared; null where a failure left it open whether it did. */
const prepared = new WeakMap<Connection, Map<string, Shape | null>>();
const texts = new Map<string, string>();

export class Exchange implements Submittable {
  readonly answers: Answer[] = [];
  /** The driver puts its own in front of this one, to stop its clock. */
  callback: (error: unknown, answers?: Answer[]) => void = () => {};
  readonly #values: readonly Parameter[][];
  #known = new Map<string, Shape | null>();
  #shape: Shape | null = null;
  #rows: unknown[] = [];
  #unreadable: unknown = null;

  /** What cannot be sent is found here, before anything is. Where `keeps` is false nothing is kept under a name from one exchange to the next. */
  constructor(
    private readonly client: ClientBase,
    readonly statements: readonly Sent[],
    private readonly keeps = true,
  ) {
    for (const { name, text } of statements) {
      if (name === undefined) continue;
      invariant((texts.get(name) ?? text) === text, "the name of a statement stands for one text");
      texts.set(name, text);
    }
    this.#values = statements.map(({ values = [] }) => values.map(parameterOf));
  }

  /** Of the last statement that is not part of every transaction; those that were put together from parts are called `write`. */
  get name(): string {
    for (let i = this.statements.length - 1; i >= 0; i -= 1) {
      const name = this.statements[i]?.name ?? "unnamed";
      if (!FRAME.test(name)) return name.startsWith("write-") ? "write" : name;
    }
    return this.statements.at(-1)?.name ?? "unnamed";
  }

  get text(): string {
    return this.statements.map(({ text }) => text).join(";\n");
  }

  /** Answers in the order of the statements. */
  sent(): Promise<Answer[]> {
    return new Promise((resolve, reject) => {
      this.callback = (error, answers = []) => {
        if (error === null) resolve(answers);
        else reject(error instanceof Error ? error : new Error("the statement failed", { cause: error }));
      };
      this.client.query(this);
    });
  }

  submit(connection: Connection): void {
    this.#known = prepared.get(connection) ?? new Map<string, Shape | null>();
    prepared.set(connection, this.#known);
    const parsed = new Set<string>();
    connection.stream.cork();
    this.statements.forEach((statement, i) => {
      const { text } = statement;
      const name = this.#kept(statement) ?? "";
      const known = name !== "" && (parsed.has(name) || this.#known.get(name));
      if (!known) {
        if (this.#known.has(name)) connection.close({ type: "S", name }, true);
        connection.parse({ name, text, types: [] }, true);
        parsed.add(name);
      }
      connection.bind({ portal: "", statement: name, binary: "", values: this.#values[i] ?? [] }, true);
      if (!known) connection.describe({ type: "P", name: "" }, true);
      connection.execute({ portal: "", rows: "" }, true);
    });
    connection.sync();
    connection.stream.uncork();
    this.#begin();
  }

  get #current(): Sent | undefined {
    return this.statements[this.answers.length];
  }

  #kept(statement: Sent | undefined): string | undefined {
    return this.keeps ? statement?.name : undefined;
  }

  #begin(): void {
    this.#shape = this.#known.get(this.#kept(this.#current) ?? "") ?? null;
    this.#rows = [];
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    const types: CustomTypesConfig = this.#current?.types ?? this.client;
    this.#shape = { names: fields.map((f) => f.name), parsers: fields.map((f): Parse => types.getTypeParser(f.dataTypeID, "text")) };
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    if (this.#unreadable) return;
    try {
      this.#rows.push(read(fields, this.#shape ?? NO_ROWS, this.#current?.rowMode === "array"));
    } catch (error) {
      this.#unreadable = error;
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    const name = this.#kept(this.#current);
    if (name !== undefined && !this.#known.get(name)) this.#known.set(name, this.#shape ?? NO_ROWS);
    const [command = "", ...counts] = text.split(" ");
    this.answers.push({ rows: this.#rows, command, rowCount: counts.length > 0 ? Number(counts.at(-1)) : null });
    this.#begin();
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: "" });
  }

  handleError(error: unknown): void {
    const name = this.#kept(this.#current);
    if (name !== undefined && !this.#known.get(name)) this.#known.set(name, null);
    this.callback(error);
  }

  handleReadyForQuery(): void {
    if (this.#unreadable) this.callback(this.#unreadable);
    else this.callback(null, this.answers);
  }

  handleCopyInResponse(connection: { readonly sendCopyFail: (message: string) => void }): void {
    connection.sendCopyFail("nothing is copied here");
  }
}

function read(fields: readonly (string | null)[], { names, parsers }: Shape, asList: boolean): unknown {
  const values = fields.map((text, i) => (text === null ? null : parsers[i]?.(text)));
  if (asList) return values;
  const row: Record<string, unknown> = {};
  names.forEach((name, i) => (row[name] = values[i]));
  return row;
}
