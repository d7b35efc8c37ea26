/** What golden cases may ask: the rules' own questions, and the decisions about persons and places that rest on the same conditions. */
import { bestFirst, chosenBecause, rankedAs, type RankedSlot } from "../../features/bookings/book/choose-slot.js";
import { wishesSetAside } from "../../features/bookings/book/because.js";
import { isSought, searchSteps, type SearchStep } from "../../features/bookings/book/search-steps.js";
import { wishesOf, type Wishes } from "../../features/bookings/book/wishes.js";
import { TIME_OF_DAY_WORDS } from "../../features/bookings/booking-words.js";
import { wishedDateRefusals } from "../../features/bookings/quote/bookable.js";
import { placeRefusals } from "../../features/claims/designation/designation.js";
import { authorityRefusals, authorityState } from "../../features/members/authority/authority.js";
import { WITHDRAWAL_CAUSES } from "../../features/members/authority/scopes.js";
import { lastDayOf, withdrawalRefusals } from "../../features/members/withdrawal/withdrawal.js";
import { billKey } from "../../features/settlement/reimbursements/bill-key.js";
import { CHANNELS, COVERS, MODES, PRODUCTS, ROLES, SERVICES } from "../../rules/codes.js";
import { FactsFault } from "../../rules/facts/facts-fault.js";
import { day, flag, instant, listOf, oneOf, orNull, record, whole, type FactsOf, type FieldForm } from "../../rules/facts/field-form.js";
import { valuesOf } from "../../kernel/worded.js";
import { RULE_QUESTIONS, type Question, type Questions } from "../../rules/golden-case.js";

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

/** Of these openings, which the cover all allows: which does a first appointment take, and what of the wishes is set aside for it? */
const WISHES = record(
  {
    /** Usual for the service, in kilometres. */
    radiusKm: whole(0),
    openings: listOf(
      record(
        { id: name, startsAt: instant, channel: oneOf(CHANNELS), gender: oneOf(["female", "male"]) },
        {
          /** Danish only. */
          languages: listOf(name),
          /** From the member in whole kilometres; 0. */
          km: whole(0),
          /** ON_TARGET; null where nothing is promised. */
          standing: orNull(oneOf(["ON_TARGET", "WITHIN_LIMIT"] as const)),
          onCall: flag,
          /** How many other promises cannot do without it; 0. */
          harm: whole(0),
        },
      ),
    ),
  },
  {
    wishes: record(
      {},
      {
        channel: oneOf(CHANNELS),
        language: name,
        gender: oneOf(["female", "male"]),
        timeOfDay: oneOf(valuesOf(TIME_OF_DAY_WORDS)),
      },
    ),
    /** A date on record: nobody is seen before it. */
    wishedNotBefore: orNull(day),
    /** Acute crisis: whoever is on call. */
    crisis: flag,
  },
);

/** Are these two numbers one bill? */
const BILL = record({ one: name, other: name });

type WishFacts = FactsOf<typeof WISHES>;

function firstAppointment({ radiusKm, openings, crisis = false, wishedNotBefore = null, ...facts }: WishFacts): object {
  const wishes = wishesOf(facts.wishes ?? {});
  const onTime = openings.filter(
    ({ startsAt }) => wishedDateRefusals({ claim: { first_booking_id: null, exceptions: { wishedNotBefore } } }, { startsAt }).length === 0,
  );
  for (const step of searchSteps(wishes, radiusKm, crisis)) {
    const ranked = bestFirst(onTime.flatMap((opening) => rankedIn(step, wishes, opening)));
    const chosen = ranked.find(({ harm }) => harm === 0);
    if (chosen === undefined) continue;
    const because = chosenBecause(chosen, ranked, step);
    const { candidate } = chosen;
    return { taken: candidate.id, step: step.name, setAside: wishesSetAside(because), reasons: codesOf(because) };
  }
  return { taken: null, step: null, setAside: [], reasons: [] };
}

function rankedIn(step: SearchStep, wishes: Wishes, opening: WishFacts["openings"][number]): RankedSlot[] {
  const { id, startsAt, channel, gender, languages = ["da"], km = 0, standing = "ON_TARGET", onCall = false, harm = 0 } = opening;
  const place = { clinic_id: id, clinic_name: id, town: id, km: channel === "IN_PERSON" ? km : null };
  const slot = { id, starts_at: startsAt, channel, gender, languages, on_call: onCall, ...place };
  return isSought(step, wishes, slot) ? [rankedAs(slot, wishes, standing, harm)] : [];
}

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
  wishes: about(WISHES, firstAppointment),
  bill: about(BILL, ({ one, other }) => ({ sameBill: billKey(one) === billKey(other) })),
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
