/**
 * Spans for whoever runs an OpenTelemetry SDK beside the gateway (docs/operations/observing.md); without one nothing is made and nothing
 * costs. Attributes are names and counts from a closed list: no value, no document and nobody's id.
 */
import { context, propagation, ProxyTracerProvider, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";

export type SpanFacts = {
  /** Root field of the operation, path, login or name of the job. */
  readonly name: string;
  readonly attributes?: Readonly<Partial<Record<"role" | "requestId", string | number>>>;
};

const NAME = "provider-network-gateway";
let on: boolean | undefined;

/** An SDK registers itself before the gateway is loaded. */
function isOn(): boolean {
  if (on !== undefined) return on;
  const provider = trace.getTracerProvider();
  on = !(provider instanceof ProxyTracerProvider) || provider.getDelegateTracer(NAME) !== undefined;
  return on;
}

/** Runs the work as a span, a child of the one around it. */
export function spanned<T>(kind: "listener" | "execution" | "transaction" | "job", facts: SpanFacts, work: () => Promise<T>): Promise<T> {
  if (!isOn()) return work();
  const options = { kind: kind === "listener" ? SpanKind.SERVER : SpanKind.INTERNAL, attributes: { ...facts.attributes } };
  return trace.getTracer(NAME).startActiveSpan(`${kind} ${facts.name}`, options, async (span) => {
    try {
      return await work();
    } catch (error) {
      // the name alone: a message may quote what was asked
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : "Error" });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Runs the work of a request under the trace that its caller names (W3C Trace Context). */
export function underCaller<T>(headers: Readonly<Record<string, unknown>>, work: () => T): T {
  return isOn() ? context.with(propagation.extract(context.active(), headers), work) : work();
}

/** For a test that registers and removes an SDK. */
export function lookAgain(): void {
  on = undefined;
}
