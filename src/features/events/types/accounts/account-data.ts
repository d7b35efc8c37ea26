import { id } from "../../event-type.js";

/** What every event of a stated account says. */
export const ACCOUNT_CHANGE = {
  providerId: id("Organisation"),
  changeId: id("ProviderAccountChange"),
} as const;
