/** Public tariffs as they stand, and the days on which one is missing. */
import type { NewRow } from "../../../../schema/columns-of.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { PRICE_CAPS } from "../../../rules/data/caps.js";
import { tariffService } from "../tariff-service.js";
import type { NewTariff, StandingTariff } from "./tariff-line.js";

const STANDING = statement(
  "standing-tariffs",
  `select clock_today() as today, coalesce((select json_agg(json_build_object('id', t.id, 'service', t.service_code,
     'session', t.session, 'fullFeeMinor', t.full_fee_minor, 'publicShareMinor', t.public_share_minor,
     'patientShareMinor', t.patient_share_minor, 'validFrom', t.valid_from, 'validUntil', t.valid_until)
     order by t.valid_from) from public_tariff t), '[]') as tariffs`,
);

export async function standingTariffs(tx: Tx): Promise<{ readonly today: string; readonly tariffs: readonly StandingTariff[] }> {
  const [row] = await tx.query(STANDING.with());
  return row ?? { today: "", tariffs: [] };
}

const CLOSE = statement("tariff-close", "update public_tariff set valid_until = $2::date where id = $1 and valid_until is null");

export async function closeTariff(tx: Tx, id: string, until: string): Promise<void> {
  await tx.query(CLOSE.with(id, until));
}

export function tariffRow(
  { service, session, fullFeeMinor, publicShareMinor, patientShareMinor, validFrom, validUntil }: NewTariff,
  id: string,
  evidence: string,
): NewRow<"public_tariff"> {
  return {
    id,
    service_code: service,
    session,
    full_fee_minor: BigInt(fullFeeMinor),
    public_share_minor: BigInt(publicShareMinor),
    patient_share_minor: BigInt(patientShareMinor),
    valid_from: validFrom,
    valid_until: validUntil,
    evidence,
  };
}

/** Services whose price or cap is read from a public tariff: a cap that says so, or a share that the region pays. */
const PRICED_BY_TARIFF = [
  ...new Set(PRICE_CAPS.flatMap(({ cap, services }) => (cap.kind === "TARIFF" || cap.kind === "ACTUAL_SHARE" ? services : []))),
];

const MISSING = statement(
  "missing-tariffs",
  `
with needed as (
  select distinct ${tariffService("v.code")} as service from service v where v.code = any ($1::text[])),
asked as (select n.service, s.session, daterange(clock_today(), clock_today() + $2::int) as days
  from needed n cross join unnest('{FIRST,FOLLOW_UP}'::text[]) s (session)),
gaps as (
  select a.service, a.session, unnest(datemultirange(a.days) - coalesce((
    select range_agg(daterange(t.valid_from, t.valid_until)) from public_tariff t
    where t.service_code = a.service and t.session = a.session), '{}')) as days
  from asked a)
select g.service, g.session, lower(g.days) as from, upper(g.days) as until,
  (select count(distinct o.clinic_id)::int from clinic_service o
    where o.active and ${tariffService("o.service_code")} = g.service) as clinics
from gaps g order by lower(g.days), g.service, g.session`,
  // a gap inside of days that are bounded is bounded
  { neverNull: ["session", "from", "until"] },
);
export type MissingTariff = RowOf<"missing-tariffs">;

/** Days among the coming ones on which a bill or a booking would find no tariff. */
export function missingTariffs(tx: Tx, days: number): Promise<MissingTariff[]> {
  return tx.query(MISSING.with(PRICED_BY_TARIFF, days));
}
