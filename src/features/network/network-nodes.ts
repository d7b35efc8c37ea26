/** How the records of the network behind global ids are fetched; all of them are public. */
import type { Context } from "../../gateway/api/context.js";
import { byId } from "../../gateway/api/nodes.js";
import {
  organisationView,
  practitionerView,
  readCard,
  type ClinicType,
  type OrganisationType,
  type PractitionerType,
} from "./clinic.type.js";
import { organisationsBy } from "./search/directory.store.js";
import { clinicCards, practitionersById } from "./search/directory-of.store.js";
import { seesRates } from "./search/find-providers.js";
import { listingsById } from "./search/find-providers.store.js";
import { listedOf } from "./search/listed.js";
import { providerViews, type ProviderType } from "./search/provider.type.js";
import { readReference, serviceIn } from "./reference.store.js";

export async function fetchClinics(ids: readonly string[], { database }: Context): Promise<ReadonlyMap<string, ClinicType>> {
  return byId(await clinicCards(database, ids), ({ card }) => readCard(card));
}

export async function fetchProviders(ids: readonly string[], ctx: Context): Promise<ReadonlyMap<string, ProviderType>> {
  const found = await listingsById(ctx.database, ids);
  const listed = await listedOf(ctx.database, found);
  const reference = await readReference(ctx.database);
  const view = providerViews({
    serviceOf: serviceIn(reference),
    claim: null,
    seesRates: seesRates(ctx),
  });
  return new Map(found.flatMap((row, at) => (listed[at] ? [[row.id, view(row, listed[at])] as const] : [])));
}

export async function fetchPractitioners(ids: readonly string[], { database }: Context): Promise<ReadonlyMap<string, PractitionerType>> {
  return byId(await practitionersById(database, ids), practitionerView);
}

export async function fetchOrganisations(ids: readonly string[], { database }: Context): Promise<ReadonlyMap<string, OrganisationType>> {
  return byId(await organisationsBy(database, ids), organisationView);
}
