import { type EventType, id } from "../../event-type.js";

export const providerAccountChanged = {
  topic: "provider.account-changed",
  words: ["Account changed", "Konto ændret", "A provider is paid to another account from now on."],
  about: "Organisation",
  forClinic: true,
  data: { providerId: id("Organisation") },
} as const satisfies EventType;
