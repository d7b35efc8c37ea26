/**
 * New public tariffs as a spreadsheet has them, and what they would change. Pure. Amounts are kroner with two decimals; shares add up to
 * the fee, because who pays what must not depend on which two of three figures somebody read.
 */
import { SESSIONS, type Session } from "../../../../schema/states.js";
import { csvRows } from "../../../kernel/csv-rows.js";
import type { RefusalCode } from "../../../kernel/refusal-codes.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { dialectOf, spreadsheetText } from "../../../kernel/spreadsheet.js";
import { SERVICES, type Service } from "../../../rules/codes.js";

export type TariffPeriod = { readonly validFrom: string; readonly validUntil: string | null };
export type NewTariff = TariffPeriod & {
  readonly service: Service;
  readonly session: Session;
  /** Whole øre. */
  readonly fullFeeMinor: number;
  readonly publicShareMinor: number;
  readonly patientShareMinor: number;
};
export type StandingTariff = NewTariff & { readonly id: string };

export type TariffLines = { readonly tariffs: readonly (NewTariff & { readonly line: number })[]; readonly faults: readonly Refusal[] };

const COLUMNS = ["service", "session", "fullfee", "publicshare", "patientshare"] as const;
const MOST_LINES = 500;
const MOST_BYTES = 200_000;

const at = (line: number, field = ""): string[] => ["input", "content", ...(line > 0 ? [String(line)] : []), ...(field ? [field] : [])];

/** Every tariff of the file, or every reason why a line is none: a tariff table with a hole in it is no table. */
export function readTariffs(content: string | Uint8Array, period: TariffPeriod): TariffLines {
  const whole = (code: RefusalCode, message: string, remedy: string): TariffLines => ({
    tariffs: [],
    faults: [refusal(code, message, { path: at(0), remedy })],
  });
  if (content.length > MOST_BYTES) return whole("INPUT_TOO_LARGE", `The file may have at most ${MOST_BYTES} bytes.`, "Send it in parts.");
  const text = spreadsheetText(content);
  if (text === null) return whole("INPUT_NOT_UTF8", "The file is not UTF-8 text.", 'Save it as "CSV UTF-8".');
  const { body, delimiter, firstLine } = dialectOf(text);
  const read = csvRows(body, delimiter, firstLine, MOST_LINES + 1);
  if ("openQuoteAtLine" in read)
    return whole("INPUT_NOT_CSV", `The quotation mark of line ${read.openQuoteAtLine} is never closed.`, "Close the quotation mark.");
  const [header, ...rows] = read.rows;
  const names = header?.cells.map((cell) => cell.toLowerCase().replace(/[\s_-]/g, "")) ?? [];
  if (COLUMNS.some((column) => !names.includes(column)) || names.length !== COLUMNS.length)
    return whole(
      "HEADER_MISSING",
      "The header line names service, session, full_fee, public_share and patient_share.",
      "Name these columns, each once.",
    );
  if (rows.length > MOST_LINES) return whole("TOO_MANY_LINES", `At most ${MOST_LINES} lines are taken at a time.`, "Send them in parts.");
  const faults: Refusal[] = [];
  const seen = new Set<string>();
  const tariffs = rows.flatMap(({ line, cells, broken }) => {
    const before = faults.length;
    const no = (field: string, code: RefusalCode, message: string, remedy: string): void =>
      void faults.push(refusal(code, message, { path: at(line, field), remedy }));
    const cell = (column: (typeof COLUMNS)[number]): string => cells[names.indexOf(column)] ?? "";
    if (broken || cells.length > names.length)
      no("", "LINE_INVALID", "The line does not have the cells of the header.", "Correct the line.");
    const service = SERVICES.find((code) => code === cell("service").toUpperCase());
    const session = SESSIONS.find((code) => code === cell("session").toUpperCase());
    if (!service) no("service", "SERVICE_UNKNOWN", "There is no such service.", "Use the codes of the list of services.");
    if (!session) no("session", "VALUE_UNKNOWN", `session is one of ${SESSIONS.join(", ")}.`, "Use one of these values.");
    const [full, share, patient] = (["fullfee", "publicshare", "patientshare"] as const).map((column) => {
      const ore = oreOf(cell(column));
      if (ore === null)
        no(column, "AMOUNT_INVALID", "An amount is kroner, with a comma or point before two digits.", "Write it like 322,54.");
      return ore;
    });
    if (full != null && share != null && patient != null && share + patient !== full)
      no("full_fee", "SHARES_DIFFER", "Public share and patient's share do not add up to the fee.", "Copy the three amounts again.");
    const key = `${service} ${session}`;
    if (service && session && seen.has(key))
      no("service", "LINE_REPEATED", "Another line has the same service and session.", "Keep one of them.");
    seen.add(key);
    if (faults.length > before || !service || !session || full == null || share == null || patient == null) return [];
    return [{ line, service, session, ...period, fullFeeMinor: full, publicShareMinor: share, patientShareMinor: patient }];
  });
  if (rows.length === 0)
    faults.push(refusal("HEADER_MISSING", "The file has no line beside its header.", { path: at(0), remedy: "Send the tariffs." }));
  return { tariffs, faults };
}

/** "322,54", "1.322,54" or "322.54" as øre; null where it is no amount. */
function oreOf(text: string): number | null {
  const plain = /^\d{1,3}(\.\d{3})+(,\d{2})?$/.test(text) ? text.replaceAll(".", "") : text;
  const [, kroner, ore = "00"] = /^(\d{1,6})(?:[.,](\d{2}))?$/.exec(plain) ?? [];
  return kroner === undefined ? null : Number(kroner) * 100 + Number(ore);
}

export type TariffStep =
  | { readonly does: "NOTHING" }
  | { readonly does: "ADD"; readonly tariff: NewTariff; /** The open one before it, which ends. */ readonly closes: StandingTariff | null }
  | { readonly does: "REFUSE"; readonly refusal: Refusal };

/**
 * How a new tariff fits among those that stand: the open one before it ends when it begins, every other overlap is refused, and days
 * that treatments were priced on keep their tariff. The same tariff again changes nothing.
 */
export function fitTariff(tariff: NewTariff & { readonly line?: number }, standing: readonly StandingTariff[], today: string): TariffStep {
  const ofKind = standing.filter(({ service, session }) => service === tariff.service && session === tariff.session);
  if (ofKind.some((each) => isSame(each, tariff))) return { does: "NOTHING" };
  const met = ofKind.filter(
    (o) => (o.validUntil === null || tariff.validFrom < o.validUntil) && (tariff.validUntil === null || o.validFrom < tariff.validUntil),
  );
  const [first, second] = met;
  const path = at(tariff.line ?? 0, "service");
  if (!first) return { does: "ADD", tariff, closes: null };
  if (second || first.validUntil !== null || first.validFrom >= tariff.validFrom)
    return {
      does: "REFUSE",
      refusal: refusal(
        "TARIFF_OVERLAP",
        `A tariff applies from ${first.validFrom}${first.validUntil === null ? " on" : ` until ${first.validUntil}`}.`,
        { path, rule: "PRC-INDEX-TWICE", remedy: "Choose a period in which no other one applies." },
      ),
    };
  if (tariff.validFrom < today)
    return {
      does: "REFUSE",
      refusal: refusal("TARIFF_IN_USE", "Treatments since then have their price by the tariff that applied.", {
        path,
        rule: "PRC-INDEX-TWICE",
        remedy: "Begin today or later; correct single bills by hand.",
      }),
    };
  return { does: "ADD", tariff, closes: first };
}

const isSame = (a: NewTariff, b: NewTariff): boolean =>
  a.validFrom === b.validFrom &&
  a.validUntil === b.validUntil &&
  a.fullFeeMinor === b.fullFeeMinor &&
  a.publicShareMinor === b.publicShareMinor &&
  a.patientShareMinor === b.patientShareMinor;

export function amountsText({ fullFeeMinor, publicShareMinor, patientShareMinor }: NewTariff): string {
  return [fullFeeMinor, publicShareMinor, patientShareMinor]
    .map((ore) => (ore / 100).toFixed(2))
    .join(" = ")
    .replace(/ = (?=[^=]*$)/, " + ");
}
