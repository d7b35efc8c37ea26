import { nothingHelps, type RowCheck } from "./check.js";

const PHYSIOTHERAPY: ReadonlySet<string> = new Set(["PHYSIOTHERAPY", "GROUP_TRAINING", "REHABILITATION"]);

export const freePhysioScheme: RowCheck = {
  code: "FREE_PHYSIO_SCHEME",
  rules: ["COV-EXCL-FREE-PHYSIO"],
  says: {
    en: "The condition falls under the public scheme of free physiotherapy.",
    da: "Lidelsen hører under den offentlige ordning med vederlagsfri fysioterapi.",
  },
  denies: (at) => at.facts.claim.freePhysioScheme === true && PHYSIOTHERAPY.has(at.service),
  remedy: () => nothingHelps("Use the public scheme; it costs nothing.", "Brug den offentlige ordning; den er gratis."),
};
