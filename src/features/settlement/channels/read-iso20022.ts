/** What a file of ISO 20022 customer credit transfer initiation orders, by plain text search. */
import { oreOf, type OrderAsWritten, type PaymentAsWritten } from "../payments/read-back.js";

export function readPain001(content: string): OrderAsWritten {
  const [head = "", ...transfers] = content.split("<CdtTrfTxInf>");
  const counts = texts(head, "NbOfTxs");
  const sums = texts(head, "CtrlSum");
  const faults = [
    ...(content.startsWith("<?xml") ? [] : ["it does not begin as XML"]),
    // of the whole file and of its one run of payments
    ...(counts.length === 2 && sums.length === 2 ? [] : ["counts and sums are not stated on both levels"]),
  ];
  return {
    messageId: only(texts(head, "MsgId")),
    executionOn: only(texts(head, "ReqdExctnDt").concat(texts(between(head, "ReqdExctnDt"), "Dt"))),
    debtorAccount: only(texts(between(head, "DbtrAcct"), "IBAN")),
    statedCounts: counts.map((count) => (/^\d+$/.test(count) ? Number(count) : null)),
    statedSums: sums.map(oreOf),
    payments: transfers.map(paymentIn),
    faults,
  };
}

function paymentIn(transfer: string): PaymentAsWritten {
  const amounts = [...transfer.matchAll(/<InstdAmt Ccy="([A-Z]{3})">([^<]*)<\/InstdAmt>/g)];
  const [amount] = amounts;
  const account = between(between(transfer, "CdtrAcct"), "Id");
  return {
    endToEndId: only(texts(transfer, "EndToEndId")),
    amountMinor: amounts.length === 1 ? oreOf(amount?.[2]) : null,
    currency: amount?.[1] ?? null,
    account: only([...texts(account, "IBAN"), ...texts(between(account, "Othr"), "Id")]),
    creditorName: plain(only(texts(between(transfer, "Cdtr"), "Nm"))),
    text: plain(only(texts(transfer, "Ustrd"))),
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
