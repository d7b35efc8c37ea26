import { CLAIM_STATES, PROMISE_STATES } from "../states.js";
import {
  COMPLAINT_CAUSES,
  COVERS,
  GUARANTEE_CLASSES,
  MODES,
  OPERATION_PLACES,
  PRODUCTS,
  REFERRAL_TYPES,
  REPORT_CHANNELS,
  SERVICES,
  WORK_RELATED,
} from "../../src/rules/codes.js";
import { CONDITION_CODES } from "../../src/rules/data/conditions.js";
import { GUARANTEE_OUTCOMES } from "../../src/rules/guarantee/guarantee.js";
import { CLAIM_EVENT_WORDS } from "../../src/features/claims/claim-words.js";
import { valuesOf } from "../../src/kernel/worded.js";
import type { ClaimExceptions, ClaimFlags, ClaimWishes, Crisis } from "../../src/features/claims/case-file/claim-record.js";
import type { MedicalDecisions } from "../../src/features/claims/information/medical-decision.js";
import { INFORMATION_NEEDS } from "../../src/features/claims/information/needs.js";
import type { CertificateWithTexts } from "../../src/features/promise/feasibility/told-certificate.js";
import { DECISION_KINDS, type Decision, type DecisionFacts } from "../../src/rules/decide.js";
import type { Settings } from "../../src/rules/data/settings.js";
import type { ExtraDay } from "../../src/kernel/calendar.js";
import { boolean, check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { day, id, instant, isOneOf, writtenIn } from "../columns.js";
import { member, policy } from "./member.js";
import { service } from "./reference.js";

/** The insurer's case for one complaint, with the guarantee's clock as the rules last computed it. */
export const claim = pgTable(
  "claim",
  {
    id: id(),
    /** Short human reference for the telephone. */
    reference: text().notNull().unique("claim_reference_is_unique"),
    memberId: uuid("member_id")
      .notNull()
      .references(() => member.id),
    policyId: uuid("policy_id")
      .notNull()
      .references(() => policy.id),
    product: text({ enum: PRODUCTS }).notNull(),
    under: text({ enum: COVERS }).notNull().default("BASE"),
    serviceCode: text("service_code", { enum: SERVICES })
      .notNull()
      .references(() => service.code),
    mode: text({ enum: MODES }).notNull().default("NETWORK"),
    state: text({ enum: CLAIM_STATES }).notNull().default("REPORTED"),
    /** In the portal, where a report may be approved automatically (CLM-AUTO-APPROVE), or by phone. */
    reportedVia: text("reported_via", { enum: REPORT_CHANNELS }).notNull().default("PHONE"),
    /** Why a person has to look at an online report: codes of the criteria and of the coverage decision. */
    manualCheck: text("manual_check")
      .array()
      .notNull()
      .default(sql`'{}'`),
    receivedAt: instant("received_at").notNull(),
    approvedAt: instant("approved_at"),
    informationRequired: boolean("information_required").notNull().default(false),
    /** What is still needed: derived from the rules (REFERRAL, DIAGNOSIS_DATE), or ASKED by a person. */
    informationNeeds: text("information_needs", { enum: INFORMATION_NEEDS })
      .array()
      .notNull()
      .default(sql`'{}'`),
    informationReceivedAt: instant("information_received_at"),
    informationApprovedAt: instant("information_approved_at"),
    workRelated: text("work_related", { enum: WORK_RELATED }).notNull().default("YES"),
    /** Of the causes that keep a complaint from cover (COV-EXCL-SPORT and others); null where nobody asked. */
    cause: text({ enum: COMPLAINT_CAUSES }),
    conditionCode: text("condition_code", { enum: CONDITION_CODES }).notNull(),
    conditionAroseOn: day("condition_arose_on").notNull(),
    conditionDiagnosedOn: day("condition_diagnosed_on"),
    referralType: text("referral_type", { enum: REFERRAL_TYPES }),
    referralIssuedOn: day("referral_issued_on"),
    referralRequested: boolean("referral_requested").notNull().default(false),
    /** Where the operation was done that a re-operation follows (COV-REOP); null where nobody knows. */
    primaryOperation: text("primary_operation", { enum: OPERATION_PLACES }),
    /** When it was moved from own choice into the network (PRV-MOVE-TO-NETWORK). */
    movedAt: instant("moved_at"),
    /** Treatments the health team has allocated; null means no portion applies (COV-PORTION). */
    portionAuthorised: integer("portion_authorised"),
    portionUsed: integer("portion_used").notNull().default(0),
    /** Rare flags of the rules' claim facts, by their names there, e.g. {"freePhysioScheme": true}. */
    flags: jsonb().$type<ClaimFlags>().notNull().default({}),
    crisis: jsonb().$type<Crisis>(),
    /** Exceptions of the guarantee by their names in the rules' facts. */
    exceptions: jsonb().$type<ClaimExceptions>().notNull().default({}),
    /** What the member asked for: language, gender, channel, time of day, place. */
    wishes: jsonb().$type<ClaimWishes>().notNull().default({}),
    /** Decisions of the insurer's doctors and nurses that set a derived fact aside, by kind, each with its name, time and reason. */
    medicalDecisions: jsonb("medical_decisions").$type<MedicalDecisions>().notNull().default({}),
    guaranteeOutcome: text("guarantee_outcome", { enum: GUARANTEE_OUTCOMES }).notNull().default("PENDING"),
    guaranteeClass: text("guarantee_class", { enum: GUARANTEE_CLASSES }).notNull().default("NONE"),
    clockStartOn: day("clock_start_on"),
    firstTargetOn: day("first_target_on"),
    targetOn: day("target_on"),
    latestOn: day("latest_on"),
    /** The promise is broken if no first appointment has started before this instant. */
    deadlineAt: instant("deadline_at"),
    promiseState: text("promise_state", { enum: PROMISE_STATES }).notNull().default("NONE"),
    promiseChangedAt: instant("promise_changed_at"),
    breachedAt: instant("breached_at"),
    /** Why no unit is left for it; null where there is one. */
    certificate: jsonb().$type<CertificateWithTexts | null>(),
    firstBookingId: uuid("first_booking_id"),
    /** Who of the health team follows it; null where nobody in particular does. */
    handledBy: text("handled_by"),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_now()`),
    version: integer().notNull().default(1),
  },
  (t) => [
    check(
      "claim_state_is_known",
      sql`${t.state} in ('REPORTED','AWAITING_INFORMATION','APPROVED','IN_TREATMENT','COMPLETED','DENIED','ESCALATED','CLOSED')`,
    ),
    check("claim_product_is_known", isOneOf(t.product, PRODUCTS)),
    check("claim_cover_is_known", isOneOf(t.under, COVERS)),
    check("claim_mode_is_known", isOneOf(t.mode, MODES)),
    check("claim_report_channel_is_known", isOneOf(t.reportedVia, REPORT_CHANNELS)),
    check("claim_cause_is_known", isOneOf(t.workRelated, WORK_RELATED)),
    check("claim_complaint_cause_is_known", isOneOf(t.cause, COMPLAINT_CAUSES)),
    check("claim_primary_operation_is_known", isOneOf(t.primaryOperation, OPERATION_PLACES)),
    check("claim_referral_is_known", isOneOf(t.referralType, REFERRAL_TYPES)),
    check("claim_guarantee_outcome_is_known", isOneOf(t.guaranteeOutcome, GUARANTEE_OUTCOMES)),
    check("claim_guarantee_class_is_known", isOneOf(t.guaranteeClass, GUARANTEE_CLASSES)),
    check("claim_promise_state_is_known", sql`${t.promiseState} in ('NONE','SAFE','TIGHT','AT_RISK','BREACHED','MET')`),
    check("claim_portion_is_never_exceeded", sql`${t.portionAuthorised} is null or ${t.portionUsed} <= ${t.portionAuthorised}`),
    check("claim_portion_used_is_not_negative", sql`${t.portionUsed} >= 0`),
    index("claim_by_member").on(t.memberId, t.createdAt),
    index("claim_by_state").on(t.state, t.createdAt),
    index("claim_promises_open")
      .on(t.deadlineAt)
      .where(sql`guarantee_outcome = 'RUNNING' and first_booking_id is null`),
    /** What the watch looks at: promises that may still change. */
    index("claim_promises_watched")
      .on(t.id)
      .where(sql`promise_state in ('SAFE','TIGHT','AT_RISK') or (guarantee_outcome = 'RUNNING' and promise_state = 'NONE')`),
  ],
);

/** What happened to a claim, in order; never changed. */
export const claimEvent = pgTable(
  "claim_event",
  {
    id: id(),
    claimId: uuid("claim_id")
      .notNull()
      .references(() => claim.id),
    memberId: uuid("member_id").notNull(),
    kind: text({ enum: valuesOf(CLAIM_EVENT_WORDS) }).notNull(),
    at: instant("at")
      .notNull()
      .default(sql`clock_now()`),
    actor: text().notNull(),
    actorRole: text("actor_role").notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    writtenIn: writtenIn(),
  },
  (t) => [index("claim_event_by_claim").on(t.claimId, t.at)],
);

/** Every decision with the facts and rule version it rests on, so that it can be run again and must answer the same. */
export const decision = pgTable(
  "decision",
  {
    id: id(),
    kind: text({ enum: DECISION_KINDS }).notNull(),
    claimId: uuid("claim_id"),
    memberId: uuid("member_id"),
    bookingId: uuid("booking_id"),
    ruleVersion: text("rule_version").notNull(),
    /** What a contract changed in the settings of that version. */
    settings: jsonb().$type<Partial<Settings>>().notNull(),
    facts: jsonb().$type<DecisionFacts>().notNull(),
    outcome: jsonb().$type<Decision>().notNull(),
    decidedAt: instant("decided_at")
      .notNull()
      .default(sql`clock_now()`),
    actor: text().notNull(),
  },
  (t) => [
    check("decision_kind_is_known", sql`${t.kind} in ('GUARANTEE','COVERAGE','PRICE')`),
    index("decision_by_claim").on(t.claimId, t.decidedAt),
  ],
);

/**
 * Settings of the rules that differ from their defaults, by the instant from which they apply; a decision keeps those it used. One
 * person proposes them, another agrees.
 */
export const ruleSetting = pgTable(
  "rule_setting",
  {
    id: id(),
    /** 1 is the first that was agreed to; before it the rules have their own. */
    version: integer().notNull().unique("rule_setting_version_is_its_own"),
    validFrom: instant("valid_from").notNull().unique("rule_setting_starts_once"),
    settings: jsonb().$type<{ readonly extraNonWorkingDays?: readonly ExtraDay[] }>().notNull(),
    /** Where it was decided. */
    source: text().notNull(),
    proposedBy: text("proposed_by").notNull(),
    approvedBy: text("approved_by").notNull(),
    recordedAt: instant("recorded_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [check("rule_setting_has_four_eyes", sql`${t.approvedBy} <> ${t.proposedBy}`)],
);
