import postgres from "postgres";

/**
 * A connection for migrations and seeding: one owner, no concurrent transactions, nothing lost when the process ends.
 * Never on the request path (docs/decisions/0001-drivers.md says why).
 */
export function bulkConnection(url: string, max = 1): postgres.Sql {
  return postgres(url, {
    max,
    idle_timeout: 30,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "provider-network-gateway bulk" },
  });
}
