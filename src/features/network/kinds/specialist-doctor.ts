import type { ProviderKind } from "./kind.js";

export const specialistDoctor = {
  code: "SPECIALIST_DOCTOR",
  description: "Specialist doctors with a practice of their own, psychiatrists among them.",
  nameEn: "Specialist doctor",
  nameDa: "Speciallæge",
  profession: { code: "DOCTOR", nameEn: "Doctor", nameDa: "Læge" },
} as const satisfies ProviderKind;
