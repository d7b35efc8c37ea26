import { enumOf } from "../gateway/api/enum.js";
import type { WordList } from "../kernel/worded.js";
import type { Assurance, Role } from "../platform/viewer.js";

const ROLE_WORDS: WordList<Role> = {
  ANONYMOUS: ["Anybody", "Enhver", "Somebody without a login."],
  MEMBER: ["Member", "Medlem", "An insured person, or the holder of custody of a child."],
  CLINIC_STAFF: ["The clinic", "Klinikken", "Somebody who works at a clinic."],
  CLINIC_SYSTEM: ["The clinic's system", "Klinikkens system"],
  HEALTH_TEAM: ["The health team", "Sundhedsteamet"],
  NETWORK_MANAGER: ["The network manager", "Netværksansvarlig"],
  FINANCE: ["Finance", "Økonomi"],
  INTEGRATION: ["The insurer's claims system", "Selskabets skadesystem"],
  BANK_CHANNEL: ["The bank's channel", "Bankens kanal"],
  WORKER: ["The gateway itself", "Systemet selv", "Background work of the gateway."],
};

const ASSURANCE_WORDS: WordList<Assurance> = {
  LOW: ["Low", "Lav", "Opens the public directory only."],
  SUBSTANTIAL: ["Substantial", "Betydelig"],
  HIGH: ["High", "Høj"],
};

export const ViewerRoleEnum = enumOf("ViewerRole", "As what somebody acts.", ROLE_WORDS);
export const AssuranceEnum = enumOf("AssuranceLevel", "Level of assurance of a login (NSIS).", ASSURANCE_WORDS);
