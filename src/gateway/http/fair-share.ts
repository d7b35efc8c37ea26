/**
 * What keeps one caller from being in the others' way before anything of his is worked on: he is turned away while he has used up what
 * he may ask, sends one large body at a time, and waits for his turn.
 */
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { besideOthers } from "../../platform/breathe.js";
import type { Viewer } from "../../platform/viewer.js";
import { RATE_LIMITED_MESSAGE } from "../admission/admission-plugin.js";
import type { SentFile } from "../api/context.js";
import { HttpFault } from "./answer.js";
import type { JsonShape } from "./body/json-shape.js";
import { readBody } from "./body/request-body.js";
import { Presence, Turns, type Rest } from "./turns.js";

export type FairShareOptions = {
  /** Whose requests may hold up to 12 MB: bulk intake. */
  readonly allowLarge?: (viewer: Viewer) => boolean;
  /** For how many seconds a caller has nothing left to ask with, as far as is known here; null while he has. */
  readonly closedFor?: ((viewer: Viewer, address: string | null) => number | null) | undefined;
};

const USUAL_BYTES = 100_000;
/** 8 MB of a file, the most that any source takes, fit in as Base64. */
export const LARGE_BYTES = 12_000_000;
/** Between two refusals of one caller: to ask again at once gains nothing. */
const REFUSAL_MS = 20;
/** What he sent beside a request that is turned away must still be let go by: so much of it for each millisecond of rest. */
const BYTES_A_MS = 5_000;
/** What was never seen is read, validated and compiled in long pieces: of the thread one caller has a fiftieth for that, beside others. */
const NEW_TIMES = 50;
/** Lines by the hundred hold the database far longer than the thread. */
const BULK_TIMES = 30;

/** What a request turned out to be while it was worked on. */
export type Turn = {
  /** Its document was not seen before and is no registered one. */
  isNew?: boolean;
  /** It brings in many lines, or a file. */
  isBulk?: boolean;
  isRefused?: boolean;
};

export class FairShare {
  readonly #presence = new Presence();
  readonly #turns = new Turns(this.#presence);
  readonly #largeBodies = new Turns(this.#presence);
  readonly #refusals = new Turns(this.#presence);
  readonly #proofs = new Turns(this.#presence);

  constructor(private readonly options: FairShareOptions) {}

  /** Refuses, in his turn, whoever has nothing left to ask with, before anything of his is read. */
  async turnAway(req: IncomingMessage, viewer: Viewer, address: string | null): Promise<void> {
    const seconds = this.options.closedFor?.(viewer, address) ?? null;
    if (seconds === null) return;
    const leave = await this.#refusals.enter(nameOf(viewer, address));
    leave({ leastMs: restAfterPassing(req) });
    const more = { retryable: true, retryAfterSeconds: seconds };
    throw new HttpFault(429, "RATE_LIMITED", RATE_LIMITED_MESSAGE, { "retry-after": seconds }, more);
  }

  /** Before a proof of possession is looked at. Answers how its turn is given back. */
  async beforeProof(req: IncomingMessage, viewer: Viewer, address: string | null): Promise<() => void> {
    await this.turnAway(req, viewer, address);
    return this.#proofs.enter(nameOf(viewer, address));
  }

  /** One large body of a caller is read at a time: what waits, waits at its sender's. `shape` counts what JSON holds. */
  async bodyOf(req: IncomingMessage, viewer: Viewer, address: string | null, shape?: JsonShape): Promise<Buffer> {
    return this.#bodyOf(req, viewer, address, { shape });
  }

  /** The same of what is no JSON, with its hash. */
  async fileOf(req: IncomingMessage, viewer: Viewer, address: string | null): Promise<SentFile> {
    const hash = createHash("sha256");
    const bytes = await this.#bodyOf(req, viewer, address, { each: (piece) => hash.update(piece) });
    return { bytes, digest: hash.digest("base64url") };
  }

  async #bodyOf(req: IncomingMessage, viewer: Viewer, address: string | null, watching: Watching): Promise<Buffer> {
    const who = nameOf(viewer, address);
    const leave = announcedBy(req) > USUAL_BYTES ? await this.#largeBodies.enter(who) : null;
    const mayBeLarge = (): boolean => this.options.allowLarge?.(viewer) ?? false;
    try {
      const limits = { usual: USUAL_BYTES, large: LARGE_BYTES, mayBeLarge, ...watching };
      const body = await besideOthers(
        () => !this.#presence.isAlone(who),
        () => readBody(req, limits),
      );
      leave?.();
      return body;
    } catch (error) {
      // it was worth nothing and went by all the same
      leave?.({ leastMs: restAfterPassing(req) });
      throw error;
    }
  }

  /** `work` says of its turn what it turned out to be. */
  async inTurn<T>(viewer: Viewer, address: string | null, work: (turn: Turn) => Promise<T>): Promise<T> {
    const who = nameOf(viewer, address);
    const leave = await this.#turns.enter(who);
    const turn: Turn = {};
    try {
      return await besideOthers(
        () => !this.#presence.isAlone(who),
        () => work(turn),
      );
    } catch (error) {
      turn.isRefused = true;
      throw error;
    } finally {
      leave(restAfter(turn));
    }
  }
}

function restAfter({ isNew, isBulk, isRefused }: Turn): Rest {
  const times = isNew ? NEW_TIMES : isBulk ? BULK_TIMES : null;
  return { ...(isRefused ? { leastMs: REFUSAL_MS } : {}), ...(times === null ? {} : { times }) };
}

function restAfterPassing(req: IncomingMessage): number {
  return REFUSAL_MS + announcedBy(req) / BYTES_A_MS;
}

/** How many bytes are still to come, at most; who does not say may send as many as are taken. */
function announcedBy({ headers }: IncomingMessage): number {
  const length = headers["content-length"];
  if (length !== undefined) return Number(length);
  return headers["transfer-encoding"] === undefined ? 0 : LARGE_BYTES;
}

type Watching = Pick<Parameters<typeof readBody>[1], "shape" | "each">;

function nameOf({ role, subject }: Viewer, address: string | null): string {
  return role === "ANONYMOUS" ? `address ${address ?? ""}` : subject;
}
