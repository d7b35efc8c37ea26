/** Who is covered, from when to when. */
import { reading, stated, type RuleTable } from "./rule.js";

export const MEMBER_RULES = {
  "MEM-COVER-PERIOD": stated(
    "insurance conditions 2025, sections 1.1, 8.1",
    "Treatment is covered from the first to the last day of the insurance.",
  ),
  "MEM-ELIGIBLE-RESIDENCE": stated(
    "insurance conditions 2025, section 2",
    "An insured person lives in Denmark with a health card, or in the Nordic region or Germany with equal public rights.",
    "enrolment: checked before the gateway",
  ),
  "MEM-NO-UPPER-AGE": stated("insurance conditions 2025, section 2", "Employees have no upper age limit."),
  "MEM-WORK-RELATED": stated(
    "insurance conditions 2025, sections 1.2.1, 7",
    "Under the occupational product the disorder must come directly from working life.",
  ),
  "MEM-WORK-DOUBT": stated("insurance conditions 2025, section 1.2.1", "Any doubt about the cause counts as not related to work."),
  "MEM-WORK-SCOPE": reading(
    "insurance conditions 2025, sections 1.2.1, 2.3, 5.8.1, 6.5",
    "The test of a work-related cause applies to employees only, and not to five services with a purpose of their own.",
  ),
  "MEM-BACKDATE-3M": stated(
    "insurance conditions 2025, section 2.1",
    "A company enrols or withdraws employees at most three months back, within the current year.",
  ),
  "MEM-BACKDATE-COMPANY-PAYS": stated(
    "insurance conditions 2025, section 2.1",
    "The company bears payments made for an employee withdrawn back in time; the clinic keeps its money.",
  ),
  "MEM-COINSURED-WHO": stated(
    "insurance conditions 2025, section 2.2",
    "Spouse, partner and children at the same address can be co-insured.",
    "enrolment: checked before the gateway",
  ),
  "MEM-CHILD-24": stated(
    "insurance conditions 2025, section 2.2; Flex product sheet, 'price table'",
    "A co-insured child is covered until its 24th birthday.",
  ),
  "MEM-CHILD-PAID-PERIOD": stated(
    "insurance conditions 2025, section 8.5",
    "A child who turns 24 stays covered until the payment period already paid ends.",
  ),
  "MEM-CHILD-27": stated("insurance conditions 2025, section 2.2", "A similar scheme can carry a child to 27.", "another contract"),
  "MEM-GROUP-CHILD-24": stated(
    "insurance conditions 2025, sections 2.3, 8.5",
    "A group child is covered to the end of the month in which it turns 24, or the age the contract states.",
  ),
  "MEM-GROUP-CHILD-WHO": stated(
    "insurance conditions 2025, section 2.3",
    "Group child cover takes in biological, adopted and, at the same address, foster children.",
    "enrolment: checked before the gateway",
  ),
  "MEM-GROUP-CHILD-CEASES": stated(
    "insurance conditions 2025, sections 2.3, 8.5",
    "Group child cover ends with the cover of the principal insured.",
  ),
  "MEM-COINSURED-PAID-THROUGH": stated(
    "insurance conditions 2025, section 8.5",
    "Co-insured family stays covered to the paid date when the principal leaves the scheme.",
    "policy administration: arrives as the cover's end",
  ),
  "MEM-WAIT-6M": stated(
    "insurance conditions 2025, section 2.4",
    "Co-insured persons, private customers and voluntary schemes wait six months for what was there before.",
  ),
  "MEM-WAIT-NONE-MANDATORY": stated(
    "insurance conditions 2025, section 2.4",
    "Employees under a mandatory scheme do not wait, except for addiction treatment.",
  ),
  "MEM-WAIT-NONE-GROUP-CHILD": reading("insurance conditions 2025, sections 6.5, 2.3", "Children under group child cover do not wait."),
  "MEM-WAIT-SENIORITY": stated(
    "insurance conditions 2025, section 2.4",
    "Time in an earlier insurance counts towards the wait on direct transfer.",
  ),
  "MEM-WAIT-ADDICTION": stated(
    "insurance conditions 2025, sections 6.3, 2.4",
    "Everybody waits six months for addiction treatment, whenever it arose.",
  ),
  "MEM-WAIT-ADVICE": stated(
    "insurance conditions 2025, section 2.4",
    "Health advice is open during the wait.",
    "advice by phone: no booking",
  ),
  "MEM-PREV-INSURER-3M": stated(
    "insurance conditions 2025, section 4.6",
    "A claim filed with the previous insurer is covered after three months in this scheme.",
  ),
  "MEM-PLANNED-BEFORE": stated("insurance conditions 2025, section 4.6", "What was begun or planned before the start is not covered."),
  "MEM-END-OF-MONTH": stated(
    "insurance conditions 2025, section 8.5",
    "Cover ends with the month in which employment, membership or life ends.",
    "policy administration: arrives as the cover's end",
  ),
  "MEM-END-RESIDENCE": stated(
    "insurance conditions 2025, section 8.5",
    "Cover ends with the month in which the insured moves out of the Nordic region and Germany.",
    "policy administration: arrives as the cover's end",
  ),
  "MEM-RUNOFF-3M": stated(
    "insurance conditions 2025, sections 8.5, 8.6",
    "A claim reported and approved in time, with everything received, is treated for three more months.",
  ),
  "MEM-RUNOFF-NO-NEW": stated("insurance conditions 2025, section 8.5", "No claim can be reported after the end."),
  "MEM-RUNOFF-NOT-H-K": stated(
    "insurance conditions 2025, sections 6.7, 6.8",
    "Options H and K and their check-ups must happen before the end: no run-off.",
  ),
  "MEM-RESIGN-DISCLOSE": stated(
    "insurance conditions 2025, section 8.6",
    "A member who has left must say so when reporting, or may have to pay back.",
  ),
  "MEM-CONTINUATION": stated(
    "insurance conditions 2025, section 8.5",
    "A member who leaves can go on privately, without a wait if asked for in time.",
    "a new policy with or without seniority",
  ),
  "MEM-UNPAID": stated("insurance conditions 2025, section 8.3", "A reminded premium not paid in time costs the right to cover."),
  "MEM-FRAUD": stated(
    "insurance conditions 2025, section 8.5",
    "Fraud ends the insurance without notice.",
    "policy administration: arrives as the cover's end",
  ),
  "MEM-FLEX-START": stated("Flex product sheet, 'sign-on'", "Flex starts at the earliest on the day it is bought."),
  "MEM-OPTIONAL-COVER": stated("insurance conditions 2025, sections 4, 6", "An optional cover counts only if the policy states it."),
} as const satisfies RuleTable;
