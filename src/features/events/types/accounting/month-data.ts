import { code, id } from "../../event-type.js";

/** What every event of a month of the book says. */
export const MONTH_CHANGE = {
  changeId: id("AccountingMonthChange"),
  act: code("Whether the month is to be closed or reopened."),
} as const;
