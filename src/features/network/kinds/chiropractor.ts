import type { ProviderKind } from "./kind.js";

export const chiropractor = {
  code: "CHIROPRACTOR",
  description: "Chiropractic: back, neck and joints.",
  nameEn: "Chiropractor",
  nameDa: "Kiropraktor",
  profession: { code: "CHIROPRACTOR", nameEn: "Chiropractor", nameDa: "Kiropraktor" },
} as const satisfies ProviderKind;
