/** The secret under which a private calendar is found: whoever has it reads it, so it is made here, told once and never kept. */
import { createHash, randomBytes } from "node:crypto";

/** Live ones of one member, or of one clinic. */
export const MOST_FEEDS = 10;
export const FEED_PATH = "/calendars/";

export type Secret = {
  /** Under the gateway's address. */
  readonly path: string;
  readonly hash: Buffer;
};

export function newSecret(): Secret {
  const secret = randomBytes(32).toString("base64url");
  return { path: `${FEED_PATH}${secret}.ics`, hash: hashOf(secret) };
}

/** Null where it is none of ours by its form. */
export function hashInPath(path: string): Buffer | null {
  const secret = /^\/calendars\/([\w-]{43})\.ics$/.exec(path)?.[1];
  return secret === undefined ? null : hashOf(secret);
}

/** 256 random bits cannot be guessed from their hash, so that it needs neither salt nor time. */
function hashOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
