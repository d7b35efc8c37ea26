/** Clinics, practitioners, companies and what hangs on them, as everybody may know it: many at a time, in one statement. */
import type { Database } from "../../../platform/postgres/database.js";
import { readDirectory } from "../../../platform/postgres/directory.js";
import { ofEach, PARENT } from "../../../platform/postgres/of-each.js";
import { statement } from "../../../platform/postgres/statement.js";

const CARD = "k.id, k.name, clinic_card(k, o.kind) as card";
const CLINICS_BY_ID = statement(
  "clinic-cards",
  `select ${CARD} from clinic k join provider o on o.id = k.provider_id where k.id = any ($1::uuid[])`,
);

export function clinicCards(database: Database, ids: readonly string[]) {
  return readDirectory(database, CLINICS_BY_ID.with(ids));
}

const CLINICS_OF = {
  Organisation: statement(
    "clinics-of-organisations",
    ofEach(
      "x.*",
      `select ${CARD} from clinic k join provider o on o.id = k.provider_id
      where k.provider_id = p.id and ($2::text is null or (k.name, k.id) > ($2, $3::uuid))
      order by k.name, k.id limit $4`,
      "x.name, x.id",
    ),
    PARENT,
  ),
  Practitioner: statement(
    "clinics-of-practitioners",
    ofEach(
      "x.*",
      `select ${CARD} from practitioner_clinic c join clinic k on k.id = c.clinic_id
        join provider o on o.id = k.provider_id
      where c.practitioner_id = p.id and ($2::text is null or (k.name, k.id) > ($2, $3::uuid))
      order by k.name, k.id limit $4`,
      "x.name, x.id",
    ),
    PARENT,
  ),
};
export type ClinicParent = keyof typeof CLINICS_OF;

/** In the order of their names. */
export function clinicsOf(
  database: Database,
  of: ClinicParent,
  parents: readonly string[],
  after: { readonly name: string; readonly id: string } | null,
  limit: number,
) {
  return readDirectory(database, CLINICS_OF[of].with(parents, after?.name ?? null, after?.id ?? null, limit));
}

const PRACTITIONERS_BY_ID = statement(
  "practitioners-by-id",
  `select p.id, concat_ws(' ', p.given_names, p.family_name) as name, p.profession, p.gender,
     p.languages, p.treats_children as "treatsChildren", p.merged_into as "mergedInto", p.version
   from practitioner p where p.id = any ($1::uuid[])`,
);

export function practitionersById(database: Database, ids: readonly string[]) {
  return readDirectory(database, PRACTITIONERS_BY_ID.with(ids));
}

const SERVICES_OF_PRACTITIONERS = statement(
  "services-of-practitioners",
  `select distinct c.practitioner_id as parent, v.code, v.bit
   from practitioner_clinic c join clinic_service s on s.clinic_id = c.clinic_id and s.active
     join service v on v.code = s.service_code
   where c.practitioner_id = any ($1::uuid[]) order by v.bit`,
);

/** What is offered where they work. */
export function servicesOfPractitioners(database: Database, ids: readonly string[]) {
  return readDirectory(database, SERVICES_OF_PRACTITIONERS.with(ids));
}

const PROVIDERS_OF_CLINICS = statement(
  "providers-of-clinics",
  "select l.clinic_id as parent, l.id from listing l where l.clinic_id = any ($1::uuid[]) order by l.service_bit",
);

/** A clinic once for every treatment it is found for. */
export function providersOfClinics(database: Database, clinicIds: readonly string[]) {
  return readDirectory(database, PROVIDERS_OF_CLINICS.with(clinicIds));
}
