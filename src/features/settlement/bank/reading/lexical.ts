/**
 * Texts of a bank's file by the lexical rules of their schema types (W3C XML Schema 1.0 part 2, and the restrictions of ISO 20022), so that
 * nothing of a stranger's reaches a typed column unread. What a type allows is read, whatever it looks like; anything else refuses
 * the file with its place.
 */
import { addDays, isLocalDate, localDateOf, type LocalDate } from "../../../../kernel/calendar.js";
import { fileRefused, textAt, type XmlNode } from "./xml.js";

/** ISO 20022 ActiveCurrencyAndAmount and DecimalNumber: 18 digits in all. More than two decimals are no Danish money. */
const MOST_DIGITS = 18;

/** Øre of xs:decimal ("1", ".50", "+100.00", "7."), never less than nothing. */
export function ore(text: string, place: string): bigint {
  const [, sign, whole = "", decimals = "", only = ""] = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))$/.exec(text) ?? [];
  const fraction = decimals + only;
  if (sign === undefined) throw fileRefused("AMOUNT_INVALID", "An amount is no decimal number.", [place]);
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  if (digits.length > MOST_DIGITS) throw fileRefused("AMOUNT_INVALID", "An amount has more than 18 digits.", [place]);
  if (fraction.replace(/0+$/, "").length > 2) throw fileRefused("AMOUNT_INVALID", "An amount has more than two decimals.", [place]);
  const value = BigInt(`${whole}${fraction.slice(0, 2).padEnd(2, "0")}`);
  if (sign === "-" && value !== 0n) throw fileRefused("AMOUNT_INVALID", "An amount is less than nothing.", [place]);
  if (value >= MOST_ORE) throw fileRefused("AMOUNT_INVALID", "An amount is larger than any account of the book holds.", [place]);
  return value;
}

/** Ten trillion kroner: a thousand of these still fit into one sum of the database's. */
const MOST_ORE = 10n ** 15n;

/** Whether it is an amount by its type, in whatever currency. */
export function checkAmount(text: string, place: string): void {
  const [, whole = "", decimals = "", only = ""] = /^\+?(?:(\d+)(?:\.(\d*))?|\.(\d+))$/.exec(text.replace(/^-(?=[0.]+$)/, "")) ?? [];
  const fraction = decimals + only;
  if (whole + fraction === "" || fraction.length > 5 || `${whole}${fraction}`.replace(/^0+/, "").length > MOST_DIGITS)
    throw fileRefused("AMOUNT_INVALID", "An amount is no decimal number of the schema's.", [place]);
}

/** ISO 20022 Max15NumericText: digits and nothing else. */
export function count(text: string, place: string): number {
  if (!/^\d{1,15}$/.test(text)) throw fileRefused("NUMBER_INVALID", "A number of entries is not written in digits.", [place]);
  return Number(text);
}

/** xs:boolean: true, false, 1 or 0; what is not there is false. */
export function flagAt(node: XmlNode, place: string, ...path: readonly string[]): boolean {
  const text = textAt(node, ...path);
  if (text === null || text === "false" || text === "0") return false;
  if (text === "true" || text === "1") return true;
  throw fileRefused("FIELD_INVALID", `${path.join("/")} is neither true nor false.`, [place]);
}

/** CreditDebitCode: true for a credit. */
export function isCredit(node: XmlNode, place: string): boolean {
  const text = textAt(node, "CdtDbtInd");
  if (text === "CRDT" || text === "DBIT") return text === "CRDT";
  throw fileRefused("FIELD_INVALID", "CdtDbtInd is neither CRDT nor DBIT.", [place]);
}

/** The Danish day of a choice of xs:date and xs:dateTime (DateAndDateTimeChoice); null where there is none. */
export function dayAt(node: XmlNode, place: string, ...path: readonly string[]): LocalDate | null {
  const day = textAt(node, ...path, "Dt");
  if (day !== null) return dayOf(day, place);
  const instant = textAt(node, ...path, "DtTm");
  return instant === null ? null : dayOfInstant(instant, place);
}

const ZONE = "(Z|[+-](?:0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?";
const DAY = new RegExp(`^(\\d{4}-\\d\\d-\\d\\d)${ZONE}$`);
const INSTANT = new RegExp(`^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.\\d+)?${ZONE}$`);

/** xs:date. The zone that may follow it does not move it: the bank names a day. */
export function dayOf(text: string, place: string): LocalDate {
  const day = DAY.exec(text)?.[1] ?? "";
  if (!isLocalDate(day)) throw notADay(place);
  return day;
}

/** xs:dateTime: with a zone an instant, whose day in Denmark it is; without one the wall clock of the bank's. */
export function dayOfInstant(text: string, place: string): LocalDate {
  const [, day = "", hour = "", minute = "", second = "", zone] = INSTANT.exec(text) ?? [];
  const midnight = hour === "24" && minute === "00" && second === "00";
  if (!isLocalDate(day) || (Number(hour) > 23 && !midnight) || Number(minute) > 59 || Number(second) > 59) throw notADay(place);
  const on = midnight ? addDays(day, 1) : day;
  return zone === undefined ? on : localDateOf(`${on}T${midnight ? "00" : hour}:${minute}:${second}${zone}`);
}

function notADay(place: string): Error {
  return fileRefused("DAY_INVALID", "A day is none of the schema's: xs:date is YYYY-MM-DD, xs:dateTime YYYY-MM-DDThh:mm:ss.", [place]);
}
