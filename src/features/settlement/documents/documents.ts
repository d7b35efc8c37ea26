/** The two documents of settlement, as PDF: a clinic's statement and the self-bill of one payment. */
import { kroner } from "../../../kernel/money.js";
import { cashFlowPicture, pdfDocument, pdfTable } from "./paper.js";
import type { Language } from "../../../vocabulary/language.type.js";
import type { BillSheet } from "./self-bills/self-bill.js";
import { cashFlow, totalsOf, type Statement } from "./statement.js";

export function statementPdf(statement: Statement): Promise<Buffer> {
  const totals = totalsOf(statement.rows);
  return pdfDocument(`Statement ${statement.clinicName}`, statement.today, (sheet) => {
    sheet.text(`${statement.providerName}, CVR ${statement.providerCvr}`).text(statement.clinicAddress);
    sheet
      .text(
        `Treatments from ${statement.from} until ${statement.until} (that day not included), as of ${statement.today}. All amounts in DKK.`,
      )
      .moveDown(0.5);
    sheet
      .text(`Paid ${kroner(totals.paidMinor)}   Expected ${kroner(totals.expectedMinor)}   Disputed ${kroner(totals.disputedMinor)}`)
      .moveDown(0.5);
    cashFlowPicture(sheet, cashFlow(statement.rows));
    pdfTable(
      sheet,
      [
        { title: "Treated", share: 11 },
        { title: "Booking", share: 13 },
        { title: "Service", share: 18 },
        { title: "Gross", share: 10, right: true },
        { title: "Public", share: 10, right: true },
        { title: "Amount", share: 10, right: true },
        { title: "State", share: 10 },
        { title: "Expected", share: 11 },
        { title: "Paid", share: 11 },
        { title: "Self-bill", share: 13 },
      ],
      statement.rows.map((r) => [
        r.treatedOn,
        r.bookingReference,
        r.kind === "TREATMENT" ? r.service : `Correction: ${r.reason ?? ""}`,
        r.kind === "TREATMENT" ? kroner(r.grossMinor) : "",
        r.kind === "TREATMENT" ? kroner(r.publicMinor) : "",
        kroner(r.amountMinor),
        r.state,
        r.expectedOn ?? "",
        r.paidOn ?? "",
        r.selfBillNumber ?? "",
      ]),
    );
  });
}

export function selfBillPdf(bill: BillSheet, issuedOn: string, language: Language): Promise<Buffer> {
  return pdfDocument(
    bill.title,
    issuedOn,
    (sheet) => {
      for (const line of bill.above) sheet.text(line);
      sheet.moveDown(0.5);
      pdfTable(
        sheet,
        SHARES.map((share, i) => ({ title: bill.columns[i] ?? "", share, right: i > 2 })),
        bill.rows,
      );
      sheet.font("Helvetica-Bold");
      for (const line of bill.totals) sheet.text(line);
      sheet.font("Helvetica");
      for (const line of bill.below) sheet.text(line);
    },
    { lang: language.toLowerCase(), page: bill.page },
  );
}

/** Widths of the columns of a document: day, booking, what it was, VAT, amount. */
const SHARES = [12, 14, 44, 6, 14];
