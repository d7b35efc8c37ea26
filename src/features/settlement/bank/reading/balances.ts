/** A statement is whole when its entries lead from the opening to the closing balance; one that lost entries does not. */
import type { Balances } from "../fact.js";
import { kronerAt } from "./amount.js";
import { dayAt, isCredit } from "./lexical.js";
import { children, fileRefused, textAt, type XmlNode } from "./xml.js";

/** ISO 20022 codes of the balances: opening booked or previously closed, and closing booked. */
const OPENING = ["OPBD", "PRCD"];
const CLOSING = ["CLBD"];

/**
 * Balances of a page in the middle carry a subtype and are no ends; a report without both ends states none. `moved` is the sum of
 * the booked entries, null where one of them is in another currency and nothing can be checked.
 */
export function balancesOf(account: XmlNode, moved: bigint | null, place: string): Balances | null {
  const ends = children(account, "Bal").filter((b) => textAt(b, "Tp", "SubTp", "Cd") === null);
  const end = (codes: readonly string[]): XmlNode | undefined =>
    codes.map((code) => ends.find((b) => textAt(b, "Tp", "CdOrPrtry", "Cd") === code)).find((b) => b !== undefined);
  const [opening, closing] = [end(OPENING), end(CLOSING)];
  if (!opening || !closing) return null;
  const [openingMinor, closingMinor, closingOn] = [signed(opening, place), signed(closing, place), dayAt(closing, place, "Dt")];
  if (openingMinor === null || closingMinor === null || closingOn === null)
    throw fileRefused("FILE_INCOMPLETE", "A balance has no amount or no day.", [place]);
  if (moved !== null && openingMinor + moved !== closingMinor)
    throw fileRefused("SUM_DIFFERS", "The entries do not lead from the opening to the closing balance.", [place]);
  return { openingMinor, openingOn: dayAt(opening, place, "Dt"), closingMinor, closingOn };
}

/** Credits are positive, in øre. */
function signed(of: XmlNode, place: string): bigint | null {
  const amount = kronerAt(of, place, "Amt");
  if (amount === null) return null;
  return isCredit(of, place) ? amount : -amount;
}
