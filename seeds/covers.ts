/** Which cover each test person has: a mix of employees, their families and private policyholders. */
import type { PolicyRow } from "./members.js";

type Cover = Omit<PolicyRow, "id" | "memberId" | "externalKey" | "sourceVersion" | "confirmed">;

const EMPLOYEE: Cover = {
  product: "OCCUPATIONAL",
  role: "EMPLOYEE",
  scheme: "MANDATORY",
  coverStart: "2024-03-01",
  coverEnd: null,
  seniorityFrom: null,
  optional: [],
  paidThrough: null,
  groupChildAge: 24,
  suspended: false,
  danmarkMember: false,
};
const FLEX: Partial<Cover> = { product: "FLEX", role: "POLICYHOLDER", scheme: "PRIVATE" };
const SPOUSE: Partial<Cover> = { role: "SPOUSE", scheme: "VOLUNTARY" };
const GROUP_CHILD: Partial<Cover> = { role: "GROUP_CHILD" };
const CHILD: Partial<Cover> = { role: "CHILD", scheme: "VOLUNTARY" };

/** What differs from an employee under a mandatory scheme since March 2024; an adult not named here is one. */
const COVERS: Readonly<Record<string, Partial<Cover>>> = {
  Einer: { optional: ["A", "B", "F"], danmarkMember: true },
  Lonni: { ...SPOUSE, optional: ["A", "B", "F"] },
  Magnus: { optional: ["B"] },
  Rasmus: { ...FLEX, coverStart: "2025-01-01" },
  ElseLauridsen: { optional: ["A"] },
  EllenLouise: { ...FLEX, coverStart: "2024-06-01", danmarkMember: true },
  EK: { optional: ["E", "K"] },
  Schwendlund: { optional: ["F"] },
  MayJune: { ...SPOUSE, optional: ["F"] },
  Sverre: { optional: ["C"] },
  Torre: { coverStart: "2025-09-01", optional: ["B"] },
  OddHaugen: { ...FLEX, coverStart: "2023-05-01" },
  KnutOdvar: { optional: ["H"] },
  SilleJune: { optional: ["A", "B"], danmarkMember: true },
  NancyAnn: { ...FLEX, coverStart: "2022-01-01" },
  Aage: { ...FLEX, coverStart: "2021-01-01", danmarkMember: true },
  Bruno: { ...FLEX, coverStart: "2022-10-01" },
  MaxBerggren: { optional: ["A", "B", "C", "E", "F", "G", "H", "K", "CANCER_CARE"] },
  RuddiBerggren: { optional: ["B"] },
  KirstenBerggren: { optional: ["A", "B", "F"] },
  BritaBerggren: { ...SPOUSE, optional: ["A", "B", "F"] },
  GitteNancy: GROUP_CHILD,
  LarsBerggren: GROUP_CHILD,
  RikkeBerggren: GROUP_CHILD,
  AyaBerggren: GROUP_CHILD,
  AndersJensen: { ...FLEX, coverStart: "2025-02-01" },
  AliJensen: { ...FLEX, role: "CHILD", coverStart: "2025-02-01" },
  BoVestergaard: { ...CHILD, coverStart: "2025-06-01" },
  JulianeJoergensen: { ...CHILD, optional: ["F"] },
  MuhammedAbdul: { ...FLEX, coverStart: "2026-01-01" },
  NielsVendelboe: { optional: ["F"], danmarkMember: true },
  CaesarOestergaard: { ...FLEX, coverStart: "2020-01-01" },
  DrengLevendefodt2016: GROUP_CHILD,
  PigeLevendefodt2016: GROUP_CHILD,
  DrengLevendefodt2024: GROUP_CHILD,
  PigeLevendefodt2024: GROUP_CHILD,
};

/** Nobody is covered before birth. */
export function coverOf(key: string, birthDate: string): Cover {
  const cover = { ...EMPLOYEE, ...COVERS[key] };
  return { ...cover, coverStart: cover.coverStart < birthDate ? birthDate : cover.coverStart };
}
