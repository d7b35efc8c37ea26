/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import type { Feature } from "../../gateway/feature.js";
import { ClinicFields, OrganisationFields, PractitionerFields, ProviderFields } from "./clinic-fields.js";
import { FindClinics } from "./find-clinics.js";
import { ReferenceLists } from "./list-services.js";
import { fetchClinics, fetchOrganisations, fetchPractitioners, fetchProviders } from "./network-nodes.js";
import { FindProviders, ProvidersOfClaim } from "./search/find-providers.js";

export const network: Feature = {
  resolvers: [
    ClinicFields,
    FindClinics,
    OrganisationFields,
    PractitionerFields,
    ProviderFields,
    FindProviders,
    ProvidersOfClaim,
    ReferenceLists,
  ],
  nodes: {
    Clinic: fetchClinics,
    Organisation: fetchOrganisations,
    Practitioner: fetchPractitioners,
    Provider: fetchProviders,
  },
};
