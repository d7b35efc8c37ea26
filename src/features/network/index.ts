/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import type { Feature } from "../../gateway/feature.js";
import { ClinicFields, OrganisationFields, PractitionerFields, ProviderFields } from "./clinic-fields.js";
import { FindClinics } from "./find-clinics.js";
import { ReferenceLists } from "./list-services.js";
import { fetchClinics, fetchOrganisations, fetchPractitioners, fetchProviders } from "./network-nodes.js";
import { nodesBy } from "../../gateway/api/nodes.js";
import { ClinicCredentials, OrganisationCredentials, PractitionerCredentials } from "./credentials/credential-fields.js";
import { credentialsById } from "./credentials/credential.store.js";
import { credentialView } from "./credentials/credential.type.js";
import { runCarryOnEndings } from "./credentials/carry-on-ending.js";
import { EndCredential } from "./credentials/end-credential.js";
import { EndInNetwork } from "./credentials/end-in-network.js";
import { ProposeCredential } from "./credentials/propose-credential.js";
import { NetworkGaps } from "./gaps/list-gaps.js";
import { ExportNetwork } from "./intake/export-network.js";
import { ImportNetwork } from "./intake/import-network.js";
import { intakesById } from "./intake/intake.store.js";
import { intakeView, NetworkIntakes } from "./intake/network-intake.type.js";
import { MergePractitioners } from "./moves/merge-practitioners.js";
import { MoveClinics } from "./moves/move-clinics.js";
import { ApproveProposal } from "./proposals/approve-proposal.js";
import { RejectProposal } from "./proposals/reject-proposal.js";
import { FindProposals } from "./proposals/find-proposals.js";
import { proposalsById } from "./proposals/proposal.store.js";
import { proposalView } from "./proposals/proposal.type.js";
import { SaveClinic } from "./register/save-clinic.js";
import { SaveOrganisation } from "./register/save-organisation.js";
import { SavePractitioner } from "./register/save-practitioner.js";
import { UpdateClinic } from "./register/update-clinic.js";
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
    SaveOrganisation,
    SaveClinic,
    UpdateClinic,
    SavePractitioner,
    ImportNetwork,
    ExportNetwork,
    NetworkIntakes,
    NetworkGaps,
    ProposeCredential,
    EndCredential,
    EndInNetwork,
    MoveClinics,
    MergePractitioners,
    ApproveProposal,
    RejectProposal,
    FindProposals,
    OrganisationCredentials,
    ClinicCredentials,
    PractitionerCredentials,
  ],
  nodes: {
    Clinic: fetchClinics,
    Organisation: fetchOrganisations,
    Practitioner: fetchPractitioners,
    Provider: fetchProviders,
    Credential: nodesBy(credentialsById, credentialView),
    NetworkIntake: nodesBy(intakesById, intakeView),
    Proposal: nodesBy(proposalsById, proposalView),
  },
  jobs: [{ name: "carry-on-endings", everySeconds: 15, by: "ONE", run: ({ database }) => runCarryOnEndings(database) }],
};
