/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import type { Feature } from "../gateway/feature.js";
import { ClinicFields } from "./clinic-fields.js";
import { Clinics, clinicBy } from "./find-clinics.js";
import { ReferenceLists } from "./list-services.js";
import { organisationNode, practitionerNode, providerNode } from "./network-nodes.js";
import { Providers } from "./search/find-providers.js";

export const network: Feature = {
  resolvers: [ClinicFields, Clinics, Providers, ReferenceLists],
  nodes: {
    Clinic: clinicBy,
    Organisation: organisationNode,
    Practitioner: practitionerNode,
    Provider: providerNode,
  },
};
