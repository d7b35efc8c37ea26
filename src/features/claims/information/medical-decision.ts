/**
 * What the insurer's doctors and nurses decide against what the rules derive from a claim (CLM-HEALTH-TEAM-DECIDES). Never a
 * tick: each is made by somebody, at some time, for a reason, and can be taken back.
 */
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { RuleId } from "../../../rules/catalogue.js";
import { CLAIM_ENDED, hasEnded } from "../claim.js";

export const MEDICAL_DECISIONS = {
  SEVERAL_FORMS: { rule: "CLM-ONE-FORM", says: "Several forms of treatment are allowed at the same time." },
  CONDITION_ACCEPTED: {
    rule: "CLM-OTHER-CONDITION",
    says: "A condition on no list, or one that is covered in serious cases only, is accepted.",
  },
  TREATMENT_GRANTED: {
    rule: "CLM-HEALTH-TEAM-DECIDES",
    says: "A service that its section leaves to the doctors is given: second opinion, re-operation, tripartite talks, debriefing.",
  },
  TRANSPORT_AUTHORISED: { rule: "TRN-AUTHORISED", says: "The journey to the designated place is authorised." },
  RECUMBENT_TRANSPORT: { rule: "TRN-RECUMBENT", says: "Recumbent transport, which the specialist has prescribed, is authorised." },
  MEDICAL_ESCORT: { rule: "TRN-ESCORT", says: "One medical escort travels along." },
  CHRONIC: { rule: "GEN-CHRONIC-DEF", says: "A condition on no list of chronic ones is held to be chronic in this case." },
  NOT_CHRONIC: { rule: "GEN-CHRONIC-DEF", says: "A condition listed as chronic is held not to be chronic in this case." },
} as const satisfies Readonly<Record<string, { readonly rule: RuleId; readonly says: string }>>;
export type MedicalDecisionKind = keyof typeof MEDICAL_DECISIONS;

/** Of two that contradict each other the later counts. */
const INSTEAD_OF: Readonly<Partial<Record<MedicalDecisionKind, MedicalDecisionKind>>> = { CHRONIC: "NOT_CHRONIC", NOT_CHRONIC: "CHRONIC" };

/** As a claim keeps it, by its kind. `by` is the person's subject; `at` is RFC 3339. */
type MedicalDecision = { readonly by: string; readonly at: string; readonly reason: string };
export type MedicalDecisions = Readonly<Partial<Record<MedicalDecisionKind, MedicalDecision>>>;

export function isDecided(decisions: MedicalDecisions, kind: MedicalDecisionKind): boolean {
  return decisions[kind] !== undefined;
}

type Asked = {
  readonly kind: MedicalDecisionKind;
  readonly withdrawn: boolean;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
};
type Claim = { readonly state: string; readonly medical_decisions: MedicalDecisions };

/** The claim's decisions with this one made, or taken back. */
export function decideMedically(
  claim: Claim,
  { kind, withdrawn, ...decision }: Asked,
): { readonly refusals: readonly Refusal[]; readonly decisions: MedicalDecisions } {
  const { [kind]: before, ...kept } = claim.medical_decisions;
  const contrary = withdrawn ? undefined : INSTEAD_OF[kind];
  const others = Object.fromEntries(Object.entries(kept).filter(([other]) => other !== contrary));
  return {
    refusals: [...(hasEnded(claim) ? [CLAIM_ENDED] : []), ...(withdrawn && !before ? [NOT_DECIDED] : [])],
    decisions: withdrawn ? others : { ...others, [kind]: decision },
  };
}

const NOT_DECIDED = refusal("NOTHING_TO_RECORD", "This has not been decided, so nothing can be taken back.", {
  path: ["input", "kind"],
  remedy: "Read the claim's medical decisions.",
});
