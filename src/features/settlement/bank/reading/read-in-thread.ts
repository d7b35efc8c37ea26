/** A bank's file, read before anything is locked, and a large one where it keeps nobody waiting. */
import { refusal, Refused, type Refusal } from "../../../../kernel/refusal.js";
import { heavyWork, TooHeavy } from "../../../../platform/heavy-work.js";
import type { BankReport } from "../fact.js";
import { readBankFile } from "../index.js";
import type { PayerAccount } from "./payer-account.js";

/** What a file says, or every reason why it is refused whole. */
export type BankReading = { readonly report: BankReport } | { readonly refusals: readonly Refusal[] };
/** `mostCharacters`: of what a folder holds more than of what comes with a request. */
type Asked = { readonly content: string; readonly payer: PayerAccount; readonly mostCharacters?: number };

/** Called by its name in another thread: the compiler holds the name to what this file exports. */
const READ: keyof typeof import("./read-in-thread.js") = "readingOf";
/** So much is read faster than it is carried to another thread. */
const SMALL = 64_000;
/** The largest file takes a fifth of it on a machine that has nothing else to do. */
const LIMIT_MS = 120_000;

export function readingOf({ content, payer, mostCharacters }: Asked): BankReading {
  try {
    return { report: readBankFile(content, payer, mostCharacters) };
  } catch (error) {
    if (error instanceof Refused) return { refusals: error.refusals };
    throw error;
  }
}

export async function readInThread(asked: Asked): Promise<BankReading> {
  if (asked.content.length <= SMALL) return readingOf(asked);
  try {
    return await heavyWork<BankReading>(new URL("./read-in-thread.js", import.meta.url), READ, asked, LIMIT_MS);
  } catch (error) {
    if (!(error instanceof TooHeavy)) throw error;
    return {
      refusals: [
        refusal("INPUT_TOO_HEAVY", "Reading the file took too long and was stopped.", {
          path: ["input", "content"],
          remedy: "Ask the bank for files of one day each.",
          retryable: true,
        }),
      ],
    };
  }
}
