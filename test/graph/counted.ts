/** How many statements a request takes: what opens and ends a transaction, and the lines of the audit trail, are not counted. */
import type { TestApp } from "../support/app.js";

const ASIDE = /^(begin|commit|rollback|select set_config\(|with audit_event_rows|insert into audit_event|with .*insert into audit_event)/is;

/** What the gateway reads by itself every few seconds, and whose login it is once in a while: it may fall into the time of any request. */
const BY_ITSELF = /\bfrom (token_revocation|client_document|members_of_subject)\b|^select id from provider where cvr = /;

/** The statements that a piece of work sends, in their order. */
export async function statementsOf<T>(app: TestApp, work: () => Promise<T>): Promise<{ answer: T; statements: string[] }> {
  const database = app.app.database as { onStatement: (text: string, name: string) => unknown };
  const before = database.onStatement;
  const statements: string[] = [];
  database.onStatement = (text, name) => {
    statements.push(...text.split(";\n").filter((each) => !ASIDE.test(each.trim()) && !BY_ITSELF.test(each.trim())));
    return before(text, name);
  };
  try {
    return { answer: await work(), statements };
  } finally {
    database.onStatement = before;
  }
}
