import { type EventType } from "../../event-type.js";
import { MONTH_CHANGE } from "./month-data.js";

export const accountingMonthRefused = {
  topic: "accounting.month-refused",
  words: ["Month change refused", "Månedsændring afvist", "A month of the book is not closed or reopened as was asked for."],
  about: "AccountingMonthChange",
  forClinic: false,
  data: { ...MONTH_CHANGE },
} as const satisfies EventType;
