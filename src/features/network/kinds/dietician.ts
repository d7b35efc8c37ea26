import type { ProviderKind } from "./kind.js";

export const dietician = {
  code: "DIETICIAN",
  description: "Dieticians: guidance on food and health.",
  nameEn: "Dietician",
  nameDa: "Diætist",
  profession: { code: "DIETICIAN", nameEn: "Dietician", nameDa: "Diætist" },
} as const satisfies ProviderKind;
