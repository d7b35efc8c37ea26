/** Who is left out of a batch, and why: one company that cannot be paid keeps nobody else from being paid. Pure. */
import { bankText } from "../../bank/bank-text.js";
import { accountRefusals } from "../../payments/account.js";
import type { LeftOutReason } from "../../settlement-words.js";
import type { DueProvider } from "./gather.store.js";

export type LeftOut = {
  readonly providerId: string;
  readonly reason: LeftOutReason;
  readonly lines: number;
  /** Øre; nothing or less where as much is taken back as is owed. */
  readonly totalMinor: bigint;
};

/** Why a company is not paid now; null where it can be. One whose lines sum to nothing is settled against itself, and needs no bank. */
export function notPayable({
  name,
  account,
  blocked,
  nemKonto,
  totalMinor,
}: Omit<DueProvider, "providerId" | "lines">): LeftOutReason | null {
  if (totalMinor < 0n) return "NOTHING_LEFT";
  if (totalMinor === 0n) return null;
  if (!account && nemKonto === null) return "ACCOUNT_MISSING";
  if (account && accountRefusals(account, []).length > 0) return "ACCOUNT_INVALID";
  if (account && blocked) return "ACCOUNT_BLOCKED";
  return "refusedAt" in bankText(name, 70) ? "NAME_NOT_CARRIED" : null;
}

export function leftOutOf(due: readonly DueProvider[]): LeftOut[] {
  return due.flatMap((provider) => {
    const reason = notPayable(provider);
    return reason === null ? [] : [{ providerId: provider.providerId, reason, lines: provider.lines, totalMinor: provider.totalMinor }];
  });
}
