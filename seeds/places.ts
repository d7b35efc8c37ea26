/** Where a clinic may stand: in a postal code with people in it, near its middle. */
import { distanceKm, toPlane, type Place, type PlanePoint } from "../src/kernel/place.js";
import { readCsv } from "./csv.js";
import { postalCodes, type PostalCodeRow } from "./reference.js";
import { weighted, type Random } from "./random.js";

export type Town = PostalCodeRow & Place & { readonly plane: PlanePoint };

const JITTER_KM = 1.5;
/** The 488 single streets of inner Copenhagen together count as about 70 towns. */
const STREET_WEIGHT = 0.15;

export type DanishMap = {
  readonly towns: readonly Town[];
  readonly byPostnr: (postnr: string) => Town;
  readonly anywhere: (random: Random) => Town;
  readonly inRegion: (region: string, random: Random) => Town;
  readonly regions: readonly string[];
  readonly near: (town: Town, random: Random) => Place;
  readonly address: (random: Random) => string;
};

export function readMap(): DanishMap {
  const towns = postalCodes().flatMap((row): Town[] => {
    const { lat, lon } = row;
    // PO boxes and companies ("special") are no place for a clinic
    if (lat === null || lon === null || (row.kind !== "area" && row.kind !== "street")) return [];
    return [{ ...row, lat, lon, plane: toPlane(lat, lon) }];
  });
  const known = new Map(towns.map((town) => [town.postnr, town]));
  const weight = (town: Town): number => (town.kind === "street" ? STREET_WEIGHT : 1);
  const regions = [...new Set(towns.flatMap((town) => town.regionCode ?? []))].sort();
  const perRegion = new Map(
    regions.map((code) => [
      code,
      weighted(
        towns.filter((t) => t.regionCode === code),
        weight,
      ),
    ]),
  );
  const streets = readCsv<"street">("street_names").map((row) => row.street);
  return {
    towns,
    regions,
    byPostnr: (postnr) => {
      const town = known.get(postnr);
      if (!town) throw new Error(`no clinic can stand in postal code ${postnr}`);
      return town;
    },
    anywhere: weighted(towns, weight),
    inRegion: (region, random) => {
      const draw = perRegion.get(region);
      if (!draw) throw new Error(`no region ${region}`);
      return draw(random);
    },
    near: (town, random) => near(towns, town, random),
    address: (random) => `${random.pick(streets)} ${random.int(1, 150)}`,
  };
}

/** Up to 1.5 km from the middle, but never nearer to the middle of another postal code. */
function near(towns: readonly Town[], town: Town, random: Random): Place {
  const angle = random.next() * 2 * Math.PI;
  for (let reach = JITTER_KM * Math.sqrt(random.next()); reach > 0.02; reach /= 2) {
    const place = {
      lat: round(town.lat + (reach * Math.sin(angle)) / 111.2),
      lon: round(town.lon + (reach * Math.cos(angle)) / (111.2 * Math.cos((town.lat * Math.PI) / 180))),
    };
    if (isNearest(towns, town, place)) return place;
  }
  return { lat: town.lat, lon: town.lon };
}

function isNearest(towns: readonly Town[], town: Town, place: Place): boolean {
  const here = toPlane(place.lat, place.lon);
  const own = (here.x - town.plane.x) ** 2 + (here.y - town.plane.y) ** 2;
  return distanceKm(town, place) <= JITTER_KM && towns.every((t) => (here.x - t.plane.x) ** 2 + (here.y - t.plane.y) ** 2 >= own - 1e-9);
}

/** About ten centimetres. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
