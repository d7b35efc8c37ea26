/** Why each claim without a unit has none: the set it belongs to, by which fact the rule lets it wait, and which of its own bounds costs it. */
import { dayWith } from "../../../kernel/day.js";
import { certificatesOf } from "../../../matching/certificate.js";
import type { CapacityGraph } from "../../../matching/graph.js";
import type { LivePlan } from "../../../matching/incremental.js";
import type { Certificate, OpenClaim } from "../../../matching/model.js";
import { decidedBy, inTurn } from "../../../matching/turn.js";
import type { BindingWish, WaitReason } from "../promise-words.js";
import { certificateTexts, type CertificateNames, type CertificateWithTexts, type WithoutWish } from "./told-certificate.js";

/** By claim of the plan that waits. */
export function certificatesByClaim(
  live: LivePlan,
  today: number,
  names: CertificateNames,
  /** Where the plan has other names for its claims: an appointment that is withdrawn stands there under its own id. */
  idOf: (id: string) => string = (id) => id,
): Map<string, CertificateWithTexts> {
  const told = new Map<string, CertificateWithTexts>();
  // read before anything is tried: a trial leaves who waits as it was, and may leave others elsewhere
  for (const certificate of certificatesOf(live.graph)) {
    const claims = claimsOf(live.graph, certificate);
    const waiting = claims.filter(({ id }) => live.placeOf(id) === null);
    const placed = claims.filter(({ id }) => live.placeOf(id) !== null).sort(inTurn);
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    const text = certificateTexts(certificate, (id) => byId.get(id)!, names);
    const ids =
      text.claimIds === undefined ? {} : { claimIds: certificate.claims.map(idOf), waitingIds: waiting.map(({ id }) => idOf(id)) };
    for (const claim of waiting) {
      const without = bindingWish(live, claim, today);
      told.set(claim.id, { ...text, ...ids, waits: reasonFor(claim, placed), ...(without === null ? {} : { without }) });
    }
  }
  return told;
}

function claimsOf({ claims, claimAt }: CapacityGraph, certificate: Certificate): OpenClaim[] {
  return certificate.claims.flatMap((id) => claimAt[claims.get(id) ?? -1] ?? []);
}

function reasonFor(claim: OpenClaim, placed: readonly OpenClaim[]): WaitReason {
  const before = placed.findLast((other) => inTurn(other, claim) < 0);
  return before === undefined ? "NO_UNIT" : decidedBy(before, claim);
}

type Bound = readonly [wish: BindingWish, without: OpenClaim];

/** Each bound that the member or the health team set, taken away alone. */
function bounds(claim: OpenClaim, today: number): Bound[] {
  const { gender, ...anyGender } = claim;
  const { clinicId, practitionerId, ...anywhere } = claim;
  return [
    ...(gender === undefined ? [] : [["GENDER", anyGender] as const]),
    ...(claim.languages === 0 ? [] : [["LANGUAGE", { ...claim, languages: 0 }] as const]),
    ...(claim.earliestOn <= today + 1 ? [] : [["DATE", { ...claim, earliestOn: today + 1 }] as const]),
    ...(clinicId === undefined && practitionerId === undefined ? [] : [["DESIGNATION", anywhere] as const]),
  ];
}

/** The first bound without which a unit would be there that nobody else needs. */
function bindingWish(live: LivePlan, claim: OpenClaim, today: number): WithoutWish | null {
  const before = live.unplacedCount;
  let found: WithoutWish | null = null;
  for (const [wish, without] of bounds(claim, today)) {
    live.removeClaim(claim.id);
    live.addClaim(without);
    if (live.unplacedCount < before && live.placeOf(claim.id) !== null) found = { wish, ...unitsFor(live, claim.id) };
    live.removeClaim(claim.id);
    live.addClaim(claim);
    if (found !== null) return found;
  }
  return null;
}

/** Units that this claim could have beside its own, all unused, and the first day of them. */
function unitsFor(live: LivePlan, id: string): { units: number; firstOn: string } {
  const { graph } = live;
  const at = graph.claims.get(id)!;
  let units = 1;
  let first = graph.dayOfCell(graph.cellOf[at]!);
  for (const lane of graph.groupAt[at]?.lanes ?? []) {
    for (let w = 0; w < graph.words; w++) {
      for (let bits = graph.free[lane * graph.words + w]! & graph.windowBits(at, w); bits !== 0; bits &= bits - 1) {
        const cell = (lane * graph.words + w) * 32 + 31 - Math.clz32(bits & -bits);
        units += graph.units[cell]! - graph.used[cell]!;
        first = Math.min(first, graph.dayOfCell(cell));
      }
    }
  }
  return { units, firstOn: dayWith(first) };
}
