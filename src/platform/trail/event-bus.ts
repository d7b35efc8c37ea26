/**
 * Events from the outbox to every gateway: the relay announces them with NOTIFY, each gateway listens on one connection of its
 * own. An announcement holds ids only; whoever is interested reads the rest as the viewer it is for. NOTIFY reaches who is
 * there: what was announced while the connection was away is read from the outbox once it stands again, and a reader who
 * cannot be given everything is told so.
 */
import pg from "pg";
import { setTimeout as pause } from "node:timers/promises";
import { addressesOf } from "../postgres/connections/hosts.js";
import { askServer, command } from "../postgres/connections/server.js";
import { statement } from "../postgres/statement.js";
import type { EventPayload } from "./outbox.js";
import type { Deliver } from "./relay-outbox.js";

export type BusEvent = {
  readonly id: string;
  readonly topic: string;
  readonly aggregateId: string;
  readonly payload: EventPayload;
};

export type EventBus = {
  /** Events of the topics that begin so, until `signal` ends it; throws {@link EventsMissed} when some could not be kept. */
  readonly listen: (prefix: string, signal: AbortSignal) => AsyncGenerator<BusEvent, void, undefined>;
  /** How many readers there are. */
  readonly readers: () => number;
  /** Settled once the connection listens. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
};

/** Announced since this instant of the database's clock, oldest first; null when they are too many to tell. */
export type EventsSince = (instant: Date) => Promise<readonly BusEvent[] | null>;

/** This reader has missed events: it must read anew what it watches, and then may listen again. */
export class EventsMissed extends Error {
  override readonly name = "EventsMissed";
}

const CHANNEL = "gateway_events";
/** PostgreSQL refuses announcements of 8,000 bytes and more. */
const MOST_BYTES = 7_900;
const MOST_WAITING = 1_000;
const RECONNECT_MS = 500;
/** A connection that died without a word is noticed when a sign of life, asked for each heartbeat, is not answered in time. */
const PATIENCE = { heartbeatMs: 10_000, answerMs: 5_000 };
/** How long a relay's transaction may have been under way when the last sign of life came. */
const MARGIN_MS = 60_000;
/** Ids of what was heard last, so that what is read again is not told again. */
const MOST_REMEMBERED = 10_000;

const ANNOUNCE = statement("announce", "select pg_notify($1, t) from unnest($2::text[]) t");
const CLOCK = statement("server-clock", "select now() as now");

/** Announces events to all gateways; part of the relay's transaction, so nothing is announced that is then undone. */
export const announce: Deliver = async (events, tx) => {
  const texts = events.map(({ id, topic, aggregateId, payload }) => {
    const whole = JSON.stringify({ id, topic, aggregateId, payload });
    return Buffer.byteLength(whole) > MOST_BYTES ? JSON.stringify({ id, topic, aggregateId, payload: {} }) : whole;
  });
  await tx.query(ANNOUNCE.with(CHANNEL, texts));
};

type Reader = { readonly prefix: string; readonly waiting: BusEvent[]; missed: boolean; wake: () => void };

/** Without `since` nothing is caught up: whoever listened while the connection was away is told that it missed events. */
export function connectEventBus(
  url: string,
  since: EventsSince = () => Promise.resolve(null),
  { heartbeatMs, answerMs } = PATIENCE,
): EventBus {
  const readers = new Set<Reader>();
  const heard = new Set<string>();
  const addresses = addressesOf(url);
  let tried = 0;
  let closed = false;
  let client: pg.Client | undefined;
  /** The database's clock when the connection was last known to stand. */
  let alive: Date | undefined;

  const miss = (reader: Reader): void => {
    reader.missed = true;
    reader.waiting.length = 0;
    reader.wake();
  };
  const tell = (event: BusEvent): void => {
    if (heard.has(event.id)) return;
    heard.add(event.id);
    if (heard.size > MOST_REMEMBERED) for (const oldest of [...heard].slice(0, MOST_REMEMBERED / 2)) heard.delete(oldest);
    for (const reader of readers) {
      if (!event.topic.startsWith(reader.prefix) || reader.missed) continue;
      if (reader.waiting.length >= MOST_WAITING) miss(reader);
      else reader.waiting.push(event);
      reader.wake();
    }
  };
  const hear = ({ payload }: pg.Notification): void => {
    const event = read(payload);
    if (event) tell(event);
  };
  const catchUp = async (): Promise<void> => {
    if (!alive || readers.size === 0) return;
    const missed = await since(new Date(alive.getTime() - MARGIN_MS));
    if (missed) missed.forEach(tell);
    else readers.forEach(miss);
  };

  const connect = async (): Promise<void> => {
    // one that follows another takes no LISTEN, so the next is tried
    const connectionString = addresses[tried % addresses.length];
    const next = new pg.Client({
      ...(connectionString ? { connectionString } : {}),
      keepAlive: true,
      connectionTimeoutMillis: 3_000,
      query_timeout: answerMs,
      application_name: "provider-network-events",
    });
    next.on("error", () => {});
    next.on("notification", hear);
    try {
      await next.connect();
      await command(next, `listen ${CHANNEL}`);
      await catchUp();
      alive = await clockOf(next);
    } catch (error) {
      tried += 1;
      void next.end().catch(() => {});
      throw error;
    }
    // only a connection that stood comes back by itself: one that failed is tried again by the loop that made it, and two
    // loops per failure would double at every try while the database is away
    let gone = false;
    const lose = (): void => {
      if (gone) return;
      gone = true;
      clearInterval(heartbeat);
      if (!closed) void reconnect();
    };
    const heartbeat = setInterval(() => {
      clockOf(next).then(
        (now) => (alive = now),
        () => {
          lose();
          void next.end().catch(() => {});
        },
      );
    }, heartbeatMs);
    heartbeat.unref();
    next.on("end", lose);
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
    const reader: Reader = { prefix, waiting: [], missed: false, wake: () => {} };
    const wake = (): void => reader.wake();
    readers.add(reader);
    signal.addEventListener("abort", wake);
    try {
      while (!signal.aborted && !closed) {
        if (reader.missed) throw new EventsMissed("events were missed");
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

async function clockOf(client: pg.Client): Promise<Date> {
  const [clock] = await askServer(client, CLOCK.with());
  return clock?.now ?? new Date(0);
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
    "id" in value &&
    typeof value.id === "string" &&
    "topic" in value &&
    typeof value.topic === "string" &&
    "payload" in value &&
    typeof value.payload === "object"
  );
}
