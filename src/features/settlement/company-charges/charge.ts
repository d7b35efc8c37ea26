/**
 * What a company bears of an employee withdrawn back in time (MEM-BACKDATE-COMPANY-PAYS): payments for treatments that the cover,
 * with the end it has now, does not reach. The clinic keeps its money; what runs off is covered as ever (MEM-RUNOFF-3M).
 */
import { SETTINGS } from "../../../rules/data/settings.js";
import { standingOn } from "../../../rules/coverage/cover-end.js";
import { isValueOf } from "../../../kernel/worded.js";
import { COVER_WORDS, SERVICE_WORDS } from "../../../rules/code-words.js";

export type PaidTreatment = {
  readonly service: string;
  readonly under: string;
  readonly treated_on: string;
  readonly last_day: string;
  readonly reported_on: string;
  readonly approved_on: string | null;
  readonly informed: boolean;
};

/** True where the insurer would not have covered this treatment, had the last day been known. */
export function isCharged(paid: PaidTreatment): boolean {
  const { service, under, treated_on: on, last_day: lastDay } = paid;
  if (!isValueOf(SERVICE_WORDS, service) || !isValueOf(COVER_WORDS, under)) return true;
  const claim = { reportedOn: paid.reported_on, approvedOn: paid.approved_on, informationComplete: paid.informed };
  const standing = standingOn(on, { day: lastDay, byAge: false }, { claim }, service, under, SETTINGS);
  return standing !== "IN_COVER" && standing !== "RUN_OFF";
}
