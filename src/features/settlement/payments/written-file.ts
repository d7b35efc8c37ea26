/** A payment file as its row keeps it. */
import { createHash } from "node:crypto";
import type { NewRow } from "../../../../schema/columns-of.js";
import { invariant } from "../../../kernel/invariant.js";
import type { PaymentChannel } from "../channels/channel.js";
import { keptOrder } from "./filled-order.js";
import type { PaymentOrder } from "./payment-order.js";
import { fileDifferences } from "./read-back.js";

export type WrittenFile = Omit<NewRow<"payment_file">, "id" | "exported_by" | "exported_at">;

/** Of a file with civil numbers the order is kept, and written when it leaves. */
export function writtenFile(
  channel: PaymentChannel,
  order: PaymentOrder,
  { batchId, place, toMembers }: { readonly batchId: string; readonly place: number; readonly toMembers: boolean },
): WrittenFile {
  const content = toMembers ? keptOrder(order) : writeChecked(channel, order);
  return {
    civil_numbers: toMembers,
    batch_id: batchId,
    place,
    channel: channel.code,
    message_id: order.messageId,
    file_name: channel.fileName(order),
    payment_count: order.count,
    total_minor: order.controlSumMinor,
    content,
    sha256: createHash("sha256").update(content, "utf8").digest("hex"),
  };
}

/** The file, once it was read back and says what was ordered. */
export function writeChecked(channel: PaymentChannel, order: PaymentOrder): string {
  const content = channel.write(order);
  const wrong = fileDifferences(order, channel.readBack(content));
  invariant(wrong.length === 0, `a written file says what was ordered (${channel.code}: ${wrong.join(", ")})`);
  return content;
}
