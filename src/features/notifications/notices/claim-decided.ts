import { type Notice } from "../notice.js";

export const claimDecided: Notice = {
  code: "CLAIM_DECIDED",
  words: ["Claim decided", "Skade afgjort", "A claim was approved or denied."],
  to: "MEMBER",
  on: ["claim.changed"],
  calledFor: (payload) => ["APPROVED", "DENIED"].some((kind) => (payload["events"] ?? []).includes(kind)),
  holds: () => true,
  version: 1,
  texts: {
    DA: (facts) => ({
      subject: `Vi har svaret i din sag ${facts.caseReference ?? ""}`,
      text: `Der er et svar i din sag ${facts.caseReference ?? ""}. Log ind for at læse det.`,
    }),
    EN: (facts) => ({
      subject: `There is an answer in your case ${facts.caseReference ?? ""}`,
      text: `There is an answer in your case ${facts.caseReference ?? ""}. Log in to read it.`,
    }),
  },
};
