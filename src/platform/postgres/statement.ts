/**
 * A statement is declared once, when its file is loaded, under a name that stands for one text. PostgreSQL describes every
 * one of them in a test (test/contracts/statements.test.ts) against the schema as migrated; what it says of parameters and
 * columns stands in schema/statements.ts and is the type of the call. `npm run statements` writes that file anew
 * (docs/recipes/writing-a-statement.md).
 *
 *   const RATE_GROUND = statement("rate-ground", `select ... where id = $1`);
 *   const [row] = await tx.query(RATE_GROUND.with(clinicId));
 */
import type { Statements } from "../../../schema/statements.js";
import { invariant } from "../../kernel/invariant.js";
import { asStatement, type Statement } from "./exchange.js";

export type StatementName = keyof Statements;
export type ParametersOf<N extends StatementName> = Statements[N]["parameters"];
/** A row of a statement: `RowOf<"rate-ground">`. */
export type RowOf<N extends StatementName> = Statements[N]["row"];

export type StatementOptions = {
  /** Columns that are never null for a reason the database's own analysis of the text cannot see; say the reason beside it. */
  readonly neverNull?: readonly string[];
  /** False for a text that is planned with its values each time. */
  readonly prepared?: boolean;
};

export class NamedStatement<N extends StatementName> {
  constructor(
    readonly name: N,
    readonly text: string,
    readonly options: StatementOptions = {},
  ) {
    invariant(!declared.has(name), `the name of a statement is declared once, ${name} twice`);
    declared.set(name, this);
  }

  /** The statement with its values, ready to be sent: `tx.query`, `tx.all`, `tx.finish`, `change`. */
  with(...values: ParametersOf<N>): Statement<RowOf<N>> {
    return asStatement({ text: this.text, values, name: this.options.prepared === false ? undefined : this.name });
  }
}

const declared = new Map<StatementName, NamedStatement<StatementName>>();

export function statement<N extends StatementName>(name: N, text: string, options?: StatementOptions): NamedStatement<N> {
  return new NamedStatement(name, text, options);
}

/** Every statement whose file is loaded. */
export function declaredStatements(): readonly NamedStatement<StatementName>[] {
  return [...declared.values()];
}
