/** Persons to try the gateway as, on a developer's machine: test persons as members, a clinic near one of them, and staff. */
import type { DevClaims } from "../../gateway/identity/dev-issuer.js";
import type { Database } from "../../platform/postgres/database.js";
import { statement } from "../../platform/postgres/statement.js";
import { transaction } from "../../platform/postgres/transaction.js";
import { WORKER } from "../../platform/viewer.js";
import { subjectOf } from "../../../seeds/members.js";

export type ReadyViewer = { readonly key: string; readonly label: string; readonly claims: DevClaims };

/** Payments and rates want two pairs of eyes, so there are two persons of those roles. */
const STAFF: readonly ReadyViewer[] = [
  { key: "health-team", label: "Health team", claims: { sub: "health-team-1", role: "HEALTH_TEAM" } },
  { key: "finance", label: "Finance", claims: { sub: "finance-1", role: "FINANCE" } },
  { key: "finance-2", label: "Finance, second person", claims: { sub: "finance-2", role: "FINANCE" } },
  { key: "network-manager", label: "Network manager", claims: { sub: "network-manager-1", role: "NETWORK_MANAGER" } },
  { key: "network-manager-2", label: "Network manager, second person", claims: { sub: "network-manager-2", role: "NETWORK_MANAGER" } },
  { key: "integration", label: "Claims system", claims: { sub: "claims-system", role: "INTEGRATION" } },
  { key: "bank-channel", label: "Bank channel", claims: { sub: "bank-channel", role: "BANK_CHANNEL" } },
];

/** The test person most of the examples are about: an adult with every option, in a town with clinics. */
export const READY_MEMBER = "MaxBerggren";

export async function readyViewers(database: Database): Promise<readonly ReadyViewer[]> {
  const cvr = await cvrNearMember(database);
  const member: ReadyViewer = { key: "member", label: "Member (Max Berggren)", claims: { sub: subjectOf(READY_MEMBER), role: "MEMBER" } };
  const clinic: ReadyViewer[] = cvr
    ? [
        { key: "clinic", label: "Clinic (physiotherapy)", claims: { sub: "clinic-staff-1", role: "CLINIC_STAFF", cvr } },
        { key: "clinic-system", label: "Clinic's practice system", claims: { sub: "clinic-system-1", role: "CLINIC_SYSTEM", cvr } },
      ]
    : [];
  return [member, ...clinic, ...STAFF];
}

const CVR_NEAR = statement(
  "ready-clinic-near",
  `select p.cvr from clinic c join provider p on p.id = c.provider_id, member m
   where m.identity_subject = $1 and p.kind = 'PHYSIOTHERAPIST' and upper(p.agreed) is null and not isempty(p.agreed)
   order by (c.lat - m.lat) ^ 2 + (c.lon - m.lon) ^ 2, c.id limit 1`,
);

async function cvrNearMember(database: Database): Promise<string | null> {
  const [row] = await transaction(database, WORKER, (tx) => tx.query(CVR_NEAR.with(subjectOf(READY_MEMBER))), { readOnly: true });
  return row?.cvr ?? null;
}
