/**
 * Forms of treatment and complaints: what "only one form of treatment at a time" is about (CLM-ONE-FORM). An examination treats
 * nothing, and a crisis is first aid; some forms are named by the conditions as parts of one course.
 */
import type { Service } from "../codes.js";
import type { ConditionCode } from "./conditions.js";

/** Examinations and first aid: none of them is a form of treatment that others wait for. */
const NO_FORM: ReadonlySet<Service> = new Set<Service>([
  "SPECIALIST_EXAMINATION",
  "DIAGNOSTIC_IMAGING",
  "FOLLOW_UP_CHECK",
  "PSYCHIATRIC_ASSESSMENT",
  "CRISIS_COUNSELLING",
  "SECOND_OPINION",
  "FOOT_CHECK",
  "DEBRIEFING",
]);

/** Group training is part of a course (4.7, 5.7, 5.6.6), shockwave can supplement one (6.5), rehabilitation follows surgery (5.6.6, 6.8). */
const ONE_COURSE: readonly (readonly [Service, Service])[] = [
  ["PHYSIOTHERAPY", "GROUP_TRAINING"],
  ["REHABILITATION", "GROUP_TRAINING"],
  ["PHYSIOTHERAPY", "SHOCKWAVE"],
  ["CHIROPRACTIC", "SHOCKWAVE"],
  ["SPECIALIST_TREATMENT", "REHABILITATION"],
  ["CHRONIC_SURGERY", "REHABILITATION"],
  ["RE_OPERATION", "REHABILITATION"],
];

/** Two forms that would be given at the same time, and are not one course. */
export function areTwoForms(one: Service, other: Service): boolean {
  if (one === other || NO_FORM.has(one) || NO_FORM.has(other)) return false;
  return !ONE_COURSE.some(([a, b]) => (a === one && b === other) || (a === other && b === one));
}

/** Codes that say how long a complaint has lasted, or when it came, and not that it is another one. */
const SAME_COMPLAINT: Readonly<Partial<Record<ConditionCode, ConditionCode>>> = {
  LONG_TERM_BACK_PAIN: "BACK_PAIN",
  LONG_TERM_STRESS: "STRESS",
  PERSISTENT_DEPRESSION: "DEPRESSION",
  PERSISTENT_ANXIETY: "ANXIETY",
  RECURRENT_ANXIETY: "ANXIETY",
  COMPLICATED_GRIEF: "GRIEF",
};

/** The complaint a code is about. */
export function complaintOf(code: ConditionCode): ConditionCode {
  return SAME_COMPLAINT[code] ?? code;
}

/** What nobody has coded yet may be any complaint. */
export function isSameComplaint(one: ConditionCode, other: ConditionCode): boolean {
  return one === "OTHER" || other === "OTHER" || complaintOf(one) === complaintOf(other);
}

/** Crisis counselling and a debriefing rest on an event (COV-CRISIS-EVENTS, COV-CRISIS-DEBRIEF). */
export function restsOnEvent(service: string): boolean {
  return service === "CRISIS_COUNSELLING" || service === "DEBRIEFING";
}
