/** One booked entry of an account, as what it says of payments: by ISO 20022's own meaning of a collected entry (Ntry, NtryDtls, TxDtls). */
import type { BankFact, FactTarget, Movement } from "../fact.js";
import { currencyAt, kronerAt } from "./amount.js";
import { natureOf, partOf, settled, type Part } from "./entry-parts.js";
import { count, dayAt, flagAt, isCredit } from "./lexical.js";
import { targetOf } from "./references.js";
import { child, children, fileRefused, textAt, type XmlNode } from "./xml.js";

/** EntryStatus2Code of versions 02 to 04 as the element itself, a code from version 08 on. */
const STATUSES = ["BOOK", "PDNG", "INFO", "FUTR"];

/** Pending and informative entries are told again once they are booked. */
export function isBooked(entry: XmlNode, place: string): boolean {
  const status = textAt(entry, "Sts", "Cd") ?? textAt(entry, "Sts");
  if (status === null && textAt(entry, "Sts", "Prtry") !== null) return false;
  if (status === null || !STATUSES.includes(status)) throw fileRefused("FIELD_INVALID", "An entry has no status of the schema's.", [place]);
  return status === "BOOK";
}

/** Øre of an entry, a credit positive; null where it is in another currency. */
export function signedAmount(entry: XmlNode, place: string): bigint | null {
  if (textAt(entry, "Amt") === null) throw fileRefused("FILE_INCOMPLETE", "An entry has no amount.", [place]);
  const amount = kronerAt(entry, place, "Amt");
  const credit = isCredit(entry, place);
  return amount === null ? null : credit ? amount : -amount;
}

/** What an entry has in common with each of its parts. */
type Entry = {
  readonly place: string;
  readonly credit: boolean;
  readonly amountMinor: bigint;
  readonly reversal: boolean;
  readonly bookedOn: string | null;
  readonly entryReference: string;
  readonly nature: Movement["nature"];
  readonly account: number;
};

export function entryFacts(node: XmlNode, place: string, account: number): BankFact[] {
  const signed = signedAmount(node, place);
  const entryReference = (textAt(node, "AcctSvcrRef") ?? "").slice(0, 35);
  const bookedOn = dayAt(node, place, "BookgDt");
  const reversal = flagAt(node, place, "RvslInd");
  if (signed === null) return [inOtherCurrency(place, bookedOn, entryReference, currencyAt(node, place, "Amt"))];
  // a bank states rates and advices as entries of nothing
  if (signed === 0n) return [];
  const entry: Entry = {
    place,
    credit: signed > 0n,
    amountMinor: signed > 0n ? signed : -signed,
    reversal,
    bookedOn,
    entryReference,
    nature: natureOf(node),
    account,
  };
  const details = children(node, "NtryDtls");
  const transactions = details.flatMap((detail) => children(detail, "TxDtls").map((transaction) => ({ transaction, detail })));
  const parts = transactions.map(({ transaction, detail }, i) =>
    partOf(transaction, detail, entry, transactions.length > 1 ? `${place}, transaction ${i + 1}` : place),
  );
  if (parts.length === 0) return [wholeEntry(entry, batchTarget(details), batchCount(details, place), node)];
  const batch = batchTarget(details);
  const whole = settled(parts, signed);
  if (whole === null) return [cannotBeSplit(entry, parts, batch, details)];
  // parts that name nobody, of a batch of ours: the batch was booked as one amount
  const named = parts.some(({ target }) => target?.level === "PAYMENT");
  const batches = new Map(
    [batch, ...parts.map(({ target }) => target)].flatMap((t) => (t === null ? [] : [[JSON.stringify(t), t] as const])),
  );
  const [only] = batches.values();
  if (!named && batches.size === 1 && only) return [wholeEntry(entry, only, batchCount(details, place), node)];
  return whole.map((part) => partFact(entry, part, parts.length === 1));
}

function inOtherCurrency(place: string, bookedOn: string | null, bankReference: string, currency: string): BankFact {
  return {
    place,
    kind: null,
    trouble: "CURRENCY_DIFFERS",
    target: null,
    amountMinor: null,
    count: null,
    bookedOn,
    bankReference,
    reason: currency,
    movement: null,
  };
}

/** An entry without details, or whose details name nobody. */
function wholeEntry(entry: Entry, target: FactTarget | null, counted: number | null, node: XmlNode): BankFact {
  const [detail] = children(node, "NtryDtls");
  const [transaction] = children(detail, "TxDtls");
  const returned = transaction ? reasonOf(transaction) : null;
  return { ...movedFact(entry, { target, amountMinor: entry.amountMinor, returned, place: entry.place }), count: counted };
}

/**
 * Parts without amounts of their own, or that do not make the whole. Where each names a payment of ours the entry is those payments
 * together; the plan looks whether they are its amount. Else a person has to look.
 */
function cannotBeSplit(entry: Entry, parts: readonly Part[], batch: FactTarget | null, details: readonly XmlNode[]): BankFact {
  const stated = parts.every(({ moved }) => moved !== null);
  const ids = parts.flatMap(({ target }) => (target?.level === "PAYMENT" ? [target.endToEndId] : []));
  const named = ids.length === parts.length && !parts.some(({ credit }) => credit !== entry.credit);
  const [only] = ids;
  const target: FactTarget | null =
    ids.length === 1 && parts.length === 1 && only !== undefined
      ? { level: "PAYMENT", endToEndId: only }
      : named
        ? { level: "GROUP", endToEndIds: ids }
        : (batch ?? parts.find((part) => part.target !== null)?.target ?? null);
  const fact = movedFact(entry, { target, amountMinor: entry.amountMinor, returned: null, place: entry.place });
  if (!stated && (named || (ids.length === 0 && batch !== null)))
    return { ...fact, count: named ? parts.length : batchCount(details, entry.place) };
  return { ...fact, kind: null, trouble: "AMOUNT_DIFFERS" };
}

function partFact(entry: Entry, part: Part, alone: boolean): BankFact {
  const fact = movedFact(entry, {
    target: part.target,
    amountMinor: part.stated ?? entry.amountMinor,
    returned: part.returned,
    place: part.place,
    credit: part.credit,
  });
  const moved = part.moved ?? entry.amountMinor;
  return {
    ...fact,
    bankReference: part.transactionReference === "" ? entry.entryReference : part.transactionReference,
    movement: fact.movement && {
      ...fact.movement,
      amountMinor: moved,
      transactionReference: part.transactionReference,
      alone: alone || part.transactionReference !== "",
      nature: part.nature ?? entry.nature,
      chargesMinor: part.chargesMinor,
    },
  };
}

type Told = {
  readonly target: FactTarget | null;
  readonly amountMinor: bigint;
  readonly returned: string | null;
  readonly place: string;
  readonly credit?: boolean;
};

/**
 * A debit went out, a credit came back. The indicator of a reversal says that the entry takes back an earlier one of the other
 * direction; so a reversed debit is a return, and a reversed or returned credit nothing of ours.
 */
function movedFact(entry: Entry, { target, amountMinor, returned, place, credit = entry.credit }: Told): BankFact {
  const takesBack = !credit && (entry.reversal || returned !== null);
  return {
    place,
    kind: target === null || takesBack ? null : credit ? "RETURNED" : "BOOKED",
    trouble: takesBack && target !== null ? "CREDIT_REVERSED" : null,
    target,
    amountMinor,
    count: null,
    bookedOn: entry.bookedOn,
    bankReference: entry.entryReference,
    reason: returned,
    movement: {
      credit,
      amountMinor: entry.amountMinor,
      transactionReference: "",
      entryReference: entry.entryReference,
      alone: true,
      nature: entry.nature,
      chargesMinor: 0n,
      account: entry.account,
    },
  };
}

function reasonOf(transaction: XmlNode): string | null {
  const code = textAt(transaction, "RtrInf", "Rsn", "Cd") ?? textAt(transaction, "RtrInf", "Rsn", "Prtry");
  return code?.slice(0, 35) ?? null;
}

function batchTarget(details: readonly XmlNode[]): FactTarget | null {
  const targets = details.map((detail) =>
    targetOf({
      endToEndId: null,
      instructionId: null,
      paymentInfoId: textAt(detail, "Btch", "PmtInfId"),
      messageId: textAt(detail, "Btch", "MsgId"),
    }),
  );
  return targets.find((target) => target !== null) ?? null;
}

function batchCount(details: readonly XmlNode[], place: string): number | null {
  const stated = details.flatMap((detail) => {
    const text = textAt(child(detail, "Btch"), "NbOfTxs");
    return text === null ? [] : [count(text, place)];
  });
  return stated.length === 0 ? null : stated.reduce((all, one) => all + one, 0);
}
