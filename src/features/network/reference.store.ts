/**
 * Services and postal codes change with a release of the data, not with a request: each gateway keeps them for ten minutes,
 * so that a search needs one statement and no more.
 */
import { present } from "../../kernel/invariant.js";
import type { Database } from "../../platform/postgres/database.js";
import { readDirectory } from "../../platform/postgres/directory.js";
import { statement, type RowOf } from "../../platform/postgres/statement.js";

const REFERENCE = statement(
  "reference",
  `select
     coalesce((select json_agg(json_build_object('code', code, 'bit', bit, 'nameEn', name_en, 'nameDa', name_da,
       'radiusKm', radius_km, 'firstMinutes', first_minutes, 'followUpMinutes', follow_up_minutes) order by bit)
       from service), '[]') as services,
     coalesce((select json_agg(json_build_object('postnr', postnr, 'town', town, 'kind', kind,
       'kommuneCode', kommune_code, 'regionCode', region_code, 'regionName', region_name, 'lat', lat, 'lon', lon)
         order by postnr)
       from postal_code), '[]') as codes`,
);
export type ServiceFacts = RowOf<"reference">["services"][number];
export type PostalFacts = RowOf<"reference">["codes"][number];

export type Reference = {
  readonly services: readonly ServiceFacts[];
  readonly serviceBy: ReadonlyMap<string, ServiceFacts>;
  readonly serviceByBit: ReadonlyMap<number, ServiceFacts>;
  readonly postalCodes: readonly PostalFacts[];
  readonly postalCodeBy: ReadonlyMap<string, PostalFacts>;
};

/** The code of a service by its place in the masks of openings. */
export const serviceIn =
  ({ serviceByBit }: Pick<Reference, "serviceByBit">) =>
  (bit: number): ServiceFacts["code"] =>
    present(serviceByBit.get(bit), "a listing is of a service").code;

const KEPT_MS = 600_000;
const kept = new WeakMap<Database, { readonly until: number; readonly reference: Promise<Reference> }>();

export function readReference(database: Database): Promise<Reference> {
  const known = kept.get(database);
  if (known && known.until > performance.now()) return known.reference;
  const reference = load(database);
  kept.set(database, { until: performance.now() + KEPT_MS, reference });
  // a failure is not worth keeping
  reference.catch(() => kept.delete(database));
  return reference;
}

async function load(database: Database): Promise<Reference> {
  const [row] = await readDirectory(database, REFERENCE.with());
  const { services, codes } = row ?? { services: [], codes: [] };
  return {
    services,
    serviceBy: new Map(services.map((service) => [service.code, service])),
    serviceByBit: new Map(services.map((service) => [service.bit, service])),
    postalCodes: codes,
    postalCodeBy: new Map(codes.map((code) => [code.postnr, code])),
  };
}
