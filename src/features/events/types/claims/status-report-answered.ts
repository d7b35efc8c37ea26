import { type EventType, id } from "../../event-type.js";

export const statusReportAnswered = {
  topic: "status-report.answered",
  words: ["Status report answered", "Statusattest besvaret", "A clinic has answered how a treatment goes."],
  about: "StatusReport",
  forClinic: false,
  data: { statusReportId: id("StatusReport"), claimId: id("Claim") },
} as const satisfies EventType;
