/**
 * Places on the globe, and on a flat sheet laid over Denmark. On the sheet "nearest first" is plain geometry that an
 * ordinary GiST index answers; on the globe it would need an extension.
 */
export type Place = { readonly lat: number; readonly lon: number };
export type PlanePoint = { readonly x: number; readonly y: number };

/** Mean radius of the earth in kilometres (IUGG). */
export const EARTH_KM = 6371.0088;
/** Between Jutland and Zealand; Bornholm, 300 km to the east, is the far end. */
const CENTRAL_MERIDIAN = 10.5;
/** A little less than true at the middle pays for a little more at the edges: below 0.1 % everywhere. */
const SCALE = 0.9996;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Transverse Mercator on a sphere, in kilometres: x east of the central meridian, y north of the equator. */
export function toPlane(lat: number, lon: number): PlanePoint {
  const phi = radians(lat);
  const lambda = radians(lon - CENTRAL_MERIDIAN);
  const b = Math.cos(phi) * Math.sin(lambda);
  return { x: SCALE * EARTH_KM * Math.atanh(b), y: SCALE * EARTH_KM * Math.atan2(Math.tan(phi), Math.cos(lambda)) };
}

/** Great-circle distance in kilometres (haversine). */
export function distanceKm(a: Place, b: Place): number {
  const dLat = radians(b.lat - a.lat);
  const dLon = radians(b.lon - a.lon);
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** A place where both numbers are known. */
export function placeOf(lat: number | null, lon: number | null): Place | null {
  return lat === null || lon === null ? null : { lat, lon };
}
