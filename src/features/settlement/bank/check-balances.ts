/** A statement is whole when its entries lead from the opening to the closing balance; one that lost entries does not. */
import { sum } from "../../../kernel/money.js";
import { amountAt } from "./amount.js";
import { children, fileRefused, textAt, type XmlNode } from "./xml.js";

/** ISO 20022 codes of the balances: opening booked or previously closed, and closing booked. */
const OPENING = ["OPBD", "PRCD"];
const CLOSING = ["CLBD"];

/** Balances of a page in the middle carry a subtype and are no ends; a report without both ends states nothing to check. */
export function checkBalances(account: XmlNode, booked: readonly XmlNode[], placeOf: (entry: XmlNode) => string, place: string): void {
  const ends = children(account, "Bal").filter((b) => textAt(b, "Tp", "SubTp", "Cd") === null);
  const end = (codes: readonly string[]): XmlNode | undefined =>
    codes.map((code) => ends.find((b) => textAt(b, "Tp", "CdOrPrtry", "Cd") === code)).find((b) => b !== undefined);
  const [opening, closing] = [end(OPENING), end(CLOSING)];
  if (!opening || !closing) return;
  const moved = sum(booked.map((entry) => signed(entry, placeOf(entry))));
  if (signed(opening, place) + moved !== signed(closing, place))
    throw fileRefused("SUM_DIFFERS", "The entries do not lead from the opening to the closing balance.", [place]);
}

/** Credits are positive, in øre. */
function signed(of: XmlNode, place: string): bigint {
  const amount = amountAt(of, place, "Amt") ?? 0n;
  return textAt(of, "CdtDbtInd") === "CRDT" ? amount : -amount;
}
