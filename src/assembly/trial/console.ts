/** The developers' console, filled with what this database holds, and the lines that say where everything is. */
import { consolePages, type ReadyOperation } from "../../gateway/desk/console.js";
import { readDeskFiles, type DeskFile } from "../../gateway/desk/files.js";
import type { Pages } from "../../gateway/http/pages.js";
import { MAILBOX_PATH, mailboxPages } from "../../features/notifications/mailbox.js";
import type { Config } from "../config.js";
import { builtPages } from "../built-pages.js";
import type { Database } from "../../platform/postgres/database.js";
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

export async function developersConsole({ issuer }: Identity, database: Database): Promise<Pages> {
  const viewers = issuer ? await readyViewers(database) : [];
  const stored = storedOperations();
  const operations = async (): Promise<readonly ReadyOperation[]> => {
    const known = await exampleIds(database);
    return stored.map(({ client, name, document, variables }) => {
      return { role: VIEWER_OF[client] ?? "anonymous", name, document, variables: filled(variables, known) as Record<string, unknown> };
    });
  };
  let files: Promise<ReadonlyMap<string, DeskFile>> | undefined;
  return consolePages({
    files: () => (files ??= builtPages("web/console").then(readDeskFiles)),
    roles: [
      ...viewers.map(({ key, label, claims }) => ({
        role: key,
        label,
        token: issuer ? () => issuer.mint(claims) : null,
        ...(claims.role === "HEALTH_TEAM" ? { purpose: "CASE_HANDLING:CONSOLE" } : {}),
      })),
      { role: "anonymous", label: "Nobody (public directory)", token: null },
    ],
    operations,
    links: [
      { label: "Desk", href: "/" },
      { label: "Mailbox", href: MAILBOX_PATH },
      { label: "Ready", href: "/ready" },
    ],
    more: mailboxPages(database),
  });
}

export function welcome(config: Config, url: string): readonly string[] {
  const tokens =
    config.jwksFile || config.jwksUrl
      ? []
      : ["token      npm run -s token -- member    (or clinic, health-team, finance, network-manager, ...)"];
  const who = config.signIn.provider ? `sign in with ${config.signIn.provider.issuer}` : "choose who you are, no password";
  return [
    "",
    `The gateway is up.`,
    `GraphQL    ${url}/graphql`,
    ...(config.desk ? [`desk       ${url}/    pages for all five roles; ${who}`] : []),
    ...(config.production
      ? []
      : [`console    ${url}/console    for developers: each role's operations and token, and the schema; works without internet`]),
    ...(config.production ? [] : [`mailbox    ${url}/mailbox    what members and clinics would have been sent`]),
    `health     ${url}/health`,
    `readiness  ${url}/ready`,
    ...(config.production ? [] : tokens),
    ...(config.production ? [] : ["the journey from slot to payment: npm run demo, in another terminal"]),
    "Ctrl-C stops it; the data stays.",
  ];
}
