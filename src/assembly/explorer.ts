/** The page to try the API from, filled with what this database holds, and the lines that say where everything is. */
import { explorerPages, type ReadyOperation } from "../gateway/explorer.js";
import { globalId } from "../gateway/node.js";
import type { Page } from "../gateway/http.js";
import type { Config } from "../platform/config.js";
import type { Database } from "../platform/database.js";
import { transaction } from "../platform/transaction.js";
import { WORKER } from "../platform/viewer.js";
import { subjectOf } from "../../seeds/members.js";
import type { Identity } from "./identity.js";
import { filled, storedOperations } from "./operations.js";
import { READY_MEMBER, readyViewers } from "./ready-viewers.js";

/** Which ready viewer runs the documents of a client. */
const VIEWER_OF: Readonly<Record<string, string>> = {
  "member-app": "member",
  clinic: "clinic",
  "health-team": "health-team",
  finance: "finance",
  network: "network-manager",
  public: "anonymous",
};

export async function explorer(_config: Config, { issuer }: Identity, database: Database): Promise<ReadonlyMap<string, Page>> {
  const viewers = issuer ? await readyViewers(database) : [];
  const known = await examples(database);
  const operations = storedOperations().map(({ client, name, document, variables }): ReadyOperation => {
    return { role: VIEWER_OF[client] ?? "anonymous", name, document, variables: filled(variables, known) as Record<string, unknown> };
  });
  return explorerPages({
    title: "Provider Network Gateway",
    roles: [
      ...viewers.map(({ key, label, claims }) => ({ role: key, label, token: issuer ? () => issuer.mint(claims) : null })),
      { role: "anonymous", label: "Nobody (public directory)", token: null },
    ],
    operations,
    links: [
      { label: "Health", href: "/health" },
      { label: "Ready", href: "/ready" },
    ],
  });
}

/** Ids and days for the example variables: of the ready member, the clinic near them, their open claim. */
async function examples(database: Database): Promise<Record<string, string>> {
  const text = `with m as (select id, postnr, lat, lon from member where identity_subject = $1),
      k as (select c.* from clinic c join provider p on p.id = c.provider_id, m
            where p.kind = 'PHYSIOTHERAPIST' and p.agreement_until is null order by (c.lat - m.lat) ^ 2 + (c.lon - m.lon) ^ 2, c.id limit 1)
    select (select id from m) as member, (select postnr from m) as postnr, (select id from k) as clinic, (select provider_id from k) as organisation,
      (select practitioner_id from practitioner_clinic where clinic_id = (select id from k) order by 1 limit 1) as practitioner,
      (select id from policy where member_id = (select id from m) limit 1) as policy,
      (select id from claim where member_id = (select id from m) and state in ('APPROVED','IN_TREATMENT') order by created_at desc limit 1) as claim,
      (select id from slot where clinic_id = (select id from k) and state = 'OPEN' and booked < capacity and starts_at > now() + interval '2 days' order by starts_at limit 1) as slot,
      (now() at time zone 'Europe/Copenhagen')::date::text as today`;
  const [row] = await transaction(database, WORKER, (tx) => tx.query<Record<string, string | null>>(text, [subjectOf(READY_MEMBER)]), {
    readOnly: true,
  });
  const { postnr, today, ...ids } = row ?? {};
  const known: Record<string, string> = { ...(postnr ? { postnr } : {}), ...daysFrom(today ?? new Date().toISOString().slice(0, 10)) };
  for (const [name, id] of Object.entries(ids)) if (id) known[`${name}Id`] = globalId(name.slice(0, 1).toUpperCase() + name.slice(1), id);
  return known;
}

function daysFrom(today: string): Record<string, string> {
  const day = (n: number): string => new Date(Date.parse(`${today}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
  const days = Array.from({ length: 61 }, (_, n) => [[`today+${n}`, day(n)] as const, [`today-${n}`, day(-n)] as const]).flat();
  return Object.fromEntries([["today", today], ...days]);
}

export function welcome(config: Config, url: string): readonly string[] {
  const tokens =
    config.jwksFile || config.jwksUrl
      ? []
      : ["token      npm run -s token -- member    (or clinic, health-team, finance, network-manager, ...)"];
  return [
    "",
    `The gateway is up.`,
    `GraphQL    ${url}/graphql`,
    ...(config.production ? [] : [`explorer   ${url}/explorer    ready operations and a token for each role; works without internet`]),
    `health     ${url}/health`,
    `readiness  ${url}/ready`,
    ...(config.production ? [] : tokens),
    ...(config.production ? [] : ["the journey from slot to payment: npm run demo, in another terminal"]),
    "Ctrl-C stops it; the data stays.",
  ];
}
