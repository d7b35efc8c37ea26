import { coveredFrom, inClaim, remedy, type Check } from "./check.js";

export const notPreApproved: Check = {
  code: "NOT_PRE_APPROVED",
  mayPass: true,
  rules: ["CLM-PRE-APPROVAL"],
  says: {
    en: "The insurer has not approved the treatment on or before its date.",
    da: "Selskabet har ikke godkendt behandlingen senest på behandlingsdagen.",
  },
  denies: ({ facts, on }) => (facts.claim.approvedOn ?? null) === null || (facts.claim.approvedOn ?? on) > on,
  remedy: ({ facts, on }) => {
    const { approvedOn } = facts.claim;
    if (approvedOn) return coveredFrom(approvedOn);
    return remedy(
      `Covered when the claim is approved on or before ${on}.`,
      `Dækket, når skaden er godkendt senest den ${on}.`,
      inClaim({ approvedOn: on }),
    );
  },
};
