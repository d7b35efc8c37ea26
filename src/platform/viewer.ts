/** Who is asking. One value per request, made from a checked token; row-level security in the database sees the same facts. */
export const ROLES = [
  "ANONYMOUS",
  "MEMBER",
  "CLINIC_STAFF",
  "CLINIC_SYSTEM",
  "HEALTH_TEAM",
  "NETWORK_MANAGER",
  "FINANCE",
  "INTEGRATION",
  "BANK_CHANNEL",
  "WORKER",
] as const;
export type Role = (typeof ROLES)[number];

/** NSIS level of assurance of the login (MitID): LOW opens the public directory only. */
export const ASSURANCES = ["LOW", "SUBSTANTIAL", "HIGH"] as const;
export type Assurance = (typeof ASSURANCES)[number];

/** One of the things that a person may be here. */
export type Acting = { readonly role: Role; readonly cvr: string | null };

export function isSame(a: Acting, b: Acting): boolean {
  return a.role === b.role && a.cvr === b.cvr;
}

export type Viewer = {
  readonly role: Role;
  /** Subject of the token; stable per person or system. "anonymous" without a token. */
  readonly subject: string;
  /** The member records this viewer acts for: own first, then children under 15. Empty for everyone but members. */
  readonly memberIds: readonly string[];
  /** The contract party (by CVR) a clinic user belongs to: the tenant. */
  readonly providerId: string | null;
  readonly cvr: string | null;
  readonly assurance: Assurance;
  /** Purpose code a health-team viewer states for reading personal data; null otherwise. */
  readonly purpose: string | null;
};

export const ANONYMOUS: Viewer = {
  role: "ANONYMOUS",
  subject: "anonymous",
  memberIds: [],
  providerId: null,
  cvr: null,
  assurance: "LOW",
  purpose: null,
};

/** Background jobs act as this viewer. */
export const WORKER: Viewer = { ...ANONYMOUS, role: "WORKER", subject: "worker", assurance: "HIGH" };
/** Row-level security lets this viewer remove what is old enough, and what was somebody's who is nobody any more. */
export const RETENTION = { ...WORKER, purpose: "RETENTION" } satisfies Viewer;
