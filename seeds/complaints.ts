/** Complaints that members of the fictional network come with. Whether one is covered for a member is for the rules to say. */
import type { Cover, Service } from "../src/rules/codes.js";
import type { ConditionCode } from "../src/rules/data/conditions.js";
export type Plan = {
  readonly under: Cover;
  readonly service: Service;
  readonly conditions: readonly ConditionCode[];
  /** The doctor's referral that the service needs by its row of the matrix. */
  readonly referral?: "GP";
  /** Treatments allocated, where they are allocated in portions (COV-PORTION). */
  readonly portion?: number;
  readonly channel?: "ONLINE";
  /** Language the member wishes to be treated in. */
  readonly language?: string;
  /** The event of a crisis, hours before the report. */
  readonly crisisHoursBefore?: number;
  /** How often it is tried first, against the others; options weigh more, because few members have them. */
  readonly weight: number;
};

const MUSCLES: readonly ConditionCode[] = ["BACK_PAIN", "NECK_PAIN", "SHOULDER_PAIN", "KNEE_INJURY", "TENNIS_ELBOW", "TENSION_HEADACHE"];
const MIND: readonly ConditionCode[] = ["STRESS", "ANXIETY", "GRIEF", "DEPRESSION"];
const LONG_TERM: readonly ConditionCode[] = ["LONG_TERM_BACK_PAIN", "KNEE_OSTEOARTHRITIS"];

export const PLANS: readonly Plan[] = [
  { under: "BASE", service: "PHYSIOTHERAPY", conditions: MUSCLES, referral: "GP", weight: 8 },
  { under: "BASE", service: "CHIROPRACTIC", conditions: ["BACK_PAIN", "NECK_PAIN", "TENSION_HEADACHE"], weight: 5 },
  { under: "BASE", service: "PSYCHOLOGIST", conditions: MIND, weight: 6 },
  { under: "BASE", service: "PSYCHOLOGIST", conditions: MIND, channel: "ONLINE", weight: 3 },
  { under: "BASE", service: "PSYCHOTHERAPIST", conditions: MIND, weight: 2 },
  { under: "BASE", service: "CHILD_MENTAL_PROGRAMME", conditions: ["ANXIETY", "GRIEF"], weight: 3 },
  // an event reported after 48 hours is treated as any other, within ten working days (COV-CRISIS-48H)
  { under: "BASE", service: "CRISIS_COUNSELLING", conditions: ["ACUTE_CRISIS"], crisisHoursBefore: 70, weight: 1 },
  { under: "BASE", service: "SPECIALIST_EXAMINATION", conditions: ["SHOULDER_PAIN", "SKIN_SIGNIFICANT"], referral: "GP", weight: 4 },
  { under: "BASE", service: "DIAGNOSTIC_IMAGING", conditions: ["KNEE_INJURY", "HERNIATED_DISC"], referral: "GP", weight: 2 },
  { under: "B", service: "PHYSIOTHERAPY", conditions: MUSCLES, weight: 8 },
  { under: "F", service: "PHYSIOTHERAPY", conditions: LONG_TERM, portion: 6, weight: 6 },
  { under: "F", service: "CHIROPRACTIC", conditions: LONG_TERM, portion: 4, weight: 6 },
  { under: "A", service: "DIETICIAN", conditions: ["DIABETES", "GOUT"], portion: 5, weight: 6 },
  { under: "K", service: "BLOCKADE", conditions: LONG_TERM, referral: "GP", weight: 6 },
];

/** A wish that nobody in the fictional network can meet: what a promise at risk looks like, with its proof. */
export const HARD_TO_PLACE: Plan = { under: "BASE", service: "PSYCHOLOGIST", conditions: ["STRESS"], language: "is", weight: 1 };
