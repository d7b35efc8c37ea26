/** A file of messages is read where it keeps nobody waiting: a small one at once, a large one in the thread for heavy work. */
import { refusal } from "../../../kernel/refusal.js";
import { heavyWork, TooHeavy } from "../../../platform/heavy-work.js";
import { normaliseCpr } from "../../../platform/people/cpr.js";
import { readMessages, type MessageFile, type MessageFormat } from "./read-messages.js";

type Asked = { readonly format: MessageFormat; readonly input: string | Uint8Array };

/** Called by its name in the other thread. */
export function readMessageFile({ format, input }: Asked): MessageFile {
  return readMessages(format, input, normaliseCpr);
}

const READ: keyof typeof import("./reading.js") = "readMessageFile";
const SMALL = 64_000;
const LIMIT_MS = 10_000;

export async function readFileOfMessages(format: MessageFormat, input: string | Uint8Array): Promise<MessageFile> {
  if (input.length <= SMALL) return readMessageFile({ format, input });
  try {
    return await heavyWork<MessageFile>(new URL("./reading.js", import.meta.url), READ, { format, input } satisfies Asked, LIMIT_MS, input);
  } catch (error) {
    if (!(error instanceof TooHeavy)) throw error;
    const reason = refusal("INPUT_TOO_HEAVY", "Reading the file took too long and was stopped.", {
      remedy: "Send it in parts.",
      retryable: true,
    });
    return { lines: [], faults: [reason] };
  }
}
