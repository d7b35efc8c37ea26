/** Where a claim for a specialist, a hospital or a programme is treated: the insurer designates it (PRV-DESIGNATED). */
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { Cover, Mode, Product, Service } from "../../../rules/codes.js";
import { matrixRow } from "../../../rules/data/products.js";
import { CLAIM_ENDED, hasEnded } from "../claim.js";

/** The designation in force, as a case file carries it. */
export type Designated = { readonly clinic_id: string; readonly practitioner_id: string | null };

type Treatment = { readonly product: Product; readonly under: Cover; readonly service_code: Service; readonly mode: Mode };

/** The insurer says who treats: the row of the service asks for the designated centre. */
export function isDesignated({ product, under, service_code: service, mode }: Treatment): boolean {
  if (mode !== "NETWORK") return false;
  return matrixRow(product, under, service)?.provider.rule === "PRV-DESIGNATED";
}

/** What the database says of the place that is to be designated. */
export type DesignationGround = {
  /** The clinic offers the service under an agreement in force. */
  readonly offers: boolean;
  /** Null where no practitioner is named; else whether they work at the clinic. */
  readonly works_there: boolean | null;
};

export function designationRefusals(
  claim: Treatment & { readonly state: string },
  before: Designated | null,
  asked: Designated,
  ground: DesignationGround | undefined,
): Refusal[] {
  if (hasEnded(claim)) return [CLAIM_ENDED];
  if (!isDesignated(claim)) return [NOT_FOR_DESIGNATION];
  if (!ground?.offers) return [NO_SUCH_PLACE];
  const same = before !== null && before.clinic_id === asked.clinic_id && before.practitioner_id === asked.practitioner_id;
  return [...(ground.works_there === false ? [NO_SUCH_PRACTITIONER] : []), ...(same ? [ALREADY_DESIGNATED] : [])];
}

const RULE = { rule: "PRV-DESIGNATED", clause: "insurance conditions 2025, sections 5.6, 6.3, 6.4, 6.7, 6.8" } as const;

/**
 * Why this opening is not the claim's to take. A member takes what was designated. The team designates by booking, and to go
 * elsewhere later it designates anew, with a reason.
 */
export function placeRefusals(
  claim: Treatment,
  designated: Designated | null,
  slot: { readonly clinic_id: string; readonly practitioner_id: string },
  role: string,
): Refusal[] {
  if (!isDesignated(claim)) return [];
  if (designated === null) return role === "MEMBER" ? [AWAITS_DESIGNATION] : [];
  const there =
    designated.clinic_id === slot.clinic_id && (designated.practitioner_id === null || designated.practitioner_id === slot.practitioner_id);
  return there ? [] : [NOT_DESIGNATED];
}

export const AWAITS_DESIGNATION = refusal("AWAITS_DESIGNATION", "The health team has not designated who treats yet.", {
  ...RULE,
  remedy: "Nothing to do: the health team finds the specialist or hospital; then its times can be booked.",
});
const NOT_DESIGNATED = refusal("NOT_DESIGNATED", "Another specialist or hospital is designated for this claim.", {
  ...RULE,
  path: ["input", "slotId"],
  remedy: "Book a time of the designated place, or ask the health team to designate another.",
});
const NOT_FOR_DESIGNATION = refusal("NOT_FOR_DESIGNATION", "The member chooses who gives this treatment.", {
  ...RULE,
  path: ["input", "claimId"],
  remedy: "Leave the choice to the member.",
});
const NO_SUCH_PLACE = refusal("PLACE_NOT_OFFERING", "This clinic does not offer the treatment under an agreement in force.", {
  path: ["input", "clinicId"],
  rule: "PRV-NETWORK-DEF",
  clause: "insurance conditions 2025, section 1 Definitions",
  remedy: "Search for clinics with the claim's service.",
});
const NO_SUCH_PRACTITIONER = refusal("PRACTITIONER_NOT_THERE", "This practitioner does not work at that clinic.", {
  path: ["input", "practitionerId"],
  remedy: "Take one of the clinic's practitioners, or leave it out.",
});
const ALREADY_DESIGNATED = refusal("NOTHING_TO_RECORD", "This place is designated already.", {
  path: ["input", "clinicId"],
  remedy: "Designate another, or leave it.",
});
