import { type EventType } from "../../event-type.js";
import { MONTH_CHANGE } from "./month-data.js";

export const accountingMonthChanged = {
  topic: "accounting.month-changed",
  words: ["Month changed", "Måned ændret", "A second person has closed or reopened a month of the book."],
  about: "AccountingMonthChange",
  forClinic: false,
  data: { ...MONTH_CHANGE },
} as const satisfies EventType;
