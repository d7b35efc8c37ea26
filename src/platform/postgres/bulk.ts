import { readFileSync } from "node:fs";
import postgres from "postgres";
import { addressesOf, primaryOf } from "./connections/hosts.js";

/** What the other driver reads of an address, and this one tells the server. */
const NOT_FOR_THE_SERVER = ["sslrootcert", "target_session_attrs"];

/**
 * A connection for migrations and seeding: one owner, no concurrent transactions, nothing lost when the process ends.
 * Never on the request path (docs/decisions/0001-drivers.md says why). `settings` are the server's, for this connection. The address names one
 * host: of several this driver tries one after the other for ever, without a word (`bulkToPrimary`).
 */
export function bulkConnection(url: string, max = 1, settings: Readonly<Record<string, number>> = {}): postgres.Sql {
  if (addressesOf(url).length > 1) throw new Error("one host at a time");
  const address = new URL(url);
  const authority = address.searchParams.get("sslrootcert");
  const isChecked = authority !== null || address.searchParams.get("sslmode") === "verify-full";
  for (const name of NOT_FOR_THE_SERVER) address.searchParams.delete(name);
  return postgres(address.href, {
    max,
    idle_timeout: 30,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "provider-network-gateway bulk", ...settings },
    // the driver says the name of a host alone, and a certificate for an address is then asked for "localhost"
    ...(isChecked
      ? { ssl: { host: address.hostname.replace(/^\[|\]$/g, ""), ...(authority === null ? {} : { ca: readFileSync(authority, "utf8") }) } }
      : {}),
  });
}

/** The same to that host of an address which takes writes; fails as a connection fails where none does. */
export async function bulkToPrimary(url: string, max = 1, settings: Readonly<Record<string, number>> = {}): Promise<postgres.Sql> {
  return bulkConnection(await primaryOf(url), max, settings);
}
