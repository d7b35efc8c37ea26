/**
 * The self-billing document as UBL 2.1 in the form of Peppol BIS Self-Billing 3.0: an Invoice of type 389, or a CreditNote of type 261, that
 * the buyer writes for the seller. The order of elements is the schema's. Pure: what was issued in, the text out.
 */
import { XMLBuilder } from "fast-xml-parser";
import { kroner } from "../../../../kernel/money.js";
import type { WordList } from "../../../../kernel/worded.js";
import { SERVICE_WORDS } from "../../../../rules/code-words.js";
import { CORRECTION_REASON_WORDS } from "../../settlement-words.js";
import { SELF_BILLING, type BillContents } from "./self-bill.js";
import type { BillLineRecord, BillParty, BillRecord } from "./self-bill.store.js";
import { VAT_WORDS } from "./self-bill-words.js";

type Element = { readonly [name: string]: string | Element | readonly Element[] };

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  format: true,
  indentBy: " ",
  suppressEmptyNode: false,
});

const UBL = "urn:oasis:names:specification:ubl:schema:xsd";
/** Peppol's names of the form and of the process. */
const CUSTOMIZATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0";
const PROFILE = "urn:fdc:peppol.eu:2017:poacc:selfbilling:01:1.0";
/** Electronic address scheme of CVR numbers (ISO 6523). */
const CVR = "0184";
/** UNTDID 1001 (self-billed invoice, self-billed credit note), UNTDID 4461 (instrument not defined), UNTDID 5305 (exempt), UN/ECE 20 (one). */
const CODES = { INVOICE: "389", CREDIT_NOTE: "261", MEANS: "1", EXEMPT: "E", ONE: "C62", OBJECT: "130" } as const;

export function selfBillUbl(bill: BillRecord, { lines, payment }: BillContents): string {
  const credit = bill.kind === "CREDIT_NOTE";
  const root = credit ? "CreditNote" : "Invoice";
  const total = amount(credit ? -bill.total_minor : bill.total_minor);
  const corrected = [...new Set(lines.flatMap((line) => line.corrects_number ?? []))].sort();
  const document: Element = {
    "?xml": { "@version": "1.0", "@encoding": "UTF-8" },
    [root]: {
      "@xmlns": `${UBL}:${root}-2`,
      "@xmlns:cac": `${UBL}:CommonAggregateComponents-2`,
      "@xmlns:cbc": `${UBL}:CommonBasicComponents-2`,
      "cbc:CustomizationID": CUSTOMIZATION,
      "cbc:ProfileID": PROFILE,
      "cbc:ID": bill.number,
      "cbc:IssueDate": bill.issued_on,
      ...(credit || !payment ? {} : { "cbc:DueDate": payment.expected_on }),
      [credit ? "cbc:CreditNoteTypeCode" : "cbc:InvoiceTypeCode"]: CODES[bill.kind],
      "cbc:Note": SELF_BILLING,
      "cbc:DocumentCurrencyCode": "DKK",
      "cbc:BuyerReference": payment?.end_to_end_id ?? bill.number,
      ...(corrected.length === 0
        ? {}
        : { "cac:BillingReference": corrected.map((number) => ({ "cac:InvoiceDocumentReference": { "cbc:ID": number } })) }),
      "cac:AccountingSupplierParty": {
        "cac:Party": party({ name: bill.seller_name, cvr: bill.seller_cvr, address: bill.seller_address }, true),
      },
      "cac:AccountingCustomerParty": {
        "cac:Party": party({ name: bill.buyer_name, cvr: bill.buyer_cvr, address: bill.buyer_address }, false),
      },
      ...(payment ? { "cac:PaymentMeans": { "cbc:PaymentMeansCode": CODES.MEANS, "cbc:PaymentID": payment.end_to_end_id } } : {}),
      "cac:TaxTotal": {
        "cbc:TaxAmount": amount(0n),
        "cac:TaxSubtotal": {
          "cbc:TaxableAmount": total,
          "cbc:TaxAmount": amount(0n),
          "cac:TaxCategory": exempt([...new Set(lines.map((line) => word(VAT_WORDS, line.vat)))].join("; ")),
        },
      },
      "cac:LegalMonetaryTotal": {
        "cbc:LineExtensionAmount": total,
        "cbc:TaxExclusiveAmount": total,
        "cbc:TaxInclusiveAmount": total,
        "cbc:PayableAmount": total,
      },
      [`cac:${root}Line`]: lines.map((line, i) => billLine(line, i + 1, credit)),
    },
  };
  return builder.build(document);
}

function amount(minor: bigint): Element {
  return { "@currencyID": "DKK", "#text": kroner(minor) };
}

function word(words: WordList<string>, value: string): string {
  return words[value]?.[1] ?? value;
}

/** Of the seller its registration with the tax authority, too: an exempt document names one (EN 16931, BR-E-02). */
function party({ name, cvr, address }: BillParty, seller: boolean): Element {
  const [, street, zone, city] = /^(.*), (\d{4}) ([^,]+)$/.exec(address) ?? [];
  const given = street ?? address;
  return {
    "cbc:EndpointID": { "@schemeID": CVR, "#text": cvr },
    "cac:PartyName": { "cbc:Name": name },
    "cac:PostalAddress": {
      ...(given === "" ? {} : { "cbc:StreetName": given }),
      ...(city ? { "cbc:CityName": city } : {}),
      ...(zone ? { "cbc:PostalZone": zone } : {}),
      "cac:Country": { "cbc:IdentificationCode": "DK" },
    },
    ...(seller ? { "cac:PartyTaxScheme": { "cbc:CompanyID": cvr, "cac:TaxScheme": { "cbc:ID": "TAX" } } } : {}),
    "cac:PartyLegalEntity": { "cbc:RegistrationName": name, "cbc:CompanyID": { "@schemeID": CVR, "#text": cvr } },
  };
}

function exempt(reason?: string): Element {
  return {
    "cbc:ID": CODES.EXEMPT,
    "cbc:Percent": "0",
    ...(reason ? { "cbc:TaxExemptionReason": reason } : {}),
    "cac:TaxScheme": { "cbc:ID": "VAT" },
  };
}

/** A price is never negative: what takes back in a bill is a quantity of minus one. */
function billLine(line: BillLineRecord, n: number, credit: boolean): Element {
  const minor = credit ? -line.amount_minor : line.amount_minor;
  return {
    "cbc:ID": String(n),
    ...(line.reason === null ? {} : { "cbc:Note": word(CORRECTION_REASON_WORDS, line.reason) }),
    [credit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity"]: { "@unitCode": CODES.ONE, "#text": minor < 0n ? "-1" : "1" },
    "cbc:LineExtensionAmount": amount(minor),
    "cac:InvoicePeriod": { "cbc:StartDate": line.delivered_on, "cbc:EndDate": line.delivered_on },
    "cac:DocumentReference": { "cbc:ID": line.booking_reference, "cbc:DocumentTypeCode": CODES.OBJECT },
    "cac:Item": { "cbc:Name": word(SERVICE_WORDS, line.service_code), "cac:ClassifiedTaxCategory": exempt() },
    "cac:Price": { "cbc:PriceAmount": amount(minor < 0n ? -minor : minor) },
  };
}
