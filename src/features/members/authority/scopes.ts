/** What an authority can open to a representative, and why somebody is taken out of a scheme: lists that the tables keep. */

/** CLAIMS: claims with their history, decisions and promise. APPOINTMENTS: bookings. Reading only. */
export const AUTHORITY_SCOPES = ["CLAIMS", "APPOINTMENTS"] as const;
export type AuthorityScope = (typeof AUTHORITY_SCOPES)[number];

export const WITHDRAWAL_CAUSES = ["RESIGNED", "WITHDRAWN"] as const;
export type WithdrawalCause = (typeof WITHDRAWAL_CAUSES)[number];
