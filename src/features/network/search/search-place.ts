/** Where a search starts: exactly one of a postal code, a point on the map or the member's home. */
import { toPlane, type Place, type PlanePoint } from "../../../kernel/place.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";

export type SearchPlace = {
  readonly postalCode?: string | null | undefined;
  readonly location?: { readonly latitude: number; readonly longitude: number } | null | undefined;
  readonly home?: boolean | null | undefined;
};

export type PostalPlace = { readonly postnr: string; readonly kind: string; readonly lat: number | null; readonly lon: number | null };

/** Denmark with its islands; further out no clinic is near. */
const SOUTH = 54.4;
const NORTH = 57.9;
const WEST = 7.9;
const EAST = 15.3;

const UNCLEAR = refusal("NEAR_UNCLEAR", "The search needs one place to start from.", {
  path: ["near"],
  remedy: "Give exactly one: postalCode, location, or home with claimId.",
});
const UNKNOWN = refusal("POSTAL_CODE_UNKNOWN", "There is no such Danish postal code.", {
  path: ["near", "postalCode"],
  remedy: "Give the four digits of a street address; postalCodes(prefix) lists them.",
});
const SPECIAL = refusal("POSTAL_CODE_WITHOUT_PLACE", "This postal code belongs to a company or a post box; nobody lives there.", {
  path: ["near", "postalCode"],
  remedy: "Give the postal code of a street address, or a location.",
});
const OUTSIDE = refusal("PLACE_OUTSIDE_DENMARK", "This place is not in Denmark.", {
  path: ["near", "location"],
  remedy: "Give a latitude from 54.4 to 57.9 and a longitude from 7.9 to 15.3, in degrees (WGS 84).",
});
const HOME_UNKNOWN = refusal("HOME_UNKNOWN", "The member's home has no known place on the map.", {
  path: ["near", "home"],
  remedy: "Give a postal code, or a location.",
});
const CLAIM_NEEDED = refusal("CLAIM_NEEDED", "Searching from a member's home needs the claim it is for.", {
  path: ["claimId"],
  remedy: "Give claimId, or a postal code.",
});

/** `home` is the place of the claim's member; undefined without a claim, null where it is not known. */
export function startOf(
  near: SearchPlace,
  postal: (code: string) => PostalPlace | undefined,
  home: Place | null | undefined,
): PlanePoint | Refusal {
  const { postalCode, location } = near;
  if ([postalCode != null, location != null, near.home === true].filter(Boolean).length !== 1) return UNCLEAR;
  if (postalCode != null) return ofPostalCode(postal(postalCode.trim()));
  if (location != null) return ofPoint(location.latitude, location.longitude);
  if (home === undefined) return CLAIM_NEEDED;
  return home === null ? HOME_UNKNOWN : toPlane(home.lat, home.lon);
}

function ofPostalCode(found: PostalPlace | undefined): PlanePoint | Refusal {
  if (!found) return UNKNOWN;
  return found.kind === "special" || found.lat === null || found.lon === null ? SPECIAL : toPlane(found.lat, found.lon);
}

function ofPoint(lat: number, lon: number): PlanePoint | Refusal {
  const inside = lat >= SOUTH && lat <= NORTH && lon >= WEST && lon <= EAST;
  return inside ? toPlane(lat, lon) : OUTSIDE;
}

export function isRefusal(value: object): value is Refusal {
  return "code" in value;
}
