import type { ProviderKind } from "./kind.js";

export const podiatrist = {
  code: "PODIATRIST",
  description: "Podiatry: treatment of the feet.",
  nameEn: "Podiatrist",
  nameDa: "Fodterapeut",
  profession: { code: "PODIATRIST", nameEn: "Podiatrist", nameDa: "Fodterapeut" },
} as const satisfies ProviderKind;
