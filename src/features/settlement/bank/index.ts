import type { BankReport } from "./fact.js";
import { readAccountReport } from "./read-account-report.js";
import { readStatus } from "./read-status.js";
import { fileRefused, parseBankXml, type XmlFile } from "./xml.js";

/** Messages of the bank's that are understood, by their full names. */
const READERS: Readonly<Record<string, (file: XmlFile) => BankReport>> = {
  "pain.002.001.03": readStatus,
  "pain.002.001.10": readStatus,
  "camt.053.001.02": readAccountReport,
  "camt.053.001.08": readAccountReport,
  "camt.054.001.02": readAccountReport,
  "camt.054.001.08": readAccountReport,
};

/** The whole file as facts, or a refusal with the place and the reason (thrown as Refused). */
export function readBankFile(content: string): BankReport {
  const file = parseBankXml(content);
  const reader = Object.hasOwn(READERS, file.kind) ? READERS[file.kind] : undefined;
  if (!reader)
    throw fileRefused("FILE_KIND_UNKNOWN", `Messages of this kind are not read; known are ${Object.keys(READERS).join(", ")}.`, [
      "Document",
    ]);
  return reader(file);
}
