import { enumOf } from "../../gateway/api/enum.js";
import { REGION_CODES, REGION_WORDS } from "./region.js";
import {
  ACCESSIBILITY_WORDS,
  CREDENTIAL_KIND_WORDS,
  END_KIND_WORDS,
  ENDING_STATE_WORDS,
  INTAKE_OUTCOME_WORDS,
  INTAKE_STATE_WORDS,
  NETWORK_FORMAT_WORDS,
  NETWORK_GAP_WORDS,
  NETWORK_PART_WORDS,
  PLACE_PRECISION_WORDS,
  PROFESSION_WORDS,
  PROPOSAL_KIND_WORDS,
  PROPOSAL_STATE_WORDS,
  PROVIDER_KIND_WORDS,
  PROVIDER_ORDER_WORDS,
} from "./network-words.js";

export const ProviderKindEnum = enumOf("ProviderKind", "What a provider of the network is.", PROVIDER_KIND_WORDS);
export const ProfessionEnum = enumOf("Profession", "What a practitioner is by training.", PROFESSION_WORDS);
export const ProviderOrderEnum = enumOf("ProviderOrder", "What a nearby search puts first.", PROVIDER_ORDER_WORDS);
export const RegionEnum = enumOf("Region", "A region of Denmark. Values may be added.", REGION_WORDS, REGION_CODES);
export const AccessibilityEnum = enumOf(
  "Accessibility",
  "How easily a clinic is reached and used. Values may be added.",
  ACCESSIBILITY_WORDS,
);
export const PlacePrecisionEnum = enumOf("PlacePrecision", "How exactly it is known where a clinic is.", PLACE_PRECISION_WORDS);
export const CredentialKindEnum = enumOf(
  "CredentialKind",
  "What entitles a part of the network, or takes that away.",
  CREDENTIAL_KIND_WORDS,
);
export const EndingStateEnum = enumOf(
  "EndingState",
  "What is being done about openings and appointments of a part that was suspended or ended.",
  ENDING_STATE_WORDS,
);
export const ProposalKindEnum = enumOf("ProposalKind", "What waits for a second person. Values may be added.", PROPOSAL_KIND_WORDS);
export const ProposalStateEnum = enumOf("ProposalState", "How a proposal stands.", PROPOSAL_STATE_WORDS);
export const NetworkGapKindEnum = enumOf("NetworkGapKind", "What a part of the network lacks. Values may be added.", NETWORK_GAP_WORDS);
export const NetworkPartEnum = enumOf("NetworkPart", "A part of the network.", NETWORK_PART_WORDS);
export const NetworkLineOutcomeEnum = enumOf("NetworkLineOutcome", "What became of a line about the network.", INTAKE_OUTCOME_WORDS);
export const NetworkIntakeStateEnum = enumOf("NetworkIntakeState", "How far a file of the network has come.", INTAKE_STATE_WORDS);
export const NetworkFormatEnum = enumOf("NetworkFormat", "The form of a file about the network.", NETWORK_FORMAT_WORDS);
export const NetworkEndEnum = enumOf("NetworkEnd", "How a part of the network stops.", END_KIND_WORDS);
