/** W3C Trace Context: the trace that a caller is in goes on here, and the caller is told under which step. */
import { randomBytes } from "node:crypto";

export type Trace = {
  /** 32 hexadecimal digits: names the request in logs and the audit trail, and goes on with the events it causes. */
  readonly traceId: string;
  /** For the header `traceresponse`. */
  readonly answer: string;
};

/** Version, trace, parent, flags; a later version may say more behind them. */
const FORM = /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(-.*)?$/;

/** Null for a header that is none, which is passed over as the standard wants. */
export function traceOf(traceparent: string | string[] | undefined): Trace | null {
  const [, version, traceId, flags, more] = typeof traceparent === "string" ? (FORM.exec(traceparent) ?? []) : [];
  if (traceId === undefined || (version === "00" && more !== undefined)) return null;
  return { traceId, answer: `00-${traceId}-${randomBytes(8).toString("hex")}-${flags}` };
}
