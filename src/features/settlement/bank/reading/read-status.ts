/**
 * pain.002: what became of a payment file. A status stands on the file, on its batch or on one payment; the lowest one that
 * speaks counts, so a partly rejected file rejects the named payments only. A refusal as a duplicate is about the second
 * sending, and everything below it is too.
 */
import { statusFact, type BankFact, type BankReport, type FactTarget } from "../fact.js";
import { kronerAt } from "./amount.js";
import { targetOf } from "./references.js";
import { isDuplicate, meaningOf } from "./status-codes.js";
import { child, children, fileRefused, textAt, type XmlFile, type XmlNode } from "./xml.js";

export function readStatus(file: XmlFile): BankReport {
  const { kind, body } = file;
  const report = child(body, "CstmrPmtStsRpt");
  const messageId = textAt(report, "GrpHdr", "MsgId");
  const group = child(report, "OrgnlGrpInfAndSts");
  const original = textAt(group, "OrgnlMsgId");
  if (!report || !messageId || !group || !original)
    throw fileRefused("FILE_INCOMPLETE", "The status report lacks its id or the id of the file it is about.", ["GrpHdr"]);
  const reasons = reasonsOf(group);
  const duplicate = isDuplicate(reasons);
  const facts = [
    ...told({ status: textAt(group, "GrpSts"), target: { level: "MESSAGE", messageId: original }, place: "group", reasons, duplicate }),
    ...children(report, "OrgnlPmtInfAndSts").flatMap((batch, i) => batchFacts(file, batch, `batch ${i + 1}`, duplicate)),
  ];
  return { kind, messageId, facts, accounts: [] };
}

function batchFacts(file: XmlFile, batch: XmlNode, place: string, above: boolean): BankFact[] {
  const paymentInfoId = textAt(batch, "OrgnlPmtInfId");
  if (!paymentInfoId) throw fileRefused("FILE_INCOMPLETE", "A batch in the status report has no id.", [place]);
  const reasons = reasonsOf(batch);
  const duplicate = above || isDuplicate(reasons);
  const facts = told({ status: textAt(batch, "PmtInfSts"), target: { level: "BATCH", paymentInfoId }, place, reasons, duplicate });
  let number = 0;
  for (const transaction of file.each(batch, "TxInfAndSts"))
    facts.push(...transactionFact(transaction, `${place}, payment ${(number += 1)}`, duplicate));
  return facts;
}

function transactionFact(transaction: XmlNode, place: string, above: boolean): BankFact[] {
  const target = targetOf({
    endToEndId: textAt(transaction, "OrgnlEndToEndId"),
    instructionId: textAt(transaction, "OrgnlInstrId"),
    paymentInfoId: null,
    messageId: null,
  });
  const reasons = reasonsOf(transaction);
  return told({
    status: textAt(transaction, "TxSts"),
    target,
    place,
    reasons,
    duplicate: above || isDuplicate(reasons),
    amountMinor: kronerAt(transaction, place, "OrgnlTxRef", "Amt", "InstdAmt"),
  });
}

type Told = {
  readonly status: string | null;
  /** Null: it names no payment, and somebody has to look. */
  readonly target: FactTarget | null;
  readonly place: string;
  readonly reasons: readonly string[];
  readonly duplicate: boolean;
  readonly amountMinor?: bigint | null;
};

function told({ status, target, place, reasons, duplicate, amountMinor = null }: Told): BankFact[] {
  const meaning = meaningOf(status, reasons, duplicate);
  return meaning === null ? [] : [statusFact({ ...meaning, target, place, amountMinor })];
}

/** Codes, not the bank's prose: that may name a person. */
function reasonsOf(node: XmlNode): string[] {
  return children(node, "StsRsnInf").flatMap((information) => {
    const code = textAt(information, "Rsn", "Cd") ?? textAt(information, "Rsn", "Prtry");
    return code === null ? [] : [code.slice(0, 35)];
  });
}
