/** Whom an adult lets see or speak (CON-THIRD-PARTY): for how long, for what, and until it is taken back. */
import { addMonths, ageOn, type LocalDate } from "../../../kernel/calendar.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { SETTINGS } from "../../../rules/data/settings.js";

const RULE = { rule: "CON-THIRD-PARTY", clause: "FAQ, 'Authorization for Third Party'" } as const;
/** Before that a holder of custody acts, and nobody else. */
const OF_AGE = 18;

export type AuthorityAsked = {
  readonly memberId: string;
  readonly representativeId: string | null;
  readonly thirdParty: string | null;
  readonly validFrom: LocalDate;
  readonly validThrough: LocalDate;
};
/** The two persons as they are; null where there is none. */
export type AuthorityGround = { readonly birth_date: LocalDate | null; readonly representative: boolean; readonly today: LocalDate };

/** Every reason why it cannot be granted. It lasts a year at most, as a consent does (CON-ONE-YEAR). */
export function authorityRefusals(asked: AuthorityAsked, ground: AuthorityGround): Refusal[] {
  const { memberId, representativeId, thirdParty, validFrom, validThrough } = asked;
  if (ground.birth_date === null) return [NO_MEMBER];
  const found: Refusal[] = [];
  if ((representativeId === null) === (thirdParty === null)) found.push(ONE_PARTY);
  if (representativeId !== null && !ground.representative) found.push(NO_REPRESENTATIVE);
  if (representativeId === memberId) found.push(ONESELF);
  if (ageOn(ground.birth_date, ground.today) < OF_AGE) found.push(NOT_OF_AGE);
  if (validThrough < validFrom || validThrough < ground.today) found.push(PERIOD_OVER);
  if (validThrough > addMonths(validFrom, SETTINGS.consentMonths)) found.push(PERIOD_LONG);
  return found;
}

export type AuthorityState = "LIVE" | "AHEAD" | "EXPIRED" | "WITHDRAWN";

export function authorityState(
  {
    validFrom,
    validThrough,
    withdrawnAt,
  }: { readonly validFrom: string; readonly validThrough: string; readonly withdrawnAt: Date | null },
  today: LocalDate,
): AuthorityState {
  if (withdrawnAt !== null) return "WITHDRAWN";
  if (today < validFrom) return "AHEAD";
  return today <= validThrough ? "LIVE" : "EXPIRED";
}

const NO_MEMBER = refusal("NOT_FOUND", "There is no such member.", { path: ["input", "memberId"], remedy: "Check the id." });
const NO_REPRESENTATIVE = refusal("NOT_FOUND", "There is no such representative.", {
  path: ["input", "representativeId"],
  remedy: "Name somebody who is a member here; for anybody else name a third party.",
});
const ONE_PARTY = refusal("AUTHORITY_PARTY_UNCLEAR", "An authority is for one representative or one third party.", {
  ...RULE,
  path: ["input"],
  remedy: "Give representativeId or thirdParty.",
});
const ONESELF = refusal("AUTHORITY_FOR_ONESELF", "Nobody needs an authority for themselves.", {
  ...RULE,
  path: ["input", "representativeId"],
  remedy: "Name somebody else.",
});
const NOT_OF_AGE = refusal("MEMBER_NOT_OF_AGE", "An authority is granted by a person of 18 or more.", {
  ...RULE,
  path: ["input", "memberId"],
  remedy: "For a child the holder of custody acts.",
});
const PERIOD_OVER = refusal("AUTHORITY_PERIOD_INVALID", "The period ends before it begins, or is over.", {
  ...RULE,
  path: ["input", "validThrough"],
  remedy: "Give a last day from today on.",
});
const PERIOD_LONG = refusal("AUTHORITY_PERIOD_INVALID", "An authority lasts a year at most.", {
  rule: "CON-ONE-YEAR",
  clause: "FAQ, 'Why do I need to give consent?'",
  path: ["input", "validThrough"],
  remedy: "Grant it for a year, and anew after that.",
});
