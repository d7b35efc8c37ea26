/**
 * Where a rule stands, to be read aloud. The catalogue names its sources in English; the sources of members are Danish, and an English heading of theirs is
 * told by its sense.
 */
import type { Words } from "../words.js";

/** The longest first: a name may stand within another. */
const DANISH: readonly (readonly [english: string, danish: string])[] = [
  ["Can Danish Health Insurance retrieve my doctor's referral?", "Kan I hente min henvisning hos lægen?"],
  ["Can I start treatment before receiving a response to my case?", "Må jeg begynde, før jeg har fået svar i min sag?"],
  ["How long does it take to receive a response to my case?", "Hvor længe varer det, før jeg får svar i min sag?"],
  ["I want to file a complaint, how do I do that?", "Jeg vil klage, hvordan gør jeg?"],
  ["When you need to use your health insurance", "Når du skal bruge din sundhedsforsikring"],
  ["How do I get a refund for my treatment?", "Hvordan får jeg penge tilbage for min behandling?"],
  ["Do I need a referral from my doctor?", "Skal jeg have en henvisning fra lægen?"],
  ["How do I use my health insurance?", "Hvordan bruger jeg min sundhedsforsikring?"],
  ["Authorization for Third Party", "Fuldmagt til en anden"],
  ["Why do I need to give consent?", "Hvorfor skal jeg give samtykke?"],
  ["Emergency Crisis Assistance", "Akut krisehjælp"],
  ["physical treatment leaflet", "folderen om fysisk behandling"],
  ["decision of this product", "besluttet for dette system"],
  ["Second and third opinion", "Anden og tredje vurdering"],
  ["Flex product sheet", "produktarket for Flex"],
  ["insurance conditions", "forsikringsbetingelserne"],
  ["Insurance content", "Forsikringens indhold"],
  ["price table", "pristabel"],
  ["exclusions", "undtagelser"],
  ["Definitions", "Definitioner"],
  ["sections", "afsnit"],
  ["section", "afsnit"],
  ["sign-on", "tilmelding"],
  ["FAQ", "spørgsmål og svar"],
];

/** "insurance conditions 2025, section 5.8" and "forsikringsbetingelserne 2025, afsnit 5.8". */
export function clauseWords(clause: string): Words {
  return { en: clause, da: DANISH.reduce((said, [english, danish]) => said.replaceAll(english, danish), clause) };
}
