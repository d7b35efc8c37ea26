/** What an answer tells its reader about the thing that was asked for. */
export type Outcome =
  /** The document was not let in: the role has no such operation. */
  | "CLOSED"
  /** As if there were nothing: null, an empty page, NOT_FOUND. */
  | "HIDDEN"
  /** It was found, whatever then became of the request. */
  | "REACHED";

export function outcomeOf(status: number, body: { data?: any; errors?: any[] }): Outcome {
  const codes = (body.errors ?? []).map((error) => String(error.extensions?.code));
  if (status !== 200 && body.data === undefined) return codes.every((code) => CLOSED.has(code)) ? "CLOSED" : "REACHED";
  const refusals = (body.errors ?? []).flatMap((error) => error.extensions?.refusals ?? []);
  if (refusals.some((refusal) => refusal.code === "NOT_FOUND")) return "HIDDEN";
  const answer = body.data ? Object.values<any>(body.data)[0] : null;
  if (answer === null || answer === undefined) return (body.errors ?? []).length > 0 ? "REACHED" : "HIDDEN";
  if (Array.isArray(answer)) return answer.every((each) => each === null) ? "HIDDEN" : "REACHED";
  if (Array.isArray(answer.edges)) return answer.edges.length === 0 ? "HIDDEN" : "REACHED";
  if ((answer.errors ?? []).some((error: any) => error.code === "NOT_FOUND")) return "HIDDEN";
  return "REACHED";
}

const CLOSED = new Set(["GRAPHQL_VALIDATION_FAILED", "UNAUTHENTICATED"]);

/** The answer without what is different in every answer. */
export function comparable(text: string): string {
  return (
    text
      .replace(/"traceId":"[^"]*"/g, '"traceId":""')
      .replace(/"available":\d+/g, '"available":0')
      .replace(/"asOf":"[^"]*"/g, '"asOf":""')
      .replace(/asOf=[^&"]*/g, "asOf=")
      // when a calendar file was written, RFC 5545 section 3.8.7.2
      .replace(/DTSTAMP:\w+/g, "DTSTAMP:")
  );
}
