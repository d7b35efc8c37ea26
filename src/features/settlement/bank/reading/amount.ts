import { checkAmount, ore } from "./lexical.js";
import { fileRefused, textAt, type XmlNode } from "./xml.js";

/** Øre of an amount element in kroner; null where there is none, or where it is in another currency. */
export function kronerAt(node: XmlNode, place: string, ...path: readonly string[]): bigint | null {
  const text = textAt(node, ...path);
  if (text === null) return null;
  if (currencyAt(node, place, ...path) === "DKK") return ore(text, place);
  checkAmount(text, place);
  return null;
}

/** ISO 4217 code of an amount element: three capitals. */
export function currencyAt(node: XmlNode, place: string, ...path: readonly string[]): string {
  const currency = textAt(node, ...path, "@Ccy") ?? "";
  if (!/^[A-Z]{3}$/.test(currency)) throw fileRefused("CURRENCY_INVALID", "An amount has no currency code of three capitals.", [place]);
  return currency;
}
