/**
 * The insurance conditions read a second time, from the tables as they are written and with dates by another library. It
 * shares no code with src/rules, is slow and plain, and exists to disagree.
 */
import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import type { CoverageFacts, GuaranteeFacts, PriceFacts } from "../../src/rules/facts/facts.js";

const table = (name: string): string[][] =>
  readFileSync(`test/fixtures/rules/${name}.md`, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) =>
      line
        .slice(2, -2)
        .split(" | ")
        .map((cell) => cell.trim()),
    );

type Row = {
  provider: string;
  referral: string;
  channels: string[];
  chronic: string;
  limits: string[];
  guarantee: string;
  eligible: string;
};
const rows = new Map<string, Row>(
  table("service-matrix").map(
    ([product, under, service, provider = "", referral = "", channels = "", chronic = "", limits = "", guarantee = "", eligible = ""]) => [
      `${product}/${under}/${service}`,
      { provider, referral, channels: channels.split(" "), chronic, limits: limits.split(";").map((l) => l.trim()), guarantee, eligible },
    ],
  ),
);
const conditions = new Map(
  table("conditions").map(([code = "", msk, excluded = "", remark = ""]) => [code, { msk: msk === "yes", excluded, remark }]),
);

const GROUPS: Record<string, string[]> = {
  PHYSICAL: ["PHYSIOTHERAPY", "GROUP_TRAINING", "CHIROPRACTIC", "REHABILITATION"],
  MENTAL: ["PSYCHOLOGIST", "PSYCHOTHERAPIST", "CHILD_MENTAL_PROGRAMME", "PSYCHIATRIST"],
  SPECIALIST: ["SPECIALIST_EXAMINATION", "SPECIALIST_TREATMENT", "DIAGNOSTIC_IMAGING"],
};
const isIn = (group: string, service: string): boolean => GROUPS[group]?.includes(service) ?? false;
const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const plusMonths = (text: string, months: number): string => date(text).add({ months }, { overflow: "constrain" }).toString();
const plusDays = (text: string, days: number): string => date(text).add({ days }).toString();
const danishDay = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO("Europe/Copenhagen").toPlainDate().toString();
const hoursBetween = (a: string, b: string): number =>
  (Temporal.Instant.from(b).epochMilliseconds - Temporal.Instant.from(a).epochMilliseconds) / 3_600_000;
const ageAt = (birth: string, on: string): number => {
  let age = -1;
  while (plusMonths(birth, 12 * (age + 1)) <= on) age += 1;
  return age;
};

/** Section 7, as its sentence goes, and the cataract of 5.6 with the same six months. */
const LISTED_AS_CHRONIC = (
  "DIABETES METABOLIC_DISORDER BLOOD_DISORDER ARTHRITIS GOUT RHEUMATOID_ARTHRITIS PSORIATIC_ARTHRITIS OSTEOARTHRITIS " +
  "KNEE_OSTEOARTHRITIS HIP_OSTEOARTHRITIS SPONDYLOSIS BONE_DISEASE MUSCLE_DISEASE CONNECTIVE_TISSUE_DISEASE BUNION " +
  "SUNKEN_FOREFOOT CHRONIC_PAIN FIBROMYALGIA SCHEUERMANNS OSTEOPOROSIS COPD CYSTIC_FIBROSIS MIGRAINE EPILEPSY PARKINSONS " +
  "WHIPLASH MULTIPLE_SCLEROSIS ALS PEPTIC_ULCER REFLUX INFLAMMATORY_BOWEL BOWEL_DISORDER IRRITABLE_BOWEL GLAUCOMA TINNITUS " +
  "MENIERES CHOLESTEATOMA ENDOMETRIOSIS CATARACT"
).split(" ");

const complaint = (code: string): string => code.replace(/^(LONG_TERM|PERSISTENT|RECURRENT|COMPLICATED)_/, "");
const forThisComplaint = (entry: NonNullable<CoverageFacts["usage"]>[number], code: string): boolean =>
  entry.sameClaim === true || (entry.condition !== undefined && complaint(entry.condition) === complaint(code));

/** 4.9: one form of treatment at a time. Examinations are no treatment, and some treatments are one course. */
function anotherFormRuns(f: CoverageFacts, service: string): boolean {
  const examinations =
    "SPECIALIST_EXAMINATION DIAGNOSTIC_IMAGING FOLLOW_UP_CHECK PSYCHIATRIC_ASSESSMENT CRISIS_COUNSELLING SECOND_OPINION FOOT_CHECK DEBRIEFING";
  const courses = "PHYSIOTHERAPY+GROUP_TRAINING REHABILITATION+GROUP_TRAINING PHYSIOTHERAPY+SHOCKWAVE CHIROPRACTIC+SHOCKWAVE";
  const surgery = "SPECIALIST_TREATMENT+REHABILITATION CHRONIC_SURGERY+REHABILITATION RE_OPERATION+REHABILITATION";
  const together = `${courses} ${surgery}`.split(" ").map((pair) => pair.split("+"));
  return (f.claim.otherForms ?? []).some((other) => {
    if (other.service === service || [service, other.service].some((s) => examinations.split(" ").includes(s))) return false;
    if (together.some((pair) => pair.includes(service) && pair.includes(other.service))) return false;
    const [mine, theirs] = [complaint(f.condition.code), complaint(other.condition)];
    return mine === "OTHER" || theirs === "OTHER" || mine === theirs;
  });
}

export function coverageAgain(f: CoverageFacts): object {
  let service: string = f.treatment.serviceType;
  let under: string = f.under ?? "BASE";
  const late = service === "CRISIS_COUNSELLING" && hoursBetween(f.crisis!.occurredAt, f.crisis!.reportedAt) > 48;
  if (late) [service, under] = ["PSYCHOLOGIST", "BASE"];
  const on = f.treatment.on;
  const decided = f.decidedOn ?? on;
  const { start } = f.cover;
  const age = ageAt(f.member.birthDate, on);
  const { code } = f.condition;
  const condition = conditions.get(code)!;
  const diagnosed = f.condition.diagnosedOn ?? null;
  const chronic = f.condition.chronic === true || (LISTED_AS_CHRONIC.includes(code) && f.condition.notChronic !== true);
  const preExisting = f.condition.aroseOn < start || (diagnosed !== null && diagnosed < start);
  const reasons = new Set<string>();
  const say = (code: string, when: boolean): void => void (when && reasons.add(code));

  // Stage A
  say("COVER_NOT_STARTED", on < start);
  let ageEnd: string | null = null;
  if (f.member.role === "CHILD") {
    ageEnd = plusDays(plusMonths(f.member.birthDate, 288), -1);
    if (f.cover.paidThrough && f.cover.paidThrough > ageEnd) ageEnd = f.cover.paidThrough;
  }
  if (f.member.role === "GROUP_CHILD") {
    const birthday = date(plusMonths(f.member.birthDate, 12 * (f.cover.groupChildAge ?? 24)));
    ageEnd = birthday.with({ day: birthday.daysInMonth }).toString();
  }
  const coverEnd = f.cover.end ?? null;
  const end = [ageEnd, coverEnd].filter((d) => d !== null).sort()[0] ?? null;
  const approved = f.claim.approvedOn ?? null;
  let runOff = false;
  if (end !== null && on > end) {
    const available =
      f.claim.reportedOn <= end &&
      approved !== null &&
      approved <= end &&
      (f.claim.informationComplete ?? true) &&
      !["CHRONIC_SURGERY", "PSYCHIATRIC_ASSESSMENT"].includes(service) &&
      !(["FOLLOW_UP_CHECK", "RE_OPERATION"].includes(service) && under === "K");
    if (available && on <= plusMonths(end, 3)) runOff = true;
    else if (available) say("RUN_OFF_EXPIRED", true);
    else say(ageEnd === end && (coverEnd === null || ageEnd < coverEnd) ? "AGE_LIMIT_REACHED" : "COVER_ENDED", true);
  }
  say("CLAIM_REPORTED_OUTSIDE_COVER", f.claim.reportedOn < start || (end !== null && f.claim.reportedOn > end));
  say("COVER_SUSPENDED", f.cover.suspended === true);
  const scheme = f.cover.scheme ?? (f.product === "FLEX" ? "PRIVATE" : "MANDATORY");
  const waits =
    ["SPOUSE", "CHILD"].includes(f.member.role) || (["VOLUNTARY", "PRIVATE"].includes(scheme) && f.member.role !== "GROUP_CHILD");
  say(
    "WAITING_PERIOD",
    on < plusMonths(f.cover.seniorityFrom ?? start, 6) && (service === "ADDICTION_TREATMENT" || (preExisting && waits)),
  );
  say("PREVIOUS_INSURER_THREE_MONTHS", f.claim.previousInsurerClaim === true && on < plusMonths(start, 3));
  say("PLANNED_BEFORE_START", f.claim.plannedBeforeStart === true);
  const anyCause =
    "CRISIS_COUNSELLING HEALTH_PROGRAMME ADDICTION_TREATMENT PSYCHIATRIC_ASSESSMENT MEDICATION_FOLLOW_UP CHRONIC_PSYCH_SUPPORT".split(" ");
  const aboutWork = f.member.role === "EMPLOYEE" || service === "TRIPARTITE_COUNSELLING";
  say(
    "NOT_WORK_RELATED",
    f.product === "OCCUPATIONAL" && aboutWork && (f.claim.workRelated ?? "YES") !== "YES" && !anyCause.includes(service),
  );
  say("NOT_PRE_APPROVED", approved === null || approved > on);
  const consent = f.consent ?? null;
  say("CONSENT_MISSING", consent === null || consent.givenOn > decided);
  if (consent !== null) {
    say("CONSENT_WITHDRAWN", (consent.withdrawnOn ?? null) !== null && consent.withdrawnOn! <= decided);
    say("CONSENT_EXPIRED", decided > plusMonths(consent.givenOn, 12));
  }
  say("EMERGENCY_NOT_COVERED", f.claim.emergency === true && service !== "CRISIS_COUNSELLING");
  // 7: causes that are never covered; an addiction treated under option C is its own cause
  const cause = f.claim.cause ?? "NONE_OF_THESE";
  say("EXCLUDED_CAUSE", cause !== "NONE_OF_THESE" && !(cause === "INTOXICATION" && service === "ADDICTION_TREATMENT"));
  // 4.9: what is on no list somebody has to have looked at
  say("CONDITION_NOT_ASSESSED", code === "OTHER" && !(f.condition.accepted ?? false) && !(f.condition.chronic ?? false));
  say("ONE_FORM_AT_A_TIME", !f.claim.severalFormsAllowed && (f.claim.otherFormActive === true || anotherFormRuns(f, service)));
  const country = f.treatment.country ?? "DK";
  const atHome =
    f.product === "OCCUPATIONAL" &&
    ["PHYSIOTHERAPY", "CHIROPRACTIC", "PSYCHOLOGIST"].includes(service) &&
    country === (f.member.residence ?? "DK") &&
    ["SE", "NO", "FI", "IS", "DE"].includes(country);
  say("OUTSIDE_DENMARK", country !== "DK" && !atHome);
  say("PROVIDER_RELATED", f.provider.related === true);
  say("PROVIDER_NOT_AUTHORISED", f.provider.authorised === false);

  // Stage B
  const row = rows.get(`${f.product}/${under}/${service}`);
  const optional: readonly string[] = f.cover.optional ?? [];
  if (!row || (under !== "BASE" && !optional.includes(under))) {
    say(row ? "OPTIONAL_COVER_MISSING" : "SERVICE_NOT_IN_PRODUCT", true);
    return { covered: false, reasons: [...reasons].sort(), notes: [], treatmentsRemaining: null, guaranteeClass: "NONE" };
  }

  // Stage C
  const { mode } = f.provider;
  const channel = f.treatment.channel ?? "IN_PERSON";
  say("NETWORK_ONLY", row.provider === "NETWORK" && mode === "OWN_CHOICE");
  say("PROVIDER_AGREEMENT_REQUIRED", ["PODIATRY", "FOOT_CHECK"].includes(service) && !f.provider.hasPublicAgreement);
  say("PROVIDER_NOT_FOR_CHILDREN", age < 18 && mode === "NETWORK" && f.provider.treatsChildren === false);
  const letter = { IN_PERSON: "P", ONLINE: "O", PHONE: "T" }[channel];
  say("CHANNEL_NOT_ALLOWED", !row.channels.includes(letter) || (letter !== "P" && mode === "OWN_CHOICE"));
  say("CHANNEL_AGE_LIMIT", letter !== "P" && age < 15 && service !== "CRISIS_COUNSELLING");

  const afterSurgery = f.claim.afterCoveredSurgery === true;
  let accepted: string[] | null;
  if (row.referral === "NEVER") accepted = null;
  else if (row.referral === "ON_REQUEST") accepted = f.referralRequested ? ["GP", "SPECIALIST", "RECOMMENDATION"] : null;
  else if (row.referral === "REHAB") accepted = afterSurgery ? ["SPECIALIST"] : ["GP", "SPECIALIST"];
  else accepted = row.referral.split("/");
  // 5.6: who has to prescribe what, more narrowly than the service in general
  if (isIn("SPECIALIST", service) && ["INSOMNIA", "SLEEP_APNOEA", "CARDIAC_SYMPTOMS"].includes(code)) accepted = ["GP"];
  if (isIn("SPECIALIST", service) && code === "ALLERGY_SUSPECTED") accepted = ["SPECIALIST"];
  if (isIn("MENTAL", service) && code === "STRESS") accepted = null;
  if (
    ["PSYCHOLOGIST", "PSYCHOTHERAPIST", "CHILD_MENTAL_PROGRAMME", "CHRONIC_PSYCH_SUPPORT"].includes(service) &&
    code === "LONG_TERM_STRESS"
  )
    accepted = null;
  if (isIn("MENTAL", service) && code === "POSTPARTUM_DEPRESSION") accepted = ["GP"];
  if (accepted) {
    if (!f.referral || f.referral.issuedOn > on) say("REFERRAL_MISSING", true);
    else say("REFERRAL_WRONG_TYPE", !accepted.includes(f.referral.type));
  }

  const hits = (text: string): boolean => text.split(",").some((t) => t.trim() === service || isIn(t.trim(), service));
  const [always = "", flexOnly = ""] = condition.excluded.split("; under FLEX:");
  const lasting = row.chronic === "LASTING_EXCLUDED" && (chronic || /^(LONG_TERM_STRESS|PERSISTENT_.*)$/.test(code));
  const waived = condition.remark.includes("unless accepted") && f.condition.accepted === true;
  // 5.6: cancer is covered when it is diagnosed during the insurance; skin cancer only once
  const cancer = condition.remark.includes("cancer") && code !== "CANCER_SEQUELAE" && isIn("SPECIALIST", service);
  const skinCancerAgain =
    code === "SKIN_CANCER" &&
    (f.usage ?? []).some((e) => e.condition === code && e.service === "SPECIALIST_TREATMENT" && !e.sameClaim && e.count > 0);
  const oldCancer = cancer && ((diagnosed !== null && diagnosed < start) || skinCancerAgain);
  const byTable = (!waived && hits(always)) || (f.product === "FLEX" && hits(flexOnly));
  const excluded = byTable || oldCancer;
  say("EXCLUDED_CONDITION", excluded || lasting);
  say("FREE_PHYSIO_SCHEME", f.claim.freePhysioScheme === true && ["PHYSIOTHERAPY", "GROUP_TRAINING", "REHABILITATION"].includes(service));

  const longerThan = (months: number): boolean => on > plusMonths(f.condition.aroseOn, months);
  const [list = "", remark = ""] = row.eligible.split(" (");
  const eligible = ((): boolean => {
    // 5.6: sleep disorders of more than three months; 5.7: back pain of more than three months or recurring
    if (isIn("SPECIALIST", service) && ["INSOMNIA", "SLEEP_APNOEA"].includes(code) && !longerThan(3)) return false;
    if (service === "GLAD" && code.endsWith("BACK_PAIN") && !longerThan(3) && !f.claim.recurring) return false;
    switch (row.eligible) {
      case "ANY":
        return true;
      case "MSK":
        return condition.msk;
      case "MSK_LONG_TERM":
        return (
          condition.msk &&
          (f.condition.chronic === true || longerThan(6) || (LISTED_AS_CHRONIC.includes(code) && diagnosed !== null && diagnosed <= on))
        );
      case "MSK_CHRONIC":
        return condition.msk && chronic;
      case "AFTER_SURGERY":
        return afterSurgery;
      case "REHAB":
        return code === "HERNIATED_DISC" || (condition.msk && afterSurgery);
      case "GRANTED":
        return f.claim.treatmentGranted === true;
      case "REOPERATION": {
        // 5.6.2: at our centre and approved by our doctor; 6.8: under K also after a private operation elsewhere
        const at = f.claim.primaryOperation ?? "UNKNOWN";
        const ours = at === "DESIGNATED" && afterSurgery;
        return f.claim.treatmentGranted === true && (under === "K" ? condition.msk && (ours || at === "OTHER_PRIVATE") : ours);
      }
      case "SHOCKWAVE":
        return (
          code === "NON_UNION_FRACTURE" ||
          (["TENNIS_ELBOW", "ACHILLES_TENDINITIS", "HEEL_SPUR", "SHOULDER_TENDINOPATHY"].includes(code) && longerThan(3))
        );
    }
    if (!list.split(", ").includes(code)) return false;
    if (remark.startsWith("not pre-existing")) return !preExisting;
    if (remark.startsWith("not yet diagnosed")) return diagnosed === null;
    if (remark.startsWith("granted")) return f.claim.treatmentGranted === true;
    if (remark.startsWith("after assessment")) {
      const sleep = ["SLEEP_APNOEA", "INSOMNIA"];
      const assessed =
        service === "MEDICATION_FOLLOW_UP"
          ? (f.programmes ?? []).some((p) => p.service === "PSYCHIATRIC_ASSESSMENT" && p.attended)
          : (f.usage ?? [])
              .filter((e) => ["SPECIALIST_EXAMINATION", "DIAGNOSTIC_IMAGING"].includes(e.service) && e.count > 0 && (e.attended ?? 0) > 0)
              .some((e) => e.sameClaim === true || sleep.includes(e.condition ?? ""));
      return assessed && diagnosed !== null && diagnosed <= on;
    }
    return code !== "CANCER_SEQUELAE" || optional.includes("CANCER_CARE");
  })();
  say("CONDITION_NOT_ELIGIBLE", !eligible || (service === "ADDICTION_TREATMENT" && f.claim.previousAddictionTreatment === true));

  const listedForDiet = condition.remark.includes("listed for dietician") || ["CARDIOVASCULAR_DISEASE"].includes(code);
  const [column = ""] = row.chronic.split(" (");
  const afterOperation = afterSurgery && ["REHABILITATION", "FOLLOW_UP_CHECK", "RE_OPERATION"].includes(service);
  const chronicColumn = afterOperation
    ? "WAIVED"
    : row.chronic.includes("listed conditions") && listedForDiet
      ? "NO_SIX_MONTH"
      : column === "MSK_WAIVED"
        ? condition.msk
          ? "WAIVED"
          : "STANDARD"
        : column;
  // 5.6: of a cataract only the day of its diagnosis counts
  const wasThere = code === "CATARACT" ? diagnosed !== null && diagnosed < start : preExisting;
  say("PRE_EXISTING_CHRONIC", ["STANDARD", "NO_SIX_MONTH"].includes(chronicColumn) && chronic && wasThere);
  const inSixMonths = chronicColumn === "STANDARD" && chronic && !wasThere;
  say("CHRONIC_SIX_MONTHS_EXPIRED", inSixMonths && diagnosed !== null && on > plusMonths(diagnosed, 6));
  say("DIAGNOSIS_DATE_MISSING", diagnosed === null && ((inSixMonths && longerThan(6)) || cancer) && eligible && !byTable);

  const year = date(on).year;
  const left: number[] = [];
  for (let token of row.limits) {
    if (token === "-") continue;
    const listed = token.startsWith("listed conditions: ");
    if (listed) token = token.slice("listed conditions: ".length);
    if (listed && !listedForDiet) continue;
    if (token.startsWith("own-choice")) {
      if (mode !== "OWN_CHOICE" || (token.startsWith("own-choice under 18") && age >= 18)) continue;
      token = token.slice(token.indexOf(": ") + 2);
    }
    const limit = /^(year|subyear|claim|condition|period)\((own-choice )?([A-Z+_]+)\)=(\d+)$/.exec(token);
    const ageRange = /^age (\d+)(?:-(\d+)|\+)$/.exec(token);
    if (ageRange) say("AGE_OUT_OF_RANGE", age < Number(ageRange[1]) || (ageRange[2] !== undefined && age > Number(ageRange[2])));
    else if (limit) {
      const [, kind, own, services = "", max] = limit;
      let used = 0;
      for (const entry of f.usage ?? []) {
        if (!services.split("+").includes(entry.service) || (entry.under ?? under) !== under) continue;
        if (own && (entry.mode ?? "NETWORK") !== "OWN_CHOICE") continue;
        if ((kind === "year" || kind === "subyear") && entry.year !== year) continue;
        if (kind === "claim" && !entry.sameClaim) continue;
        if (kind === "condition" && !forThisComplaint(entry, code)) continue;
        used += entry.count;
      }
      left.push(Math.max(0, Number(max) - used));
      const codes: Record<string, string> = {
        year: "LIMIT_CALENDAR_YEAR",
        subyear: "SUBLIMIT_CALENDAR_YEAR",
        claim: "LIMIT_PER_CLAIM",
        condition: "LIMIT_PER_CLAIM",
        period: "LIMIT_INSURANCE_PERIOD",
      };
      say(codes[kind ?? ""] ?? "?", used >= Number(max));
    } else if (token === "course6m") {
      const first = f.claim.firstTreatmentOn ?? null;
      say("COURSE_SIX_MONTHS_EXPIRED", first !== null && on > plusMonths(first, 6));
    } else if (token === "diagnosis6m") {
      say("DIAGNOSIS_SIX_MONTHS_EXPIRED", diagnosed !== null && on > plusMonths(diagnosed, 6));
    } else if (token === "course12m") {
      const first = f.claim.firstTreatmentOn ?? null;
      say("COURSE_TWELVE_MONTHS_EXPIRED", first !== null && on > plusMonths(first, 12));
    } else if (token === "followup24m") {
      // 5.6.1, 6.8: repeated check-ups are not covered
      const operated = f.claim.lastTreatmentOn ?? "";
      const before = (f.usage ?? []).filter((e) => e.service === "FOLLOW_UP_CHECK" && e.count > 0 && forThisComplaint(e, code));
      say(
        "FOLLOW_UP_REPEATED",
        before.some((e) => operated === "" || e.lastOn === undefined || e.lastOn > operated),
      );
      const last = f.claim.lastTreatmentOn ?? null;
      say("FOLLOW_UP_EXPIRED", last !== null && on > plusMonths(last, 24));
    } else if (token.startsWith("programme(")) {
      const per = token.slice(10, -1);
      const region = /GLA:D region (\w+)/.exec(condition.remark)?.[1];
      say(
        "PROGRAMME_ALREADY_USED",
        (f.programmes ?? []).some((p) => {
          if (per === "region") return p.service === "GLAD" && region !== undefined && p.subject === region;
          if (per === "condition") return p.service === service && p.subject === code;
          return per === "anxiety" ? ["COOL_KIDS", "CHILLED"].includes(p.service) : p.service === service;
        }),
      );
    } else throw new Error(`no reading for ${token}`);
  }
  if (f.portion) {
    left.push(Math.max(0, f.portion.authorised - f.portion.used));
    say("PORTION_EXHAUSTED", f.portion.used >= f.portion.authorised);
  }
  say(
    "OWN_CHOICE_ALREADY_STARTED",
    age < 18 &&
      mode === "NETWORK" &&
      ["PSYCHOLOGIST", "PSYCHOTHERAPIST", "CHILD_MENTAL_PROGRAMME"].includes(service) &&
      (f.claim.ownChoicePsychologistStarted === true ||
        (f.usage ?? []).some((e) => e.service === "PSYCHOLOGIST" && e.mode === "OWN_CHOICE" && e.count > 0 && forThisComplaint(e, code))),
  );
  const packaged =
    f.claim.publicPackage === true && (isIn("SPECIALIST", service) || isIn("MENTAL", service) || service === "CHRONIC_SURGERY");
  say(
    "PUBLIC_OFFER_MUST_BE_USED",
    packaged || (f.claim.publicOfferWithinGuarantee === true && isIn("SPECIALIST", service) && under === "BASE"),
  );
  // 5.8.1: a debriefing is for what several people met together, never for what was to be expected
  if (service === "DEBRIEFING")
    say("CRISIS_EVENT_NOT_COVERED", !["DANGER_INCIDENT", "VIOLENCE", "WITNESSED_DEATH_OR_INCIDENT"].includes(f.crisis!.event));
  if (service === "CRISIS_COUNSELLING") {
    const { event, policeReported = false, relation = null } = f.crisis!;
    const family = ["SPOUSE", "PARTNER", "OWN_CHILD", "PARTNERS_CHILD", "ADOPTED_CHILD"];
    const qualifies =
      ["DANGER_INCIDENT", "VIOLENCE", "OWN_LIFE_THREATENING_DIAGNOSIS"].includes(event) ||
      (event === "FIRE_OR_BURGLARY" && policeReported) ||
      (["DEATH_IN_FAMILY", "FAMILY_LIFE_THREATENING_DIAGNOSIS"].includes(event) && family.includes(relation ?? "")) ||
      (event === "WITNESSED_DEATH_OR_INCIDENT" && relation !== null && relation !== "FRIEND");
    say("CRISIS_EVENT_NOT_COVERED", !qualifies);
  }

  const remaining = left.length > 0 ? Math.min(...left) : null;
  const covered = reasons.size === 0;
  const notes: string[] = [];
  if (covered && runOff) notes.push("RUN_OFF");
  if (covered && late) notes.push("CRISIS_REPORTED_LATE");
  if (covered && mode === "OWN_CHOICE") notes.push("MEMBER_PAYS_FIRST");
  if (covered && remaining === 1) notes.push("LAST_IN_LIMIT");
  return {
    covered,
    reasons: [...reasons].sort(),
    notes: notes.sort(),
    treatmentsRemaining: remaining,
    guaranteeClass: covered && mode === "NETWORK" ? row.guarantee : "NONE",
  };
}

const holidays = new Map(
  readFileSync("seeds/data/dk_holidays_2024_2035.csv", "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
    .map(([day = "", , name = "", , isPublic]) => [day, isPublic === "1" ? "PUBLIC" : name] as const),
);
const EXTRA_NAMES: Record<string, string> = {
  Grundlovsdag: "GRUNDLOVSDAG",
  Juleaftensdag: "CHRISTMAS_EVE",
  Nytårsaftensdag: "NEW_YEARS_EVE",
};

function nthWorkday(day: string, n: number, extra: readonly string[]): string {
  let at = date(day);
  for (let left = n; left > 0;) {
    at = at.add({ days: 1 });
    const name = holidays.get(at.toString());
    const closed = name === "PUBLIC" || (name !== undefined && extra.includes(EXTRA_NAMES[name] ?? "DAY_AFTER_ASCENSION"));
    if (at.dayOfWeek <= 5 && !closed) left -= 1;
  }
  return at.toString();
}

export function guaranteeAgain(f: GuaranteeFacts): object {
  const empty = {
    clockStart: null,
    firstTargetDate: null,
    targetDate: null,
    latestDate: null,
    latestInstant: null,
    proposedAppointment: null,
  };
  const none = (...reasons: string[]): object => ({ ...empty, outcome: "NONE", guaranteeClass: "NONE", reasons: reasons.sort() });
  if (f.claim.ended) return none(`CLAIM_${f.claim.ended}`);
  const under = f.under ?? "BASE";
  const row = rows.get(`${f.product}/${under}/${f.serviceType}`);
  if (!row) return none("SERVICE_NOT_IN_PRODUCT");
  if (["PSYCHIATRIST", "PSYCHIATRIC_ASSESSMENT", "MEDICATION_FOLLOW_UP"].includes(f.serviceType)) return none("PSYCHIATRIST_NO_GUARANTEE");
  if (row.guarantee === "NONE") return none("SERVICE_HAS_NO_GUARANTEE");
  if (f.mode === "OWN_CHOICE") return none("OWN_CHOICE_NO_GUARANTEE");
  if (f.exceptions?.begunOutside) return none("TREATMENT_BEGUN");
  const reasons: string[] = [];
  let of = row.guarantee;
  if (f.serviceType === "CRISIS_COUNSELLING" && hoursBetween(f.crisis!.occurredAt, f.claim.receivedAt) > 48) {
    of = "NETWORK_10";
    reasons.push("CRISIS_REPORTED_LATE");
  }
  const e = f.exceptions ?? {};
  if (of !== "CRISIS_3H") {
    if (e.emergency) return none(...reasons, "EMERGENCY_NOT_COVERED");
    const medical = [
      ...(e.notMedicallyAppropriate ? ["NOT_MEDICALLY_APPROPRIATE"] : []),
      ...(e.medicallyPostponed ? ["MEDICALLY_POSTPONED"] : []),
      ...(e.highlySpecialised ? ["HIGHLY_SPECIALISED"] : []),
    ];
    if (medical.length > 0) return none(...reasons, ...medical);
  }
  const needed = f.information?.required === true;
  const informed = f.information?.receivedAt ?? null;
  const sufficient = f.information?.approvedAt ?? null;
  const approved = f.claim.approvedAt ?? null;
  const waiting: string[] = [];
  if (of !== "FLEX_SPECIALIST_15" && approved === null) waiting.push("AWAITING_APPROVAL");
  if (of === "FLEX_SPECIALIST_15" && needed && informed === null) waiting.push("AWAITING_INFORMATION");
  if (!["FLEX_SPECIALIST_15", "CRISIS_3H"].includes(of) && needed && (informed === null || sufficient === null))
    waiting.push("AWAITING_INFORMATION");
  if (waiting.length > 0) return { ...empty, outcome: "PENDING", guaranteeClass: of, reasons: [...reasons, ...waiting].sort() };

  const extra = f.calendar?.extraNonWorkingDays ?? [];
  const extension = e.extensionWorkingDays ?? 0;
  let dayZero: string;
  let latestInstant: number | null = null;
  let latest: string;
  if (of === "CRISIS_3H") {
    dayZero = danishDay(approved!);
    latestInstant = Temporal.Instant.from(approved!).epochMilliseconds + 3 * 3_600_000;
    latest = danishDay(new Date(latestInstant).toISOString());
  } else {
    const days = [
      f.claim.receivedAt,
      ...(of === "FLEX_SPECIALIST_15" ? [] : [approved, ...(f.claim.movedAt ? [f.claim.movedAt] : [])]),
      ...(needed ? [informed, ...(of === "FLEX_SPECIALIST_15" ? [] : [sufficient])] : []),
    ];
    dayZero = days
      .map((d) => danishDay(d!))
      .sort()
      .at(-1)!;
    latest = nthWorkday(dayZero, (of === "FLEX_SPECIALIST_15" ? 15 : 10) + extension, extra);
  }
  const publicFirst = of === "FLEX_SPECIALIST_15" || (of === "SPECIALIST_10" && under === "BASE");
  const after: string[] = [];
  if ((e.declinedOffers ?? []).some((o) => o.appointmentOn <= latest && (o.sector !== "PUBLIC" || publicFirst)))
    after.push("MEMBER_DECLINED_OFFER");
  if (e.wishedNotBefore && e.wishedNotBefore > latest) after.push("LATER_DATE_WISHED");
  if (e.publicOfferOn && e.publicOfferOn <= latest && publicFirst) after.push("PUBLIC_OFFER_MUST_BE_USED");
  if (after.length > 0) return none(...reasons, ...after);
  if (extension > 0 && of !== "CRISIS_3H") reasons.push("EXTENDED");
  const target = of === "NETWORK_10" ? nthWorkday(dayZero, 5, extra) : null;
  let proposed: string | null = null;
  if (f.proposedAppointmentAt) {
    const on = danishDay(f.proposedAppointmentAt);
    const inTime =
      latestInstant === null ? on <= latest : Temporal.Instant.from(f.proposedAppointmentAt).epochMilliseconds <= latestInstant;
    proposed = target !== null && on <= target ? "ON_TARGET" : inTime ? "WITHIN_LIMIT" : "TOO_LATE";
  }
  return {
    outcome: "RUNNING",
    guaranteeClass: of,
    clockStart: dayZero,
    firstTargetDate: target === null ? null : nthWorkday(dayZero, 4, extra),
    targetDate: target,
    latestDate: latest,
    latestInstant,
    proposedAppointment: proposed,
    reasons: reasons.sort(),
  };
}

export function priceAgain(f: PriceFacts): object {
  const zero = {
    publicPaysOre: 0,
    insurerPaysClinicOre: 0,
    insurerReimbursesMemberOre: 0,
    memberPaysOre: 0,
    danmarkToInsurerOre: 0,
    reasons: [] as string[],
  };
  const event = f.event ?? "ATTENDED";
  if (event === "NO_SHOW" || event === "LATE_CANCELLATION")
    return { ...zero, memberPaysOre: f.noShowFeeOre ?? 0, reasons: [`${event}_NOT_COVERED`] };
  if (event !== "ATTENDED") return zero;
  const reasons: string[] = [];
  const rate = (list: readonly { from: string; ore: number }[] | undefined): number =>
    list!.filter((r) => r.from <= f.treatedOn).at(-1)!.ore;
  const gross = f.mode === "NETWORK" ? rate(f.networkRates) : f.feeOre!;
  const agreement = f.provider?.hasPublicAgreement === true;
  const region = agreement && (f.doctorReferral || f.serviceType === "CHIROPRACTIC") ? Math.min(f.publicReimbursementOre ?? 0, gross) : 0;
  if (region > 0) reasons.push("PUBLIC_REIMBURSEMENT_DEDUCTED");
  const other = Math.min(f.otherInsurancePaidOre ?? 0, gross - region);
  if (other > 0) reasons.push("OTHER_INSURANCE_FIRST");
  const rest = gross - region - other;
  let amount = rest;
  const lower = (cap: number, code: string): void => {
    if (cap < amount) [amount] = [cap, reasons.push(code)];
  };
  if (f.covered === false) [amount] = [0, reasons.push("NOT_COVERED")];
  else if (f.mode === "OWN_CHOICE" && f.bill && f.bill.submittedOn > plusMonths(f.bill.lastTreatmentOn, 3))
    [amount] = [0, reasons.push("BILL_SUBMITTED_TOO_LATE")];
  else if (f.serviceType === "TRANSPORT") {
    const t = f.transport!;
    const no: string[] = [];
    if (t.authorised === false || (t.means === "RECUMBENT" && !t.prescribedBySpecialist)) no.push("TRANSPORT_NOT_AUTHORISED");
    if (t.means === "TAXI") no.push("TAXI_NOT_COVERED");
    if (
      !"SPECIALIST_EXAMINATION SPECIALIST_TREATMENT DIAGNOSTIC_IMAGING FOLLOW_UP_CHECK CHRONIC_SURGERY BLOCKADE RE_OPERATION SECOND_OPINION CPAP_TREATMENT"
        .split(" ")
        .includes(t.forService)
    )
      no.push("TRANSPORT_NOT_FOR_SERVICE");
    if (t.means !== "RECUMBENT" && !(t.oneWayKm > 60)) no.push("DISTANCE_TOO_SHORT");
    if (no.length > 0) [amount] = [0, reasons.push(...no)];
    else if (t.means === "OWN_CAR") lower(2 * t.oneWayKm * (t.kmRateOre ?? 0), "CAPPED_TRANSPORT");
    else if (t.means === "PUBLIC_TRANSPORT") lower(t.cheapestReturnFareOre ?? 0, "CAPPED_TRANSPORT");
  } else {
    for (const [product = "", under = "", services = "", condition = "", cap = "", code = ""] of table("price-caps").slice(1)) {
      const total = cap.endsWith("in total");
      if (f.mode === "NETWORK" && !total) continue;
      const here = f.under ?? "BASE";
      const fits =
        under === "-"
          ? product.split(", ").includes(`${f.product} (${here})`)
          : ["both", f.product].includes(product) && under.split(", ").includes(here);
      if (!fits || !services.split(", ").includes(f.serviceType)) continue;
      const share = agreement && f.doctorReferral === true;
      if (condition === "agreement and doctor's referral" && !share) continue;
      if (condition === "otherwise" && share) continue;
      const dkk = [...cap.matchAll(/(\d[\d,]*)/g)].map((m) => Number(m[1]!.replace(",", "")) * 100);
      const second =
        (condition.startsWith("session 1") && (f.sessionNumber ?? 1) > 1) ||
        (condition.startsWith("stand-alone") && f.standAlone === false);
      if (cap.startsWith("none")) break;
      if (cap === "`tariffs.patientShare`") lower(rate(f.tariffs?.patientShare), code.replaceAll("`", ""));
      else if (cap === "`tariffs.fullFee`") lower(rate(f.tariffs?.fullFee), code.replaceAll("`", ""));
      else if (total) lower(Math.max(0, dkk[0]! - (f.capUsedOre ?? 0)), code.replaceAll("`", ""));
      else lower(second ? dkk[1]! : dkk[0]!, code.replaceAll("`", ""));
      break;
    }
  }
  const subsidy = f.danmark?.subsidyOre ?? 0;
  const setOff = amount > 0 ? Math.min(subsidy, amount) : 0;
  if (setOff > 0) reasons.push("DANMARK_SET_OFF");
  const toMember = f.danmark?.paidTo === "MEMBER";
  if (toMember) amount -= setOff;
  if ((f.supplementsOre ?? 0) > 0) reasons.push("SUPPLEMENT_NOT_COVERED");
  return {
    publicPaysOre: region,
    insurerPaysClinicOre: f.mode === "NETWORK" ? amount : 0,
    insurerReimbursesMemberOre: f.mode === "NETWORK" ? 0 : amount,
    memberPaysOre: gross + (f.supplementsOre ?? 0) - region - other - (toMember ? subsidy : 0) - amount,
    danmarkToInsurerOre: toMember ? 0 : setOff,
    reasons: reasons.sort(),
  };
}
