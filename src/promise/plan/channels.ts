import { SERVICE_MATRIX } from "../../rules/data/products.js";
import type { Channel } from "../../matching/model.js";

/** Telephone and online treatment is available from this age (CHN-AGE-15). */
const REMOTE_AGE = 15;

const byRow: ReadonlyMap<string, readonly Channel[]> = new Map(
  SERVICE_MATRIX.map((row) => [`${row.product} ${row.under} ${row.service}`, row.channels]),
);

/** Ways in which the cover lets a member of this age be treated; none when the service is not in the product. */
export function channelsOffered(product: string, under: string, service: string, age: number): readonly Channel[] {
  const offered = byRow.get(`${product} ${under} ${service}`) ?? [];
  return age >= REMOTE_AGE ? offered : offered.filter((channel) => channel === "IN_PERSON");
}
