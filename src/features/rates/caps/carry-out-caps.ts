/** What an approved proposal of price caps does: the amounts apply from their day on. Earlier days keep theirs. */
import type { NewRow } from "../../../../schema/columns-of.js";
import type { Context } from "../../../gateway/api/context.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { classify } from "../../../platform/postgres/database-errors.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";

/** What a proposal of kind PRICE_CAPS holds. */
type CapsContent = { readonly validFrom: string; readonly caps: readonly { readonly key: string; readonly amountMinor: number }[] };

type Approved = { readonly content: unknown; readonly source: string; readonly proposedBy: string; readonly today: string };

export async function carryOutCaps(ctx: Context, tx: Tx, { content, source, proposedBy, today }: Approved): Promise<void> {
  const { validFrom, caps } = content as CapsContent;
  if (validFrom < today) throw new Refused([capsInPast(["input", "id"])]);
  const rows = caps.map(({ key, amountMinor }): NewRow<"price_cap"> => ({
    id: newId(),
    rule: key,
    amount_minor: BigInt(amountMinor),
    valid_from: validFrom,
    source,
    proposed_by: proposedBy,
    approved_by: ctx.viewer.subject,
  }));
  try {
    await write(tx, { price_cap: rows });
  } catch (error) {
    if (classify(error).constraint !== "price_cap_of_a_rule_begins_once") throw error;
    throw new Refused([
      refusal("SETTING_EXISTS", "Another amount of one of these caps begins on that day.", {
        path: ["input", "id"],
        remedy: "Turn it down, and propose another day.",
      }),
    ]);
  }
}

export function capsInPast(path: readonly string[]): ReturnType<typeof refusal> {
  return refusal("DAY_IN_PAST", "Bills of days that have passed were decided by the caps of those days.", {
    path,
    remedy: "Begin today or later.",
  });
}
