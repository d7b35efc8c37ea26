/** Which lanes are near: geometry for tens of thousands of members against thousands of clinics. */
import { EARTH_KM, type Place } from "../kernel/place.js";

export const TILE_DEGREES = 0.25;

/** Quarters of a kilometre: nobody minds the metres, and lanes are put in order by counting instead of comparing. */
export const STEPS_PER_KM = 4;

export type Vector = readonly [x: number, y: number, z: number];

export function unitVector({ lat, lon }: Place): Vector {
  const phi = (lat * Math.PI) / 180;
  const lambda = (lon * Math.PI) / 180;
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

/** The longest straight line through the globe whose ends are no farther apart than this on its surface, squared. */
export function chordSquared(km: number): number {
  return (2 * Math.sin(Math.min(Math.PI / 2, km / (2 * EARTH_KM)))) ** 2;
}

/** Great-circle kilometres in whole steps, or -1 when farther than the radius. Straight lines through the globe spare the arcs. */
export function kmWithin(a: Vector, b: Vector, radiusKm: number): number {
  const squared = (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
  return squared <= chordSquared(radiusKm) ? Math.floor(arcKm(squared) * STEPS_PER_KM) / STEPS_PER_KM : -1;
}

export function arcKm(chordSquaredOf: number): number {
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chordSquaredOf) / 2));
}

/** Nearest first, by counting: how many lanes lie at each step of distance, then each into its place. */
export function inOrder(found: readonly number[], steps: readonly number[]): { lanes: Int32Array; km: Float32Array } {
  const most = steps.reduce((max, step) => (step > max ? step : max), 0);
  const start = new Int32Array(most + 2);
  for (const step of steps) start[step + 1]!++;
  for (let step = 0; step <= most; step++) start[step + 1]! += start[step]!;
  const lanes = new Int32Array(found.length);
  const km = new Float32Array(found.length);
  for (let i = 0; i < found.length; i++) {
    const at = start[steps[i]!]!++;
    lanes[at] = found[i]!;
    km[at] = steps[i]! / STEPS_PER_KM;
  }
  return { lanes, km };
}

/** The tiles of the map that a circle around a place touches. */
export function* tilesAround(tiles: ReadonlyMap<number, readonly number[]>, place: Place, radiusKm: number): Generator<readonly number[]> {
  // a degree of latitude is at least 110.5 km, and a degree of longitude shrinks with the latitude farthest from the equator
  const latSpan = radiusKm / 110.5;
  const shrink = Math.cos((Math.min(89, Math.abs(place.lat) + latSpan) * Math.PI) / 180);
  const lonSpan = radiusKm / (110.5 * shrink);
  if (latSpan > 20 || lonSpan > 20) {
    yield* tiles.values();
    return;
  }
  for (let y = Math.floor((place.lat - latSpan) / TILE_DEGREES); y <= Math.floor((place.lat + latSpan) / TILE_DEGREES); y++)
    for (let x = Math.floor((place.lon - lonSpan) / TILE_DEGREES); x <= Math.floor((place.lon + lonSpan) / TILE_DEGREES); x++) {
      const tile = tiles.get(tileOf(y, x));
      if (tile) yield tile;
    }
}

/** A number for each tile; also for a place, by way of its corner. */
export function tileOf(y: number, x: number): number {
  return (y + 512) * 2048 + x + 1024;
}
