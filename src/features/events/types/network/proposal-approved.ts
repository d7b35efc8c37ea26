import { type EventType } from "../../event-type.js";
import { PROPOSAL } from "./proposal-data.js";

export const proposalApproved = {
  topic: "proposal.approved",
  words: ["Proposal approved", "Forslag godkendt", "A second person approved a proposed change of the network, and it was carried out."],
  about: "Proposal",
  forClinic: false,
  data: { ...PROPOSAL },
} as const satisfies EventType;
