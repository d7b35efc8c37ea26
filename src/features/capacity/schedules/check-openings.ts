/** What a schedule says of services, languages and kinds, judged by the rules that judge every line, before any slot is made of it. */
import type { Refusal } from "../../../kernel/refusal.js";
import type { Opening, Schedule } from "./schedule.js";
import { checkSlotLines, type SlotLineFacts, type SlotOffer } from "../slots/slot-line.js";

export type OpeningFacts = Pick<SlotLineFacts, "now" | "knownServices">;

export function checkOpenings(schedule: Schedule, facts: OpeningFacts): Refusal[] {
  const all = [
    ...schedule.rules.map((rule, i) => ({ opening: rule as Opening, path: ["rules", String(i)] })),
    ...schedule.exceptions.flatMap((exception, i) =>
      exception.closed ? [] : exception.openings.map((opening, j) => ({ opening, path: ["exceptions", String(i), "openings", String(j)] })),
    ),
  ];
  const samples = all.map(({ opening }, n) => sampleOf(opening, n, facts.now));
  return checkSlotLines(samples, { ...facts, horizonDays: 2, allowsOverlap: true }).flatMap((answer, n) =>
    answer.ok ? [] : answer.refusals.map((r) => ({ ...r, path: [...(all[n]?.path ?? []), ...r.path.slice(2)] })),
  );
}

/** A slot like those the opening makes, at a time that is certainly good. */
function sampleOf(opening: Opening, n: number, now: Date): SlotOffer {
  const startsAt = new Date(now.getTime() + 3_600_000);
  const { services, channel, audience, languages, funding, capacity, cancellationHours, onCall = false } = opening;
  return {
    action: "PUT",
    externalId: String(n),
    practitionerId: "checked elsewhere",
    practitionerRef: null,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 1_800_000),
    services,
    channel,
    audience,
    languages,
    funding,
    capacity,
    cancellationHours,
    onCall,
  };
}
