import { type EventType } from "../../event-type.js";
import { PROPOSAL } from "./proposal-data.js";

export const proposalRejected = {
  topic: "proposal.rejected",
  words: ["Proposal rejected", "Forslag afvist", "A second person turned down a proposed change of the network."],
  about: "Proposal",
  forClinic: false,
  data: { ...PROPOSAL },
} as const satisfies EventType;
