import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

const JOURNEYS = statement(
  "booking-journeys",
  `select b.id, c.product, b.under, b.service_code as service, b.channel, b.treated_on, c.medical_decisions,
  coalesce(m.lat, z.lat) as from_lat, coalesce(m.lon, z.lon) as from_lon, k.lat as to_lat, k.lon as to_lon
from booking b join claim c on c.id = b.claim_id join member m on m.id = b.member_id join clinic k on k.id = b.clinic_id
left join postal_code z on z.postnr = m.postnr where b.id = any ($1::uuid[])`,
);

/** The ways to several appointments, of those whose home the viewer may know. */
export function journeysTo(tx: Tx, bookingIds: readonly string[]): Promise<readonly RowOf<"booking-journeys">[]> {
  return tx.query(JOURNEYS.with([...bookingIds]));
}
