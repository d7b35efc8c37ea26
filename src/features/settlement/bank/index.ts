import type { BankReport } from "./fact.js";
import type { PayerAccount } from "./reading/payer-account.js";
import { readAccountReport } from "./reading/read-account-report.js";
import { readStatus } from "./reading/read-status.js";
import { kindRefused, parseBankXml, type XmlFile } from "./reading/xml.js";

/** Messages of the bank's that are understood, by their full names. */
const READERS: Readonly<Record<string, (file: XmlFile, payer: PayerAccount | null) => BankReport>> = {
  "pain.002.001.03": readStatus,
  "pain.002.001.10": readStatus,
  "camt.053.001.02": readAccountReport,
  "camt.053.001.04": readAccountReport,
  "camt.053.001.08": readAccountReport,
  "camt.054.001.02": readAccountReport,
  "camt.054.001.04": readAccountReport,
  "camt.054.001.08": readAccountReport,
};

/** The whole file as facts, or a refusal with the place and the reason (thrown as Refused). Without a payer every account in kroner is the payer's. */
export function readBankFile(content: string, payer: PayerAccount | null = null, mostCharacters?: number): BankReport {
  const file = parseBankXml(content, mostCharacters);
  const reader = Object.hasOwn(READERS, file.kind) ? READERS[file.kind] : undefined;
  if (!reader)
    throw kindRefused("FILE_KIND_UNKNOWN", `Messages of the kind ${file.kind} are not read; known are ${Object.keys(READERS).join(", ")}.`);
  return reader(file, payer);
}
