/**
 * Receipts of files that went through a folder. A receipt says what became of which bytes and is signed (HMAC-SHA256 over its own JSON
 * without the signature), so that the transport sees that a file is whole and nobody changes afterwards what was taken in.
 */
import { createHmac, timingSafeEqual } from "node:crypto";

export type Receipt = {
  /** Name of the file. */
  readonly file: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** SENT: put into the outbox. IMPORTED, KNOWN (taken in before) or REFUSED: found in the inbox. */
  readonly outcome: "SENT" | "IMPORTED" | "KNOWN" | "REFUSED";
  /** RFC 3339. */
  readonly at: string;
  /** Numbers by name of what was taken in, or code and place of every reason why not. */
  readonly details: Readonly<Record<string, number>> | readonly { readonly code: string; readonly path: string }[];
};
export type SignedReceipt = Receipt & { readonly signature: string };

export function signed(receipt: Receipt, key: Buffer): SignedReceipt {
  return { ...receipt, signature: signatureOf(receipt, key) };
}

export function isSigned({ signature, ...receipt }: SignedReceipt, key: Buffer): boolean {
  const [given, right] = [Buffer.from(signature, "hex"), Buffer.from(signatureOf(receipt, key), "hex")];
  return given.length === right.length && timingSafeEqual(given, right);
}

function signatureOf({ file, sha256, bytes, outcome, at, details }: Receipt, key: Buffer): string {
  return createHmac("sha256", key)
    .update(JSON.stringify([file, sha256, bytes, outcome, at, details]))
    .digest("hex");
}
