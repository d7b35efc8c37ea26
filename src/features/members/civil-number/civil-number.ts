/** When a clinic may see whom it treats by civil registration number: minimum data (docs/security.md). Pure. */
import type { BookingState } from "../../../../schema/states.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";

/** Services whose record the clinic must keep under the person's number: those of doctors and hospitals. */
const NEEDS_IDENTIFICATION: ReadonlySet<string> = new Set([
  "SPECIALIST_EXAMINATION",
  "SPECIALIST_TREATMENT",
  "DIAGNOSTIC_IMAGING",
  "FOLLOW_UP_CHECK",
  "PSYCHIATRIST",
  "PSYCHIATRIC_ASSESSMENT",
  "CHRONIC_SURGERY",
  "BLOCKADE",
  "RE_OPERATION",
  "SECOND_OPINION",
  "CPAP_TREATMENT",
  "MEDICATION_FOLLOW_UP",
]);
/** From so long before the appointment. */
const DAYS_BEFORE = 2;
const DAY_MS = 86_400_000;

export type Appointment = {
  readonly serviceCode: string;
  readonly state: BookingState;
  readonly startsAt: Date;
  readonly now: Date;
  /** TREATMENT, for the claim of the booking, today. */ readonly consented: boolean;
};

/** Why the treating clinic may not see the number now; empty when it may. */
export function whyNumberStaysHidden({ serviceCode, state, startsAt, now, consented }: Appointment): readonly Refusal[] {
  const path = ["input", "bookingId"];
  const reasons: Refusal[] = [];
  if (state !== "CONFIRMED")
    reasons.push(
      refusal("BOOKING_ENDED", "The number is shown only while the appointment is ahead.", {
        path,
        remedy: "Use the booking's reference.",
      }),
    );
  if (!consented)
    reasons.push(
      refusal("CONSENT_MISSING", "The patient's consent has ended or was withdrawn; nothing new is disclosed.", {
        path,
        rule: "CON-WITHDRAW",
        clause: "FAQ, 'Why do I need to give consent?'",
        remedy: "Let the patient give consent again; until then use the booking's reference.",
      }),
    );
  if (!NEEDS_IDENTIFICATION.has(serviceCode))
    reasons.push(
      refusal(
        "IDENTIFICATION_NOT_NEEDED",
        "This treatment is recorded under the booking's reference, without a civil registration number.",
        { path },
      ),
    );
  if (startsAt.getTime() - now.getTime() > DAYS_BEFORE * DAY_MS)
    reasons.push(refusal("TOO_EARLY", `The number is shown from ${DAYS_BEFORE} days before the appointment.`, { path, retryable: true }));
  return reasons;
}
