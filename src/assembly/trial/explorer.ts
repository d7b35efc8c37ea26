/** The page to try the API from, filled with what this database holds, and the lines that say where everything is. */
import { explorerPages, type PlaceOnMap, type ReadyOperation } from "../../gateway/http/explorer.js";
import { MAILBOX_PATH, mailboxPage } from "../../features/notifications/mailbox.js";
import type { Page } from "../../gateway/http/http.js";
import type { Config } from "../config.js";
import type { Database } from "../../platform/postgres/database.js";
import { statement } from "../../platform/postgres/statement.js";
import { transaction } from "../../platform/postgres/transaction.js";
import { WORKER } from "../../platform/viewer.js";
import { exampleIds } from "./example-ids.js";
import type { Identity } from "../identity.js";
import { filled, storedOperations } from "../operations.js";
import { readyViewers } from "./ready-viewers.js";

/** Which ready viewer runs the documents of a client. */
const VIEWER_OF: Readonly<Record<string, string>> = {
  "member-app": "member",
  clinic: "clinic",
  "health-team": "health-team",
  finance: "finance",
  network: "network-manager",
  integration: "integration",
  public: "anonymous",
};

export async function explorer(_config: Config, { issuer }: Identity, database: Database): Promise<ReadonlyMap<string, Page>> {
  const viewers = issuer ? await readyViewers(database) : [];
  const stored = storedOperations();
  const operations = async (): Promise<readonly ReadyOperation[]> => {
    const known = await exampleIds(database);
    return stored.map(({ client, name, document, variables }) => {
      return { role: VIEWER_OF[client] ?? "anonymous", name, document, variables: filled(variables, known) as Record<string, unknown> };
    });
  };
  const pages = explorerPages({
    title: "Provider Network Gateway",
    roles: [
      ...viewers.map(({ key, label, claims }) => ({
        role: key,
        label,
        token: issuer ? () => issuer.mint(claims) : null,
        ...(claims.role === "HEALTH_TEAM" ? { purpose: "CASE_HANDLING:EXPLORER" } : {}),
      })),
      { role: "anonymous", label: "Nobody (public directory)", token: null },
    ],
    operations,
    clock: () => database.clock.now(),
    places: await placesOf(database),
    links: [
      { label: "Mailbox", href: MAILBOX_PATH },
      { label: "Health", href: "/health" },
      { label: "Ready", href: "/ready" },
    ],
  });
  return new Map([...pages, [MAILBOX_PATH, mailboxPage(database)]]);
}

const PLACES = statement(
  "explorer-places",
  `select postnr, town, lat, lon from postal_code
   where kind = 'area' and lat is not null and lon is not null order by postnr`,
);

/** The towns of the map: postal codes that are an area, so that a single street is no town of its own. */
async function placesOf(database: Database): Promise<readonly PlaceOnMap[]> {
  return transaction(database, WORKER, (tx) => tx.query(PLACES.with()), { readOnly: true });
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
    ...(config.desk ? [`desk       ${url}/    pages for all five roles; choose who you are, no password`] : []),
    ...(config.production ? [] : [`explorer   ${url}/explorer    ready operations and a token for each role; works without internet`]),
    ...(config.production ? [] : [`mailbox    ${url}/mailbox    what members and clinics would have been sent`]),
    `health     ${url}/health`,
    `readiness  ${url}/ready`,
    ...(config.production ? [] : tokens),
    ...(config.production ? [] : ["the journey from slot to payment: npm run demo, in another terminal"]),
    "Ctrl-C stops it; the data stays.",
  ];
}
