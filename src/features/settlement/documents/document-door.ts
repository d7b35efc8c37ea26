/** Addresses of the documents of settlement, and the operation that each is. */
import type { Language } from "../../../vocabulary/language.type.js";
import { DOCUMENTS_PATH, type DownloadDoor } from "../../../gateway/http/download.js";

/** The name of a file in its address. */
type StatementFormat = "csv" | "pdf";
type MonthFile = "journal" | "general-ledger";

export const documentPath = {
  statement: (clinicId: string, format: StatementFormat, { from, until }: { readonly from: string; readonly until: string }): string =>
    `${DOCUMENTS_PATH}clinics/${clinicId}/statement.${format}?${String(new URLSearchParams({ from, until }))}`,
  selfBill: (billId: string, language: Language): string => `${DOCUMENTS_PATH}self-bills/${billId}/self-bill.pdf?language=${language}`,
  remittance: (billId: string): string => `${DOCUMENTS_PATH}self-bills/${billId}/remittance.json`,
  ubl: (billId: string): string => `${DOCUMENTS_PATH}self-bills/${billId}/self-bill.xml`,
  demand: (receivableId: string, language: Language): string =>
    `${DOCUMENTS_PATH}receivables/${receivableId}/demand.pdf?language=${language}`,
  month: (month: string, file: MonthFile, asOf: Date, part: number): string =>
    `${DOCUMENTS_PATH}months/${month.slice(0, 7)}/${file}.csv?${String(new URLSearchParams({ asOf: asOf.toISOString(), part: String(part) }))}`,
  paymentFile: (batchId: string, place: number): string => `${DOCUMENTS_PATH}batches/${batchId}/payment-file?place=${place}`,
  guarantee: (of: "bookings" | "claims", id: string, language: "DA" | "EN"): string =>
    `${DOCUMENTS_PATH}${of}/${id}/payment-guarantee-${language.toLowerCase()}.pdf`,
};

/** Registered documents, as what is fetched runs where nothing else may. */
export const DOWNLOAD_OPERATIONS = {
  statement: ["clinic", "clinic-statement-file"],
  selfBill: ["clinic", "self-bill-file"],
  demand: ["clinic", "demand-file"],
  month: ["finance", "accounting-month-file"],
  paymentFile: ["finance", "payment-file"],
  bookingGuarantee: ["clinic", "payment-guarantee-file"],
  claimGuarantee: ["member-app", "claim-payment-guarantee-file"],
} as const;
type DownloadDocuments = Readonly<Record<keyof typeof DOWNLOAD_OPERATIONS, string>>;

export function settlementDocuments(documents: DownloadDocuments): DownloadDoor {
  return (path, search) => {
    const [, of, id, file] =
      /^(clinics|self-bills|receivables|months|batches|bookings|claims)\/([\w-]+)\/([\w.-]+)$/.exec(path.slice(DOCUMENTS_PATH.length)) ??
      [];
    switch (`${of}/${file}`) {
      case "clinics/statement.csv":
      case "clinics/statement.pdf": {
        const format = { csv: file === "statement.csv", pdf: file === "statement.pdf" };
        const period = { from: search.get("from"), until: search.get("until") };
        return { document: documents.statement, variables: { clinicId: id, ...period, ...format } };
      }
      case "self-bills/self-bill.pdf":
      case "self-bills/self-bill.xml":
      case "self-bills/remittance.json": {
        const as = { pdf: file === "self-bill.pdf", ubl: file === "self-bill.xml", json: file === "remittance.json" };
        return { document: documents.selfBill, variables: { billId: id, language: search.get("language") ?? "DA", ...as } };
      }
      case "receivables/demand.pdf":
        return { document: documents.demand, variables: { receivableId: id, language: search.get("language") ?? "DA" } };
      case "months/journal.csv":
      case "months/general-ledger.csv": {
        const journal = file === "journal.csv";
        const part = Number(search.get("part") ?? 1);
        return { document: documents.month, variables: { month: `${id}-01`, asOf: search.get("asOf"), part, journal, ledger: !journal } };
      }
      case "batches/payment-file":
        return { document: documents.paymentFile, variables: { batchId: id, place: Number(search.get("place") ?? 1) } };
      case "bookings/payment-guarantee-da.pdf":
      case "bookings/payment-guarantee-en.pdf":
        return { document: documents.bookingGuarantee, variables: { bookingId: id, language: languageOf(file) } };
      case "claims/payment-guarantee-da.pdf":
      case "claims/payment-guarantee-en.pdf":
        return { document: documents.claimGuarantee, variables: { claimId: id, language: languageOf(file) } };
      default:
        return null;
    }
  };
}

function languageOf(file = ""): string {
  return file.endsWith("-en.pdf") ? "EN" : "DA";
}
