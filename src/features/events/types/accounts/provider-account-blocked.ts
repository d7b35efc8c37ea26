import { type EventType, id } from "../../event-type.js";

export const providerAccountBlocked = {
  topic: "provider.account-blocked",
  words: [
    "Account blocked",
    "Konto spærret",
    "The bank says that an account cannot be paid to: nothing more is sent there until another is in force.",
  ],
  about: "Organisation",
  forClinic: true,
  data: { providerId: id("Organisation") },
} as const satisfies EventType;
