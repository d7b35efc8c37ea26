import { type Notice } from "../notice.js";

export const billDecided: Notice = {
  code: "BILL_DECIDED",
  words: ["Bill decided", "Regning afgjort", "It was decided what is reimbursed of a bill."],
  to: "MEMBER",
  on: ["reimbursement.decided"],
  holds: () => true,
  version: 1,
  texts: {
    DA: (facts) => ({
      subject: "Din regning er behandlet",
      text: `Vi har behandlet en regning i din sag ${facts.caseReference ?? ""}. Log ind for at se, hvad der udbetales.`,
    }),
    EN: (facts) => ({
      subject: "Your bill has been handled",
      text: `We have handled a bill in your case ${facts.caseReference ?? ""}. Log in to see what is paid.`,
    }),
  },
};
