/** An order of three payments as a batch makes it, with letters, what a form has to escape, a name that a form may shorten, an account of each form, and the smallest amount. */
import type { PaymentOrder } from "../../src/features/settlement/payments/payment-order.js";

export const ORDER: PaymentOrder = {
  messageId: "STL-2026-000123",
  paymentInfoId: "STL-2026-000123-P1",
  createdAt: "2026-11-23T08:15:00Z",
  executionOn: "2026-11-24",
  count: 3,
  controlSumMinor: 203_151n,
  debtor: { name: "Eksempel Forsikring A/S (fiktiv)", iban: "DK5799900000012345", bic: "XXXXDKKK" },
  codes: { serviceLevel: "NURG", categoryPurpose: "SUPP", charges: "SHAR", batchBooking: false },
  payments: [
    {
      endToEndId: "STL-2026-000123-0001",
      amountMinor: 121_827n,
      currency: "DKK",
      creditorName: "Kiropraktor Prøveø & Søn I/S",
      creditorAccount: { iban: "DK7699920000055555" },
      text: "Afregning STL-2026-000123 bilag SB-00004711",
    },
    {
      endToEndId: "STL-2026-000123-0002",
      amountMinor: 81_323n,
      currency: "DKK",
      creditorName: "Fysioklinik Eksempelby ApS",
      creditorAccount: { bban: "99910000067890" },
      text: "Afregning STL-2026-000123 bilag SB-00004712",
    },
    {
      endToEndId: "STL-2026-000123-0003",
      amountMinor: 1n,
      currency: "DKK",
      creditorName: "Á ä ç đ é's & Ø (en klinik med et langt navn)",
      creditorAccount: { bban: "00400440116243" },
      text: "Afregning STL-2026-000123 bilag SB-00004713",
    },
  ],
};
