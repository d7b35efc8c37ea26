import { type EventType } from "../../event-type.js";
import { ACCOUNT_CHANGE } from "./account-data.js";

export const providerAccountConfirmed = {
  topic: "provider.account-confirmed",
  words: [
    "Account confirmed",
    "Konto bekræftet",
    "A second person has confirmed a stated account; it is paid to when its time of waiting is over.",
  ],
  about: "Organisation",
  forClinic: true,
  data: { ...ACCOUNT_CHANGE },
} as const satisfies EventType;
