/** What a request is told that failed before, or outside of, its operation. */
import { INTERNAL_MESSAGE } from "../execution/mask.js";
import { Unauthenticated } from "../identity/viewer.js";
import { HttpFault } from "./answer.js";

export function faultOf(error: unknown, traceId: string): HttpFault {
  if (error instanceof Unauthenticated) {
    const headers = { "www-authenticate": 'Bearer error="invalid_token", DPoP error="invalid_token", algs="ES256 RS256 EdDSA"' };
    return new HttpFault(401, "UNAUTHENTICATED", "The credentials are not valid or no longer valid; sign in again.", headers);
  }
  if (error instanceof Error && error.name === "Overloaded") {
    return new HttpFault(
      503,
      "OVERLOADED",
      "Too much is asked of the service at the moment; nothing was changed.",
      { "retry-after": "2" },
      { retryable: true, retryAfterSeconds: 2, traceId },
    );
  }
  if (error instanceof Error && error.name === "Unavailable") {
    return new HttpFault(
      503,
      "UNAVAILABLE",
      "The service is not available at the moment; nothing was changed.",
      {},
      { retryable: true, traceId },
    );
  }
  return new HttpFault(500, "INTERNAL", INTERNAL_MESSAGE, {}, { traceId });
}
