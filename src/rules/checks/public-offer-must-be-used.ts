import { inGroup } from "../codes.js";
import type { RowCase } from "../coverage/treatment-case.js";
import { nothingHelps, type RowCheck } from "./check.js";

/** A public package programme for cancer or psychiatric disease always goes first, also under options E and K. */
const inPackage = (at: RowCase): boolean =>
  at.facts.claim.publicPackage === true &&
  (inGroup(at.service, "SPECIALIST") || inGroup(at.service, "MENTAL") || at.service === "CHRONIC_SURGERY");

export const publicOfferMustBeUsed: RowCheck = {
  code: "PUBLIC_OFFER_MUST_BE_USED",
  rules: ["CLM-PUBLIC-OFFER", "CLM-PUBLIC-PACKAGE"],
  cites: (at) => (inPackage(at) ? "CLM-PUBLIC-PACKAGE" : "CLM-PUBLIC-OFFER"),
  says: {
    en: "The public system offers the treatment within the guarantee or as a package programme, and goes first.",
    da: "Det offentlige tilbyder behandlingen inden for garantien eller som pakkeforløb og går forud.",
  },
  denies: (at) =>
    inPackage(at) || (at.facts.claim.publicOfferWithinGuarantee === true && inGroup(at.service, "SPECIALIST") && at.under === "BASE"),
  remedy: () => nothingHelps("Accept the public offer.", "Tag imod det offentlige tilbud."),
};
