import type { ProviderKind } from "./kind.js";

export const privateHospital = {
  code: "PRIVATE_HOSPITAL",
  description: "Private hospitals: examination, imaging, treatment and surgery.",
  nameEn: "Private hospital",
  nameDa: "Privathospital",
  profession: { code: "DOCTOR", nameEn: "Doctor", nameDa: "Læge" },
} as const satisfies ProviderKind;
