/** The words of self-billing documents, in both languages: what they are called, and what is said of VAT. */
import type { Service } from "../../../../rules/codes.js";
import type { WordList } from "../../../../kernel/worded.js";

/** As the constraint self_bill_kind_is_known lists them. */
export const SELF_BILL_WORDS = {
  INVOICE: ["Self-billing invoice", "Afregningsbilag", "The insurer bills itself on the company's behalf."],
  CREDIT_NOTE: ["Self-billing credit note", "Kreditnota til afregningsbilag", "Takes back what earlier documents billed."],
} as const satisfies WordList<string>;
export type SelfBillKind = keyof typeof SELF_BILL_WORDS;

/** What a document says of the VAT of a line, which is none (Danish VAT act, section 13(1)(1)). */
export const VAT_WORDS = {
  EXEMPT_HEALTH_CARE: [
    "Exempt from VAT: health care (VAT act, section 13(1)(1))",
    "Momsfri: sundhedspleje (momsloven § 13, stk. 1, nr. 1)",
  ],
  EXEMPT_HOSPITAL: [
    "Exempt from VAT: hospital treatment (VAT act, section 13(1)(1))",
    "Momsfri: hospitalsbehandling (momsloven § 13, stk. 1, nr. 1)",
  ],
} as const satisfies WordList<string>;
type Vat = keyof typeof VAT_WORDS;

/** Services that are no health care outside of a hospital; the words of the other services are EXEMPT_HEALTH_CARE. */
export const VAT_OF_SERVICE: Readonly<Partial<Record<Service, Vat>>> = {
  SPECIALIST_TREATMENT: "EXEMPT_HOSPITAL",
  CHRONIC_SURGERY: "EXEMPT_HOSPITAL",
  RE_OPERATION: "EXEMPT_HOSPITAL",
  BLOCKADE: "EXEMPT_HOSPITAL",
};
