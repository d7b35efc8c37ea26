/** Why nothing is promised, or not yet, or later than usual: the words of the guarantee's reasons. */
import type { GuaranteeFacts } from "../facts/facts.js";
import type { GuaranteeReason } from "./guarantee.js";
import { remedy, nothingHelps, type Reason } from "../words.js";

type Facts = GuaranteeFacts;

const without =
  (...names: readonly (keyof NonNullable<Facts["exceptions"]>)[]) =>
  (facts: Facts): Facts => ({
    ...facts,
    exceptions: Object.fromEntries(Object.entries(facts.exceptions ?? {}).filter(([name]) => !names.some((n) => n === name))),
  });

const advice = nothingHelps("The health team finds the next best appointment.", "Sundhedsteamet finder den næstbedste tid.");

export const GUARANTEE_REASONS: Readonly<Record<GuaranteeReason, Reason<Facts>>> = {
  SERVICE_NOT_IN_PRODUCT: {
    rules: ["MEM-OPTIONAL-COVER", "COV-FLEX-EXCLUSIONS"],
    cites: ({ product }) => (product === "FLEX" ? "COV-FLEX-EXCLUSIONS" : "MEM-OPTIONAL-COVER"),
    says: {
      en: "The product does not include this treatment under this cover, so nothing is promised.",
      da: "Produktet omfatter ikke behandlingen under denne dækning, så der loves intet.",
    },
    remedy: () =>
      nothingHelps(
        "Ask the health team which cover includes the treatment.",
        "Spørg sundhedsteamet, hvilken dækning der omfatter behandlingen.",
      ),
  },
  PSYCHIATRIST_NO_GUARANTEE: {
    rules: ["GUA-PSYCHIATRIST-NONE"],
    says: { en: "The guarantee does not apply to specialists in psychiatry.", da: "Garantien gælder ikke for speciallæger i psykiatri." },
    remedy: () => advice,
  },
  SERVICE_HAS_NO_GUARANTEE: {
    rules: ["GUA-NO-CLASS"],
    says: { en: "No date is promised for this treatment.", da: "Der loves ingen dato for denne behandling." },
    remedy: () => advice,
  },
  OWN_CHOICE_NO_GUARANTEE: {
    rules: ["GUA-OWN-CHOICE-NONE"],
    says: { en: "With a therapist of own choice no date is promised.", da: "Hos en selvvalgt behandler loves ingen dato." },
    remedy: () => remedy("Choose a provider of the network.", "Vælg en behandler i netværket.", (facts) => ({ ...facts, mode: "NETWORK" })),
  },
  CLAIM_DENIED: {
    rules: ["GUA-ENDED"],
    says: { en: "The claim was denied, so nothing is promised.", da: "Skaden er afvist, så der loves intet." },
    remedy: () =>
      nothingHelps(
        "The reasons stand in the claim's history. A new report begins a new claim; a decision can be complained about within six months.",
        "Begrundelsen står i skadens historik. En ny anmeldelse er en ny skade; der kan klages over en afgørelse inden for seks måneder.",
      ),
  },
  CLAIM_CLOSED: {
    rules: ["GUA-ENDED"],
    says: { en: "The claim was closed, and its promise with it.", da: "Skaden er lukket og løftet med den." },
    remedy: () => nothingHelps("Report a new claim for further treatment.", "Anmeld en ny skade for yderligere behandling."),
  },
  TREATMENT_BEGUN: {
    rules: ["PRV-MOVE-TO-NETWORK"],
    says: {
      en: "The treatment had begun with a therapist of own choice, and the promise is about a start.",
      da: "Behandlingen var begyndt hos en selvvalgt behandler, og løftet gælder en begyndelse.",
    },
    remedy: () => advice,
  },
  CRISIS_REPORTED_LATE: {
    rules: ["COV-CRISIS-48H"],
    says: {
      en: "Reported more than 48 hours after the crisis: the promise for ordinary psychological treatment applies.",
      da: "Anmeldt mere end 48 timer efter krisen: løftet for almindelig psykologbehandling gælder.",
    },
    remedy: () =>
      nothingHelps(
        "Treated as ordinary psychological treatment within ten working days.",
        "Behandles som almindelig psykologbehandling inden for ti arbejdsdage.",
      ),
  },
  EMERGENCY_NOT_COVERED: {
    rules: ["CLM-EMERGENCY"],
    says: {
      en: "An emergency is not covered, except by crisis counselling.",
      da: "Akutte tilfælde er ikke dækket, bortset fra akut krisehjælp.",
    },
    remedy: () =>
      nothingHelps("Contact your own doctor, the emergency medical service or 112.", "Kontakt egen læge, lægevagten eller 112."),
  },
  NOT_MEDICALLY_APPROPRIATE: {
    rules: ["GUA-EXC-MEDICAL", "GUA-NETWORK-EXC"],
    says: {
      en: "Starting within the period is not medically appropriate.",
      da: "Det er ikke lægefagligt hensigtsmæssigt at begynde inden for fristen.",
    },
    remedy: () =>
      remedy(
        "The promise applies again when the insurer's doctors say so.",
        "Løftet gælder igen, når selskabets læger siger det.",
        without("notMedicallyAppropriate"),
      ),
  },
  MEDICALLY_POSTPONED: {
    rules: ["GUA-EXC-POSTPONED", "GUA-NETWORK-EXC"],
    says: { en: "The appointment was postponed for medical reasons.", da: "Tiden er udskudt af lægelige grunde." },
    remedy: () =>
      remedy(
        "The promise applies again when the medical reason is gone.",
        "Løftet gælder igen, når den lægelige grund er væk.",
        without("medicallyPostponed"),
      ),
  },
  HIGHLY_SPECIALISED: {
    rules: ["GUA-EXC-SPECIALISED", "GUA-NETWORK-EXC"],
    says: {
      en: "The treatment is highly specialised and belongs in the public system.",
      da: "Behandlingen er højt specialiseret og hører til i det offentlige.",
    },
    remedy: () => nothingHelps("Treated in the public system; see your own doctor.", "Behandles i det offentlige; kontakt egen læge."),
  },
  AWAITING_APPROVAL: {
    rules: ["GUA-CLOCK-APPROVED", "GUA-CRISIS-3H"],
    cites: ({ serviceType }) => (serviceType === "CRISIS_COUNSELLING" ? "GUA-CRISIS-3H" : "GUA-CLOCK-APPROVED"),
    says: { en: "The clock starts when the claim is approved.", da: "Uret starter, når skaden er godkendt." },
    remedy: () =>
      remedy("Nothing to do: the health team is deciding.", "Intet at gøre: sundhedsteamet er ved at afgøre sagen.", (facts) => ({
        ...facts,
        claim: { ...facts.claim, approvedAt: facts.claim.receivedAt },
      })),
  },
  AWAITING_INFORMATION: {
    rules: ["GUA-CLOCK-INFO", "GUA-FLEX-INFO", "REF-MEMBER-UPLOADS"],
    cites: ({ product }) => (product === "FLEX" ? "GUA-FLEX-INFO" : "GUA-CLOCK-INFO"),
    says: {
      en: "The clock starts when the information asked for has come and is found sufficient.",
      da: "Uret starter, når de ønskede oplysninger er modtaget og fundet tilstrækkelige.",
    },
    remedy: () =>
      remedy(
        "Upload what was asked for, such as the referral from sundhed.dk.",
        "Upload det, der er bedt om, f.eks. henvisningen fra sundhed.dk.",
        (facts) => ({
          ...facts,
          information: { required: true, receivedAt: facts.claim.receivedAt, approvedAt: facts.claim.receivedAt },
        }),
      ),
  },
  MEMBER_DECLINED_OFFER: {
    rules: ["GUA-EXC-DECLINED", "GUA-NETWORK-EXC"],
    says: {
      en: "The member has declined an appointment offered within the guarantee.",
      da: "Medlemmet har afslået en tid, der blev tilbudt inden for garantien.",
    },
    remedy: () =>
      nothingHelps(
        "A declined offer ends the promise; the health team still helps to find a time.",
        "Et afslag ophæver løftet; sundhedsteamet hjælper stadig med at finde en tid.",
      ),
  },
  LATER_DATE_WISHED: {
    rules: ["GUA-EXC-LATER", "BOK-RESCHEDULE", "GUA-NETWORK-EXC"],
    says: { en: "The member wishes a date after the guarantee period.", da: "Medlemmet ønsker en dato efter garantiperioden." },
    remedy: () => remedy("Wish for a date within the guarantee.", "Ønsk en dato inden for garantien.", without("wishedNotBefore")),
  },
  PUBLIC_OFFER_MUST_BE_USED: {
    rules: ["GUA-EXC-PUBLIC"],
    says: {
      en: "The public system offers an appointment within the guarantee, and goes first.",
      da: "Det offentlige tilbyder en tid inden for garantien og går forud.",
    },
    remedy: ({ exceptions }) =>
      nothingHelps(
        `Accept the public appointment on ${exceptions?.publicOfferOn ?? "the date offered"}.`,
        `Tag imod den offentlige tid den ${exceptions?.publicOfferOn ?? "tilbudte dato"}.`,
      ),
  },
  EXTENDED: {
    rules: ["GUA-EXC-EXTENSION"],
    says: {
      en: "The latest date is moved by an extension for a major conflict or unforeseeable event.",
      da: "Den seneste dato er rykket på grund af en større konflikt eller en uforudset hændelse.",
    },
    remedy: ({ exceptions }) =>
      nothingHelps(
        `The extension is ${exceptions?.extensionWorkingDays ?? 0} working days; the targets stay.`,
        `Forlængelsen er ${exceptions?.extensionWorkingDays ?? 0} arbejdsdage; målene står fast.`,
      ),
  },
};
