import type { Database } from "../../platform/postgres/database.js";
import { readDirectory } from "../../platform/postgres/directory.js";
import type { OrganisationRow, PractitionerRow } from "./directory-rows.js";

/** A clinic's card, as JSON. */
export async function clinicCard(database: Database, id: string): Promise<string | null> {
  const text = "select clinic_card(k, p.kind) as card from clinic k join provider p on p.id = k.provider_id where k.id = $1";
  const [found] = await readDirectory<{ card: string }>(database, text, [id], "clinic-by-id");
  return found?.card ?? null;
}

export type ClinicFilter = {
  readonly organisationId: string | null;
  readonly regionCode: string | null;
  readonly postalCode: string | null;
  readonly kind: string | null;
  readonly serviceBit: number | null;
  readonly after: { readonly name: string; readonly id: string } | null;
  readonly limit: number;
};

export type ClinicListed = { readonly id: string; readonly name: string; readonly card: string };

const CLINICS = `
select k.id, k.name, clinic_card(k, p.kind) as card
from clinic k join provider p on p.id = k.provider_id
where ($1::text is null or k.region_code = $1) and ($2::text is null or k.postnr = $2) and ($3::text is null or p.kind = $3)
  and ($4::int is null or exists (select 1 from clinic_service cs where cs.clinic_id = k.id and cs.service_bit = $4 and cs.active))
  and ($5::text is null or (k.name, k.id) > ($5, $6::uuid)) and ($8::uuid is null or k.provider_id = $8)
order by k.name, k.id limit $7`;

/** Clinics in the order of their names. */
export function clinicsBy(database: Database, f: ClinicFilter): Promise<ClinicListed[]> {
  const values = [f.regionCode, f.postalCode, f.kind, f.serviceBit, f.after?.name ?? null, f.after?.id ?? null, f.limit, f.organisationId];
  return readDirectory<ClinicListed>(database, CLINICS, values, "clinics-by");
}

const PERSON = `p.id, concat_ws(' ', p.given_names, p.family_name) as name, p.profession, p.gender, p.languages, p.treats_children as "treatsChildren"`;

/** Who works at these clinics, by name. */
export function practitionersAt(database: Database, clinicIds: readonly string[]): Promise<PractitionerRow[]> {
  const text = `select pc.clinic_id as "clinicId", ${PERSON} from practitioner_clinic pc join practitioner p on p.id = pc.practitioner_id
    where pc.clinic_id = any ($1::uuid[]) order by p.family_name, p.given_names, p.id`;
  return readDirectory<PractitionerRow>(database, text, [clinicIds], "practitioners-at");
}

export async function practitionerById(database: Database, id: string): Promise<PractitionerRow | null> {
  const text = `select ''::text as "clinicId", ${PERSON} from practitioner p where p.id = $1`;
  const [found] = await readDirectory<PractitionerRow>(database, text, [id], "practitioner-by-id");
  return found ?? null;
}

export function organisationsBy(database: Database, ids: readonly string[]): Promise<OrganisationRow[]> {
  const text = `select id, legal_name as "legalName", cvr, kind, has_public_agreement as "hasPublicAgreement" from provider where id = any ($1::uuid[])`;
  return readDirectory<OrganisationRow>(database, text, [ids], "organisations-by");
}

export type OfferRow = { readonly clinicId: string; readonly serviceBit: number };

/** Which services these clinics offer. */
export function offersOf(database: Database, clinicIds: readonly string[]): Promise<OfferRow[]> {
  const text = `select clinic_id as "clinicId", service_bit as "serviceBit" from clinic_service where clinic_id = any ($1::uuid[]) and active order by service_bit`;
  return readDirectory<OfferRow>(database, text, [clinicIds], "offers-of");
}
