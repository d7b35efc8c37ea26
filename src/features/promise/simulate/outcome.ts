/** What became of every promise of a simulated half year, and how that is counted. */
import type { OpenClaim } from "../../../matching/model.js";
import type { World } from "./world.js";

export type ClaimFate = {
  readonly claim: OpenClaim;
  readonly reportedOn: number;
  /** Day of the first appointment; null while there is none. */
  appointmentOn: number | null;
  /** Times a clinic's withdrawal moved it. */
  replanned: number;
  /** First day on which it was proved that no plan can place it. */
  certifiedOn: number | null;
  /** Times the member declined a time, let a hold lapse or called the appointment off. */
  letGo: number;
  /** The member did not come. */
  noShow: boolean;
};
export type ClaimFates = ReadonlyMap<string, ClaimFate>;

export type SimulationOutcome = {
  readonly claims: number;
  readonly onTarget: number;
  readonly withinLimit: number;
  /** Kept in spite of a withdrawal; part of the two above. */
  readonly replanned: number;
  /** Broken, with a certificate before the deadline. */
  readonly certified: number;
  /** Not kept after the member let go of a time, without a certificate. */
  readonly ownChoice: number;
  /** Broken, and nobody had been told. */
  readonly silent: number;
  /** Kept by the clinic, and the member did not come; part of those kept. */
  readonly noShows: number;
};

/** Claims whose last day lies inside the simulated time: of the others nobody knows yet. */
export function decidedWithin(world: World): (fate: ClaimFate) => boolean {
  const last = world.days.at(-1) ?? 0;
  return ({ claim }) => claim.deadlineOn <= last;
}

export const isKept = ({ claim, appointmentOn }: ClaimFate): boolean => appointmentOn !== null && appointmentOn <= claim.deadlineOn;

export function outcomeOf(world: World, fates: ClaimFates): SimulationOutcome {
  const all = [...fates.values()].filter(decidedWithin(world));
  const count = (is: (fate: ClaimFate) => boolean): number => all.filter(is).length;
  const onTarget = count((f) => isKept(f) && (f.appointmentOn ?? 0) <= f.claim.targetOn);
  const kept = count(isKept);
  const isCertified = (f: ClaimFate): boolean => f.certifiedOn !== null && f.certifiedOn <= f.claim.deadlineOn;
  const certified = count((f) => !isKept(f) && isCertified(f));
  const ownChoice = count((f) => !isKept(f) && !isCertified(f) && f.letGo > 0);
  return {
    claims: all.length,
    onTarget,
    withinLimit: kept - onTarget,
    replanned: count((f) => isKept(f) && f.replanned > 0),
    certified,
    ownChoice,
    silent: all.length - kept - certified - ownChoice,
    noShows: count((f) => isKept(f) && f.noShow),
  };
}

/** Broken promises by the week of their last day: what the picture shows. */
export function brokenByWeek(world: World, fates: ClaimFates): number[] {
  const first = world.days[0] ?? 0;
  const weeks = Array.from({ length: Math.ceil(world.scenario.days / 7) }, () => 0);
  for (const fate of fates.values()) {
    if (!decidedWithin(world)(fate) || isKept(fate)) continue;
    const week = Math.floor((fate.claim.deadlineOn - first) / 7);
    weeks[week] = (weeks[week] ?? 0) + 1;
  }
  return weeks;
}
