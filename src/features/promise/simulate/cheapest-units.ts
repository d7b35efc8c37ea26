import type { CapacityGraph } from "../../../matching/graph.js";
import { costOf, lowestBit } from "../../../matching/search.js";

export type Option = { readonly bucketId: string; readonly dayOn: number; readonly cost: number };

/** The units a member would like best, whatever the plan has in mind for them: on target, near, soon. */
export function cheapestUnits(graph: CapacityGraph, claimId: string): Option[] {
  const at = graph.claims.get(claimId);
  const group = at === undefined ? undefined : graph.groupAt[at];
  if (at === undefined || group === undefined) return [];
  const options: { cell: number; cost: number }[] = [];
  group.lanes.forEach((lane, i) => {
    for (let w = 0; w < graph.words; w++) {
      const word = lane * graph.words + w;
      for (let bits = graph.open[word]! & graph.windowBits(at, w); bits !== 0; bits &= bits - 1) {
        const cell = word * 32 + lowestBit(bits);
        options.push({ cell, cost: costOf(graph, at, group.km[i]!, graph.dayOfCell(cell)) });
      }
    }
  });
  return options
    .sort((a, b) => a.cost - b.cost || a.cell - b.cell)
    .map(({ cell, cost }) => ({ bucketId: graph.bucketOfCell(cell), dayOn: graph.dayOfCell(cell), cost }));
}
