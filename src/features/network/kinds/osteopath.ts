import type { ProviderKind } from "./kind.js";

export const osteopath = {
  code: "OSTEOPATH",
  description: "Osteopathy, often with acupuncture or reflexology.",
  nameEn: "Osteopath",
  nameDa: "Osteopat",
  profession: { code: "OSTEOPATH", nameEn: "Osteopath", nameDa: "Osteopat" },
} as const satisfies ProviderKind;
