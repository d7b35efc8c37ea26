/** Sheets of paper for people who would rather look than query: a table that breaks over pages, and a picture of money by day. */
import PDFDocument from "pdfkit";
import { kroner } from "../../../kernel/money.js";
import type { FlowDay } from "./statement.js";

export type PdfDocument = PDFKit.PDFDocument;
const MARGIN = 40;
const WIDTH = 595 - 2 * MARGIN;
const BOTTOM = 842 - MARGIN;

type PaperOptions = {
  /** Language of the text, for whoever has it read aloud. */
  readonly lang?: string;
  /** What stands at the foot of each page; nothing when left out. */
  readonly page?: (n: number, of: number) => string;
};

/** The finished document. `day` stands in its metadata, so that the same content gives the same bytes. */
export async function pdfDocument(
  title: string,
  day: string,
  draw: (sheet: PdfDocument) => void,
  { lang = "en", page }: PaperOptions = {},
): Promise<Buffer> {
  const info = {
    Title: title,
    Creator: "Provider Network Gateway",
    CreationDate: new Date(`${day}T00:00:00Z`),
    ModDate: new Date(`${day}T00:00:00Z`),
  };
  const sheet = new PDFDocument({ size: "A4", margin: MARGIN, info, lang, bufferPages: true });
  const chunks: Buffer[] = [];
  sheet.on("data", (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => {
    sheet.on("end", resolve);
    sheet.on("error", reject);
  });
  sheet.font("Helvetica-Bold").fontSize(16).text(title);
  sheet.font("Helvetica").fontSize(9).moveDown(0.5);
  draw(sheet);
  if (page) numberPages(sheet, page);
  sheet.end();
  await finished;
  return Buffer.concat(chunks);
}

/** Written last, when it is known how many there are; below the margin, where a text of its own would begin another page. */
function numberPages(sheet: PdfDocument, page: (n: number, of: number) => string): void {
  const { count } = sheet.bufferedPageRange();
  for (let n = 0; n < count; n += 1) {
    sheet.switchToPage(n);
    sheet.page.margins.bottom = 0;
    sheet.fontSize(7).text(page(n + 1, count), MARGIN, 842 - MARGIN + 10, { width: WIDTH, align: "right", lineBreak: false });
  }
}

export type Column = { readonly title: string; readonly share: number; readonly right?: boolean };

export function pdfTable(sheet: PdfDocument, columns: readonly Column[], rows: readonly (readonly string[])[]): void {
  const whole = columns.reduce((sum, c) => sum + c.share, 0);
  const print = (cells: readonly string[], font: string): void => {
    if (sheet.y > BOTTOM - 24) sheet.addPage();
    const top = sheet.y;
    let x = MARGIN;
    columns.forEach((column, i) => {
      const width = (column.share / whole) * WIDTH;
      sheet
        .font(font)
        .fontSize(8)
        .text(cells[i] ?? "", x, top, {
          width: width - 4,
          height: 10,
          ellipsis: true,
          lineBreak: false,
          align: column.right ? "right" : "left",
        });
      x += width;
    });
    sheet.x = MARGIN;
    sheet.y = top + 13;
  };
  print(
    columns.map((c) => c.title),
    "Helvetica-Bold",
  );
  for (const row of rows) print(row, "Helvetica");
  sheet.moveDown(0.5);
}

const PAID = "#2b6cb0";
const EXPECTED = "#90cdf4";
const MOST_BARS = 40;

/** Bars per bank day: dark is paid, light is expected. The newest days where there are more than fit. */
export function cashFlowPicture(sheet: PdfDocument, flow: readonly FlowDay[]): void {
  const days = flow.slice(-MOST_BARS);
  if (days.length === 0) return;
  const height = 90;
  if (sheet.y > BOTTOM - height - 40) sheet.addPage();
  sheet.font("Helvetica-Bold").fontSize(10).text("Cash flow by bank day (dark: paid, light: expected)", MARGIN);
  const base = sheet.y + height + 6;
  const tallest = days.reduce((most, d) => (d.paidMinor + d.expectedMinor > most ? d.paidMinor + d.expectedMinor : most), 1n);
  const scale = (minor: bigint): number => (minor > 0n ? (Number(minor) / Number(tallest)) * height : 0);
  const step = Math.min(WIDTH / days.length, 60);
  days.forEach((d, i) => {
    const x = MARGIN + i * step;
    const paid = scale(d.paidMinor);
    const expected = scale(d.expectedMinor);
    sheet.rect(x, base - paid, step * 0.7, paid).fill(PAID);
    sheet.rect(x, base - paid - expected, step * 0.7, expected).fill(EXPECTED);
    // every label only where there is room for it
    if (step > 22 || i % 4 === 0)
      sheet
        .fillColor("black")
        .font("Helvetica")
        .fontSize(6)
        .text(d.day.slice(5), x, base + 3, { lineBreak: false });
  });
  sheet
    .fillColor("black")
    .fontSize(7)
    .text(`highest day DKK ${kroner(tallest)}`, MARGIN, base + 12);
  sheet.fontSize(9).moveDown(1);
}
