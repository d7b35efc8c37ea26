import { readFileSync } from "node:fs";
import postgres from "postgres";
import { addressesOf, firstOf } from "./connections/hosts.js";

/**
 * A connection for migrations and seeding: one owner, no concurrent transactions, nothing lost when the process ends.
 * Never on the request path (docs/decisions/0001-drivers.md says why). `settings` are the server's, for this connection.
 */
export function bulkConnection(url: string, max = 1, settings: Readonly<Record<string, number>> = {}): postgres.Sql {
  // this driver would tell the server of it instead of reading it
  const authority = firstOf(url).searchParams.get("sslrootcert");
  const address = url.replace(/(?<=[?&])sslrootcert=[^&]*&?/, "").replace(/[?&]$/, "");
  return postgres(address, {
    max,
    idle_timeout: 30,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "provider-network-gateway bulk", ...settings },
    // what it calls read-write is any server whose default that is, a standby among them
    ...(addressesOf(url).length > 1 ? { target_session_attrs: "primary" } : {}),
    ...(authority === null ? {} : { ssl: { ca: readFileSync(authority, "utf8") } }),
  });
}
