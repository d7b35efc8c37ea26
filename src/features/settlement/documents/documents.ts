/** The two documents of settlement, as PDF: a clinic's statement and the self-bill of one payment. */
import { kroner } from "../../../kernel/money.js";
import { cashFlowPicture, pdfDocument, pdfTable } from "./paper.js";
import { SELF_BILLING, VAT_NOTE, type SelfBill } from "./self-bill.js";
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

export function selfBillPdf(bill: SelfBill): Promise<Buffer> {
  return pdfDocument(`${SELF_BILLING} ${bill.number}`, bill.issuedOn, (sheet) => {
    sheet.text(`Date ${bill.issuedOn}   Number ${bill.number}   Payment ${bill.paymentReference} on ${bill.payableOn}`).moveDown(0.5);
    sheet.text(`Seller: ${bill.seller.name}, CVR ${bill.seller.cvr}, ${bill.seller.address}`);
    sheet.text(`Buyer, who issues this document: ${bill.buyer.name}, CVR ${bill.buyer.cvr}, ${bill.buyer.address}`).moveDown(0.5);
    if (bill.state === "REJECTED" || bill.state === "RETURNED")
      sheet.text("The bank sent this payment back; its lines are settled by a later document.").moveDown(0.5);
    pdfTable(
      sheet,
      [
        { title: "Delivered", share: 12 },
        { title: "Booking", share: 14 },
        { title: "Quantity and kind", share: 36 },
        { title: "VAT", share: 8, right: true },
        { title: "Amount DKK", share: 14, right: true },
      ],
      bill.lines.map((l) => [l.deliveredOn, l.bookingReference, `${l.quantity} x ${l.kind}`, "exempt", kroner(l.amountMinor)]),
    );
    sheet
      .font("Helvetica-Bold")
      .text(
        `Total exempt from VAT: DKK ${kroner(bill.totalMinor)}   Total with VAT: DKK 0.00   To be paid: DKK ${kroner(bill.totalMinor)}`,
      );
    sheet.font("Helvetica").text(VAT_NOTE);
  });
}
