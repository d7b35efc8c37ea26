/**
 * A statement of a test. The product declares each of its statements and PostgreSQL says what its rows are; a test may ask what it
 * likes, under the name of a viewer or of nobody, and says itself what it expects to get.
 */
import type { QueryResultRow } from "pg";
import { asStatement, type Statement } from "../../src/platform/postgres/exchange.js";

export function asserted<R extends object = QueryResultRow>(text: string, values: readonly unknown[] = [], name?: string): Statement<R> {
  return asStatement({ text, values, name });
}
