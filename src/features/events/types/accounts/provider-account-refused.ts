import { type EventType } from "../../event-type.js";
import { ACCOUNT_CHANGE } from "./account-data.js";

export const providerAccountRefused = {
  topic: "provider.account-refused",
  words: ["Account refused", "Konto afvist", "A stated account was stopped and will not be paid to."],
  about: "Organisation",
  forClinic: true,
  data: { ...ACCOUNT_CHANGE },
} as const satisfies EventType;
