import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { MOST_UNITS, SLOT_MINUTES } from "../capacity-limits.js";
import { ISO_639_1 } from "./language.js";
import type { RefusalCode } from "../../../kernel/refusal-codes.js";

/**
 * The one shape every source of capacity is turned into before anything else looks at it. A withdrawal carries only the
 * clinic's key: a feed that says "busy" often says nothing else, and nothing else is needed to take an opening away.
 */
export type SlotOffer = {
  readonly action: "PUT";
  /** The clinic's own key, 1 to 64 characters; publishing again under it changes the same slot. */
  readonly externalId: string;
  /** Exactly one of the two is set: our id, or the source's name for the person (looked up by the caller). */
  readonly practitionerId: string | null;
  readonly practitionerRef: string | null;
  readonly services: readonly string[];
  readonly startsAt: Date;
  /** Not included. */
  readonly endsAt: Date;
  readonly channel: Channel;
  readonly audience: Audience;
  /** ISO 639-1, e.g. "da". */
  readonly languages: readonly string[];
  /** A promise with a deadline may only use PRIVATE capacity. */
  readonly funding: Funding;
  readonly capacity: number;
  /** Hours before the start until which a cancellation is free; null means the clinic's own setting. */
  readonly cancellationHours: number | null;
  /** On call for a crisis: a psychologist who answers the telephone at once; left out means no. */
  readonly onCall?: boolean;
};
type SlotWithdrawal = { readonly action: "WITHDRAW"; readonly externalId: string };
export type SlotLine = SlotOffer | SlotWithdrawal;

export const CHANNELS = ["IN_PERSON", "ONLINE", "PHONE"] as const;
export const AUDIENCES = ["ADULT", "CHILD", "BOTH"] as const;
export const FUNDINGS = ["PRIVATE", "PUBLIC"] as const;
export type Channel = (typeof CHANNELS)[number];
export type Audience = (typeof AUDIENCES)[number];
export type Funding = (typeof FUNDINGS)[number];

export type SlotLineFacts = {
  readonly now: Date;
  readonly horizonDays: number;
  readonly knownServices: ReadonlySet<string>;
  /** Our id and every source name of the clinic's practitioners, to our id; left out, practitioners are not checked. */
  readonly practitioners?: ReadonlyMap<string, string>;
  readonly minMinutes?: number;
  readonly maxMinutes?: number;
  /** The clinic's policy lets one practitioner have overlapping slots. */
  readonly allowsOverlap?: boolean;
  /** What an editor calls the line at this place; left out, places count from 1. */
  readonly lineAt?: (index: number) => number;
};
export type CheckedLine<L extends SlotLine = SlotLine> =
  | { readonly ok: true; readonly line: L; readonly practitionerId: string | null }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** One answer per line, in the order given; a refused line lists every reason, and refuses nobody but itself. */
export function checkSlotLines(lines: readonly SlotLine[], facts: SlotLineFacts): readonly CheckedLine[] {
  const { checkNext, compare } = slotLineCheck(facts);
  return compare(checkNext(lines, 0));
}

/** The same for who looks at a long list in portions: each as it comes, in order, then all of them beside each other. */
export type SlotLineCheck = {
  /** `from` is the place of the portion's first line. */
  readonly checkNext: (portion: readonly SlotLine[], from: number) => CheckedLine[];
  readonly compare: (checked: readonly CheckedLine[]) => readonly CheckedLine[];
};

export function slotLineCheck(facts: SlotLineFacts): SlotLineCheck {
  const firstUse = new Map<string, number>();
  const lineAt = facts.lineAt ?? ((index: number) => index + 1);
  const checkOne = (line: SlotLine, index: number): CheckedLine => {
    const at = (field: string): readonly string[] => ["lines", String(index), field];
    const found = line.action === "PUT" ? offerFaults(line, facts, at) : [];
    if (line.externalId.length < 1 || line.externalId.length > 64)
      found.push(refusal("EXTERNAL_ID_LENGTH", "The external id must be 1 to 64 characters.", { path: at("externalId") }));
    const earlier = firstUse.get(line.externalId);
    if (earlier === undefined) firstUse.set(line.externalId, index);
    else
      found.push(
        refusal("DUPLICATE_EXTERNAL_ID", `The same external id already stands in line ${lineAt(earlier)} of this call.`, {
          path: at("externalId"),
          remedy: "Send each opening once per call.",
        }),
      );
    if (found.length > 0) return { ok: false, refusals: found };
    return { ok: true, line, practitionerId: line.action === "PUT" ? practitionerOf(line, facts) : null };
  };
  return {
    checkNext: (portion, from) => portion.map((line, n) => checkOne(line, from + n)),
    compare: (checked) => (facts.allowsOverlap ? checked : withoutOverlaps(checked, lineAt)),
  };
}

function practitionerOf(line: SlotOffer, facts: SlotLineFacts): string | null {
  const name = line.practitionerId ?? line.practitionerRef ?? "";
  return facts.practitioners ? (facts.practitioners.get(name) ?? null) : line.practitionerId;
}

function offerFaults(line: SlotOffer, facts: SlotLineFacts, at: (field: string) => readonly string[]): Refusal[] {
  const found: Refusal[] = [];
  const no = (when: boolean, code: RefusalCode, field: string, message: string, remedy: string | null = null): void => {
    if (when) found.push(refusal(code, message, { path: at(field), remedy }));
  };
  const { minMinutes = SLOT_MINUTES.least, maxMinutes = SLOT_MINUTES.most } = facts;
  const start = line.startsAt.getTime();
  const end = line.endsAt.getTime();
  const validTimes = Number.isFinite(start) && Number.isFinite(end);
  no(!validTimes, "TIME_INVALID", "startsAt", "Start or end is not a time.");
  if (validTimes) {
    const minutes = (end - start) / MINUTE;
    no(minutes <= 0, "SLOT_ENDS_BEFORE_START", "endsAt", "The opening must end after it starts.");
    no(minutes > 0 && minutes < minMinutes, "SLOT_TOO_SHORT", "endsAt", `An opening lasts at least ${minMinutes} minutes.`);
    no(
      minutes > maxMinutes,
      "SLOT_TOO_LONG",
      "endsAt",
      `An opening lasts at most ${maxMinutes} minutes.`,
      "Publish one line per appointment; a block of several days is none.",
    );
    no(start <= facts.now.getTime(), "SLOT_IN_PAST", "startsAt", "The opening has already started.");
    no(
      start >= facts.now.getTime() + facts.horizonDays * DAY,
      "BEYOND_HORIZON",
      "startsAt",
      `Openings are taken at most ${facts.horizonDays} days ahead.`,
    );
  }
  no(
    (line.practitionerId === null) === (line.practitionerRef === null),
    "PRACTITIONER_MISSING",
    "practitionerId",
    "Name the practitioner by id or by the source's reference, not both.",
  );
  no(
    facts.practitioners !== undefined && (line.practitionerId ?? line.practitionerRef) !== null && practitionerOf(line, facts) === null,
    "PRACTITIONER_UNKNOWN",
    line.practitionerId === null ? "practitionerRef" : "practitionerId",
    "No such practitioner works at this clinic.",
  );
  no(line.services.length === 0, "SERVICE_MISSING", "services", "Name at least one service.");
  for (const code of new Set(line.services))
    no(!facts.knownServices.has(code), "SERVICE_UNKNOWN", "services", `The clinic does not offer a service "${spoken(code)}".`);
  no(!isOneOf(CHANNELS, line.channel), "CHANNEL_UNKNOWN", "channel", `The channel is one of ${CHANNELS.join(", ")}.`);
  no(!isOneOf(AUDIENCES, line.audience), "AUDIENCE_UNKNOWN", "audience", `The audience is one of ${AUDIENCES.join(", ")}.`);
  no(!isOneOf(FUNDINGS, line.funding), "FUNDING_UNKNOWN", "funding", `The funding is one of ${FUNDINGS.join(", ")}.`);
  no(line.languages.length === 0, "LANGUAGE_MISSING", "languages", "Name at least one language.");
  no(
    line.languages.some((code) => !ISO_639_1.has(code)),
    "LANGUAGE_UNKNOWN",
    "languages",
    'Languages are ISO 639-1 codes, e.g. "da", "en".',
  );
  no(
    !wholeBetween(line.capacity, 1, MOST_UNITS),
    "CAPACITY_OUT_OF_RANGE",
    "capacity",
    `The capacity is a whole number from 1 to ${MOST_UNITS}.`,
  );
  no(
    line.cancellationHours !== null && !wholeBetween(line.cancellationHours, 0, 168),
    "CANCELLATION_HOURS_OUT_OF_RANGE",
    "cancellationHours",
    "The cancellation limit is a whole number of hours from 0 to 168.",
  );
  no(
    line.onCall === true && (line.channel !== "PHONE" || line.services.some((code) => code !== "CRISIS_COUNSELLING")),
    "ON_CALL_NOT_CRISIS",
    "onCall",
    "On-call time is for crisis counselling by telephone.",
    "Publish it with the service CRISIS_COUNSELLING and the channel PHONE.",
  );
  return found;
}

/**
 * Said here only so that one clashing line does not sink the whole statement it is saved with; between calls, and
 * between clinics, the exclusion constraint practitioner_slots_never_overlap has the word.
 */
function withoutOverlaps(checked: readonly CheckedLine[], lineAt: (index: number) => number): readonly CheckedLine[] {
  const answers = [...checked];
  const kept = new Map<string, { readonly end: number; readonly index: number }>();
  const offers = checked.flatMap((c, index) =>
    c.ok && c.line.action === "PUT" ? [{ offer: c.line, who: c.practitionerId ?? `ref:${c.line.practitionerRef}`, index }] : [],
  );
  for (const { offer, who, index } of offers.sort((a, b) => a.offer.startsAt.getTime() - b.offer.startsAt.getTime() || a.index - b.index)) {
    const before = kept.get(who);
    if (before && offer.startsAt.getTime() < before.end)
      answers[index] = {
        ok: false,
        refusals: [
          refusal("SLOTS_OVERLAP", `The practitioner is already taken by line ${lineAt(before.index)} of this call.`, {
            path: ["lines", String(index), "startsAt"],
          }),
        ],
      };
    else kept.set(who, { end: offer.endsAt.getTime(), index });
  }
  return answers;
}

function wholeBetween(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}

export function isOneOf<T extends string>(list: readonly T[], value: string): value is T {
  return (list as readonly string[]).includes(value);
}

/** Repeated only when it could be a code; anything else may be somebody's words. */
const spoken = (code: string): string => (/^[A-Z_]{1,40}$/.test(code) ? code : "…");
