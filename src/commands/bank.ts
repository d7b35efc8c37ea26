/**
 * npm run -s bank -- reject payments.xml > answer.xml: what a bank would answer to an exported payment file, for importBankFile. A bank that
 * is none: its answers say nothing about any real account.
 */
import { readFile } from "node:fs/promises";
import { notification, readOrder, statusReport } from "../assembly/trial/fictional-bank.js";
import { command, text, WrongArgument } from "./command.js";

const ANSWERS = ["accept", "reject", "book", "return"] as const;
type Answer = (typeof ANSWERS)[number];

export const bank = command({
  name: "bank",
  summary: "the answer of a fictional bank to an exported payment file, on standard output; never in production",
  arguments: {
    answer: {
      says: ANSWERS.join(", "),
      read: (value: string): Answer => {
        const found = ANSWERS.find((each) => each === value);
        if (!found) throw new WrongArgument(`one of ${ANSWERS.join(", ")}`);
        return found;
      },
    },
    file: { says: "the payment file, as exportPaymentFile answered it", read: text },
  },
  options: {
    only: { value: "id", says: "end-to-end id of the one payment it is about; all of the file unless given", read: text },
  },
  run: async ({ answer, file, only }, { say }) => {
    if (process.env["NODE_ENV"] === "production") throw new Error("a fictional bank answers on a developer's machine only");
    const order = readOrder(await readFile(file, "utf8"));
    const payments = order.payments.filter(({ id }) => only === undefined || id === only);
    if (payments.length === 0) throw new WrongArgument("the file has no such payment");
    const at = new Date();
    const isMeant = ({ id }: { readonly id: string }): boolean => payments.some((payment) => payment.id === id);
    if (answer === "accept") say(statusReport({ ...order, payments }, at, () => false));
    else if (answer === "reject") say(statusReport(order, at, isMeant));
    else say(notification(order, at, payments, answer === "return"));
  },
});
