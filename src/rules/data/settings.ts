/**
 * Numbers the conditions leave open or may change, by version. A stored decision names its version and what its settings
 * changed, so it can be run again years later. A new set of conditions is a new entry here, never an edit of an old one.
 */
import type { ExtraDay } from "../../kernel/calendar.js";

export type Settings = {
  /** CAL-EXTRA-DAYS */
  readonly extraNonWorkingDays: readonly ExtraDay[];
  /** GUA-NETWORK-4-5, working days */
  readonly networkFirstTargetDays: number;
  readonly networkTargetDays: number;
  /** GUA-NETWORK-10, working days */
  readonly networkMaxDays: number;
  /** GUA-SPECIALIST-10, working days */
  readonly specialistMaxDays: number;
  /** GUA-FLEX-15, working days */
  readonly flexSpecialistMaxDays: number;
  /** GUA-CRISIS-3H, elapsed hours */
  readonly crisisContactHours: number;
  /** COV-CRISIS-48H, elapsed hours */
  readonly crisisReportHours: number;
  /** CON-ONE-YEAR */
  readonly consentMonths: number;
  /** MEM-RUNOFF-3M */
  readonly runOffMonths: number;
  /** REI-BILLS-3M, TRN-BILLS-3M */
  readonly billMonths: number;
  /** MEM-WAIT-6M, MEM-WAIT-ADDICTION */
  readonly waitingMonths: number;
  /** MEM-PREV-INSURER-3M */
  readonly previousInsurerMonths: number;
  /** COV-PHYSIO-ANNUAL-12: one pool of twelve for both forms, or twelve for each */
  readonly flexPhysioChiroPool: "COMBINED" | "EACH";
  /** MEM-GROUP-CHILD-24, where the contract states no other age */
  readonly groupChildAge: number;
  /** ABS-LATE-CANCEL, where neither slot nor clinic states another limit */
  readonly lateCancellationHours: number;
  /** REF-VALIDITY-OPEN: null is no expiry */
  readonly referralValidityMonths: number | null;
  /** TRN-60KM, one way, strictly more */
  readonly transportMinimumKm: number;
};

/** Stored with every decision (GEN-VALIDITY-2025). */
export const RULE_VERSION = "conditions-2025.3";
/** The first reading of the same conditions (docs/decisions/0043-the-conditions-read-again.md). */
const FIRST_READING = "conditions-2025.1";
/** The second reading before its last rows: causes, conditions on no list and seven services came after it. */
const SECOND_READING_BEGUN = "conditions-2025.2";

export const SETTINGS: Settings = {
  extraNonWorkingDays: [],
  networkFirstTargetDays: 4,
  networkTargetDays: 5,
  networkMaxDays: 10,
  specialistMaxDays: 10,
  flexSpecialistMaxDays: 15,
  crisisContactHours: 3,
  crisisReportHours: 48,
  consentMonths: 12,
  runOffMonths: 3,
  billMonths: 3,
  waitingMonths: 6,
  previousInsurerMonths: 3,
  flexPhysioChiroPool: "COMBINED",
  groupChildAge: 24,
  lateCancellationHours: 24,
  referralValidityMonths: null,
  transportMinimumKm: 60,
};

const VERSIONS: Readonly<Record<string, Settings>> = {
  [FIRST_READING]: SETTINGS,
  [SECOND_READING_BEGUN]: SETTINGS,
  [RULE_VERSION]: SETTINGS,
};

/** The settings of a rule version with what a contract changes in them; null for a version never published. */
export function settingsOf(version: string, changed: Partial<Settings> = {}): Settings | null {
  const published = Object.hasOwn(VERSIONS, version) ? VERSIONS[version] : undefined;
  return published ? { ...published, ...changed } : null;
}
