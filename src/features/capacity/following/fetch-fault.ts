/** Why what is followed could not be fetched or read, as its clinic is told it. */
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { isRefusalCode, REFUSALS } from "../../../kernel/refusal-codes.js";

const again = { retryable: true };

const FAULTS: Readonly<Record<string, Refusal>> = {
  FETCH_FORBIDDEN: refusal("FETCH_FORBIDDEN", "The address is at a host that may no longer be fetched from.", {
    remedy: "Follow another address, or ask the insurer to allow its host.",
  }),
  FETCH_ADDRESS_FORBIDDEN: refusal("FETCH_ADDRESS_FORBIDDEN", "The name in the address leads into a network that is not fetched from.", {
    ...again,
    remedy: "Ask whoever keeps the calendar to publish it on the internet.",
  }),
  FETCH_UNREACHABLE: refusal("FETCH_UNREACHABLE", "The address could not be reached; it is tried again.", {
    ...again,
    remedy: "If it stays so, see whether the address still opens in a browser.",
  }),
  FETCH_REDIRECTED: refusal("FETCH_REDIRECTED", "The address sends on to another one, which is not followed.", {
    ...again,
    remedy: "Follow the address that it sends on to.",
  }),
  FETCH_REFUSED: refusal("FETCH_REFUSED", "The address did not hand over what stands there; it is tried again.", {
    ...again,
    remedy: "If it stays so, publish the calendar anew and follow its new address.",
  }),
  FETCH_TOO_LARGE: refusal("FETCH_TOO_LARGE", "What stands at the address is larger than is taken.", {
    ...again,
    remedy: "Publish less of the past.",
  }),
  FETCH_TOO_SLOW: refusal("FETCH_TOO_SLOW", "The address took longer than twenty seconds to answer; it is tried again.", {
    ...again,
    remedy: "If it stays so, publish less of the past.",
  }),
  MANIFEST_UNREADABLE: refusal(
    "MANIFEST_UNREADABLE",
    "What stands at the address is no manifest of a publication, or lists too many files.",
    {
      ...again,
      remedy: "Follow the address of the $bulk-publish manifest.",
    },
  ),
};

export function fetchFault(code: string): Refusal | null {
  return FAULTS[code] ?? (isRefusalCode(code) ? refusal(code, `${REFUSALS[code][0]} It is tried again.`, again) : null);
}
