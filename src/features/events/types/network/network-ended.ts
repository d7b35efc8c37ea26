import { code, type EventType, id } from "../../event-type.js";

export const networkEnded = {
  topic: "network.ended",
  words: [
    "Network part suspended or ended",
    "Del af netværk ophørt eller suspenderet",
    "A company, a clinic or a practitioner is suspended or leaves the network from a day on.",
  ],
  about: "Credential",
  forClinic: true,
  data: {
    credentialId: id("Credential"),
    providerId: id("Organisation", "Its company; none of a practitioner."),
    kind: code("Whether it is suspended or ended."),
  },
} as const satisfies EventType;
