/** When whoever treats may see the number to ring, and what a recorded contact must be: minimum data (docs/security.md). Pure. */
import type { BookingState } from "../../../../schema/states.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { Channel } from "../../../rules/codes.js";

export type Call = {
  readonly channel: Channel;
  readonly state: BookingState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly bookedAt: Date;
  readonly contactedAt: Date | null;
  readonly now: Date;
  /** TREATMENT, for the claim of the booking, today. */
  readonly consented: boolean;
};

const HOUR_MS = 3_600_000;
/** A call is prepared the day before, and made up for while the appointment is fresh. */
const HOURS_BEFORE = 24;
const HOURS_AFTER = 2;

const path = ["input", "bookingId"];
const BY_TELEPHONE = refusal("CONTACT_NOT_BY_TELEPHONE", "Only an appointment by telephone needs a number to ring.", {
  path,
  remedy: "Meet as the booking says; the member has the clinic's number.",
});
const ENDED = refusal("BOOKING_ENDED", "This appointment is not open any more.", { path, remedy: "Use the booking's reference." });

/** Why the treating clinic may not see the number now; empty when it may. */
export function whyContactStaysHidden({ channel, state, startsAt, endsAt, now, consented }: Call): readonly Refusal[] {
  const reasons: Refusal[] = [];
  if (channel !== "PHONE") reasons.push(BY_TELEPHONE);
  if (state !== "CONFIRMED") reasons.push(ENDED);
  if (!consented)
    reasons.push(
      refusal("CONSENT_MISSING", "The patient's consent has ended or was withdrawn; nothing new is disclosed.", {
        path,
        rule: "CON-WITHDRAW",
        clause: "FAQ, 'Why do I need to give consent?'",
        remedy: "Ask the health team to reach the member.",
      }),
    );
  if (startsAt.getTime() - now.getTime() > HOURS_BEFORE * HOUR_MS)
    reasons.push(
      refusal("TOO_EARLY", `The number is shown from ${HOURS_BEFORE} hours before the appointment.`, {
        path,
        remedy: "Ask for it again then.",
        retryable: true,
      }),
    );
  if (now.getTime() - endsAt.getTime() > HOURS_AFTER * HOUR_MS)
    reasons.push(
      refusal("CONTACT_WINDOW_OVER", `The number is shown until ${HOURS_AFTER} hours after the appointment.`, {
        path,
        remedy: "Ask the health team.",
      }),
    );
  return reasons;
}

/** What stands against putting a contact on record; `at` is when the clinic says that it spoke with the member, or tried to. */
export function contactRefusals({ channel, state, bookedAt, contactedAt, now }: Call, at: Date): readonly Refusal[] {
  const reasons: Refusal[] = [];
  if (channel !== "PHONE") reasons.push(BY_TELEPHONE);
  if (state !== "CONFIRMED") reasons.push(ENDED);
  if (contactedAt !== null)
    reasons.push(refusal("CONTACT_RECORDED", "The contact has been recorded already.", { path, remedy: "Nothing is left to do." }));
  if (at.getTime() > now.getTime() || at.getTime() < bookedAt.getTime())
    reasons.push(
      refusal("CONTACT_IMPOSSIBLE", "A contact lies between the booking and now.", {
        path: ["input", "contactedAt"],
        remedy: "Give the time of the call.",
      }),
    );
  return reasons;
}
