/** The mailbox of development: what would have been sent, made again from what was kept of it. */
import { readFileSync } from "node:fs";
import type { Page } from "../../gateway/http/pages.js";
import type { Database } from "../../platform/postgres/database.js";
import { transaction } from "../../platform/postgres/transaction.js";
import { WORKER } from "../../platform/viewer.js";
import { letterOf, noticeOf } from "./letter-of.js";
import type { NoticeFacts } from "./notice.js";
import { latestNotifications, type KeptNotification } from "./notification.store.js";

export const MAILBOX_PATH = "/mailbox";
const MOST = 100;
const CSP = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const STYLE_PATH = `${MAILBOX_PATH}/mailbox.css`;

/** By their path: the page and its style sheet. */
export function mailboxPages(database: Database): ReadonlyMap<string, Page> {
  const body = async (): Promise<string> =>
    pageOf(await transaction(database, WORKER, (tx) => latestNotifications(tx, MOST), { readOnly: true }));
  const style = readFileSync(new URL("./mailbox.css", import.meta.url), "utf8");
  return new Map([
    [MAILBOX_PATH, { type: "text/html; charset=utf-8", csp: CSP, body }],
    [STYLE_PATH, { type: "text/css; charset=utf-8", csp: CSP, body: style }],
  ]);
}

function pageOf(rows: readonly KeptNotification[]): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mailbox</title><link rel="stylesheet" href="${STYLE_PATH}"></head>
<body><main><h1>Mailbox</h1><p>What members and clinics would have been sent. Nothing left this machine.</p>
${rows.map(entryOf).join("\n") || "<p>Nothing yet.</p>"}
</main></body></html>`;
}

function entryOf(row: KeptNotification): string {
  const notice = noticeOf(row.notice);
  const letter =
    notice && row.language && row.facts ? letterOf(notice, row.language, row.facts as NoticeFacts, row.template ?? notice.version) : null;
  const when = row.ended_at ?? row.due_at;
  const head = `${row.state} ${row.channel ?? ""} ${row.reason ?? ""} ${when.toISOString()}`;
  return `<article><h2>${escaped(letter?.subject ?? row.notice)}</h2><p>${escaped(head)} ${escaped(row.receiver)} ${escaped(row.cause)}</p>
${letter ? `<pre>${escaped(letter.text)}</pre>` : ""}${letter?.calendar ? `<details><summary>aftale.ics</summary><pre>${escaped(letter.calendar)}</pre></details>` : ""}</article>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
