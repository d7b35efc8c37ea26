/** What golden cases may ask: the rules' own questions, and the decisions about persons and places that rest on the same conditions. */
import { placeRefusals } from "../features/claims/designation/designation.js";
import { authorityRefusals, authorityState } from "../features/members/authority/authority.js";
import { WITHDRAWAL_CAUSES } from "../features/members/authority/scopes.js";
import { lastDayOf, withdrawalRefusals } from "../features/members/withdrawal/withdrawal.js";
import { COVERS, MODES, PRODUCTS, ROLES, SERVICES } from "../rules/codes.js";
import { FactsFault } from "../rules/facts/facts-fault.js";
import { day, flag, oneOf, orNull, record, type FieldForm } from "../rules/facts/field-form.js";
import { RULE_QUESTIONS, type Question, type Questions } from "../rules/golden-case.js";

const name: FieldForm<string> = (value) => (typeof value === "string" && value !== "" ? null : { path: "", says: "must be text" });

/** A decision of a feature, asked about facts of this form. */
function about<Facts>(form: FieldForm<Facts>, decide: (facts: Facts) => object): Question {
  return (facts) => {
    demand(facts, form);
    return decide(facts);
  };
}

function demand<Facts>(facts: unknown, form: FieldForm<Facts>): asserts facts is Facts {
  const problem = form(facts);
  if (problem) throw new FactsFault(problem.path === "" ? "facts" : problem.path, problem.says);
}

const codesOf = (refusals: readonly { readonly code: string }[]): string[] => refusals.map(({ code }) => code);

/** May this opening be taken for this claim, as far as the place goes? */
const DESIGNATION = record(
  {
    product: oneOf(PRODUCTS),
    serviceType: oneOf(SERVICES),
    /** Who books. */
    role: oneOf(["MEMBER", "HEALTH_TEAM"]),
    /** Null where nobody has designated yet. */
    designated: orNull(record({ clinic: name, practitioner: orNull(name) })),
    opening: record({ clinic: name, practitioner: name }),
  },
  { /** BASE. */ under: oneOf(COVERS), /** NETWORK. */ mode: oneOf(MODES) },
);

/** May this authority be granted, and does it open anything on a day? */
const AUTHORITY = record(
  { birthDate: day, from: day, through: day, today: day },
  {
    /** A member, OTHER. */
    representative: oneOf(["OTHER", "ONESELF", "UNKNOWN", "NONE"]),
    thirdParty: orNull(name),
    withdrawn: flag,
  },
);

/** May the company withdraw the employee, and until when are they covered? */
const WITHDRAWAL = record(
  { cause: oneOf(WITHDRAWAL_CAUSES), on: day, today: day, coverStart: day },
  { /** OCCUPATIONAL. */ product: oneOf(PRODUCTS), /** EMPLOYEE. */ role: oneOf(ROLES), coverEnd: orNull(day), withdrawn: flag },
);

export const GOLDEN_QUESTIONS: Questions = {
  ...RULE_QUESTIONS,
  designation: about(DESIGNATION, ({ product, serviceType, under = "BASE", mode = "NETWORK", designated, opening, role }) => ({
    reasons: codesOf(
      placeRefusals(
        { product, under, service_code: serviceType, mode },
        designated && { clinic_id: designated.clinic, practitioner_id: designated.practitioner },
        { clinic_id: opening.clinic, practitioner_id: opening.practitioner },
        role,
      ),
    ),
  })),
  authority: about(AUTHORITY, ({ birthDate, from, through, today, representative = "OTHER", thirdParty = null, withdrawn = false }) => {
    const memberId = "MEMBER";
    const representativeId = representative === "NONE" ? null : representative === "ONESELF" ? memberId : representative;
    return {
      reasons: codesOf(
        authorityRefusals(
          { memberId, representativeId, thirdParty, validFrom: from, validThrough: through },
          { birth_date: birthDate, representative: representative !== "UNKNOWN", today },
        ),
      ),
      state: authorityState({ validFrom: from, validThrough: through, withdrawnAt: withdrawn ? new Date(today) : null }, today),
    };
  }),
  withdrawal: about(
    WITHDRAWAL,
    ({ cause, on, today, coverStart, coverEnd = null, product = "OCCUPATIONAL", role = "EMPLOYEE", withdrawn = false }) => ({
      lastDay: lastDayOf({ cause, on }),
      reasons: codesOf(
        withdrawalRefusals({ cause, on }, { product, role, cover_start: coverStart, cover_end: coverEnd, withdrawn, today }),
      ),
    }),
  ),
};
