import type { ProviderKind } from "./kind.js";

export const chiropractor = {
  code: "CHIROPRACTOR",
  description: "Chiropractic: back, neck and joints.",
  nameDa: "Kiropraktor",
  profession: "CHIROPRACTOR",
} as const satisfies ProviderKind;
