import type { ProviderKind } from "./kind.js";

export const osteopath = {
  code: "OSTEOPATH",
  description: "Osteopathy, often with acupuncture or reflexology.",
  nameEn: "Osteopath",
  nameDa: "Osteopat",
  profession: "OSTEOPATH",
} as const satisfies ProviderKind;
