/** The insurer's promise to pay for an approved treatment, as object and as paper that member and clinic can show (CLM-PAYMENT-GUARANTEE). */
import { localText } from "../../../kernel/calendar.js";
import { kroner } from "../../../kernel/money.js";
import type { WordList } from "../../../kernel/worded.js";
import { SERVICE_WORDS } from "../../../rules/code-words.js";
import type { Words } from "../../../rules/words.js";
import { pdfDocument } from "./paper.js";

export const GUARANTEE_STATE_WORDS = {
  VALID: ["Valid", "Gyldig", "The treatment may take place and is paid."],
  USED: ["Used", "Brugt", "The treatment took place; the payment is settled with the clinic."],
  VOID: ["No longer valid", "Ikke længere gyldig", "The appointment or the claim ended without it."],
} as const satisfies WordList<string>;
export type GuaranteeState = keyof typeof GUARANTEE_STATE_WORDS;

/** Facts of one guarantee: of an appointment, or of a claim for which nothing is booked yet. */
export type PaymentGuarantee = {
  /** The appointment's reference, or the claim's, with a G before it. */
  readonly reference: string;
  readonly state: GuaranteeState;
  readonly service: string;
  /** Treatments it is for; null where no number was allocated. */
  readonly treatments: number | null;
  /** Null where any clinic of the network may treat. */
  readonly clinic: { readonly id: string; readonly name: string; readonly address: string; readonly cvr: string } | null;
  readonly ownChoice: boolean;
  readonly startsAt: Date | null;
  /** Last day on which the treatment may take place; null while nothing ends it. */
  readonly validThrough: string | null;
  readonly insurerPaysMinor: bigint | null;
  readonly memberPaysMinor: bigint | null;
};

/** Of an appointment: it ends with it, and nothing but the appointment's own end takes it back: the clinic may rely on it. */
export function stateOfBooking(state: string): GuaranteeState {
  if (state === "CONFIRMED") return "VALID";
  return state === "ATTENDED" ? "USED" : "VOID";
}

/** Of an approved claim. */
export function stateOfClaim(state: string): GuaranteeState {
  if (state === "COMPLETED") return "USED";
  return state === "DENIED" || state === "CLOSED" ? "VOID" : "VALID";
}

type Labels = Readonly<Record<"title" | "reference" | "what" | "where" | "when" | "until" | "insurer" | "member" | "state", string>>;
const LABELS: Readonly<Record<"EN" | "DA", Labels>> = {
  EN: {
    title: "Payment guarantee",
    reference: "Reference",
    what: "Treatment",
    where: "Where",
    when: "Appointment",
    until: "Valid until",
    insurer: "The insurer pays the clinic",
    member: "The member pays the clinic",
    state: "State",
  },
  DA: {
    title: "Betalingsgaranti",
    reference: "Reference",
    what: "Behandling",
    where: "Sted",
    when: "Tid",
    until: "Gyldig til og med",
    insurer: "Selskabet betaler klinikken",
    member: "Medlemmet betaler klinikken",
    state: "Status",
  },
};

const ANY_CLINIC: Words = { en: "Any clinic of the network", da: "En klinik i netværket" };
const OWN_CHOICE: Words = { en: "A therapist of the member's own choice", da: "En behandler efter medlemmets eget valg" };
const AGREED: Words = { en: "the agreed price of the clinic", da: "klinikkens aftalte pris" };
const REIMBURSED: Words = {
  en: "The member pays and is reimbursed up to the maximum of the conditions.",
  da: "Medlemmet lægger ud og får refusion op til betingelsernes maksimum.",
};
const HOW: Words = {
  en: "The clinic finds the appointment by the reference and settles directly with the insurer. The guarantee names nobody; it is not a receipt.",
  da: "Klinikken finder aftalen på referencen og afregner direkte med selskabet. Garantien nævner ingen ved navn og er ikke en kvittering.",
};

/** `issuer` is the insurer's name; null where none is set. `today` dates the paper. */
export function guaranteePdf(guarantee: PaymentGuarantee, language: "EN" | "DA", issuer: string | null, today: string): Promise<Buffer> {
  const labels = LABELS[language];
  const say = ({ en, da }: Words): string => (language === "EN" ? en : da);
  const word = (words: WordList<string>, code: string): string => words[code]?.[language === "EN" ? 0 : 1] ?? code;
  const { clinic, startsAt, insurerPaysMinor, memberPaysMinor } = guarantee;
  const amount = (minor: bigint): string => (language === "EN" ? `DKK ${kroner(minor)}` : `${kroner(minor).replace(".", ",")} kr.`);
  const treatments = guarantee.treatments === null ? "" : ` (${guarantee.treatments})`;
  const lines: readonly (readonly [string, string | null])[] = [
    [labels.reference, guarantee.reference],
    [labels.state, word(GUARANTEE_STATE_WORDS, guarantee.state)],
    [labels.what, `${word(SERVICE_WORDS, guarantee.service)}${treatments}`],
    [labels.where, clinic ? `${clinic.name}, ${clinic.address} (CVR ${clinic.cvr})` : say(guarantee.ownChoice ? OWN_CHOICE : ANY_CLINIC)],
    [labels.when, startsAt && localText(startsAt).slice(0, 16).replace("T", " ")],
    [labels.until, guarantee.validThrough],
    [labels.insurer, guarantee.ownChoice ? null : insurerPaysMinor === null ? say(AGREED) : amount(insurerPaysMinor)],
    [labels.member, memberPaysMinor === null ? null : amount(memberPaysMinor)],
  ];
  return pdfDocument(
    `${labels.title} ${guarantee.reference}`,
    today,
    (sheet) => {
      if (issuer !== null) sheet.text(issuer).moveDown(0.5);
      for (const [label, value] of lines)
        if (value !== null) sheet.font("Helvetica-Bold").fontSize(10).text(`${label}: `, { continued: true }).font("Helvetica").text(value);
      sheet
        .moveDown(1)
        .fontSize(9)
        .text(guarantee.ownChoice ? say(REIMBURSED) : say(HOW));
    },
    { lang: language === "EN" ? "en" : "da" },
  );
}
