/** Whether two records of one practitioner can become one, from facts alone; every reason why not at once. */
import type { CredentialKind } from "../../../../schema/states.js";
import type { LocalDate } from "../../../kernel/calendar.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { overlaps } from "../register/plan-lines.js";

type Held = {
  readonly kind: CredentialKind;
  readonly number: string | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly source: string;
};
export type MergeRecord = {
  readonly id: string;
  readonly name: string;
  readonly profession: string;
  readonly authorisationId: string;
  readonly mergedInto: string | null;
  readonly credentials: readonly Held[];
};
export type MergeGround = {
  readonly duplicate: MergeRecord | undefined;
  readonly kept: MergeRecord | undefined;
  /** Openings of the two at the same time: how many, and when the first is. */
  readonly clashes: { readonly count: number; readonly first: string | null };
  /** Whether their opening hours meet. */
  readonly schedulesMeet: boolean;
  /** Clinics at which both have a calendar of their own. */
  readonly calendars: readonly string[];
  readonly today: LocalDate;
};

const DUPLICATE = ["input", "duplicateId"];
const KEPT = ["input", "keptId"];

export function mergeRefusals({ duplicate, kept, clashes, schedulesMeet, calendars, today }: MergeGround): Refusal[] {
  const refusals: Refusal[] = [];
  for (const [record, path] of [
    [duplicate, DUPLICATE],
    [kept, KEPT],
  ] as const) {
    if (!record) refusals.push(refusal("NOT_FOUND", "There is no such practitioner.", { path, remedy: "Check the id." }));
    else if (record.mergedInto !== null)
      refusals.push(
        refusal("PRACTITIONER_MERGED", "This record has been merged into another one already.", { path, remedy: "Name the other one." }),
      );
    else if (record.credentials.some((held) => takesAway(held) && (held.validUntil === null || held.validUntil > today)))
      refusals.push(
        refusal("PART_SUSPENDED", "This practitioner is suspended, or has left the network.", {
          path,
          remedy: "Have that lifted first (endCredential), or wait until it is over: a merge must not take it away.",
        }),
      );
  }
  if (!duplicate || !kept) return refusals;
  if (duplicate.id === kept.id)
    return [refusal("SAME_PRACTITIONER", "The two are one record already.", { path: KEPT, remedy: "Name two records." })];
  if (duplicate.profession !== kept.profession)
    refusals.push(
      refusal("PROFESSION_DIFFERS", "The two are of different professions, so each keeps an authorisation of its own.", {
        path: DUPLICATE,
        remedy: "Correct the profession first (savePractitioner), if one of them is wrong.",
      }),
    );
  for (const held of moving(duplicate, kept)) {
    const met = kept.credentials.find((other) => other.kind === held.kind && overlaps(other, held));
    if (met)
      refusals.push(
        refusal(
          "CREDENTIAL_OVERLAP",
          `${held.kind} from ${held.validFrom} meets the one from ${met.validFrom}, and neither holds all of its days.`,
          {
            path: DUPLICATE,
            remedy: "End one of the two first: endCredential.",
          },
        ),
      );
  }
  if (clashes.count > 0)
    refusals.push(
      refusal("SLOTS_OVERLAP", `The two have ${clashes.count} openings at the same times, the first at ${clashes.first ?? ""}.`, {
        path: DUPLICATE,
        remedy: "Withdraw those of one record first: withdrawSlots.",
      }),
    );
  if (schedulesMeet)
    refusals.push(
      refusal("SCHEDULES_OVERLAP", "Both have a schedule with hours at the same times.", {
        path: DUPLICATE,
        remedy: "Remove the schedule of one record first: removeSchedule.",
      }),
    );
  for (const clinic of calendars)
    refusals.push(
      refusal("CALENDAR_TWICE", `Both have a calendar at ${clinic}.`, {
        path: DUPLICATE,
        remedy: "Remove that of one record first: removeBusyFeed, unfollowSource.",
      }),
    );
  return refusals;
}

const takesAway = ({ kind }: Held): boolean => kind === "SUSPENSION" || kind === "END";

/** Authorisations and approvals that say something which those of the kept record do not. */
export function moving(duplicate: MergeRecord, kept: MergeRecord): Held[] {
  return duplicate.credentials.filter(
    (held) => !takesAway(held) && !kept.credentials.some((other) => other.kind === held.kind && holds(other, held)),
  );
}

type Span = Pick<Held, "validFrom" | "validUntil">;
const holds = (all: Span, part: Span): boolean =>
  all.validFrom <= part.validFrom && (all.validUntil === null || (part.validUntil !== null && part.validUntil <= all.validUntil));
