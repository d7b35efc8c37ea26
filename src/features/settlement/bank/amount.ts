import { fileRefused, textAt, type XmlNode } from "./xml.js";

/** Øre of an amount element; any currency but DKK, more than two decimals or anything but digits refuses the file. */
export function amountAt(node: XmlNode, place: string, ...path: readonly string[]): bigint | null {
  const text = textAt(node, ...path);
  if (text === null) return null;
  const currency = textAt(node, ...path, "@Ccy");
  if (currency !== "DKK") throw fileRefused("CURRENCY_INVALID", "An amount is not in DKK.", [place]);
  return ore(text, place);
}

export function ore(text: string, place: string): bigint {
  const [, whole = "", decimals = ""] = /^(\d{1,16})(?:\.(\d*))?$/.exec(text) ?? [];
  if (whole === "") throw fileRefused("AMOUNT_INVALID", "An amount is no decimal number.", [place]);
  if (decimals.replace(/0+$/, "").length > 2) throw fileRefused("AMOUNT_INVALID", "An amount has more than two decimals.", [place]);
  return BigInt(whole) * 100n + BigInt(decimals.slice(0, 2).padEnd(2, "0"));
}
