import type { ProviderKind } from "./kind.js";

export const physiotherapist = {
  code: "PHYSIOTHERAPIST",
  description: "Physiotherapy: the body after injury, pain and surgery, one at a time or in groups.",
  nameEn: "Physiotherapist",
  nameDa: "Fysioterapeut",
  profession: { code: "PHYSIOTHERAPIST", nameEn: "Physiotherapist", nameDa: "Fysioterapeut" },
} as const satisfies ProviderKind;
