/** A person of finance and a colleague who work the exceptions queue until it is empty. */
import { globalId, type TestApp } from "../support/app.js";
import { confirmException, importFile, resolveException } from "./acts.js";
import type { Bank } from "./misbehaving-bank.js";

type Open = { id: string; reason: string; amount: string; ends: string[] | null };
const OPEN = `select e.id, e.reason, e.amount_minor::text as amount,
    (select array_agg(p.end_to_end_id) from settlement_payment p where p.id = any (e.payment_ids)) as ends
  from bank_exception e where e.resolved_at is null order by e.id`;

/** Answers how many were resolved; `rejects` are the ends of payments that the bank, asked, says it has not paid. */
export async function resolveEverything(t: TestApp, bank: Bank, rejects: ReadonlySet<string>): Promise<number> {
  let count = 0;
  for (let round = 0; round < 200; round += 1) {
    const open = await t.rows<Open>(OPEN);
    const [first] = open;
    if (!first) return count;
    await resolveOne(t, bank, first, open, rejects);
    count += 1;
  }
  throw new Error("the queue does not become empty");
}

async function resolveOne(t: TestApp, bank: Bank, one: Open, open: readonly Open[], rejects: ReadonlySet<string>): Promise<void> {
  const id = globalId("BankException", one.id);
  const amount = Number(one.amount);
  const say = async (resolution: string, more: object = {}): Promise<boolean> => {
    const proposed = (await resolveException(t.asFinance("a"), { id, resolution, ...more })).data.resolveBankException;
    if (proposed.errors.length > 0) return false;
    if (proposed.exception.resolvedAt !== null) return true;
    expect((await confirmException(t.asFinance("a"), id)).data.confirmBankException.errors).toMatchObject([{ code: "FOUR_EYES" }]);
    return (await confirmException(t.asFinance("b"), id)).data.confirmBankException.errors.length === 0;
  };
  if (amount === 0) {
    const unpaid = one.reason === "REJECTED_AFTER_ACCEPTANCE" && (one.ends ?? []).every((end) => rejects.has(end));
    if (unpaid && (await say("AS_THE_BANK_SAYS"))) return;
    expect(await say("HANDLED_WITH_BANK")).toBe(true);
    return;
  }
  if (await say("AS_THE_BANK_SAYS")) return;
  if (one.reason === "REFERENCE_UNKNOWN" && !open.some((o) => Number(o.amount) === -amount && o.reason !== "REFERENCE_UNKNOWN")) {
    expect(await say("NOT_OURS")).toBe(true);
    return;
  }
  const opposite = open.find((o) => Number(o.amount) === -amount && o.id !== one.id);
  if (opposite) {
    expect(await say("SET_OFF", { againstId: globalId("BankException", opposite.id) })).toBe(true);
    return;
  }
  // the bank is asked and corrects itself; the two are set off in the next round
  bank.giveBack(amount, one.ends?.[0] ?? null);
  const before = bank.files.pop() ?? "";
  expect((await importFile(t.asFinance(), before)).data.importBankFile.errors).toEqual([]);
}
