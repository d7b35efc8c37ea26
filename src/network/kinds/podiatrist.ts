import type { ProviderKind } from "./kind.js";

export const podiatrist = {
  code: "PODIATRIST",
  description: "Podiatry: treatment of the feet.",
  nameEn: "Podiatrist",
  nameDa: "Fodterapeut",
  profession: "PODIATRIST",
} as const satisfies ProviderKind;
