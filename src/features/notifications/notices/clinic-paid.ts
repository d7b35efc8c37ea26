import { type Notice } from "../notice.js";

export const clinicPaid: Notice = {
  code: "CLINIC_PAID",
  words: ["Payment made", "Betaling gennemført", "The bank has carried out a payment."],
  to: "CLINIC",
  on: ["payment.paid"],
  holds: () => true,
  version: 1,
  texts: {
    DA: (facts) => ({
      subject: `Betaling ${facts.paymentReference ?? ""}`,
      text: `Betaling ${facts.paymentReference ?? ""} er gennemført. Specifikationen står i systemet.`,
    }),
    EN: (facts) => ({
      subject: `Payment ${facts.paymentReference ?? ""}`,
      text: `Payment ${facts.paymentReference ?? ""} has been made. Its statement is in the system.`,
    }),
  },
};
