/**
 * Events from the outbox to every gateway: the relay announces them with NOTIFY, each gateway listens on one connection of its
 * own. An announcement holds ids only; whoever is interested reads the rest as the viewer it is for.
 */
import pg from "pg";
import { setTimeout as pause } from "node:timers/promises";
import type { Deliver } from "./relay-outbox.js";

export type BusEvent = {
  readonly id: string;
  readonly topic: string;
  readonly aggregateId: string;
  readonly payload: Readonly<Record<string, unknown>>;
};

export type EventBus = {
  /** Events of the topics that begin so, until `signal` ends it. A reader too slow to keep up loses the oldest. */
  readonly listen: (prefix: string, signal: AbortSignal) => AsyncGenerator<BusEvent, void, undefined>;
  /** How many readers there are. */
  readonly readers: () => number;
  /** Settled once the connection listens. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
};

const CHANNEL = "gateway_events";
/** PostgreSQL refuses announcements of 8,000 bytes and more. */
const MOST_BYTES = 7_900;
const MOST_WAITING = 1_000;
const RECONNECT_MS = 500;

/** Announces events to all gateways; part of the relay's transaction, so nothing is announced that is then undone. */
export const announce: Deliver = async (events, tx) => {
  const texts = events.map(({ id, topic, aggregateId, payload }) => {
    const whole = JSON.stringify({ id, topic, aggregateId, payload });
    return Buffer.byteLength(whole) > MOST_BYTES ? JSON.stringify({ id, topic, aggregateId, payload: {} }) : whole;
  });
  await tx.query("select pg_notify($1, t) from unnest($2::text[]) t", [CHANNEL, texts], "announce");
};

type Reader = { readonly prefix: string; readonly waiting: BusEvent[]; wake: () => void };

export function connectEventBus(url: string): EventBus {
  const readers = new Set<Reader>();
  let closed = false;
  let client: pg.Client | undefined;

  const hear = ({ payload }: pg.Notification): void => {
    const event = read(payload);
    if (!event) return;
    for (const reader of readers) {
      if (!event.topic.startsWith(reader.prefix)) continue;
      reader.waiting.push(event);
      if (reader.waiting.length > MOST_WAITING) reader.waiting.shift();
      reader.wake();
    }
  };

  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 3_000,
      application_name: "provider-network-events",
    });
    next.on("error", () => {});
    next.on("notification", hear);
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
    } catch (error) {
      void next.end().catch(() => {});
      throw error;
    }
    // only a connection that stood comes back by itself: one that failed is tried again by the loop that made it, and two
    // loops per failure would double at every try while the database is away
    next.on("end", () => void (closed || reconnect()));
    client = next;
    if (closed) await next.end();
  };
  const reconnect = async (): Promise<void> => {
    while (!closed) {
      const there = await connect().then(
        () => true,
        () => false,
      );
      if (there) return;
      await pause(RECONNECT_MS);
    }
  };

  async function* listen(prefix: string, signal: AbortSignal): AsyncGenerator<BusEvent, void, undefined> {
    const reader: Reader = { prefix, waiting: [], wake: () => {} };
    const wake = (): void => reader.wake();
    readers.add(reader);
    signal.addEventListener("abort", wake);
    try {
      while (!signal.aborted && !closed) {
        const next = reader.waiting.shift();
        if (next) yield next;
        else await new Promise<void>((resolve) => (reader.wake = resolve));
      }
    } finally {
      readers.delete(reader);
      signal.removeEventListener("abort", wake);
    }
  }

  return {
    listen,
    readers: () => readers.size,
    ready: reconnect(),
    close: async () => {
      closed = true;
      for (const reader of readers) reader.wake();
      await client?.end().catch(() => {});
    },
  };
}

function read(text: string | undefined): BusEvent | null {
  try {
    const event: unknown = JSON.parse(text ?? "");
    return isEvent(event) ? event : null;
  } catch {
    return null;
  }
}

function isEvent(value: unknown): value is BusEvent {
  return (
    typeof value === "object" &&
    value !== null &&
    "topic" in value &&
    typeof value.topic === "string" &&
    "payload" in value &&
    typeof value.payload === "object"
  );
}
