/** The words of the lists the rules speak in (codes.ts). Names of services are those of seeds/data/services.csv. */
import type { WordList } from "../kernel/worded.js";
import type {
  Channel,
  ComplaintCause,
  Cover,
  CrisisEvent,
  CrisisRelation,
  GuaranteeClass,
  Mode,
  OperationPlace,
  Option,
  Product,
  ReferralType,
  Role,
  Scheme,
  Sector,
  Service,
  SubsidyPayee,
  WorkRelated,
} from "./codes.js";

export const PRODUCT_WORDS: WordList<Product> = {
  OCCUPATIONAL: ["Company health insurance", "Sundhedsforsikring gennem arbejdet"],
  FLEX: ["Flex, private health insurance", "Flex, privat sundhedsforsikring"],
};

export const COVER_WORDS: WordList<Cover> = {
  BASE: ["Base cover", "Grunddækning"],
  A: ["Option A", "Tilvalg A"],
  B: ["Option B", "Tilvalg B"],
  C: ["Option C", "Tilvalg C"],
  E: ["Option E", "Tilvalg E"],
  F: ["Option F", "Tilvalg F"],
  H: ["Option H", "Tilvalg H"],
  K: ["Option K", "Tilvalg K"],
};

export const OPTION_WORDS: WordList<Option> = {
  A: ["Option A", "Tilvalg A"],
  B: ["Option B", "Tilvalg B"],
  C: ["Option C", "Tilvalg C"],
  E: ["Option E", "Tilvalg E"],
  F: ["Option F", "Tilvalg F"],
  G: ["Option G, the online doctor", "Tilvalg G, onlinelæge"],
  H: ["Option H", "Tilvalg H"],
  K: ["Option K", "Tilvalg K"],
  CANCER_CARE: ["Cancer care", "Kræfthjælp"],
};

export const MODE_WORDS: WordList<Mode> = {
  NETWORK: ["In the network", "I netværket", "In the network, or at the designated centre."],
  OWN_CHOICE: ["Therapist of own choice", "Selvvalgt behandler", "With a therapist outside the network whom the member has chosen."],
};

export const CHANNEL_WORDS: WordList<Channel> = {
  IN_PERSON: ["In person", "Fremmøde", "At the clinic."],
  ONLINE: ["Online", "Online", "By video."],
  PHONE: ["By telephone", "Telefon"],
};

export const SERVICE_WORDS: WordList<Service> = {
  PHYSIOTHERAPY: ["Physiotherapy", "Fysioterapi"],
  GROUP_TRAINING: ["Group training", "Holdtræning"],
  CHIROPRACTIC: ["Chiropractic", "Kiropraktik"],
  REHABILITATION: ["Rehabilitation after surgery", "Genoptræning efter operation"],
  GLAD: ["GLA:D training", "GLA:D-træning"],
  PSYCHOLOGIST: ["Psychologist", "Psykolog"],
  PSYCHOTHERAPIST: ["Psychotherapist", "Psykoterapeut"],
  CHILD_MENTAL_PROGRAMME: ["Specialised programme for children", "Særligt behandlingsforløb for børn"],
  COOL_KIDS: ["Cool Kids anxiety programme", "Cool Kids-angstprogram"],
  CHILLED: ["Chilled anxiety programme", "Chilled-angstprogram"],
  PSYCHIATRIST: ["Psychiatrist", "Psykiater"],
  CRISIS_COUNSELLING: ["Emergency crisis counselling", "Akut krisehjælp"],
  SPECIALIST_EXAMINATION: ["Examination by a specialist", "Undersøgelse hos speciallæge"],
  SPECIALIST_TREATMENT: ["Treatment by a specialist", "Behandling hos speciallæge"],
  DIAGNOSTIC_IMAGING: ["Diagnostic imaging", "Billeddiagnostik"],
  FOLLOW_UP_CHECK: ["Follow-up check after surgery", "Efterkontrol efter operation"],
  HEALTH_PROGRAMME: ["Personalised health programme", "Personligt sundhedsprogram"],
  ACUPUNCTURE: ["Acupuncture", "Akupunktur"],
  REFLEXOLOGY: ["Reflexology", "Zoneterapi"],
  OSTEOPATHY: ["Osteopathy", "Osteopati"],
  DIETICIAN: ["Dietician", "Diætist"],
  ADDICTION_TREATMENT: ["Addiction treatment", "Afhængighedsbehandling"],
  MASSAGE: ["Massage", "Massage"],
  SHOCKWAVE: ["Shockwave treatment", "Chokbølgebehandling"],
  PODIATRY: ["Podiatry", "Fodterapi"],
  CHRONIC_PSYCH_SUPPORT: ["Psychological help in chronic conditions", "Psykologisk hjælp ved kroniske lidelser"],
  PSYCHIATRIC_ASSESSMENT: ["Extended psychiatric assessment", "Udvidet psykiatrisk udredning"],
  CHRONIC_SURGERY: ["Surgery for chronic musculoskeletal disorders", "Operation ved kroniske bevægeapparatlidelser"],
  BLOCKADE: ["Blockade", "Blokade"],
  FOOT_CHECK: ["Annual foot check-up for diabetics", "Årligt fodeftersyn for diabetikere"],
  SECOND_OPINION: ["Second opinion by a specialist", "Second opinion hos speciallæge"],
  RE_OPERATION: ["Re-operation", "Reoperation"],
  CPAP_TREATMENT: ["CPAP treatment of sleep apnoea", "CPAP-behandling af søvnapnø"],
  MEDICATION_FOLLOW_UP: ["Medication follow-up after a psychiatric assessment", "Medicinopfølgning efter psykiatrisk udredning"],
  TRIPARTITE_COUNSELLING: ["Tripartite talks about stress at work", "Trepartssamtaler ved arbejdsrelateret stress"],
  DEBRIEFING: ["Debriefing at the workplace", "Debriefing på arbejdspladsen"],
};

export const GUARANTEE_CLASS_WORDS: WordList<GuaranteeClass> = {
  NETWORK_10: ["Within 10 working days in the network", "Inden 10 arbejdsdage i netværket"],
  SPECIALIST_10: ["Specialist within 10 working days", "Speciallæge inden 10 arbejdsdage"],
  FLEX_SPECIALIST_15: ["Specialist within 15 working days", "Speciallæge inden 15 arbejdsdage"],
  CRISIS_3H: ["Crisis contact within 3 hours", "Krisekontakt inden 3 timer"],
  NONE: ["No date is promised", "Ingen dato er lovet"],
};

export const POLICY_ROLE_WORDS: WordList<Role> = {
  EMPLOYEE: ["Employee", "Medarbejder"],
  POLICYHOLDER: ["Policyholder", "Forsikringstager"],
  SPOUSE: ["Spouse or partner", "Ægtefælle eller samlever"],
  CHILD: ["Co-insured child", "Medforsikret barn"],
  GROUP_CHILD: ["Child under the company's contract", "Barn på virksomhedens aftale"],
};

export const SCHEME_WORDS: WordList<Scheme> = {
  MANDATORY: ["Mandatory company scheme", "Obligatorisk firmaordning"],
  VOLUNTARY: ["Voluntary company scheme", "Frivillig firmaordning"],
  PRIVATE: ["Private", "Privat"],
};

export const REFERRAL_TYPE_WORDS: WordList<ReferralType> = {
  GP: ["Referral from one's own doctor", "Henvisning fra egen læge"],
  SPECIALIST: ["Referral from a specialist", "Henvisning fra speciallæge"],
  RECOMMENDATION: ["Doctor's recommendation", "Lægelig anbefaling"],
};

export const WORK_RELATED_WORDS: WordList<WorkRelated> = {
  YES: ["Caused by work", "Skyldes arbejdet"],
  NO: ["Not caused by work", "Skyldes ikke arbejdet"],
  DOUBT: ["In doubt", "Tvivl"],
};

export const COMPLAINT_CAUSE_WORDS: WordList<ComplaintCause> = {
  NONE_OF_THESE: ["None of these", "Ingen af disse", "Somebody has asked, and it is none of the causes that are not covered."],
  PROFESSIONAL_SPORT: ["Professional sport", "Professionel sport"],
  SELF_INFLICTED: ["Self-inflicted, by intent or gross negligence", "Selvforskyldt, med forsæt eller grov uagtsomhed"],
  INTOXICATION: ["Self-inflicted intoxication or its sequelae", "Selvforskyldt beruselse eller følger af misbrug"],
  IMPLANT_OR_TATTOO: ["Implants, tattoos, piercings, doping and the like", "Implantater, tatoveringer, piercinger, doping og lignende"],
  WAR_OR_TERROR: ["War, civil unrest, terror or nuclear reactions", "Krig, borgerlige uroligheder, terror eller atomreaktioner"],
  DISASTER_OR_STRIKE: ["Natural disasters and general strikes", "Naturkatastrofer og generalstrejker"],
  EPIDEMIC: ["Epidemics and pandemics", "Epidemier og pandemier"],
};

export const OPERATION_PLACE_WORDS: WordList<OperationPlace> = {
  DESIGNATED: ["At the centre designated by the insurer", "På det behandlingssted, selskabet har anvist"],
  OTHER_PRIVATE: ["Privately elsewhere", "Privat et andet sted"],
  PUBLIC: ["In the public system, or paid by it", "I det offentlige eller betalt af det offentlige"],
};

export const CRISIS_EVENT_WORDS: WordList<CrisisEvent> = {
  DANGER_INCIDENT: ["An incident with danger to life", "En livsfarlig hændelse"],
  VIOLENCE: ["Violence or threats", "Vold eller trusler"],
  FIRE_OR_BURGLARY: ["Fire or burglary", "Brand eller indbrud"],
  OWN_LIFE_THREATENING_DIAGNOSIS: ["One's own life-threatening diagnosis", "Egen livstruende diagnose"],
  DEATH_IN_FAMILY: ["A death in the family", "Dødsfald i familien"],
  FAMILY_LIFE_THREATENING_DIAGNOSIS: ["A life-threatening diagnosis in the family", "Livstruende diagnose i familien"],
  WITNESSED_DEATH_OR_INCIDENT: ["Witness to a death or a grave incident", "Vidne til dødsfald eller alvorlig hændelse"],
  EXPECTED_EVENT: ["An event that was expected", "En ventet hændelse"],
  DISMISSAL: ["Dismissal", "Opsigelse"],
  CONFLICT: ["Conflict", "Konflikt"],
};

export const CRISIS_RELATION_WORDS: WordList<CrisisRelation> = {
  SPOUSE: ["Spouse", "Ægtefælle"],
  PARTNER: ["Partner", "Samlever"],
  OWN_CHILD: ["Own child", "Eget barn"],
  PARTNERS_CHILD: ["Partner's child", "Partners barn"],
  ADOPTED_CHILD: ["Adopted child", "Adoptivbarn"],
  PARENT: ["Parent", "Forælder"],
  SIBLING: ["Sibling", "Søskende"],
  GRANDPARENT: ["Grandparent", "Bedsteforælder"],
  COLLEAGUE: ["Colleague", "Kollega"],
  FRIEND: ["Friend", "Ven"],
};

export const SECTOR_WORDS: WordList<Sector> = {
  PRIVATE: ["Private", "Privat", "A private clinic of the network."],
  PUBLIC: ["Public", "Offentlig", "The public system."],
};

export const SUBSIDY_PAYEE_WORDS: WordList<SubsidyPayee> = {
  INSURER: ["The insurer", "Forsikringsselskabet"],
  MEMBER: ["The member", "Medlemmet"],
};
