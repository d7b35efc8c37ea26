/** One subscription as Server-Sent Events. A browser's own EventSource sends no header of ours, and the cookie counts only with one. */
import type { ExecutionResult } from "@urql/core";

type Sink = { readonly next: (answer: ExecutionResult) => void; readonly error: (error: unknown) => void };

export function listen(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: object,
  sink: Sink,
): () => void {
  const stopped = new AbortController();
  const read = async (): Promise<void> => {
    const answer = await fetch(url, {
      method: "POST",
      headers: { ...headers, accept: "text/event-stream", "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: stopped.signal,
    });
    if (!answer.ok || !answer.body) throw new Error(`the stream answered ${answer.status}`);
    // it listens from now on: a client waits for this before it says so
    sink.next({ data: null });
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let waiting = "";
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const events = `${waiting}${next.value}`.split("\n\n");
      waiting = events.pop() ?? "";
      for (const event of events) {
        const told = /^event: next\ndata: (.*)$/s.exec(event)?.[1];
        if (told !== undefined) sink.next(JSON.parse(told) as ExecutionResult);
      }
    }
    // the gateway goes away, or the session is over: nobody hears of what happens from now on
    throw new Error("the stream ended");
  };
  read().catch((error: unknown) => {
    if (!stopped.signal.aborted) sink.error(error);
  });
  return () => stopped.abort();
}
