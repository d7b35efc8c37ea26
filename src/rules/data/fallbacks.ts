/** The way on where a programme is refused: the cover and its service that the section names instead. */
import type { Cover, Service } from "../codes.js";

export type Fallback = { readonly under: Cover; readonly service: Service };

const PHYSIOTHERAPY: Fallback = { under: "BASE", service: "PHYSIOTHERAPY" };
const PSYCHOLOGIST: Fallback = { under: "BASE", service: "PSYCHOLOGIST" };

/** GLA:D and the anxiety programmes say so themselves (5.7, 5.8); a crisis that is none is ordinary psychological treatment (5.8.1). */
const FALLBACKS: Readonly<Partial<Record<Service, Fallback>>> = {
  GLAD: PHYSIOTHERAPY,
  COOL_KIDS: PSYCHOLOGIST,
  CHILLED: PSYCHOLOGIST,
  CRISIS_COUNSELLING: PSYCHOLOGIST,
  TRIPARTITE_COUNSELLING: PSYCHOLOGIST,
  DEBRIEFING: PSYCHOLOGIST,
};

/** Reasons that stand against the programme and not against the member or the claim. */
const OF_THE_PROGRAMME: ReadonlySet<string> = new Set([
  "CONDITION_NOT_ELIGIBLE",
  "PROGRAMME_ALREADY_USED",
  "AGE_OUT_OF_RANGE",
  "CRISIS_EVENT_NOT_COVERED",
  "LIMIT_PER_CLAIM",
]);

export function fallbackFor(service: Service, reason: string): Fallback | null {
  return OF_THE_PROGRAMME.has(reason) ? (FALLBACKS[service] ?? null) : null;
}
