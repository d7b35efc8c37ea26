/**
 * What somebody's data is needed for, and in which case: the health team says it with each request, and the member reads it in the log. A page
 * says it for all that is asked while it is open. What everybody else's purpose is, the gateway knows by the role.
 */
const DESK = "CASE_HANDLING:DESK";
let stated: string | null = null;

export const purposeHeader = (): Readonly<Record<string, string>> => (stated === null ? {} : { "x-purpose": stated });

/** Of whoever signs in now. */
export function purposeFor(role: string | undefined): void {
  stated = role === "HEALTH_TEAM" ? DESK : null;
}

/** Stated while a page is drawn, before it asks for anything; with no case it is the desk's own. */
export function statePurpose(code: string, caseReference: string | null | undefined): void {
  const filed = caseReference?.replaceAll(/[^A-Za-z0-9_.-]/g, "-");
  stated = filed ? `${code}:${filed}` : DESK;
}
