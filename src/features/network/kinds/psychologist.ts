import type { ProviderKind } from "./kind.js";

export const psychologist = {
  code: "PSYCHOLOGIST",
  description: "Psychologists, also those who see children and people in crisis.",
  nameEn: "Psychologist",
  nameDa: "Psykolog",
  profession: { code: "PSYCHOLOGIST", nameEn: "Psychologist", nameDa: "Psykolog" },
} as const satisfies ProviderKind;
