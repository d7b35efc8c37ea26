/**
 * Why some claims cannot be placed, by Hall's theorem. From every claim without a unit, follow alternating paths: the
 * claims reached can use no unit but those reached, all of them used. Over all such sets this one is the smallest with the
 * full deficiency (Dulmage and Mendelsohn), and its connected parts are the smallest that add up to it: leave out any claim
 * and a part proves less. So there is nothing left to shrink, only to tell.
 */
import type { CapacityGraph } from "./graph.js";
import type { Certificate, OpenClaim } from "./model.js";
import { lowestBit } from "./search.js";

type Reach = { readonly claims: readonly number[]; readonly cells: readonly number[] };

/** All certificates of a maximal plan: their deficiencies add up to the number of unplaced claims. */
export function certificatesOf(graph: CapacityGraph): Certificate[] {
  const unplaced = [...graph.claims.values()].filter((claim) => graph.cellOf[claim]! < 0);
  return parts(graph, reach(graph, unplaced))
    .map((part) => toCertificate(graph, part))
    .sort((a, b) => b.deficiency - a.deficiency || (a.claims[0]! < b.claims[0]! ? -1 : 1));
}

/** The smallest certificate for one claim: its own reach, one unit short. Null when the claim has a place. */
export function certificateFor(graph: CapacityGraph, claimId: string): Certificate | null {
  const claim = graph.claims.get(claimId);
  return claim === undefined || graph.cellOf[claim]! >= 0 ? null : toCertificate(graph, reach(graph, [claim]));
}

export type CertificateText = {
  readonly serviceName: (service: string) => string;
  /** Name of the place nearest to the middle of these claims. */
  readonly placeName: (claims: readonly OpenClaim[]) => string;
};

/** "14 psychologist claims from 6 postal codes around Esbjerg until Thursday 2026-11-26, 9 units: 5 short" */
export function describeCertificate(certificate: Certificate, claimOf: (id: string) => OpenClaim, names: CertificateText): string {
  const claims = certificate.claims.map(claimOf);
  const codes = new Set(claims.map((claim) => claim.postalCode));
  const from =
    codes.size === 1
      ? `postal code ${claims[0]!.postalCode} ${names.placeName(claims)}`
      : `${codes.size} postal codes around ${names.placeName(claims)}`;
  const until = claims.reduce((last, claim) => Math.max(last, claim.deadlineOn), -Infinity);
  const services = [...new Set(claims.map((claim) => names.serviceName(claim.service)))].sort();
  return `${count(claims.length, `${services.join(" and ")} claim`)} from ${from} until ${dayText(until)}, ${count(certificate.units, "unit")}: ${certificate.deficiency} short`;
}

const WEEKDAYS = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];

/** 1970-01-01, day 0, was a Thursday. */
function dayText(day: number): string {
  return `${WEEKDAYS[((day % 7) + 7) % 7]!} ${new Date(day * 86_400_000).toISOString().slice(0, 10)}`;
}

function count(n: number, what: string): string {
  return `${n === 0 ? "no" : n} ${what}${n === 1 ? "" : "s"}`;
}

/** Breadth first over used units; a maximal plan has no unused one in reach. */
function reach(graph: CapacityGraph, from: readonly number[]): Reach {
  const seen = new Int32Array(graph.open.length);
  const claims = [...from];
  const cells: number[] = [];
  for (let head = 0; head < claims.length; head++) {
    eachCell(graph, claims[head]!, seen, (cell) => {
      seen[cell >> 5]! |= 1 << (cell & 31);
      cells.push(cell);
      for (let c = graph.firstClaim[cell]!; c >= 0; c = graph.nextInCell[c]!) claims.push(c);
    });
  }
  return { claims, cells };
}

function eachCell(graph: CapacityGraph, claim: number, skip: Int32Array | null, visit: (cell: number) => void): void {
  const { lanes } = graph.groupAt[claim]!;
  for (let w = 0; w < graph.words; w++) {
    const window = graph.windowBits(claim, w);
    if (window === 0) continue;
    for (const lane of lanes) {
      const word = lane * graph.words + w;
      for (let bits = graph.open[word]! & window & ~(skip?.[word] ?? 0); bits !== 0; bits &= bits - 1) visit(word * 32 + lowestBit(bits));
    }
  }
}

/** Connected parts. Claims that can reach no unit at all are told together when they share service and postal code. */
function parts(graph: CapacityGraph, whole: Reach): Reach[] {
  const cellNumber = new Map(whole.cells.map((cell, i) => [cell, whole.claims.length + i]));
  const parent = Int32Array.from({ length: whole.claims.length + whole.cells.length }, (_, i) => i);
  const root = (i: number): number => {
    while (parent[i]! !== i) i = parent[i] = parent[parent[i]!]!;
    return i;
  };
  const cutOff = new Map<string, number>();
  whole.claims.forEach((claim, i) => {
    let reached = false;
    eachCell(graph, claim, null, (cell) => {
      reached = true;
      parent[root(cellNumber.get(cell)!)] = root(i);
    });
    if (reached) return;
    const { service, postalCode } = graph.claimAt[claim]!;
    const key = `${service}|${postalCode}`;
    const other = cutOff.get(key);
    if (other === undefined) cutOff.set(key, i);
    else parent[root(i)] = root(other);
  });
  const found = new Map<number, { claims: number[]; cells: number[] }>();
  const partOf = (i: number): { claims: number[]; cells: number[] } => {
    let part = found.get(root(i));
    if (!part) found.set(root(i), (part = { claims: [], cells: [] }));
    return part;
  };
  whole.claims.forEach((claim, i) => partOf(i).claims.push(claim));
  whole.cells.forEach((cell, i) => partOf(whole.claims.length + i).cells.push(cell));
  return [...found.values()];
}

function toCertificate(graph: CapacityGraph, { claims, cells }: Reach): Certificate {
  const units = cells.reduce((sum, cell) => sum + graph.units[cell]!, 0);
  return {
    service: graph.claimAt[claims[0]!]!.service,
    claims: claims.map((claim) => graph.claimAt[claim]!.id).sort(),
    buckets: cells.map((cell) => graph.bucketOfCell(cell)).sort(),
    units,
    deficiency: claims.length - units,
  };
}
