/**
 * Who has a place when there are too few (docs/decisions/0062-who-waits.md): whoever has the earlier last day; of these whoever
 * has waited longest; of these whoever is hardest to place later. Every step is a fact of the claim, so every gateway, the watch, a
 * quote and a booking name the same claims, whatever the claims are called and in whatever order they became known.
 *
 * Sets of claims that can be placed together are the independent sets of a transversal matroid. So going through the claims in this
 * order and keeping each that can still be placed gives one set, the same by any way of computing it, and no smaller than any other.
 */
import type { OpenClaim } from "./model.js";

/** Negative when `a` comes before `b`. Only claims alike in every fact are told apart by their id. */
export function inTurn(a: OpenClaim, b: OpenClaim): number {
  return (
    (a.precedence ?? 0) - (b.precedence ?? 0) ||
    a.deadlineOn - b.deadlineOn ||
    a.waitingSince - b.waitingSince ||
    b.earliestOn - a.earliestOn ||
    a.targetOn - b.targetOn ||
    a.channels.length - b.channels.length ||
    a.radiusKm - b.radiusKm ||
    inWords(needsOf(a), needsOf(b)) ||
    inWords(a.id, b.id)
  );
}

/** The first fact that puts `before` before `waiting`. */
export function decidedBy(before: OpenClaim, waiting: OpenClaim): "LAST_DAY" | "REPORTED" | "NARROWER" {
  if ((before.precedence ?? 0) !== (waiting.precedence ?? 0) || before.deadlineOn !== waiting.deadlineOn) return "LAST_DAY";
  return before.waitingSince === waiting.waitingSince ? "NARROWER" : "REPORTED";
}

const inWords = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of a claim that was compared before: those who reported at the same moment are compared again and again. */
const known = new WeakMap<OpenClaim, string>();

function needsOf(claim: OpenClaim): string {
  let needs = known.get(claim);
  if (needs === undefined) known.set(claim, (needs = needsIn(claim)));
  return needs;
}

const needsIn = ({
  service,
  under,
  channels,
  child,
  gender,
  languages,
  clinicId,
  practitionerId,
  lat,
  lon,
  postalCode,
}: OpenClaim): string =>
  [service, under, channels.join("+"), child, gender ?? "", languages, clinicId ?? "", practitionerId ?? "", lat, lon, postalCode].join(
    "|",
  );
