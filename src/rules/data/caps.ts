/**
 * Up to what amount a treatment is covered. In the network there is no cap: the agreed rate is paid (PRC-NETWORK-RATE). The
 * rows are for a therapist of the member's own choice, and the four totals for both.
 */
import type { RuleId } from "../catalogue.js";
import { PRICED_SERVICES, type Cover, type Mode, type PricedService, type Product } from "../codes.js";

export type CapCode = "CAPPED_AT_PATIENT_SHARE" | "CAPPED_AT_FULL_FEE" | "CAPPED_PER_TREATMENT" | "CAPPED_TOTAL";

type Cap =
  /** What the patient really pays after the public reimbursement: no limit beside it. */
  | { readonly kind: "ACTUAL_SHARE" }
  /** The public tariff in force on the day. */
  | { readonly kind: "TARIFF"; readonly tariff: "patientShare" | "fullFee"; readonly code: CapCode }
  | { readonly kind: "AMOUNT"; readonly ore: number; readonly code: CapCode }
  /** For the whole insurance period or claim, less what was paid before. */
  | { readonly kind: "TOTAL"; readonly ore: number; readonly per: TotalPer; readonly code: CapCode };

export type TotalPer = "INSURANCE_PERIOD" | "CLAIM";

/** When a row counts at all; a row without it always does. */
type CapCondition = "PUBLIC_SHARE" | "FIRST_SESSION" | "LATER_SESSION" | "STAND_ALONE" | "SUPPLEMENT";

export type CapRow = {
  readonly products: readonly Product[];
  readonly under: readonly Cover[];
  readonly services: readonly PricedService[];
  readonly when: CapCondition | null;
  readonly modes: readonly Mode[];
  readonly cap: Cap;
  readonly rules: readonly RuleId[];
};

const DKK = 100;
const actual: Cap = { kind: "ACTUAL_SHARE" };
const patientShare: Cap = { kind: "TARIFF", tariff: "patientShare", code: "CAPPED_AT_PATIENT_SHARE" };
const fullFee: Cap = { kind: "TARIFF", tariff: "fullFee", code: "CAPPED_AT_FULL_FEE" };
const upTo = (kroner: number): Cap => ({ kind: "AMOUNT", ore: kroner * DKK, code: "CAPPED_PER_TREATMENT" });
const inTotal = (kroner: number, per: TotalPer = "INSURANCE_PERIOD"): Cap => ({
  kind: "TOTAL",
  ore: kroner * DKK,
  per,
  code: "CAPPED_TOTAL",
});

const occupational: readonly Product[] = ["OCCUPATIONAL"];
const both: readonly Product[] = ["OCCUPATIONAL", "FLEX"];
const own: readonly Mode[] = ["OWN_CHOICE"];
const always: readonly Mode[] = ["NETWORK", "OWN_CHOICE"];

type Line = readonly [
  readonly Product[],
  readonly Cover[],
  readonly PricedService[],
  CapCondition | null,
  readonly Mode[],
  Cap,
  ...RuleId[],
];

/** The first row that fits counts, so "otherwise" is simply the row below. */
// prettier-ignore
const TABLE: readonly Line[] = [
  [both,         ["BASE"],      ["PHYSIOTHERAPY"],              "PUBLIC_SHARE",  own,    actual,          "PRC-PHYSIO-SHARE", "PRV-YDERNUMMER"],
  [both,         ["BASE"],      ["PHYSIOTHERAPY"],              null,            own,    patientShare,    "PRC-PHYSIO-NO-AGREEMENT", "PRV-YDERNUMMER"],
  [occupational, ["BASE"],      ["REHABILITATION"],             "PUBLIC_SHARE",  own,    actual,          "PRC-PHYSIO-SHARE"],
  [occupational, ["BASE"],      ["REHABILITATION"],             null,            own,    patientShare,    "PRC-PHYSIO-NO-AGREEMENT"],
  [occupational, ["BASE"],      ["GROUP_TRAINING"],             null,            own,    patientShare,    "PRC-GROUP"],
  [both,         ["BASE", "F"], ["CHIROPRACTIC"],               null,            own,    patientShare,    "PRC-CHIRO"],
  [occupational, ["B", "F"],    ["PHYSIOTHERAPY"],              "PUBLIC_SHARE",  own,    actual,          "PRC-PHYSIO-SHARE"],
  [occupational, ["B"],         ["PHYSIOTHERAPY"],              null,            own,    fullFee,         "PRC-B-FULL-FEE"],
  [occupational, ["F"],         ["PHYSIOTHERAPY"],              null,            own,    fullFee,         "PRC-F-PHYSIO"],
  [occupational, ["B", "F"],    ["GROUP_TRAINING"],             null,            own,    fullFee,         "PRC-GROUP-B-F"],
  [occupational, ["BASE"],      ["GLAD"],                       null,            own,    fullFee,         "PRC-GLAD"],
  [occupational, ["BASE"],      ["PSYCHOLOGIST"],               "PUBLIC_SHARE",  own,    actual,          "PRC-PSYCH-SHARE"],
  [occupational, ["BASE"],      ["PSYCHOLOGIST"],               null,            own,    upTo(1_000),     "PRC-PSYCH-1000"],
  [occupational, ["BASE"],      ["PSYCHIATRIST"],               null,            own,    upTo(2_000),     "PRC-PSYCHIATRIST-2000"],
  [occupational, ["A"],         ["ACUPUNCTURE", "REFLEXOLOGY"], null,            own,    upTo(500),       "PRC-A-ACU-REF-500"],
  [occupational, ["A"],         ["OSTEOPATHY"],                 "FIRST_SESSION", own,    upTo(650),       "PRC-A-OSTEO-650-500"],
  [occupational, ["A"],         ["OSTEOPATHY"],                 "LATER_SESSION", own,    upTo(500),       "PRC-A-OSTEO-650-500"],
  [["FLEX"],     ["BASE"],      ["OSTEOPATHY"],                 "FIRST_SESSION", own,    upTo(650),       "PRC-A-OSTEO-650-500"],
  [["FLEX"],     ["BASE"],      ["OSTEOPATHY"],                 "LATER_SESSION", own,    upTo(500),       "PRC-A-OSTEO-650-500"],
  [occupational, ["A"],         ["DIETICIAN"],                  "FIRST_SESSION", own,    upTo(900),       "PRC-A-DIET-900-500"],
  [occupational, ["A"],         ["DIETICIAN"],                  "LATER_SESSION", own,    upTo(500),       "PRC-A-DIET-900-500"],
  [occupational, ["F"],         ["MASSAGE"],                    null,            own,    upTo(300),       "PRC-F-MASSAGE-300"],
  [occupational, ["F"],         ["SHOCKWAVE"],                  "STAND_ALONE",   own,    upTo(500),       "PRC-F-SHOCKWAVE-500"],
  [occupational, ["F"],         ["SHOCKWAVE"],                  "SUPPLEMENT",    own,    upTo(220),       "PRC-F-SHOCKWAVE-220"],
  [occupational, ["F"],         ["PODIATRY", "FOOT_CHECK"],     null,            own,    patientShare,    "PRC-F-PODIATRY"],
  [occupational, ["C"],         ["ADDICTION_TREATMENT"],        null,            always, inTotal(100_000), "PRC-ADDICTION-100000"],
  [occupational, ["BASE"],      ["CONVALESCENT_CARE"],          null,            always, inTotal(65_000), "PRC-CONVALESCENT-65000"],
  [occupational, ["BASE"],      ["HOSPICE"],                    null,            always, inTotal(100_000), "PRC-HOSPICE-100000"],
  [occupational, ["BASE"],      ["DENTAL"],                     null,            always, inTotal(20_000, "CLAIM"), "PRC-DENTAL-20000"],
];

export const PRICE_CAPS: readonly CapRow[] = TABLE.map(([products, under, services, when, modes, cap, ...rules]) => ({
  products,
  under,
  services,
  when,
  modes,
  cap,
  rules,
}));

const BY_SERVICE: ReadonlyMap<PricedService, readonly CapRow[]> = new Map(
  PRICED_SERVICES.map((service) => [service, PRICE_CAPS.filter((row) => row.services.includes(service))]),
);

/** The name of a row whose amount may be changed from a day on: its rule, and the session where a rule has two. Null where it has none. */
export function capKey({ cap, rules: [rule], when }: CapRow): string | null {
  if (cap.kind !== "AMOUNT" && cap.kind !== "TOTAL") return null;
  return when === "FIRST_SESSION" || when === "LATER_SESSION" ? `${rule} ${when}` : (rule ?? null);
}

/** Every amount that may be changed, in øre as the conditions print it. */
export const CAP_AMOUNTS: ReadonlyMap<string, number> = new Map(
  PRICE_CAPS.flatMap((row) => {
    const key = capKey(row);
    return key !== null && "ore" in row.cap ? [[key, row.cap.ore] as const] : [];
  }),
);

/** Services with a total: only for these does it matter what was paid before. */
export function servicesWithTotal(per: TotalPer): readonly PricedService[] {
  return PRICE_CAPS.flatMap((row) => (row.cap.kind === "TOTAL" && row.cap.per === per ? row.services : []));
}

/** What a treatment must be to fit a row. */
export type Priced = {
  readonly product: Product;
  readonly under: Cover;
  readonly service: PricedService;
  readonly mode: Mode;
  /** A provider with a public agreement and a doctor's referral. */
  readonly publicShare: boolean;
  readonly firstSession: boolean;
  readonly standAlone: boolean;
};

/** Null where nothing caps: every other network treatment at its agreed rate. */
export function capFor(of: Priced): CapRow | null {
  for (const row of BY_SERVICE.get(of.service) ?? [])
    if (row.products.includes(of.product) && row.under.includes(of.under) && row.modes.includes(of.mode) && holds(row.when, of)) return row;
  return null;
}

function holds(when: CapCondition | null, of: Priced): boolean {
  switch (when) {
    case null:
      return true;
    case "PUBLIC_SHARE":
      return of.publicShare;
    case "FIRST_SESSION":
      return of.firstSession;
    case "LATER_SESSION":
      return !of.firstSession;
    case "STAND_ALONE":
      return of.standAlone;
    case "SUPPLEMENT":
      return !of.standAlone;
  }
}
