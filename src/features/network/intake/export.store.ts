/** The register as lines of a file, page by page. */
import type { NetworkPart } from "../../../../schema/states.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

/** The last fact of a kind. */
const last = (kind: string, subject: string, alias: string): string => `left join lateral (
    select c.number, c.valid_from, c.valid_until, c.source from credential c
    where c.subject_id = ${subject} and c.kind = '${kind}' order by c.valid_from desc limit 1) ${alias} on true`;

const page = (alias: string, which = "true"): string =>
  `where ($1::uuid is null or ${alias}.id > $1) and ${which} order by ${alias}.id limit $2`;

const EXPORT = {
  ORGANISATION: statement(
    "export-organisations",
    `select p.id, json_build_object('externalId', p.external_id, 'legalName', p.legal_name, 'cvr', p.cvr,
       'kind', p.kind,
       'agreementFrom', a.valid_from, 'agreementUntil', a.valid_until, 'agreementSource', a.source,
       'providerNumber', y.number, 'publicFrom', y.valid_from, 'publicUntil', y.valid_until,
       'publicSource', y.source) as line
     from provider p ${last("AGREEMENT", "p.id", "a")} ${last("PUBLIC_AGREEMENT", "p.id", "y")} ${page("p")}`,
  ),
  CLINIC: statement(
    "export-clinics",
    `select k.id, json_build_object('externalId', k.external_id, 'organisation', coalesce(o.external_id, o.cvr),
       'name', k.name, 'pNumber', k.p_number, 'sorId', k.sor_id, 'gln', k.gln, 'street', k.address,
       'postalCode', k.postnr, 'latitude', case when k.place_precision = 'GIVEN' then k.lat end,
       'longitude', case when k.place_precision = 'GIVEN' then k.lon end, 'phone', k.phone, 'email', k.email,
       'videoUrl', k.video_url, 'wayIn', k.way_in, 'accessibility', k.accessibility, 'languages', k.languages,
       'treatsChildren', k.treats_children, 'cancellationHours', k.cancellation_hours,
       'allowsOverlap', k.allows_overlap, 'closesOnBankDays', k.closes_on_bank_days,
       'practiceSystem', k.practice_system, 'services', coalesce((
         select json_agg(s.service_code || ':' || array_to_string(s.channels, '+') order by s.service_bit)
         from clinic_service s where s.clinic_id = k.id and s.active), '[]'::json)) as line
     from clinic k join provider o on o.id = k.provider_id ${page("k")}`,
  ),
  PRACTITIONER: statement(
    "export-practitioners",
    `select t.id, json_build_object('externalId', t.external_id, 'givenNames', t.given_names,
       'familyName', t.family_name, 'gender', t.gender, 'authorisationId', t.authorisation_id,
       'profession', t.profession, 'languages', t.languages, 'treatsChildren', t.treats_children,
       'videoUrl', t.video_url, 'clinics', coalesce((select json_agg(coalesce(k.external_id, k.p_number) order by k.id)
         from practitioner_clinic w join clinic k on k.id = w.clinic_id where w.practitioner_id = t.id), '[]'::json),
       'authorisedFrom', a.valid_from, 'authorisedUntil', a.valid_until, 'authorisationSource', a.source,
       'rabNumber', r.number, 'rabFrom', r.valid_from, 'rabUntil', r.valid_until, 'rabSource', r.source) as line
     from practitioner t ${last("AUTHORISATION", "t.id", "a")} ${last("RAB_APPROVAL", "t.id", "r")}
     ${page("t", "t.merged_into is null")}`,
  ),
};

export type ExportedPart = { readonly id: string; readonly line: Readonly<Record<string, unknown>> };

export function exported(tx: Tx, part: NetworkPart, after: string | null, limit: number): Promise<readonly ExportedPart[]> {
  if (part === "ORGANISATION") return tx.query(EXPORT.ORGANISATION.with(after, limit));
  return part === "CLINIC" ? tx.query(EXPORT.CLINIC.with(after, limit)) : tx.query(EXPORT.PRACTITIONER.with(after, limit));
}
