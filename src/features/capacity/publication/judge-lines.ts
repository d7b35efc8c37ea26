/** Lines as they were read become lines that can be saved: judged against what the clinic is and offers, and made ready to be saved. */
import { present } from "../../../kernel/invariant.js";
import type { Refusal } from "../../../kernel/refusal.js";
import { inPieces } from "../../../platform/breathe.js";
import { globalId } from "../../../gateway/api/global-id.js";
import { whyClosedBy } from "../closures/closure.store.js";
import type { WhyClosed } from "../closures/closure.js";
import { PUBLISH_HORIZON_DAYS } from "../capacity-limits.js";
import type { IntakeLine } from "../intake/source.js";
import type { RequestedTime } from "./publication.js";
import type { LineToSave } from "./line-codec.js";
import type { PublishingClinic } from "./publication.store.js";
import { slotLineCheck, type SlotLine } from "../slots/slot-line.js";

export type CheckedLines =
  /** `why` is set where its time is closed. */
  | { readonly ok: true; readonly line: SlotLine; readonly practitionerId: string | null; readonly why: Refusal | null }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Faults of reading and faults of content, one answer per line as it arrived; paths are those of the line's own fields. */
export async function checkLines(clinic: PublishingClinic, lines: readonly IntakeLine[]): Promise<CheckedLines[]> {
  const whyClosed = whyClosedBy(clinic.rules, clinic.now);
  const readable = lines.filter((line) => line.ok);
  const { checkNext, compare } = slotLineCheck({
    lineAt: (index) => readable[index]?.line ?? index + 1,
    now: clinic.now,
    horizonDays: PUBLISH_HORIZON_DAYS,
    knownServices: new Set(clinic.services.map((s) => s.code)),
    practitioners: practitionersOf(clinic),
    allowsOverlap: clinic.allowsOverlap,
  });
  const values = (portion: readonly (IntakeLine & { ok: true })[]): SlotLine[] => portion.map(({ value }) => value);
  const answers = compare(await inPieces(readable, (portion, from) => checkNext(values(portion), from)));
  let next = 0;
  const judge = (line: IntakeLine): CheckedLines => {
    if (!line.ok) return { ok: false, refusals: line.faults };
    const answer = present(answers[next++], "every readable line gets an answer");
    if (answer.ok) return { ...answer, why: whyOf(answer, whyClosed) };
    return { ok: false, refusals: answer.refusals.map((r) => ({ ...r, path: r.path.slice(2) })) };
  };
  return inPieces(lines, (portion) => portion.map(judge));
}

function whyOf({ line, practitionerId }: { line: SlotLine; practitionerId: string | null }, whyClosed: WhyClosed): Refusal | null {
  if (line.action !== "PUT" || practitionerId === null) return null;
  return whyClosed(practitionerId, { start: line.startsAt, end: line.endsAt });
}

function practitionersOf(clinic: PublishingClinic): ReadonlyMap<string, string> {
  return new Map(
    clinic.practitioners.flatMap(
      ({ id, ref }) =>
        [
          [id, id],
          [globalId("Practitioner", id), id],
          [ref, id],
        ] as const,
    ),
  );
}

const NOTHING_SAID = {
  practitionerId: null,
  startsAt: null,
  endsAt: null,
  serviceMask: null,
  channel: null,
  audience: null,
  languages: null,
  funding: null,
  capacity: null,
  cancellationHours: null,
  onCall: false,
  state: null,
} as const;

export function lineToSave(clinic: PublishingClinic, { line, practitionerId, why }: CheckedLines & { ok: true }, n: number): LineToSave {
  const { externalId } = line;
  if (line.action === "WITHDRAW") return { line: n, id: null, externalId, ...NOTHING_SAID };
  return {
    line: n,
    id: null,
    externalId,
    practitionerId,
    startsAt: line.startsAt.toISOString(),
    endsAt: line.endsAt.toISOString(),
    serviceMask: serviceMask(clinic, line.services),
    channel: line.channel,
    audience: line.audience,
    languages: [...new Set(line.languages)].sort(),
    funding: line.funding,
    capacity: line.capacity,
    cancellationHours: line.cancellationHours,
    onCall: line.onCall ?? false,
    state: why === null ? "OPEN" : "WITHDRAWN",
  };
}

function serviceMask(clinic: PublishingClinic, codes: readonly string[]): string {
  let mask = 0n;
  for (const { code, bit } of clinic.services) if (codes.includes(code)) mask |= 1n << BigInt(bit);
  return String(mask);
}

export function timeOf(n: number, checked: CheckedLines | undefined): RequestedTime[] {
  if (!checked?.ok || checked.line.action !== "PUT" || checked.practitionerId === null) return [];
  return [{ n, practitionerId: checked.practitionerId, from: checked.line.startsAt.getTime(), to: checked.line.endsAt.getTime() }];
}
