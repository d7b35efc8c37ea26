import { randomBytes } from "node:crypto";
import { uuidv7 } from "../kernel/id.js";

/** A fresh id for a row; ids made later sort later. */
export function newId(): string {
  return uuidv7(Date.now(), randomBytes(10));
}
