import type { LetterChannel } from "./letter.js";

const LIMIT_MS = 10_000;

/**
 * A gateway for text messages over HTTP: POST of {"to", "text", "reference"} as JSON with a bearer token; 2xx has taken it, 429 and 5xx
 * are asked again, anything else will never be taken. The reference is the same in every try, so that none is sent twice.
 */
export const sms: LetterChannel = {
  code: "SMS",
  rings: true,
  open: ({ smsUrl, smsToken }) => {
    if (smsUrl === null || smsToken === null) return null;
    return async ({ id, to, text }) => {
      try {
        const { ok, status } = await fetch(smsUrl, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${smsToken}`, "idempotency-key": id },
          body: JSON.stringify({ to, text, reference: id }),
          redirect: "error",
          signal: AbortSignal.timeout(LIMIT_MS),
        });
        return { kind: ok ? "TAKEN" : status === 429 || status >= 500 ? "AGAIN" : "REFUSED" };
      } catch {
        return { kind: "AGAIN" };
      }
    };
  },
};
