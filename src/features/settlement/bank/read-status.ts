/**
 * pain.002: what became of a payment file. A status stands on the file, on its batch or on one payment; the lowest one that
 * speaks counts, so a partly rejected file rejects the named payments only.
 */
import type { BankFact, BankReport, FactKind, FactTarget } from "./fact.js";
import { ore } from "./amount.js";
import { child, children, fileRefused, textAt, type XmlFile, type XmlNode } from "./xml.js";

const MEANING: Readonly<Record<string, FactKind | "OPEN">> = {
  ACTC: "ACCEPTED",
  ACCP: "ACCEPTED",
  ACSP: "ACCEPTED",
  ACSC: "ACCEPTED",
  ACWC: "ACCEPTED",
  ACWP: "ACCEPTED",
  RJCT: "REJECTED",
  PART: "OPEN",
  PDNG: "OPEN",
  RCVD: "OPEN",
};

type Statement = {
  readonly status: string | null;
  readonly target: FactTarget;
  readonly place: string;
  readonly reason: string | null;
  readonly amountMinor?: bigint | null;
};

export function readStatus({ kind, body }: XmlFile): BankReport {
  const report = child(body, "CstmrPmtStsRpt");
  const messageId = textAt(report, "GrpHdr", "MsgId");
  const group = child(report, "OrgnlGrpInfAndSts");
  const original = textAt(group, "OrgnlMsgId");
  if (!report || !messageId || !group || !original)
    throw fileRefused("FILE_INCOMPLETE", "The status report lacks its id or the id of the file it is about.", ["GrpHdr"]);
  const facts = [
    ...fact({
      status: textAt(group, "GrpSts"),
      target: { level: "MESSAGE", messageId: original },
      place: "group",
      reason: reasonOf(group),
    }),
    ...children(report, "OrgnlPmtInfAndSts").flatMap((batch, i) => batchFacts(batch, `batch ${i + 1}`)),
  ];
  return { kind, messageId, facts };
}

function batchFacts(batch: XmlNode, place: string): BankFact[] {
  const paymentInfoId = textAt(batch, "OrgnlPmtInfId");
  if (!paymentInfoId) throw fileRefused("FILE_INCOMPLETE", "A batch in the status report has no id.", [place]);
  const transactions = children(batch, "TxInfAndSts");
  return [
    ...fact({ status: textAt(batch, "PmtInfSts"), target: { level: "BATCH", paymentInfoId }, place, reason: reasonOf(batch) }),
    ...transactions.flatMap((transaction, i) => transactionFact(transaction, `${place}, payment ${i + 1}`)),
  ];
}

function transactionFact(transaction: XmlNode, place: string): BankFact[] {
  const endToEndId = textAt(transaction, "OrgnlEndToEndId") ?? textAt(transaction, "OrgnlInstrId");
  if (!endToEndId) throw fileRefused("FILE_INCOMPLETE", "A payment in the status report has no id.", [place]);
  const amount = textAt(transaction, "OrgnlTxRef", "Amt", "InstdAmt");
  return fact({
    status: textAt(transaction, "TxSts"),
    target: { level: "PAYMENT", endToEndId },
    place,
    reason: reasonOf(transaction),
    amountMinor: amount === null ? null : ore(amount, place),
  });
}

function fact({ status, target, place, reason, amountMinor }: Statement): BankFact[] {
  const meaning = status === null ? "OPEN" : (MEANING[status] ?? null);
  if (meaning === "OPEN") return [];
  return [
    {
      place,
      kind: meaning,
      target,
      amountMinor: amountMinor ?? null,
      bookedOn: null,
      bankReference: "",
      reason: meaning === null ? `STATUS_${status ?? ""}`.slice(0, 20) : reason,
    },
  ];
}

function reasonOf(node: XmlNode): string | null {
  const code = textAt(node, "StsRsnInf", "Rsn", "Cd") ?? textAt(node, "StsRsnInf", "Rsn", "Prtry");
  // a code, not the bank's prose: that may name a person
  return code?.slice(0, 35) ?? null;
}
