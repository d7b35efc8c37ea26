import { code, id } from "../../event-type.js";

/** What every event of a proposal says. */
export const PROPOSAL = {
  proposalId: id("Proposal"),
  kind: code("What was proposed."),
} as const;
