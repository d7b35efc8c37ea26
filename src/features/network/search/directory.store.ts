import type { ProviderKindCode } from "../kinds/index.js";
import type { Database } from "../../../platform/postgres/database.js";
import { readDirectory } from "../../../platform/postgres/directory.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";

export type ClinicFilter = {
  readonly organisationId: string | null;
  /** A part of the name or the town. */
  readonly name: string | null;
  readonly regionCode: string | null;
  readonly postalCode: string | null;
  readonly kind: ProviderKindCode | null;
  readonly serviceBit: number | null;
  readonly after: { readonly name: string; readonly id: string } | null;
  readonly limit: number;
};

const CLINICS = statement(
  "clinics-by",
  `
select k.id, k.name, clinic_card(k, p.kind) as card
from clinic k join provider p on p.id = k.provider_id
where ($1::text is null or k.region_code = $1) and ($2::text is null or k.postnr = $2)
  and ($3::text is null or p.kind = $3)
  and ($4::int is null or exists (
    select 1 from clinic_service cs where cs.clinic_id = k.id and cs.service_bit = $4 and cs.active))
  and ($5::text is null or (k.name, k.id) > ($5, $6::uuid)) and ($8::uuid is null or k.provider_id = $8)
  and ($9::text is null or position(lower($9) in lower(k.name || ' ' || k.town)) > 0)
order by k.name, k.id limit $7`,
);

/** Clinics in the order of their names. */
export function clinicsBy(database: Database, f: ClinicFilter): Promise<RowOf<"clinics-by">[]> {
  const where = [f.regionCode, f.postalCode, f.kind, f.serviceBit] as const;
  const page = [f.after?.name ?? null, f.after?.id ?? null, f.limit] as const;
  return readDirectory(database, CLINICS.with(...where, ...page, f.organisationId, f.name));
}

const PERSON = `p.id, concat_ws(' ', p.given_names, p.family_name) as name, p.profession, p.gender, p.languages,
  p.treats_children as "treatsChildren", p.merged_into as "mergedInto", p.version`;

const PRACTITIONERS = statement(
  "practitioners-at",
  `select pc.clinic_id as "clinicId", ${PERSON}
   from practitioner_clinic pc join practitioner p on p.id = pc.practitioner_id
   where pc.clinic_id = any ($1::uuid[]) order by p.family_name, p.given_names, p.id`,
);

/** Who works at these clinics, by name. */
export function practitionersAt(database: Database, clinicIds: readonly string[]): Promise<RowOf<"practitioners-at">[]> {
  return readDirectory(database, PRACTITIONERS.with(clinicIds));
}

export type PractitionerRow = RowOf<"practitioners-by-id">;

const ORGANISATIONS = statement(
  "organisations-by",
  `select id, legal_name as "legalName", cvr, kind, version, address, successor_id as "successorId",
     publicly_agreed @> clock_today() as "hasPublicAgreement"
   from provider where id = any ($1::uuid[])`,
);
export type OrganisationRow = RowOf<"organisations-by">;

export function organisationsBy(database: Database, ids: readonly string[]): Promise<OrganisationRow[]> {
  return readDirectory(database, ORGANISATIONS.with(ids));
}

const OFFERS = statement(
  "offers-of",
  `select clinic_id as "clinicId", service_bit as "serviceBit" from clinic_service
   where clinic_id = any ($1::uuid[]) and active order by service_bit`,
);

/** Which services these clinics offer. */
export function offersOf(database: Database, clinicIds: readonly string[]): Promise<RowOf<"offers-of">[]> {
  return readDirectory(database, OFFERS.with(clinicIds));
}
