/**
 * A count of two in a rural region and a rare treatment is two people whom somebody knows. Who sees figures and no persons is
 * told none between one and the least that the settings tell (SMALL_COUNTS); nought says of nobody anything.
 */
import type { Context } from "../../gateway/api/context.js";
import { lacksPurpose } from "../../gateway/api/purpose.js";

export type Shown = (count: number) => number | null;

/** The health team with a purpose reads the persons themselves, so their number hides nothing. */
export function leastCount({ viewer, services }: Pick<Context, "viewer" | "services">): number {
  return viewer.role === "HEALTH_TEAM" && !lacksPurpose(viewer) ? 1 : services.config.smallCounts;
}

export function isSmall(count: number, least: number): boolean {
  return count > 0 && count < least;
}

export function shownFrom(least: number): Shown {
  return (count) => (isSmall(count, least) ? null : count);
}

/** A part of a whole that is told: nor may what is left of it be small, which is the same persons seen from the other side. */
export function shownPart(part: number, whole: number, shown: Shown): number | null {
  return shown(whole) === null || shown(whole - part) === null ? null : shown(part);
}

/** A count beside another of the same persons: nor may they differ by few, or one would ask twice to see one. */
export function shownBeside(count: number, other: number, shown: Shown): number | null {
  return shown(Math.abs(count - other)) === null ? null : shown(count);
}
