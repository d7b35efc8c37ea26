/** What each kind of clinic does, how often, and through which channels. Shares are illustrative. */
import type { ProviderKindCode } from "../src/network/kinds/index.js";
import { readCsv } from "./csv.js";
import type { Channel } from "./reference.js";

export type Kind = ProviderKindCode;

/** Services, and the share of clinics of the profile that offer each. */
type Offers = Readonly<Record<string, number>>;

export type KindOfClinic = {
  readonly kind: Kind;
  readonly share: number;
  readonly profession: string;
  /** Every profile appears in every region at least once, there with all of its services. */
  readonly profiles: readonly Offers[];
  readonly profileShares: readonly number[];
  /** What share of ordinary slots goes through each channel. */
  readonly channels: readonly (readonly [Channel, number])[];
  readonly slotMinutes: number;
  readonly publicAgreementShare: number;
  readonly namePattern: string;
  readonly practitioners: readonly [min: number, max: number];
  readonly systems: readonly string[];
};

/** Needs a practitioner who treats children. */
export const CHILD_SERVICES: ReadonlySet<string> = new Set(["CHILD_MENTAL_PROGRAMME", "COOL_KIDS", "CHILLED"]);
/** Held for several members at a time, in slots of their own. */
export const GROUP_SERVICES: ReadonlySet<string> = new Set(["GROUP_TRAINING", "GLAD"]);

/** What a clinic that offers one service offers as well, without a share of its own. */
export const COMES_WITH: Readonly<Record<string, readonly string[]>> = {
  PODIATRY: ["FOOT_CHECK"],
  SPECIALIST_EXAMINATION: ["SECOND_OPINION"],
  SPECIALIST_TREATMENT: ["CPAP_TREATMENT"],
  CHRONIC_SURGERY: ["RE_OPERATION"],
  PSYCHIATRIC_ASSESSMENT: ["MEDICATION_FOLLOW_UP"],
  CRISIS_COUNSELLING: ["TRIPARTITE_COUNSELLING", "DEBRIEFING"],
};

type Plan = Omit<KindOfClinic, "namePattern" | "practitioners" | "systems" | "profileShares" | "channels"> & {
  readonly profileShares?: readonly number[];
  readonly channels?: KindOfClinic["channels"];
};

const PLANS: readonly Plan[] = [
  {
    kind: "PHYSIOTHERAPIST",
    share: 0.4,
    profession: "PHYSIOTHERAPIST",
    profiles: [{ PHYSIOTHERAPY: 1, GROUP_TRAINING: 0.6, REHABILITATION: 0.8, GLAD: 0.25, MASSAGE: 0.5, SHOCKWAVE: 0.4 }],
    channels: [
      ["IN_PERSON", 0.93],
      ["ONLINE", 0.07],
    ],
    slotMinutes: 45,
    publicAgreementShare: 0.85,
  },
  {
    kind: "PSYCHOLOGIST",
    share: 0.22,
    profession: "PSYCHOLOGIST",
    profiles: [
      {
        PSYCHOLOGIST: 1,
        CHRONIC_PSYCH_SUPPORT: 0.6,
        PSYCHOTHERAPIST: 0.35,
        CRISIS_COUNSELLING: 0.25,
        COOL_KIDS: 0.2,
        CHILLED: 0.2,
        CHILD_MENTAL_PROGRAMME: 0.2,
      },
    ],
    channels: [
      ["IN_PERSON", 0.72],
      ["ONLINE", 0.19],
      ["PHONE", 0.09],
    ],
    slotMinutes: 60,
    publicAgreementShare: 0.6,
  },
  {
    kind: "CHIROPRACTOR",
    share: 0.13,
    profession: "CHIROPRACTOR",
    profiles: [{ CHIROPRACTIC: 1, SHOCKWAVE: 0.15 }],
    slotMinutes: 45,
    publicAgreementShare: 0.9,
  },
  {
    kind: "SPECIALIST_DOCTOR",
    share: 0.08,
    profession: "DOCTOR",
    profiles: [
      { SPECIALIST_EXAMINATION: 1, SPECIALIST_TREATMENT: 0.8, FOLLOW_UP_CHECK: 0.6, BLOCKADE: 0.4 },
      { PSYCHIATRIST: 1, PSYCHIATRIC_ASSESSMENT: 0.5 },
    ],
    profileShares: [0.75, 0.25],
    slotMinutes: 30,
    publicAgreementShare: 0.5,
  },
  {
    kind: "PODIATRIST",
    share: 0.06,
    profession: "PODIATRIST",
    profiles: [{ PODIATRY: 1 }],
    slotMinutes: 45,
    publicAgreementShare: 1,
  },
  {
    kind: "PRIVATE_HOSPITAL",
    share: 0.03,
    profession: "DOCTOR",
    profiles: [
      {
        SPECIALIST_EXAMINATION: 1,
        SPECIALIST_TREATMENT: 1,
        DIAGNOSTIC_IMAGING: 0.9,
        FOLLOW_UP_CHECK: 1,
        CHRONIC_SURGERY: 0.7,
        BLOCKADE: 0.7,
        ADDICTION_TREATMENT: 0.2,
        PSYCHIATRIC_ASSESSMENT: 0.2,
      },
    ],
    slotMinutes: 30,
    publicAgreementShare: 0,
  },
  {
    kind: "OSTEOPATH",
    share: 0.04,
    profession: "OSTEOPATH",
    profiles: [{ OSTEOPATHY: 1, ACUPUNCTURE: 0.3, REFLEXOLOGY: 0.3 }],
    slotMinutes: 45,
    publicAgreementShare: 0,
  },
  {
    kind: "DIETICIAN",
    share: 0.04,
    profession: "DIETICIAN",
    profiles: [{ DIETICIAN: 1, HEALTH_PROGRAMME: 0.4 }],
    channels: [
      ["IN_PERSON", 0.55],
      ["ONLINE", 0.45],
    ],
    slotMinutes: 45,
    publicAgreementShare: 0,
  },
];

/** Names, team sizes and practice systems come from the data folder. */
export function kindsOfClinic(): KindOfClinic[] {
  const rows = readCsv<"kind" | "medcom_system_type" | "name_pattern" | "practitioners_min" | "practitioners_max">("provider_kinds");
  const approved = readCsv<"system_type" | "system" | "status">("medcom_approved_systems").filter((s) => s.status === "approved");
  return PLANS.map((plan) => {
    const row = rows.find((r) => r.kind === plan.kind.toLowerCase());
    if (!row) throw new Error(`provider_kinds.csv has no ${plan.kind}`);
    return {
      profileShares: [1],
      channels: [["IN_PERSON", 1]],
      ...plan,
      namePattern: row.name_pattern,
      practitioners: [Number(row.practitioners_min), Number(row.practitioners_max)],
      systems: [...new Set(approved.filter((s) => s.system_type === row.medcom_system_type).map((s) => s.system))].sort(),
    };
  });
}
