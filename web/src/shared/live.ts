import type { TypedDocumentNode } from "@urql/core";
import { useEffect, useRef, useState } from "react";
import { useClient } from "urql";

/** What a page listens to; without it (null) the page is not live. */
export type Heard = { readonly document: TypedDocumentNode<unknown, never>; readonly variables: object };

const SETTLED_MS = 250;
const AGAIN_MS = [1_000, 2_000, 5_000, 10_000] as const;

/**
 * Keeps a page as it is now: when something changes, and when the connection is back after a break, the page asks again. A browser
 * gives all its tabs six connections to a host, so only a page that can be seen listens. True while it listens.
 */
export function useLive(heard: readonly Heard[], changed: () => void): boolean {
  const client = useClient();
  const [live, setLive] = useState(false);
  const tell = useRef(changed);
  tell.current = changed;
  const asked = JSON.stringify(heard.map(({ variables }) => variables));
  useEffect(() => {
    if (heard.length === 0) return;
    const stops = new Map<number, () => void>();
    let settling: ReturnType<typeof setTimeout> | undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let failed = 0;
    const soon = (): void => {
      clearTimeout(settling);
      settling = setTimeout(() => tell.current(), SETTLED_MS);
    };
    const stop = (): void => {
      clearTimeout(waiting);
      for (const end of stops.values()) end();
      stops.clear();
      setLive(false);
    };
    const broke = (): void => {
      stop();
      waiting = setTimeout(() => start(true), AGAIN_MS[Math.min(failed, AGAIN_MS.length - 1)]);
      failed += 1;
    };
    const start = (afterBreak: boolean): void => {
      if (document.hidden || stops.size > 0) return;
      heard.forEach(({ document: asking, variables }, i) => {
        const source = client.subscription(asking as TypedDocumentNode<unknown, object>, variables);
        let over = false;
        const { unsubscribe } = source.subscribe(({ data, error, hasNext }) => {
          if (!error && hasNext) {
            failed = 0;
            setLive(true);
          }
          if (data) soon();
          if ((error || !hasNext) && !over && stops.has(i)) broke();
        });
        stops.set(i, () => {
          over = true;
          unsubscribe();
        });
      });
      if (afterBreak) soon();
    };
    const seen = (): void => (document.hidden ? stop() : start(true));
    start(false);
    document.addEventListener("visibilitychange", seen);
    return () => {
      document.removeEventListener("visibilitychange", seen);
      clearTimeout(settling);
      stop();
    };
    // what is listened to changes with its variables
  }, [client, asked]);
  return live;
}
