/** Closed sets that are states of rows, not words of the rules; the tables' checks say the same in SQL. */

export const CLAIM_STATES = [
  "REPORTED",
  "AWAITING_INFORMATION",
  "APPROVED",
  "IN_TREATMENT",
  "COMPLETED",
  "DENIED",
  "ESCALATED",
  "CLOSED",
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export const PROMISE_STATES = ["NONE", "SAFE", "TIGHT", "AT_RISK", "BREACHED", "MET"] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

export const BOOKING_STATES = [
  "CONFIRMED",
  "ATTENDED",
  "NO_SHOW",
  "CANCELLED_IN_TIME",
  "CANCELLED_LATE",
  "CANCELLED_BY_PROVIDER",
  "MOVED",
] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** How a first appointment stands against the promise. */
export const STANDINGS = ["ON_TARGET", "WITHIN_LIMIT", "TOO_LATE"] as const;

export const USAGE_STATES = ["RESERVED", "COUNTED", "RELEASED"] as const;

/** Grounds of erasure, GDPR article 17(1): (a) no longer needed, (b) consent withdrawn, (c) objected, (d) unlawful, (e) the law demands it. */
export const ERASURE_GROUNDS = ["NO_LONGER_NECESSARY", "CONSENT_WITHDRAWN", "OBJECTED", "UNLAWFUL", "LEGAL_OBLIGATION"] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];
export const ERASURE_STATES = ["REQUESTED", "CARRIED_OUT"] as const;
export type ErasureState = (typeof ERASURE_STATES)[number];

/** What a person has to look at. */
export const ALERT_KINDS = ["QUOTA_OVERRUN", "EVENT_UNDELIVERABLE", "WEBHOOK_UNDELIVERABLE"] as const;
export const AUDIT_OUTCOMES = ["ALLOWED", "REFUSED"] as const;

export const HOLD_STATES = ["PENDING", "CONFIRMED", "RELEASED", "EXPIRED"] as const;
export type HoldState = (typeof HOLD_STATES)[number];

export const SLOT_STATES = ["OPEN", "WITHDRAWN"] as const;
export const AUDIENCES = ["ADULT", "CHILD", "BOTH"] as const;

/** The two prices of a treatment: of the first session of a claim, and of any later one. */
export const SESSIONS = ["FIRST", "FOLLOW_UP"] as const;
export type Session = (typeof SESSIONS)[number];
export const RATE_CHANNELS = ["ANY", "IN_PERSON", "ONLINE", "PHONE"] as const;
export const RATE_STATES = ["PROPOSED", "APPROVED", "REJECTED"] as const;

/** What entitles a company, a clinic or a practitioner, or takes that away, from a day on. */
export const CREDENTIAL_KINDS = ["AGREEMENT", "PUBLIC_AGREEMENT", "AUTHORISATION", "RAB_APPROVAL", "SUSPENSION", "END"] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];

/** How easily a clinic is reached and used. */
export const ACCESSIBILITY_CODES = ["STEP_FREE", "LIFT", "ACCESSIBLE_TOILET", "PARKING", "HEARING_LOOP", "SIGN_LANGUAGE"] as const;

/** How exactly it is known where a clinic is, the most exact first. */
export const PLACE_PRECISIONS = ["GIVEN", "STREET", "POSTAL_CODE"] as const;
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];

/** Changes that count once a second person has agreed. */
export const PROPOSAL_KINDS = ["CREDENTIALS", "MOVE_CLINICS", "MERGE_PRACTITIONERS", "TARIFFS", "PRICE_CAPS", "WORKING_DAYS"] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];
export const PROPOSAL_STATES = ["PROPOSED", "APPROVED", "REJECTED"] as const;

/** What is being done about openings and appointments of a part that was suspended or ended. */
export const ENDING_STATES = ["CLOSING", "OPENING", "DONE"] as const;
export type EndingState = (typeof ENDING_STATES)[number];

export const NETWORK_PARTS = ["ORGANISATION", "CLINIC", "PRACTITIONER"] as const;
export type NetworkPart = (typeof NETWORK_PARTS)[number];
/** How an entry of the list of lost covers ends: the policy covers it again, or the team has dealt with it. */
export const COVER_LOSS_ENDS = ["RESTORED", "HANDLED"] as const;
export const SUBMISSION_KINDS = ["REFERRAL", "BILL"] as const;
export const SUBMISSION_STATES = ["WAITING", "ACCEPTED", "REJECTED"] as const;
/** UPHELD: the denial stands; REOPENED: the claim is decided anew. */
export const COMPLAINT_STATES = ["OPEN", "UPHELD", "REOPENED"] as const;
export const WEBHOOK_STATES = ["PROPOSED", "ACTIVE", "DISABLED"] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];
export const DELIVERY_STATES = ["WAITING", "DELIVERED", "GIVEN_UP"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const NOTIFICATION_STATES = ["WAITING", "SENT", "SKIPPED", "FAILED"] as const;
/** Ways that a letter can take, and languages it can be in. */
export const LETTER_CHANNELS = ["EMAIL", "SMS", "DIGITAL_POST"] as const;
export const LETTER_LANGUAGES = ["DA", "EN"] as const;
