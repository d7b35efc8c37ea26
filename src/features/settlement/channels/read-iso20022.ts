/** What a file of ISO 20022 customer credit transfer initiation orders, by plain text search. */
import { oreOf, type OrderAsWritten, type PaymentAsWritten } from "../payments/read-back.js";

export function readPain001(content: string): OrderAsWritten {
  const [header = "", ...runs] = content.split("<PmtInf>");
  const parts = runs.map((run) => {
    const [head = "", ...transfers] = run.split("<CdtTrfTxInf>");
    return { head, payments: transfers.map(paymentIn) };
  });
  const levels = [header, ...parts.map((part) => part.head)].map((level) => ({
    count: texts(level, "NbOfTxs"),
    sum: texts(level, "CtrlSum"),
  }));
  const faults = [
    ...(content.startsWith("<?xml") ? [] : ["it does not begin as XML"]),
    ...(levels.length > 1 && levels.every(({ count, sum }) => count.length === 1 && sum.length === 1)
      ? []
      : ["counts and sums are not stated on both levels"]),
    ...parts.flatMap(({ head: run, payments }) =>
      statesItsOwn(run, payments) ? [] : ["a run states another count or sum than its payments'"],
    ),
  ];
  const counts = levels.flatMap(({ count }) => count.slice(0, 1));
  const sums = levels.flatMap(({ sum }) => sum.slice(0, 1));
  return {
    messageId: only(texts(header, "MsgId")),
    executionOn: same(parts.map(({ head: run }) => only(texts(run, "ReqdExctnDt").concat(texts(between(run, "ReqdExctnDt"), "Dt"))))),
    debtorAccount: same(parts.map(({ head: run }) => only(texts(between(run, "DbtrAcct"), "IBAN")))),
    // of the file, and of all its runs together
    statedCounts: [numberOf(counts[0]), counts.slice(1).reduce((sum, count) => sum + (numberOf(count) ?? NaN), 0)],
    statedSums: [oreOf(sums[0]), total(sums.slice(1).map(oreOf))],
    payments: parts.flatMap(({ payments }) => payments),
    faults,
  };
}

function statesItsOwn(run: string, payments: readonly PaymentAsWritten[]): boolean {
  const stated = [numberOf(texts(run, "NbOfTxs")[0]), oreOf(texts(run, "CtrlSum")[0])];
  return stated[0] === payments.length && stated[1] === total(payments.map((p) => p.amountMinor));
}

function total(amounts: readonly (bigint | null)[]): bigint | null {
  return amounts.reduce((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0n as bigint | null);
}

function numberOf(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}

/** What all of them say; null where two differ, or none says it. */
function same(found: readonly (string | null)[]): string | null {
  return new Set(found).size === 1 ? (found[0] ?? null) : null;
}

function paymentIn(transfer: string): PaymentAsWritten {
  const amounts = [...transfer.matchAll(/<InstdAmt Ccy="([A-Z]{3})">([^<]*)<\/InstdAmt>/g)];
  const [amount] = amounts;
  const account = between(between(transfer, "CdtrAcct"), "Id");
  const other = only(texts(between(account, "Othr"), "Id"));
  const isNemKonto = texts(between(account, "SchmeNm"), "Prtry").length > 0;
  return {
    endToEndId: only(texts(transfer, "EndToEndId")),
    amountMinor: amounts.length === 1 ? oreOf(amount?.[2]) : null,
    currency: amount?.[1] ?? null,
    account: only([...texts(account, "IBAN"), ...(other === null ? [] : [isNemKonto ? `NEMKONTO ${other}` : other])]),
    creditorName: plain(only(texts(between(transfer, "Cdtr"), "Nm"))),
    text: plain(texts(transfer, "Ustrd")[0] ?? null),
    lines: texts(transfer, "Ustrd")
      .slice(1)
      .map((line) => plain(line) ?? ""),
  };
}

function only(found: readonly string[]): string | null {
  return found.length === 1 ? (found[0] ?? null) : null;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text that the characters of XML stand for, each read once. */
function plain(text: string | null): string | null {
  return text === null ? null : text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** Contents of elements that hold text and nothing else. */
function texts(content: string, tag: string): string[] {
  return [...content.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, "g"))].map(([, text = ""]) => text);
}

/** From the element's beginning to its last end. */
function between(content: string, tag: string): string {
  return new RegExp(`<${tag}>([^]*)</${tag}>`).exec(content)?.[1] ?? "";
}
