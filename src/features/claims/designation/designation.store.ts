import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import { inNetwork } from "../../network/in-force.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

const GROUND = statement(
  "designation-ground",
  `select
  exists (select from clinic_service cs join provider o on o.id = cs.provider_id
      join clinic k on k.id = cs.clinic_id
    where cs.clinic_id = $1 and cs.service_code = $2 and cs.active
      and ${inNetwork("o", "k", "clock_today()")}) as offers,
  case when $3::uuid is not null then
    exists (select from practitioner_clinic w where w.clinic_id = $1 and w.practitioner_id = $3) end as works_there`,
);

export async function designationGround(
  tx: Tx,
  place: { readonly clinicId: string; readonly practitionerId: string | null; readonly service: string },
): Promise<RowOf<"designation-ground"> | undefined> {
  const [row] = await tx.query(GROUND.with(place.clinicId, place.service, place.practitionerId));
  return row;
}

const END = statement("end-designation", "update designation set ended_at = $2 where claim_id = $1 and ended_at is null returning id");

/** The designation in force ends, before another is written: of two in force the index would refuse one. */
export async function endDesignation(tx: Tx, claimId: string, at: string): Promise<void> {
  await tx.query(END.with(claimId, new Date(at)));
}

/** With the way from the member's home to the place, in a straight line; null where the home is not known. */
const OF_CLAIMS = statement(
  "designations-of-claims",
  `select d.id, d.claim_id, d.clinic_id, d.practitioner_id, d.reason, d.designated_at, d.ended_at, c.service_code,
  coalesce(m.lat, z.lat) as from_lat, coalesce(m.lon, z.lon) as from_lon, k.lat as to_lat, k.lon as to_lon
from designation d join claim c on c.id = d.claim_id join clinic k on k.id = d.clinic_id
join member m on m.id = d.member_id left join postal_code z on z.postnr = m.postnr
where d.claim_id = any ($1::uuid[]) order by d.designated_at desc, d.id desc`,
);
export type DesignationRow = RowOf<"designations-of-claims">;

/** Of several claims, those in force and those before, newest first. */
export function designationsOf(tx: Tx, claimIds: readonly string[]): Promise<readonly DesignationRow[]> {
  return tx.query(OF_CLAIMS.with([...claimIds]));
}
