/** Why each claim without a unit has none: the set it belongs to, by which fact the rule lets it wait, and which of its own bounds costs it. */
import { dayWith } from "../../../kernel/day.js";
import { certificatesOf } from "../../../matching/certificate.js";
import type { CapacityGraph } from "../../../matching/graph.js";
import type { LivePlan } from "../../../matching/incremental.js";
import type { Certificate, OpenClaim } from "../../../matching/model.js";
import { decidedBy, inTurn } from "../../../matching/turn.js";
import type { BindingWish, WaitReason } from "../promise-words.js";
import type { PromiseInstance } from "../plan/promise.store.js";
import { certificateTexts, noneToTake, type CertificateNames, type CertificateWithTexts, type WithoutWish } from "./told-certificate.js";

/** By claim of the plan that waits. Whoever waits has had every wish set aside before (build-plan.ts), and is told so. */
export function certificatesByClaim(
  live: LivePlan,
  { today, wished }: Pick<PromiseInstance, "today" | "wished">,
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
      const aside = wished(claim.id);
      told.set(claim.id, {
        ...{ ...text, ...ids, waits: reasonFor(claim, placed) },
        ...(aside.length === 0 ? {} : { setAside: aside }),
        ...(without === null ? {} : { without }),
      });
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
function unitsFor({ graph }: LivePlan, id: string): { units: number; firstOn: string } {
  const at = graph.claims.get(id)!;
  let units = 1;
  let first = graph.dayOfCell(graph.cellOf[at]!);
  for (const cell of cellsWithin(graph, at, graph.free)) {
    units += graph.units[cell]! - graph.used[cell]!;
    first = Math.min(first, graph.dayOfCell(cell));
  }
  return { units, firstOn: dayWith(first) };
}

/** Of the days in `bits` those that this claim may use. */
function* cellsWithin(graph: CapacityGraph, claim: number, bits: Int32Array): Generator<number> {
  for (const lane of graph.groupAt[claim]?.lanes ?? []) {
    for (let w = 0; w < graph.words; w++) {
      for (let left = bits[lane * graph.words + w]! & graph.windowBits(claim, w); left !== 0; left &= left - 1)
        yield (lane * graph.words + w) * 32 + 31 - Math.clz32(left & -left);
    }
  }
}

/**
 * Why a search has just found nothing for this claim, as it asked (`earliestOn`) and with its wishes set aside: the plan has no place for
 * it, or has one that it cannot take. Null for a claim that the plan does not know. Leaves who waits as it was.
 */
export function proofOfEscalation(
  live: LivePlan,
  { relaxed, wished, today }: Pick<PromiseInstance, "relaxed" | "wished" | "today">,
  asked: { readonly claimId: string; readonly earliestOn: number | null },
  names: CertificateNames,
): CertificateWithTexts | null {
  const { claimId: id } = asked;
  const known = live.graph.claimAt[live.graph.claims.get(id) ?? -1];
  if (known === undefined) return null;
  const least = relaxed(id).at(-1) ?? known;
  const wanted = { ...least, earliestOn: Math.max(least.earliestOn, asked.earliestOn ?? least.earliestOn) };
  live.removeClaim(id);
  live.addClaim(wanted);
  const inReach = [...cellsWithin(live.graph, live.graph.claims.get(id)!, live.graph.open)];
  const units = inReach.reduce((sum, cell) => sum + live.graph.units[cell]!, 0);
  const told = certificatesByClaim(live, { today, wished }, names).get(id) ?? {
    ...noneToTake(wanted, id, units, names),
    setAside: wished(id),
  };
  live.removeClaim(id);
  live.addClaim(known);
  return told;
}
