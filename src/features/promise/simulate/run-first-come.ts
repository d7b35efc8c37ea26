/**
 * The same half year without a plan: whoever looks first takes what suits them best, and whoever was called off looks again.
 * The health team calls on the same day as it would with a plan.
 */
import { CapacityGraph } from "../../../matching/graph.js";
import { cheapestFreeCell } from "../../../matching/matching.js";
import { isWorkingDay } from "../../../kernel/calendar.js";
import { dayWith } from "../../../kernel/day.js";
import { TIGHT_MARGIN_WORKING_DAYS } from "../plan/standing.js";
import type { ClaimFate, ClaimFates } from "./outcome.js";
import type { World } from "./world.js";

export function runFirstCome(world: World): ClaimFates {
  const [first = 0] = world.days;
  const graph = new CapacityGraph(first, first + world.scenario.days + 40);
  const fates = new Map<string, ClaimFate>();
  const looking = new Map<string, number | null>();
  const booked = new Map<string, string[]>();

  const tryToBook = (fate: ClaimFate, day: number): void => {
    const at = graph.addClaim({ ...fate.claim, earliestOn: Math.max(fate.claim.earliestOn, day + 1) });
    const cell = cheapestFreeCell(graph, at);
    graph.removeClaim(at);
    if (cell < 0) return;
    const bucketId = graph.bucketOfCell(cell);
    graph.setUnits(cell, graph.units[cell]! - 1);
    fate.appointmentOn = graph.dayOfCell(cell);
    looking.delete(fate.claim.id);
    booked.set(bucketId, [...(booked.get(bucketId) ?? []), fate.claim.id]);
  };

  for (const day of world.days) {
    for (const bucket of world.published.get(day) ?? []) graph.setUnits(graph.addBucket(bucket), bucket.units);
    for (const id of world.withdrawn.get(day) ?? []) {
      const cell = graph.cellOfBucket(id);
      if (cell >= 0) graph.setUnits(cell, 0);
      for (const victim of booked.get(id) ?? []) {
        const fate = fates.get(victim);
        if (!fate) continue;
        fate.appointmentOn = null;
        fate.replanned += 1;
        looking.set(victim, day);
      }
      booked.delete(id);
    }
    for (const { claim, looksOn } of world.arrivals.get(day) ?? []) {
      fates.set(claim.id, { claim, reportedOn: day, appointmentOn: null, replanned: 0, certifiedOn: null });
      looking.set(claim.id, looksOn);
    }
    for (const [id, looksOn] of [...looking]) {
      const fate = fates.get(id);
      if (!fate) continue;
      if (fate.claim.deadlineOn <= day) looking.delete(id);
      else if ((looksOn !== null && looksOn <= day) || isCalled(fate.claim.deadlineOn, day)) tryToBook(fate, day);
    }
  }
  return fates;
}

function isCalled(deadlineOn: number, day: number): boolean {
  let left = 0;
  for (let d = day + 1; d <= deadlineOn; d++) if (isWorkingDay(dayWith(d))) left += 1;
  return left <= TIGHT_MARGIN_WORKING_DAYS;
}
