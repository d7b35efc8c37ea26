import { type EventType } from "../../event-type.js";
import { ACCOUNT_CHANGE } from "./account-data.js";

export const providerAccountStated = {
  topic: "provider.account-stated",
  words: [
    "Account stated",
    "Konto opgivet",
    "A provider has stated another account; it is not paid to before a second person has confirmed it.",
  ],
  about: "Organisation",
  forClinic: true,
  data: { ...ACCOUNT_CHANGE },
} as const satisfies EventType;
