/** Callers who never give up: the same key again and again until the answer is definite. They are the only ones who know what was promised. */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { globalId } from "../../src/gateway/api/global-id.js";
import { BOOK, uuidOf } from "../bookings/documents.js";
import type { Person, World } from "./world.js";

/** What a caller was told: the booking, or the refusals. */
export type Told = {
  readonly key: string;
  readonly person: Person;
  readonly slotId: string;
  readonly bookingId: string | null;
  readonly codes: readonly string[];
  readonly tries: number;
};

export type Clients = {
  readonly told: Told[];
  readonly acknowledged: () => number;
  /** The same request once more; answers the booking it names. */
  readonly replay: (told: Told) => Promise<string | null>;
  /** Until so many bookings are acknowledged, which may be said anew while it runs; never further than `upTo` at a time, so that every kill finds a crowd. */
  readonly run: (callers: number, bookings: number | (() => number), upTo: () => number) => Promise<void>;
};

export type ClientOptions = {
  readonly urls: readonly string[];
  readonly world: World;
  readonly tokenOf: (person: Person) => Promise<string>;
  /** Sabotage: every retry is sent as a new request. */
  readonly freshKeys: boolean;
};

const PATIENCE_MS = 5_000;
const MOST_TRIES = 400;

export function clients({ urls, world, tokenOf, freshKeys }: ClientOptions): Clients {
  const told: Told[] = [];
  let acknowledged = 0;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;

  async function ask(person: Person, slotId: string, key: string): Promise<{ bookingId: string | null; codes: string[] } | null> {
    const input = { idempotencyKey: key, claimId: globalId("Claim", person.claim.id), slotId: globalId("Slot", slotId) };
    try {
      const response = await fetch(`${pick(urls)}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${await tokenOf(person)}` },
        body: JSON.stringify({ query: BOOK, variables: { input } }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const { data } = (await response.json()) as {
        data?: { bookSlot?: { booking: { id: string } | null; errors: { code: string; retryable: boolean }[] } };
      };
      const answer = data?.bookSlot;
      if (!answer || answer.errors.some((e) => e.code === "BUSY")) return null;
      return { bookingId: answer.booking ? uuidOf(answer.booking.id) : null, codes: answer.errors.map((e) => e.code) };
    } catch {
      return null;
    }
  }

  async function untilDefinite(person: Person, slotId: string, firstKey: string): Promise<Told> {
    let key = firstKey;
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      const answer = await ask(person, slotId, key);
      if (answer) return { key, person, slotId, ...answer, tries };
      await pause(30 + Math.random() * 170);
      if (freshKeys) key = randomUUID();
    }
    throw new Error("no definite answer after many tries");
  }

  async function caller(wanted: () => number, upTo: () => number): Promise<void> {
    while (acknowledged < wanted()) {
      if (acknowledged >= upTo()) {
        await pause(20);
        continue;
      }
      const answer = await untilDefinite(pick(world.people), pick(world.slots), randomUUID());
      told.push(answer);
      if (answer.bookingId) acknowledged += 1;
    }
  }

  return {
    told,
    acknowledged: () => acknowledged,
    replay: async ({ person, slotId, key }) => (await untilDefinite(person, slotId, key)).bookingId,
    run: async (callers, bookings, upTo) => {
      const wanted = typeof bookings === "number" ? () => bookings : bookings;
      await Promise.all(Array.from({ length: callers }, () => caller(wanted, upTo)));
    },
  };
}
