import { type EventType } from "../../event-type.js";
import { ACCOUNT_CHANGE } from "./account-data.js";

export const providerAccountChanged = {
  topic: "provider.account-changed",
  words: ["Account changed", "Konto ændret", "A provider is paid to another account from now on."],
  about: "Organisation",
  forClinic: true,
  data: { ...ACCOUNT_CHANGE },
} as const satisfies EventType;
