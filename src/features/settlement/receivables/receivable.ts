/**
 * A claw-back that is larger than coming payments is demanded in money. Until then it needs nobody: what is taken back is set off
 * against coming treatments by itself. Pure.
 */
import { addDays } from "../../../kernel/calendar.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";

export type Instalment = { readonly dueOn: string; readonly amountMinor: bigint };

/** Days in which a demand is to be paid where nothing else was agreed. */
const DAYS_TO_PAY = 30;

export function wholeAtOnce(amountMinor: bigint, today: string): Instalment[] {
  return [{ dueOn: addDays(today, DAYS_TO_PAY), amountMinor }];
}

export function receivableReference(year: number, serial: number): string {
  return `RCV-${year}-${String(serial).padStart(6, "0")}`;
}

/** Instalments are what is left to pay, no more and no less, on days to come and in their order. */
export function instalmentRefusals(instalments: readonly Instalment[], leftMinor: bigint, today: string): Refusal[] {
  const found: Refusal[] = [];
  let before = today;
  instalments.forEach(({ dueOn, amountMinor }, i) => {
    const path = ["input", "instalments", String(i)];
    if (amountMinor <= 0n)
      found.push(
        refusal("AMOUNT_NOT_POSITIVE", "An instalment is more than nothing.", {
          path: [...path, "amountMinor"],
          remedy: "Give whole øre.",
        }),
      );
    if (dueOn <= before)
      found.push(
        refusal("DAY_IMPOSSIBLE", "Instalments are due on days to come, one after the other.", {
          path: [...path, "dueOn"],
          remedy: "Give a later day.",
        }),
      );
    before = dueOn > before ? dueOn : before;
  });
  const sum = instalments.reduce((all, { amountMinor }) => all + amountMinor, 0n);
  if (sum !== leftMinor)
    found.push(
      refusal("INSTALMENTS_DIFFER", "The instalments are not what is left to pay.", {
        path: ["input", "instalments"],
        remedy: `Give instalments of ${leftMinor} øre in all.`,
      }),
    );
  return found;
}

/** What is left of the plan after a repayment: the first instalments are paid first. */
export function afterRepayment(instalments: readonly Instalment[], paidMinor: bigint): Instalment[] {
  let paid = paidMinor;
  return instalments.flatMap(({ dueOn, amountMinor }) => {
    const taken = paid < amountMinor ? paid : amountMinor;
    paid -= taken;
    return taken === amountMinor ? [] : [{ dueOn, amountMinor: amountMinor - taken }];
  });
}
