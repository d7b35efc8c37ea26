import { type Notice } from "../notice.js";

export const clinicPaymentFailed: Notice = {
  code: "CLINIC_PAYMENT_FAILED",
  words: ["Payment failed", "Betaling mislykket", "The bank has refused a payment, or it came back."],
  to: "CLINIC",
  on: ["payment.rejected", "payment.returned"],
  holds: () => true,
  version: 1,
  texts: {
    DA: (facts) => ({
      subject: `Betaling ${facts.paymentReference ?? ""} gik ikke igennem`,
      text: `Betaling ${facts.paymentReference ?? ""} gik ikke igennem. Kontrollér kontoen i systemet.`,
    }),
    EN: (facts) => ({
      subject: `Payment ${facts.paymentReference ?? ""} did not go through`,
      text: `Payment ${facts.paymentReference ?? ""} did not go through. Check the account in the system.`,
    }),
  },
};
