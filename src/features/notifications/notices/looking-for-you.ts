import { type Notice } from "../notice.js";

export const lookingForYou: Notice = {
  code: "LOOKING_FOR_YOU",
  words: ["Looking for an appointment", "Vi leder efter en tid", "No time inside the promise is found yet; people are looking."],
  to: "MEMBER",
  on: ["promise.at-risk"],
  holds: () => true,
  version: 1,
  texts: {
    DA: (facts) => ({
      subject: "Vi leder efter en tid til dig",
      text: `Vi leder efter en tid til dig i sag ${facts.caseReference ?? ""}. Du behøver ikke gøre noget; du hører fra os.`,
    }),
    EN: (facts) => ({
      subject: "We are looking for a time for you",
      text: `We are looking for an appointment for you in case ${facts.caseReference ?? ""}. You need not do anything; you will hear from us.`,
    }),
  },
};
