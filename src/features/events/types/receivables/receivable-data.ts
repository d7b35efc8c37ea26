import { id } from "../../event-type.js";

/** What every event of a receivable says. */
export const RECEIVABLE = {
  receivableId: id("Receivable"),
  providerId: id("Organisation", "The company that owed it when it happened."),
} as const;
