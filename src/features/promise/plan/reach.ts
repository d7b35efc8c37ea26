import type { PromiseRow } from "./open-claim.js";

/** A part of the country in degrees. Units reached from afar belong to every part. */
export type GeoBox = { readonly south: number; readonly north: number; readonly west: number; readonly east: number };

/** A degree of latitude is at least this many kilometres; one of longitude shrinks with the latitude. */
const KM_PER_DEGREE = 110.5;

/** The smallest box that holds every place these members may travel to; null when nobody's place is known. */
export function boxAround(rows: readonly Pick<PromiseRow, "lat" | "lon" | "radius_km">[]): GeoBox | null {
  let box: GeoBox | null = null;
  for (const { lat, lon, radius_km } of rows) {
    if (lat === null || lon === null) continue;
    const north = radius_km / KM_PER_DEGREE;
    const east = north / Math.cos((Math.min(89, Math.abs(lat) + north) * Math.PI) / 180);
    const own: GeoBox = { south: lat - north, north: lat + north, west: lon - east, east: lon + east };
    box = box === null ? own : joined(box, own);
  }
  return box;
}

function joined(a: GeoBox, b: GeoBox): GeoBox {
  return {
    south: Math.min(a.south, b.south),
    north: Math.max(a.north, b.north),
    west: Math.min(a.west, b.west),
    east: Math.max(a.east, b.east),
  };
}
