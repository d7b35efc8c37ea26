/**
 * What keeps one caller from being in the others' way before anything of his is worked on: he is turned away while he has used up what
 * he may ask, sends one large body at a time, and waits for his turn.
 */
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Viewer } from "../../platform/viewer.js";
import { RATE_LIMITED_MESSAGE } from "../admission/admission-plugin.js";
import type { SentFile } from "../api/context.js";
import { HttpFault } from "./answer.js";
import type { JsonShape } from "./json-shape.js";
import { readBody } from "./request-body.js";
import { Turns } from "./turns.js";

export type FairShareOptions = {
  /** Whose requests may hold up to 12 MB: bulk intake. */
  readonly allowLarge?: (viewer: Viewer) => boolean;
  /** For how many seconds a caller has nothing left to ask with, as far as is known here; null while he has. */
  readonly closedFor?: ((viewer: Viewer, address: string | null) => number | null) | undefined;
};

const USUAL_BYTES = 100_000;
/** 8 MB of a file, the most that any source takes, fit in as Base64. */
export const LARGE_BYTES = 12_000_000;
/** Between two answers to one caller who is turned away. */
const REFUSAL_MS = 5;

export class FairShare {
  readonly #turns = new Turns();
  readonly #largeBodies = new Turns();
  readonly #refusals = new Turns();
  readonly #proofs = new Turns();

  constructor(private readonly options: FairShareOptions) {}

  /** Refuses, in his turn, whoever has nothing left to ask with, before anything of his is read: to ask again at once gains nothing. */
  async turnAway(viewer: Viewer, address: string | null): Promise<void> {
    const seconds = this.options.closedFor?.(viewer, address) ?? null;
    if (seconds === null) return;
    const leave = await this.#refusals.enter(nameOf(viewer, address));
    leave(REFUSAL_MS);
    const more = { retryable: true, retryAfterSeconds: seconds };
    throw new HttpFault(429, "RATE_LIMITED", RATE_LIMITED_MESSAGE, { "retry-after": seconds }, more);
  }

  /** Before a proof of possession is looked at. Answers how its turn is given back. */
  async beforeProof(viewer: Viewer, address: string | null): Promise<() => void> {
    await this.turnAway(viewer, address);
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
    const announced = Number(req.headers["content-length"] ?? Infinity);
    const leave = announced > USUAL_BYTES ? await this.#largeBodies.enter(nameOf(viewer, address)) : null;
    const mayBeLarge = (): boolean => this.options.allowLarge?.(viewer) ?? false;
    return readBody(req, { usual: USUAL_BYTES, large: LARGE_BYTES, mayBeLarge, ...watching }).finally(() => leave?.());
  }

  async inTurn<T>(viewer: Viewer, address: string | null, work: () => Promise<T>): Promise<T> {
    const leave = await this.#turns.enter(nameOf(viewer, address));
    try {
      return await work();
    } finally {
      leave();
    }
  }
}

type Watching = Pick<Parameters<typeof readBody>[1], "shape" | "each">;

function nameOf({ role, subject }: Viewer, address: string | null): string {
  return role === "ANONYMOUS" ? `address ${address ?? ""}` : subject;
}
