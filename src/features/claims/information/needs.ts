/** What a claim's clock waits for (GUA-CLOCK-INFO): derived from what stands against cover, or asked for by a person. */
export const INFORMATION_NEEDS = ["REFERRAL", "DIAGNOSIS_DATE", "ASKED"] as const;
export type InformationNeed = (typeof INFORMATION_NEEDS)[number];

/** REF-MEMBER-UPLOADS, COV-CHRONIC-DATE */
const NEED_OF: Readonly<Partial<Record<string, InformationNeed>>> = {
  REFERRAL_MISSING: "REFERRAL",
  REFERRAL_WRONG_TYPE: "REFERRAL",
  DIAGNOSIS_DATE_MISSING: "DIAGNOSIS_DATE",
};

/** What would lift these reasons of the coverage decision. */
export function needsBehind(codes: readonly string[]): InformationNeed[] {
  return INFORMATION_NEEDS.filter((need) => codes.some((code) => NEED_OF[code] === need));
}

/** These reasons and no others wait for information. */
export function isInformation(code: string): boolean {
  return NEED_OF[code] !== undefined;
}

/** What a person asked for stays asked for; a claim that waits for nothing by name waits for such. */
export function askedBefore(claim: {
  readonly information_required: boolean;
  readonly information_needs: readonly InformationNeed[];
}): InformationNeed[] {
  const unnamed = claim.information_required && claim.information_needs.length === 0;
  return unnamed || claim.information_needs.includes("ASKED") ? ["ASKED"] : [];
}
