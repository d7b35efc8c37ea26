/** What each kind of clinic does, how often, and through which channels. Shares are illustrative. */
import { PROVIDER_KINDS, type ProviderKindCode } from "../src/features/network/kinds/index.js";
import { readCsv } from "./csv.js";
import type { Channel } from "./reference.js";

export type Kind = ProviderKindCode;

/** Services, and the share of clinics of the profile that offer each. */
type Offers = Readonly<Record<string, number>>;

export type KindOfClinic = {
  readonly kind: Kind;
  /** How many clinics beside the other kinds; the shares need not add up to one. */
  readonly share: number;
  readonly profession: string;
  /** Every profile appears in every region at least once, there with all of its services. */
  readonly profiles: readonly Offers[];
  readonly profileShares: readonly number[];
  /** What share of ordinary slots goes through each channel. */
  readonly channels: readonly (readonly [Channel, number])[];
  readonly slotMinutes: number;
  readonly publicAgreementShare: number;
  /** With `{town}`, and `{nn}` where a town has several. */
  readonly namePattern: string;
  /** Of one clinic. */
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

type Plan = Omit<KindOfClinic, "kind" | "profession" | "systems" | "profileShares" | "channels"> & {
  readonly profileShares?: readonly number[];
  readonly channels?: KindOfClinic["channels"];
  /** Of MedCom's approved practice systems (`data/medcom_approved_systems.csv`); none without. */
  readonly systemType?: string;
};

/** Every kind of the product has a plan: one that is missing does not compile. */
const PLANS: Readonly<Record<ProviderKindCode, Plan>> = {
  PHYSIOTHERAPIST: {
    namePattern: "Fysiodemo {town} {nn}",
    practitioners: [2, 10],
    systemType: "fysioterapi",
    share: 0.4,
    profiles: [{ PHYSIOTHERAPY: 1, GROUP_TRAINING: 0.6, REHABILITATION: 0.8, GLAD: 0.25, MASSAGE: 0.5, SHOCKWAVE: 0.4 }],
    channels: [
      ["IN_PERSON", 0.93],
      ["ONLINE", 0.07],
    ],
    slotMinutes: 45,
    publicAgreementShare: 0.85,
  },
  PSYCHOLOGIST: {
    namePattern: "Psykologdemo {town} {nn}",
    practitioners: [1, 4],
    systemType: "psykolog",
    share: 0.22,
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
  CHIROPRACTOR: {
    namePattern: "Kirodemo {town} {nn}",
    practitioners: [1, 6],
    systemType: "kiropraktor",
    share: 0.13,
    profiles: [{ CHIROPRACTIC: 1, SHOCKWAVE: 0.15 }],
    slotMinutes: 45,
    publicAgreementShare: 0.9,
  },
  SPECIALIST_DOCTOR: {
    namePattern: "Speciallægedemo {town} {nn}",
    practitioners: [1, 3],
    systemType: "speciallæge",
    share: 0.08,
    profiles: [
      { SPECIALIST_EXAMINATION: 1, SPECIALIST_TREATMENT: 0.8, FOLLOW_UP_CHECK: 0.6, BLOCKADE: 0.4 },
      { PSYCHIATRIST: 1, PSYCHIATRIC_ASSESSMENT: 0.5 },
    ],
    profileShares: [0.75, 0.25],
    slotMinutes: 30,
    publicAgreementShare: 0.5,
  },
  PODIATRIST: {
    namePattern: "Foddemo {town} {nn}",
    practitioners: [1, 3],
    systemType: "fodterapi",
    share: 0.06,
    profiles: [{ PODIATRY: 1 }],
    slotMinutes: 45,
    publicAgreementShare: 1,
  },
  PRIVATE_HOSPITAL: {
    namePattern: "Privathospital Demo {town}",
    practitioners: [10, 60],
    systemType: "privathospital",
    share: 0.03,
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
  OSTEOPATH: {
    namePattern: "Osteodemo {town} {nn}",
    practitioners: [1, 3],
    share: 0.04,
    profiles: [{ OSTEOPATHY: 1, ACUPUNCTURE: 0.3, REFLEXOLOGY: 0.3 }],
    slotMinutes: 45,
    publicAgreementShare: 0,
  },
  DIETICIAN: {
    namePattern: "Diætdemo {town} {nn}",
    practitioners: [1, 2],
    share: 0.04,
    profiles: [{ DIETICIAN: 1, HEALTH_PROGRAMME: 0.4 }],
    channels: [
      ["IN_PERSON", 0.55],
      ["ONLINE", 0.45],
    ],
    slotMinutes: 45,
    publicAgreementShare: 0,
  },
};

export function kindsOfClinic(): KindOfClinic[] {
  const approved = readCsv<"system_type" | "system" | "status">("medcom_approved_systems").filter((s) => s.status === "approved");
  return PROVIDER_KINDS.map(({ code, profession }) => {
    const { systemType, ...plan } = PLANS[code];
    return {
      profileShares: [1],
      channels: [["IN_PERSON", 1]],
      ...plan,
      kind: code,
      profession: profession.code,
      systems: [...new Set(approved.filter((s) => s.system_type === systemType).map((s) => s.system))].sort(),
    };
  });
}
