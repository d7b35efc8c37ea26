import type { ProviderKind } from "./kind.js";

export const dietician = {
  code: "DIETICIAN",
  description: "Dieticians: guidance on food and health.",
  nameEn: "Dietician",
  nameDa: "Diætist",
  profession: "DIETICIAN",
} as const satisfies ProviderKind;
