/** Whether an account in a file of the bank's is the payer's. */
import { isIban, unprinted } from "../../../../kernel/iban.js";
import { child, fileRefused, textAt, type XmlNode } from "./xml.js";

/** The account that payments are made from. */
export type PayerAccount = {
  readonly iban: string;
  /** Registration number and account in 14 digits; null: the 14 digits of the IBAN. */
  readonly bban?: string | null;
};

/** The number under which a report names its account, without what printing adds to it. */
export function accountIn(report: XmlNode, place: string): string {
  const id = child(report, "Acct", "Id");
  const iban = textAt(id, "IBAN");
  if (iban === null) return unprinted(textAt(id, "Othr", "Id") ?? "");
  if (!isIban(unprinted(iban))) throw fileRefused("IBAN_INVALID", "The account in the report has wrong check digits.", [place]);
  return unprinted(iban);
}

/** The payer's as IBAN, or as registration number and account: 14 digits, with or without a hyphen, the account padded or not. */
export function isPayers(account: string, payer: PayerAccount): boolean {
  if (account === payer.iban) return true;
  const [, registration = "", number = ""] = /^(\d{4})-?(\d{1,10})$/.exec(account.replaceAll(".", "")) ?? [];
  return registration !== "" && `${registration}${number.padStart(10, "0")}` === (payer.bban ?? payer.iban.slice(4));
}
