/** What waits for the health team, and until when it should be done. Pure. */
import { localDateOf, workday, type ExtraDay, type LocalDate } from "../../../kernel/calendar.js";
import type { WordList } from "../../../kernel/worded.js";
import { SERVICE_GROUPS, type Service } from "../../../rules/codes.js";

export const WORK_KIND_WORDS = {
  REPORT: ["Decide a report", "Afgør en anmeldelse", "Everything is here and nobody has decided yet (CLM-RESPONSE-2BD)."],
  INFORMATION: ["Read what came in", "Læs det, der er kommet ind", "Information has been received and not been found sufficient yet."],
  SUBMISSION: ["Look at a document", "Se på et dokument", "The member has handed in a referral or a bill."],
  COMPLAINT: ["Answer a complaint", "Besvar en klage", "Within seven working days (CMP-7WD)."],
  COVER_LOST: ["A cover is gone", "En dækning er bortfaldet", "An appointment or a promise stands on a policy that no longer carries it."],
  ESCALATED: ["Find a place by hand", "Find en plads manuelt", "Nothing fitted inside the promise."],
  AT_RISK: ["Save a promise", "Red et løfte", "The promise has no place left (see promiseBoard)."],
} as const satisfies WordList<string>;
export type WorkKind = keyof typeof WORK_KIND_WORDS;

/** Working days until it should be done: an answer within two (CLM-RESPONSE-2BD), what cannot wait on the next one. */
const WORKING_DAYS: Readonly<Record<WorkKind, number>> = {
  REPORT: 2,
  INFORMATION: 2,
  SUBMISSION: 2,
  COMPLAINT: 7,
  COVER_LOST: 1,
  ESCALATED: 1,
  AT_RISK: 1,
};

export const TEAM_WORDS = {
  PHYSICAL: ["Physical treatment", "Fysisk behandling"],
  MENTAL: ["Mental treatment", "Psykisk behandling"],
  SPECIALIST: ["Specialists and hospitals", "Speciallæger og hospitaler"],
  OTHER: ["Everything else", "Alt andet"],
} as const satisfies WordList<string>;
export type Team = keyof typeof TEAM_WORDS;

/** Crisis counselling and the like are the psychologists' as well. */
const TEAM_OF: Readonly<Partial<Record<Service, Team>>> = {
  COOL_KIDS: "MENTAL",
  CHILLED: "MENTAL",
  CRISIS_COUNSELLING: "MENTAL",
  DEBRIEFING: "MENTAL",
  TRIPARTITE_COUNSELLING: "MENTAL",
  CHRONIC_PSYCH_SUPPORT: "MENTAL",
  PSYCHIATRIC_ASSESSMENT: "MENTAL",
  ADDICTION_TREATMENT: "MENTAL",
  GLAD: "PHYSICAL",
  OSTEOPATHY: "PHYSICAL",
  MASSAGE: "PHYSICAL",
  SHOCKWAVE: "PHYSICAL",
  ACUPUNCTURE: "PHYSICAL",
  FOLLOW_UP_CHECK: "SPECIALIST",
  CHRONIC_SURGERY: "SPECIALIST",
  BLOCKADE: "SPECIALIST",
  RE_OPERATION: "SPECIALIST",
  SECOND_OPINION: "SPECIALIST",
  CPAP_TREATMENT: "SPECIALIST",
  MEDICATION_FOLLOW_UP: "SPECIALIST",
};

/** Whose work a treatment is. */
export function teamOf(service: Service): Team {
  const group = (Object.keys(SERVICE_GROUPS) as (keyof typeof SERVICE_GROUPS)[]).find((each) =>
    SERVICE_GROUPS[each].some((known) => known === service),
  );
  return group ?? TEAM_OF[service] ?? "OTHER";
}

/** The services of a team; null for all. */
export function servicesOf(team: Team | null, all: readonly Service[]): Service[] {
  return all.filter((service) => team === null || teamOf(service) === team);
}

export type WorkItem = {
  readonly kind: WorkKind;
  readonly id: string;
  readonly since: Date;
  /** Stored where the conditions give the day themselves. */
  readonly due_on: LocalDate | null;
};

function dueOn({ kind, since, due_on: stored }: WorkItem, extra: readonly ExtraDay[]): LocalDate {
  return stored ?? workday(localDateOf(since), WORKING_DAYS[kind], extra);
}

/** Due first; of the same day what waits longest. */
export function inOrder<T extends WorkItem>(items: readonly T[], extra: readonly ExtraDay[]): (T & { readonly dueOn: LocalDate })[] {
  return items
    .map((item) => ({ ...item, dueOn: dueOn(item, extra) }))
    .sort((a, b) => (a.dueOn === b.dueOn ? a.since.getTime() - b.since.getTime() : a.dueOn < b.dueOn ? -1 : 1));
}
