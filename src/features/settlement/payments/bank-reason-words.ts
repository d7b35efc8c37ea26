/**
 * Why a bank refused or returned a payment, and what to do about it, for the clinic that waits for it: the codes that Danish banks
 * use of the ISO 20022 external code sets (ExternalStatusReason1Code, ExternalReturnReason1Code).
 */
import type { WordList } from "../../../kernel/worded.js";

const ANOTHER = ["State another account.", "Oplys en anden konto."] as const;
const AGAIN = ["Nothing: it is paid again with the next batch.", "Ingenting: den betales igen med næste kørsel."] as const;
const ASK = ["Write to finance with the number of the payment.", "Skriv til økonomi med betalingens nummer."] as const;

const said = (what: readonly [string, string], then: readonly [string, string]) =>
  [`${what[0]} ${then[0]}`, `${what[1]} ${then[1]}`] as const;

export const BANK_REASON_WORDS: WordList<string> = {
  AC01: said(["The account number is wrong.", "Kontonummeret er forkert."], ANOTHER),
  AC03: said(["The receiver's account number is not valid.", "Modtagers kontonummer er ugyldigt."], ANOTHER),
  AC04: said(["The account is closed.", "Kontoen er lukket."], ANOTHER),
  AC06: said(["The account is blocked.", "Kontoen er spærret."], ANOTHER),
  AC07: said(["The receiver's account is closed.", "Modtagers konto er lukket."], ANOTHER),
  AC13: said(["The account is of a kind that takes no transfers.", "Kontotypen kan ikke modtage overførsler."], ANOTHER),
  AC14: said(["The account is of a kind that takes no transfers.", "Kontotypen kan ikke modtage overførsler."], ANOTHER),
  AG01: said(["Transfers to this account are not allowed.", "Overførsler til kontoen er ikke tilladt."], ANOTHER),
  AM04: said(["The payer's account had too little on it.", "Der var ikke dækning på betalers konto."], AGAIN),
  AM05: said(["The bank takes it for one that it had already.", "Banken anser den for en gentagelse."], ASK),
  BE01: said(["Name and account do not belong together.", "Navn og konto hører ikke sammen."], ANOTHER),
  MS02: said(["The receiver refused it.", "Modtager har afvist den."], ASK),
  MS03: said(["The bank gives no reason.", "Banken angiver ingen grund."], AGAIN),
  TM01: said(["It came too late for its day.", "Den kom for sent til dagen."], AGAIN),
};
/** For a code that is none of these. */
export const OTHER_BANK_REASON = said(["The bank sent it back.", "Banken har sendt den tilbage."], ASK);

/**
 * ISO 20022 external reason codes about the receiver's account: number incorrect, invalid, closed, blocked, no transfers to it,
 * invalid kind, invalid form, missing, no such party (external code sets, ExternalStatusReason1Code and ExternalReturnReason1Code).
 */
export const REASONS_ABOUT_THE_ACCOUNT: readonly string[] = [
  "AC01",
  "AC03",
  "AC04",
  "AC06",
  "AC07",
  "AC13",
  "AC14",
  "AG01",
  "BE01",
  "BE06",
];
