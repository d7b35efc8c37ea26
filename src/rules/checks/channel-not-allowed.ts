import { inTreatment, remedy, type RowCheck } from "./check.js";

export const channelNotAllowed: RowCheck = {
  code: "CHANNEL_NOT_ALLOWED",
  mayPass: true,
  ofTheSlot: true,
  rules: ["CHN-DIGITAL-NETWORK", "CHN-FLEX-PSYCH", "CHN-PHYSIO-ONLINE"],
  cites: (at) => {
    if (at.product === "FLEX" && at.service === "PSYCHOLOGIST" && at.channel === "IN_PERSON") return "CHN-FLEX-PSYCH";
    return at.service === "PHYSIOTHERAPY" && at.mode === "NETWORK" ? "CHN-PHYSIO-ONLINE" : "CHN-DIGITAL-NETWORK";
  },
  says: {
    en: "This treatment is not covered through this channel; online and by telephone only with a partner of the network.",
    da: "Behandlingen er ikke dækket på denne måde; online og pr. telefon kun hos en netværkspartner.",
  },
  denies: (at) => !at.row.channels.includes(at.channel) || (at.channel !== "IN_PERSON" && at.mode === "OWN_CHOICE"),
  remedy: ({ row }) => {
    if (row.channels.includes("IN_PERSON"))
      return remedy("Covered in person.", "Dækket ved personligt fremmøde.", inTreatment({ channel: "IN_PERSON" }));
    return remedy("Covered online with a partner of the network.", "Dækket online hos en netværkspartner.", (facts) => ({
      ...facts,
      treatment: { ...facts.treatment, channel: "ONLINE" },
      provider: { ...facts.provider, mode: "NETWORK" },
    }));
  },
};
