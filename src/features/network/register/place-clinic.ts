/** What becomes of a line about a clinic: whose it is, where it lies and what it offers. Pure. */
import type { PlacePrecision } from "../../../../schema/states.js";
import { toPlane } from "../../../kernel/place.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { RefusalCode } from "../../../kernel/refusal-codes.js";
import type { PartLine } from "./part-line.js";
import type { PartAsItWillBe, Register, Standing } from "./plan-lines.js";

/**
 * A clinic belongs to its company and lies somewhere: where it says, else in the middle of its postal code, which in the inner city of
 * Copenhagen is one street. Finer than that no data that may be shipped goes.
 */
export function placed(
  { organisation, offers, stated }: PartLine,
  standing: Standing | null,
  row: Record<string, unknown>,
  register: Register,
  refusals: Refusal[],
): PartAsItWillBe | null {
  const no = (field: string, code: RefusalCode, message: string, remedy: string): void =>
    void refusals.push(refusal(code, message, { path: [field], remedy }));
  const owner = organisation === undefined ? row["provider_id"] : register.referred.get(organisation);
  if (organisation === undefined && !standing)
    no("organisation", "FIELD_MISSING", "organisation is missing.", "Name the company that runs the clinic.");
  else if (owner === undefined)
    no(
      "organisation",
      "ORGANISATION_UNKNOWN",
      "There is no such company.",
      "Bring the company in first; name it by external id or CVR number.",
    );
  else if (standing && owner !== standing.row["provider_id"])
    no("organisation", "CLINIC_OF_ANOTHER", "The clinic belongs to another company.", "Moving it is an act of its own: moveClinics.");
  const place = register.postalCode(String(row["postnr"]));
  if (!place) no("postalCode", "POSTAL_CODE_UNKNOWN", "There is no such postal code.", "Check the postal code.");
  if (!place || owner === undefined) return null;
  const moved = standing !== null && (row["address"] !== standing.row["address"] || row["postnr"] !== standing.row["postnr"]);
  if (stated["lat"] != null) {
    const isAsBefore = stated["lat"] === standing?.row["lat"] && stated["lon"] === standing?.row["lon"];
    if (!isAsBefore || moved) row["place_precision"] = "GIVEN" satisfies PlacePrecision;
  } else if (moved || row["lat"] == null) {
    if (place.kind === "special") {
      no(
        "postalCode",
        "POSTAL_CODE_WITHOUT_PLACE",
        "This postal code belongs to a company or a post box; no clinic is there.",
        "Give the postal code of its street, or latitude and longitude.",
      );
      return null;
    }
    [row["lat"], row["lon"]] = [place.lat, place.lon];
    row["place_precision"] = (place.kind === "street" ? "STREET" : "POSTAL_CODE") satisfies PlacePrecision;
  }
  if (row["lat"] == null) {
    no("latitude", "COORDINATES_MISSING", "It is not known where this postal code lies.", "Give latitude and longitude.");
    return null;
  }
  const { x, y } = toPlane(Number(row["lat"]), Number(row["lon"]));
  const known = new Map(standing?.offers.map((offer) => [offer.service_code, offer]));
  const offered = standing?.offers.filter((each) => each.active).map((o) => ({ service: o.service_code, channels: o.channels }));
  const wanted: readonly { readonly service: string; readonly channels: readonly string[] }[] = offers ?? offered ?? [];
  const all = wanted.map(({ service, channels }) => ({
    id: known.get(service)?.id ?? null,
    service_code: service,
    channels,
    active: true,
  }));
  const gone = [...known.values()]
    .filter(({ service_code: code }) => !wanted.some(({ service }) => service === code))
    .map((offer) => ({ ...offer, active: false }));
  for (const { service_code: code } of all)
    if (register.bitOf(code) === undefined)
      no("services", "SERVICE_UNKNOWN", "This service cannot be booked.", "Use the codes of the list of services.");
  const { kommuneCode: kommune_code, regionCode: region_code, town } = place;
  return {
    row: { ...row, provider_id: owner, town, kommune_code, region_code, pos: `(${x},${y})` },
    offers: [...all, ...gone],
    joins: [],
    leaves: [],
  };
}
