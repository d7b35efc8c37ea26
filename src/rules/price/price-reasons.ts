/** Why an amount is what it is: the words of the price's reasons. */
import { addMonths } from "../../kernel/calendar.js";
import { capFor, PRICE_CAPS, type CapCode } from "../data/caps.js";
import type { RuleId } from "../catalogue.js";
import type { PriceFacts } from "../facts/facts.js";
import type { PriceReason } from "./price.js";
import { SETTINGS } from "../data/settings.js";
import { remedy, nothingHelps, type Reason, type Words } from "../words.js";

type Facts = PriceFacts;

const chooseNetwork = nothingHelps(
  "In the network a covered treatment costs the member nothing.",
  "I netværket koster en dækket behandling ikke medlemmet noget.",
);

/** The rule of the row that capped, so that every cap names its own. */
function capped(code: CapCode, says: Words): Reason<Facts> {
  const [first = "PRC-NOT-COVERED", ...others]: readonly RuleId[] = PRICE_CAPS.flatMap((row) =>
    "code" in row.cap && row.cap.code === code ? row.rules : [],
  );
  return { rules: [first, ...others], cites: (facts) => ruleOfCap(facts) ?? first, says, remedy: () => chooseNetwork };
}

function ruleOfCap(facts: Facts): RuleId | undefined {
  return capFor({
    product: facts.product,
    under: facts.under ?? "BASE",
    service: facts.serviceType,
    mode: facts.mode,
    publicShare: facts.provider?.hasPublicAgreement === true && facts.doctorReferral === true,
    firstSession: (facts.sessionNumber ?? 1) === 1,
    standAlone: facts.standAlone !== false,
  })?.rules[0];
}

const keepTheTime = nothingHelps(
  "Cancel within the clinic's limit; then nobody pays.",
  "Meld afbud inden klinikkens frist; så betaler ingen.",
);

export const PRICE_REASONS: Readonly<Record<PriceReason, Reason<Facts>>> = {
  NO_SHOW_NOT_COVERED: {
    rules: ["ABS-NO-SHOW"],
    says: {
      en: "The insurance does not pay for an appointment the member did not come to.",
      da: "Forsikringen betaler ikke for udeblivelse.",
    },
    remedy: () => keepTheTime,
  },
  LATE_CANCELLATION_NOT_COVERED: {
    rules: ["ABS-LATE-CANCEL"],
    says: { en: "The insurance does not pay for a late cancellation.", da: "Forsikringen betaler ikke for et for sent afbud." },
    remedy: () => keepTheTime,
  },
  PUBLIC_REIMBURSEMENT_DEDUCTED: {
    rules: ["PRC-PUBLIC-DEDUCT", "PRC-PUBLIC-CONDITION", "CLM-PUBLIC-PAID"],
    says: { en: "What the region pays is deducted first.", da: "Det, regionen betaler, trækkes fra først." },
    remedy: () => nothingHelps("Nothing is lost: the region pays that part.", "Intet går tabt: regionen betaler den del."),
  },
  OTHER_INSURANCE_FIRST: {
    rules: ["PRC-OTHER-INSURANCE", "CLM-DOUBLE-INSURANCE"],
    says: {
      en: "Another insurance pays first, and this one pays at most what remains.",
      da: "En anden forsikring betaler først, og denne betaler højst resten.",
    },
    remedy: () =>
      nothingHelps("Nothing is lost: the other insurance pays that part.", "Intet går tabt: den anden forsikring betaler den del."),
  },
  NOT_COVERED: {
    rules: ["PRC-NOT-COVERED"],
    says: {
      en: "The insurer pays nothing for a treatment that is not covered.",
      da: "Selskabet betaler ikke for en behandling, der ikke er dækket.",
    },
    remedy: () =>
      remedy("See what stands in the way of cover.", "Se, hvad der står i vejen for dækning.", (facts) => ({ ...facts, covered: true })),
  },
  BILL_SUBMITTED_TOO_LATE: {
    rules: ["REI-BILLS-3M", "TRN-BILLS-3M"],
    cites: ({ serviceType }) => (serviceType === "TRANSPORT" ? "TRN-BILLS-3M" : "REI-BILLS-3M"),
    says: {
      en: "The bill was submitted more than three months after the last treatment.",
      da: "Regningen er indsendt mere end tre måneder efter den sidste behandling.",
    },
    remedy: ({ bill }) => {
      const last = bill ? addMonths(bill.lastTreatmentOn, SETTINGS.billMonths) : "";
      return nothingHelps(`The last day to submit it was ${last}.`, `Sidste dag for indsendelse var ${last}.`);
    },
  },
  CAPPED_AT_PATIENT_SHARE: capped("CAPPED_AT_PATIENT_SHARE", {
    en: "Covered up to the patient share of the public tariff.",
    da: "Dækket op til patientandelen i den offentlige takst.",
  }),
  CAPPED_AT_FULL_FEE: capped("CAPPED_AT_FULL_FEE", {
    en: "Covered up to the full fee of the public tariff.",
    da: "Dækket op til det fulde honorar i den offentlige takst.",
  }),
  CAPPED_PER_TREATMENT: capped("CAPPED_PER_TREATMENT", {
    en: "Covered up to a fixed amount for each treatment.",
    da: "Dækket op til et fast beløb pr. behandling.",
  }),
  CAPPED_TOTAL: {
    ...capped("CAPPED_TOTAL", {
      en: "Covered up to a total amount, of which little or nothing is left.",
      da: "Dækket op til et samlet beløb, som der er lidt eller intet tilbage af.",
    }),
    remedy: () => nothingHelps("The total is not renewed.", "Det samlede beløb fornyes ikke."),
  },
  CAPPED_TRANSPORT: {
    rules: ["TRN-RATE"],
    says: {
      en: "Covered up to the state's lowest rate per kilometre, or the cheapest public fare.",
      da: "Dækket op til statens laveste kilometertakst eller den billigste offentlige billet.",
    },
    remedy: () => nothingHelps("Choose the cheapest way to travel.", "Vælg den billigste måde at rejse på."),
  },
  DANMARK_SET_OFF: {
    rules: ["PRC-DANMARK", "CLM-DANMARK-DISCLOSE"],
    says: {
      en: "The subsidy of Sygeforsikringen 'danmark' is set off against what the insurance pays.",
      da: "Tilskuddet fra Sygeforsikringen 'danmark' modregnes i forsikringens betaling.",
    },
    remedy: () => nothingHelps("Nothing is lost: 'danmark' pays that part.", "Intet går tabt: 'danmark' betaler den del."),
  },
  SUPPLEMENT_NOT_COVERED: {
    rules: ["PRC-SUPPLEMENTS", "PRC-MATERIALS", "PRC-RECORDS"],
    says: {
      en: "Supplements, additional services and materials are paid by the member.",
      da: "Tillæg, ekstraydelser og materialer betales af medlemmet.",
    },
    remedy: () =>
      remedy(
        "Choose a time within normal hours and do without extras.",
        "Vælg en tid i normal åbningstid og undlad ekstraydelser.",
        (facts) => ({ ...facts, supplementsOre: 0 }),
      ),
  },
  TRANSPORT_NOT_AUTHORISED: {
    rules: ["TRN-AUTHORISED", "TRN-RECUMBENT"],
    cites: ({ transport }) => (transport?.authorised === false ? "TRN-AUTHORISED" : "TRN-RECUMBENT"),
    says: {
      en: "The transport was not agreed with the insurer beforehand, or not prescribed by the specialist.",
      da: "Transporten er ikke aftalt med selskabet på forhånd eller ikke ordineret af speciallægen.",
    },
    remedy: () =>
      remedy("Agree the transport with the insurer before the journey.", "Aftal transporten med selskabet inden rejsen.", (facts) => ({
        ...facts,
        ...(facts.transport ? { transport: { ...facts.transport, authorised: true, prescribedBySpecialist: true } } : {}),
      })),
  },
  TAXI_NOT_COVERED: {
    rules: ["TRN-EXCLUDED"],
    says: { en: "Taxi fares are not covered.", da: "Taxa er ikke dækket." },
    remedy: () =>
      remedy("Travel by car or public transport.", "Rejs i bil eller med offentlig transport.", (facts) => ({
        ...facts,
        ...(facts.transport ? { transport: { ...facts.transport, means: "PUBLIC_TRANSPORT" } } : {}),
      })),
  },
  TRANSPORT_NOT_FOR_SERVICE: {
    rules: ["TRN-SPECIALIST-ONLY", "TRN-EXCLUDED"],
    says: { en: "Transport is covered to specialised medical care only.", da: "Transport er kun dækket til specialiseret lægebehandling." },
    remedy: () => nothingHelps("The member pays the journey to this treatment.", "Medlemmet betaler selv rejsen til denne behandling."),
  },
  DISTANCE_TOO_SHORT: {
    rules: ["TRN-60KM"],
    says: {
      en: "Transport is covered only to a place more than 60 kilometres away.",
      da: "Transport er kun dækket til et sted mere end 60 kilometer væk.",
    },
    remedy: () => nothingHelps("The member pays the journey up to 60 kilometres.", "Medlemmet betaler selv rejsen op til 60 kilometer."),
  },
};
