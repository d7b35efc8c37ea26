/**
 * What somebody's data is needed for, and in which case: staff say it with each request, and the member reads it in the log. A page
 * says it for all that is asked while it is open.
 */
const DESK = "CASE_HANDLING:DESK";
let stated = DESK;

export const purpose = (): string => stated;

/** Stated while a page is drawn, before it asks for anything; with no case it is the desk's own. */
export function statePurpose(code: string, caseReference: string | null | undefined): void {
  const filed = caseReference?.replaceAll(/[^A-Za-z0-9_.-]/g, "-");
  stated = filed ? `${code}:${filed}` : DESK;
}
