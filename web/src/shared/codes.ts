/** What people call the values of the graph's enumerations: the graph says it, once for all pages of a session. */
import { useMemo } from "react";
import { useQuery } from "urql";
import { CodeWords } from "../graph/public";
import { asAsked, useLanguage } from "../words";

/** Those that some page shows. */
const NAMES = [
  "Accessibility",
  "AccountChangeState",
  "AccountingMonthAct",
  "AccountingMonthActState",
  "AccountingMonthReopening",
  "Availability",
  "BalanceDifferenceReason",
  "BankAnswerKind",
  "BankExceptionReason",
  "BankExceptionResolution",
  "BookingState",
  "BusyFeedState",
  "CapacitySourceState",
  "Channel",
  "ClaimEventKind",
  "ClaimState",
  "ComplaintCause",
  "ComplaintState",
  "ConditionCode",
  "ConsentPurpose",
  "ConsentState",
  "CorrectionReason",
  "Cover",
  "CoverLossTodo",
  "CoverageNote",
  "CredentialKind",
  "DecisionKind",
  "DecisionMark",
  "DenialReason",
  "DisputeEnd",
  "DisputeFinding",
  "GuaranteeClass",
  "GuaranteeEffect",
  "GuaranteeOutcome",
  "GuardianAccess",
  "InformationNeed",
  "LedgerAccountName",
  "LeftOutReason",
  "LimitPeriod",
  "MatchCertainty",
  "NetworkGapKind",
  "NetworkIntakeState",
  "NetworkLineOutcome",
  "NetworkPart",
  "PaymentFileState",
  "PaymentGuaranteeState",
  "PolicyOption",
  "PolicyRole",
  "Product",
  "Profession",
  "Progress",
  "PromiseNextAction",
  "PromiseState",
  "ProposalKind",
  "ProviderKind",
  "RateChannel",
  "RateState",
  "ReasonCode",
  "ReferralType",
  "Region",
  "SelfBillKind",
  "ServiceCode",
  "SessionKind",
  "SettlementBatchChange",
  "SettlementBatchState",
  "SettlementLineKind",
  "SettlementLineState",
  "SettlementPaymentState",
  "SlotLineOutcome",
  "SubmissionKind",
  "SubmissionState",
  "Team",
  "TimeOfDay",
  "ViewerRole",
  "Wish",
  "WithdrawalOutcome",
  "WorkKind",
] as const;
type Name = (typeof NAMES)[number];

export type Codes = {
  /** The word for a value; the value itself for one that the graph has no word for. */
  readonly word: (name: Name, value: string | null | undefined) => string;
  /** All values with their words, in the order of their list. */
  readonly all: (name: Name) => readonly (readonly [string, string])[];
};

export function useCodes(): Codes {
  const { language } = useLanguage();
  const variables = useMemo(() => ({ names: NAMES, language: asAsked(language) }), [language]);
  const [{ data }] = useQuery({ query: CodeWords, variables });
  return useMemo(() => {
    const known = new Map(
      data?.words.map(({ name, values }) => [name, new Map(values.map(({ value, label }) => [value, label] as const))] as const),
    );
    return {
      word: (name, value) => (value == null ? "" : (known.get(name)?.get(value) ?? (data ? value : ""))),
      all: (name) => [...(known.get(name) ?? [])],
    };
  }, [data]);
}
