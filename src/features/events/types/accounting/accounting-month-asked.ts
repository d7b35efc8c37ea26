import { type EventType } from "../../event-type.js";
import { MONTH_CHANGE } from "./month-data.js";

export const accountingMonthAsked = {
  topic: "accounting.month-asked",
  words: ["Month change asked for", "Månedsændring ønsket", "Somebody has asked for a month of the book to be closed or reopened."],
  about: "AccountingMonthChange",
  forClinic: false,
  data: { ...MONTH_CHANGE },
} as const satisfies EventType;
