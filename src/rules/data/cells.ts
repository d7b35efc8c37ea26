/** What can stand in a cell of the service matrix. Whatever restricts names the rule it comes from. */
import type { Channel, Cover, GuaranteeClass, Mode, Product, ReferralType, Service } from "../codes.js";
import type { ConditionCode } from "./conditions.js";
import type { RuleId } from "../catalogue.js";

export type ProviderCell = { readonly mode: "ANY" | "NETWORK"; readonly rule: RuleId };

/** `ALWAYS` accepts the types named, `ON_REQUEST` any type and only when asked for, `REHAB` depends on the operation. */
export type ReferralCell = {
  readonly needed: "ALWAYS" | "ON_REQUEST" | "NEVER" | "REHAB";
  readonly types: readonly ReferralType[];
  readonly rule: RuleId;
};

/** STANDARD: pre-existing never, new ones six months. NO_SIX_MONTH: pre-existing never. The others lift both, or exclude. */
export type ChronicCell = "STANDARD" | "NO_SIX_MONTH" | "MSK_WAIVED" | "WAIVED" | "LASTING_EXCLUDED" | "STANDARD_EXCEPT_LISTED";

/** When a numeric limit counts at all. */
export type LimitScope = { readonly mode?: Mode; readonly underAge?: number; readonly listedConditions?: true };
export type Limit = LimitScope & {
  readonly kind: "YEAR" | "SUBYEAR" | "CLAIM" | "CONDITION" | "PERIOD";
  readonly services: readonly Service[];
  readonly max: number;
  readonly rule: RuleId;
  /** The pool of Flex, which a setting can split into one pool for each form. */
  readonly splits?: true;
};
/** Limits that are not numbers of treatments. */
export type CoverBound =
  | { readonly kind: "AGE"; readonly from: number; readonly to: number | null; readonly rule: RuleId }
  | { readonly kind: "COURSE"; readonly months: 6 | 12; readonly mode?: Mode; readonly rule: RuleId }
  | { readonly kind: "FOLLOW_UP_24M"; readonly rule: RuleId }
  | { readonly kind: "DIAGNOSIS_6M"; readonly rule: RuleId }
  | { readonly kind: "PROGRAMME"; readonly per: "REGION" | "CONDITION" | "ANXIETY" | "ANY"; readonly rule: RuleId };

/** What has to hold beside a condition of the list; GRANTED: the insurer's doctors give it in this case. */
export type ListRemark = "NOT_PRE_EXISTING" | "NOT_YET_DIAGNOSED" | "AFTER_ASSESSMENT" | "GRANTED";

export type EligibleCell =
  | {
      readonly kind: "ANY" | "MSK" | "MSK_LONG_TERM" | "MSK_CHRONIC" | "AFTER_SURGERY" | "REHAB" | "SHOCKWAVE" | "GRANTED" | "REOPERATION";
      readonly rule: RuleId;
    }
  | {
      readonly kind: "LIST";
      readonly codes: readonly ConditionCode[];
      readonly only?: ListRemark;
      readonly rule: RuleId;
    };

/** One service of one cover of one product. A combination without a row is not in the product. */
export type MatrixRow = {
  readonly product: Product;
  readonly under: Cover;
  readonly service: Service;
  readonly provider: ProviderCell;
  readonly referral: ReferralCell;
  readonly channels: readonly Channel[];
  readonly chronic: ChronicCell;
  readonly guarantee: { readonly class: GuaranteeClass; readonly rule: RuleId };
  readonly eligible: EligibleCell;
  readonly limits: readonly Limit[];
  readonly bounds: readonly CoverBound[];
};

export const ownChoiceToo: ProviderCell = { mode: "ANY", rule: "PRV-OWN-CHOICE" };
export const networkOnly = (rule: RuleId): ProviderCell => ({ mode: "NETWORK", rule });

export const needs = (rule: RuleId, ...types: readonly ReferralType[]): ReferralCell => ({ needed: "ALWAYS", types, rule });
export const onRequest = (rule: RuleId): ReferralCell => ({ needed: "ON_REQUEST", types: ["GP", "SPECIALIST", "RECOMMENDATION"], rule });
export const never = (rule: RuleId): ReferralCell => ({ needed: "NEVER", types: [], rule });
export const byOperation = (rule: RuleId): ReferralCell => ({ needed: "REHAB", types: ["GP", "SPECIALIST"], rule });

export const promise = (of: GuaranteeClass, rule: RuleId): MatrixRow["guarantee"] => ({ class: of, rule });

export const any = (rule: RuleId): EligibleCell => ({ kind: "ANY", rule });
export const only = (rule: RuleId, kind: Exclude<EligibleCell["kind"], "ANY" | "LIST">): EligibleCell => ({ kind, rule });
export const listed = (rule: RuleId, ...codes: readonly ConditionCode[]): EligibleCell => ({ kind: "LIST", codes, rule });
export const listedIf = (rule: RuleId, remark: ListRemark, ...codes: readonly ConditionCode[]): EligibleCell => ({
  kind: "LIST",
  codes,
  only: remark,
  rule,
});

const limit =
  (kind: Limit["kind"]) =>
  (rule: RuleId, max: number, services: readonly Service[], scope: LimitScope & { readonly splits?: true } = {}): Limit => ({
    kind,
    services,
    max,
    rule,
    ...scope,
  });
/** At most `max` in the calendar year of the treatment, all services named together. */
export const year = limit("YEAR");
/** The same for a service inside a larger pool. */
export const subyear = limit("SUBYEAR");
/** At most `max` for one claim. */
export const perClaim = limit("CLAIM");
/** At most `max` for one condition in the insurance period, in whatever claims. */
export const perCondition = limit("CONDITION");
/** At most `max` in the whole insurance period. */
export const inPeriod = limit("PERIOD");

export const aged = (rule: RuleId, from: number, to: number | null): CoverBound => ({ kind: "AGE", from, to, rule });
export const course = (rule: RuleId, months: 6 | 12, mode?: Mode): CoverBound => ({
  kind: "COURSE",
  months,
  rule,
  ...(mode ? { mode } : {}),
});
export const followUp24m = (rule: RuleId): CoverBound => ({ kind: "FOLLOW_UP_24M", rule });
export const diagnosis6m = (rule: RuleId): CoverBound => ({ kind: "DIAGNOSIS_6M", rule });
export const programme = (rule: RuleId, per: "REGION" | "CONDITION" | "ANXIETY" | "ANY"): CoverBound => ({ kind: "PROGRAMME", per, rule });
