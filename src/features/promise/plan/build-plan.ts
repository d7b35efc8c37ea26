/**
 * The live plan made without holding up the process: a gateway that answers searches meanwhile is never away for longer
 * than one slice.
 */
import type { OpenClaim, UnitBucket } from "../../../matching/model.js";
import { LivePlan, makePlan } from "../../../matching/incremental.js";
import { remaking } from "../../../matching/remaking.js";
import type { PromiseInstance } from "./promise.store.js";
import { ENOUGH_ALTERNATIVES } from "./standing.js";

const SLICE_MS = 8;

/** Answers a function that lets others run once a slice of work is over. */
export function yieldBetweenSlices(sliceMs = SLICE_MS): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < sliceMs) return undefined;
    return new Promise((resolve) =>
      setImmediate(() => {
        since = performance.now();
        resolve();
      }),
    );
  };
}

export async function buildPlan(claims: readonly OpenClaim[], buckets: readonly UnitBucket[]): Promise<LivePlan> {
  return new LivePlan(claims, buckets, await inSlices(makePlan(claims, buckets)));
}

/** On the tables of an earlier plan, which is of no use afterwards. */
export function remakePlan(live: LivePlan, claims: readonly OpenClaim[], buckets: readonly UnitBucket[]): Promise<LivePlan> {
  return inSlices(remaking(live, claims, buckets));
}

async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  const pause = yieldBetweenSlices();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}

/** A wish is set aside before a claim stands without a unit, one after the other, and no sooner (rules/wishes.ts). */
export function setWishesAside(live: LivePlan, { relaxed }: Pick<PromiseInstance, "relaxed">): void {
  const looked = new Set<string>();
  // who comes earlier in turn and asks for less may take the place of somebody later, who is looked at next
  for (let waiting = live.waitingInTurn(); waiting.length > 0; waiting = live.waitingInTurn().filter(({ id }) => !looked.has(id))) {
    for (const { id } of waiting) {
      looked.add(id);
      for (const claim of relaxed(id)) {
        live.removeClaim(id);
        if (live.addClaim(claim)) break;
      }
    }
  }
}

/** Unused units this claim could go to instead, counted up to `most`. */
export function alternativesOf(live: LivePlan, claimId: string, most = ENOUGH_ALTERNATIVES): number {
  const { graph } = live;
  const at = graph.claims.get(claimId);
  if (at === undefined) return 0;
  let found = 0;
  for (const lane of graph.groupAt[at]?.lanes ?? []) {
    for (let w = 0; w < graph.words && found < most; w++) {
      let bits = graph.free[lane * graph.words + w]! & graph.windowBits(at, w);
      for (; bits !== 0 && found < most; bits &= bits - 1) {
        const cell = (lane * graph.words + w) * 32 + 31 - Math.clz32(bits & -bits);
        found += graph.units[cell]! - graph.used[cell]!;
      }
    }
  }
  return Math.min(found, most);
}
