/** A request for every operation, and for each id in it one with somebody else's and one with an id that nobody has. */
import { randomUUID } from "node:crypto";
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isListType,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";
import { globalId } from "../../support/app.js";
import { at, dayIn, newTestId } from "../../support/make.js";
import { wholeSelection } from "./paths.js";
import type { House } from "./world.js";

export type Whose = "own" | "other" | "none";
export type Operation = { readonly kind: "query" | "mutation"; readonly name: string; readonly ids: readonly string[] };

/** Which type an id is of, where its name does not say so. */
const ID_OF: Readonly<Record<string, string>> = {
  "booking.id": "Booking",
  "revokeCalendarFeed.input.id": "CalendarFeed",
  "rotateCalendarFeed.input.id": "CalendarFeed",
  "claim.id": "Claim",
  "clinic.id": "Clinic",
  "member.id": "Member",
  "settlementBatch.id": "SettlementBatch",
  "decideMonthChange.input.changeId": "AccountingMonthChange",
  "node.id": "Booking",
  "nodes.ids": "Booking",
  "approveRate.input.id": "AgreedRate",
  "rejectRate.input.id": "AgreedRate",
  "approveProposal.input.id": "Proposal",
  "rejectProposal.input.id": "Proposal",
  "endCredential.input.id": "Credential",
  "endInNetwork.input.subjectId": "Clinic",
  "proposeCredential.input.subjectId": "Organisation",
  "saveOrganisation.input.id": "Organisation",
  "saveClinic.input.id": "Clinic",
  "savePractitioner.input.id": "Practitioner",
  "resolveBankException.input.id": "BankException",
  "confirmBankException.input.id": "BankException",
  "giveConsent.input.givenById": "Member",
  "approveWebhook.input.id": "Webhook",
  "disableWebhook.input.id": "Webhook",
  "enableWebhook.input.id": "Webhook",
  "rotateWebhookSecret.input.id": "Webhook",
  "resendDeliveries.input.id": "Webhook",
};
const BY_SUFFIX: Readonly<Record<string, string>> = {
  claimId: "Claim",
  slotId: "Slot",
  slotIds: "Slot",
  bookingId: "Booking",
  clinicId: "Clinic",
  clinicIds: "Clinic",
  organisationId: "Organisation",
  memberId: "Member",
  holdId: "Hold",
  batchId: "SettlementBatch",
  lineId: "SettlementLine",
  practitionerId: "Practitioner",
  keptId: "Practitioner",
  duplicateId: "Practitioner",
  scheduleId: "Schedule",
  closureIds: "Closure",
  followedId: "FollowedSource",
  policyId: "Policy",
  guardianId: "Member",
  requestId: "ErasureRequest",
  statusReportId: "StatusReport",
  authorityId: "Authority",
  coverLossId: "CoverLoss",
  submissionId: "Submission",
  complaintId: "Complaint",
  representativeId: "Member",
  deliveryIds: "WebhookDelivery",
  paymentId: "SettlementPayment",
  receivableId: "Receivable",
  reimbursementId: "Reimbursement",
  successorId: "Organisation",
  changeId: "ProviderAccountChange",
};
/** Ids that are left out unless they are what is tried: given together they would narrow each other. */
const OPTIONAL_TRIED = [
  "bookings.filter.claimId",
  "bookings.filter.clinicId",
  "bookings.filter.memberId",
  "claims.filter.memberId",
  "providers.claimId",
  "withdrawSlots.input.slotIds",
  "closeTime.input.clinicId",
  "closeTime.input.practitionerId",
  "coverage.input.claimId",
  "calendarFeeds.clinicId",
  "createCalendarFeed.input.clinicId",
  "followSource.input.practitionerId",
];

const VALUES: Readonly<Record<string, unknown>> = {
  first: 2,
  service: "PHYSIOTHERAPY",
  services: ["PHYSIOTHERAPY"],
  prefix: "80",
  near: { postalCode: "8000" },
  account: "CLINIC_PAYABLE",
  reason: "a reason",
  textVersion: "2025-1",
  registrationNumber: "0040",
  accountNumber: "0440116243",
  attendance: "ATTENDED",
  channel: "IN_PERSON",
  session: "FIRST",
  amountMinor: "65000",
  content: "",
  format: "CSV",
  url: "https://calendar.example.org/matrix.ics",
  additional: 1,
  rrule: "FREQ=WEEKLY;BYDAY=MO",
  startTime: "09:00",
  endTime: "12:00",
  slotMinutes: 30,
  externalId: "matrix-1",
  extraNonWorkingDays: [],
  code: "BACK_PAIN",
  type: "GP",
  event: "VIOLENCE",
  custody: "HELD",
  access: "NONE",
  ground: "OBJECTED",
  version: "1",
  birthDate: "1990-01-01",
  types: ["BOOKING_CONFIRMED"],
  kept: [],
};

/** Every operation of the role's schema, with the places of the ids in it. */
export function operationsOf(schema: GraphQLSchema): Operation[] {
  const list: Operation[] = [];
  for (const [kind, root] of [
    ["query", schema.getQueryType()],
    ["mutation", schema.getMutationType()],
  ] as const) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const ids = field.args.flatMap((arg) => idsIn(arg, `${field.name}.${arg.name}`));
      list.push({ kind, name: field.name, ids });
    }
  }
  return list;
}

function idsIn(input: GraphQLArgument | GraphQLInputField, place: string): string[] {
  const type = getNamedType(input.type);
  if (type.name === "ID") return isNonNullType(input.type) || OPTIONAL_TRIED.includes(place) ? [place] : [];
  if (!isInputObjectType(type)) return [];
  const tried = isNonNullType(input.type) || OPTIONAL_TRIED.some((optional) => optional.startsWith(`${place}.`));
  return tried ? Object.values(type.getFields()).flatMap((field) => idsIn(field, `${place}.${field.name}`)) : [];
}

export type Asked = { readonly document: string; readonly variables: Record<string, unknown> };

/** `tried` is the place of the id that is `whose`; all other ids are the asker's own. */
export function requestFor(
  schema: GraphQLSchema,
  operation: Operation,
  depth: number,
  own: House,
  other: House,
  tried: string | null,
  whose: Whose,
  nodeType = "Booking",
): Asked {
  const root = operation.kind === "query" ? schema.getQueryType() : schema.getMutationType();
  const field = root?.getFields()[operation.name];
  if (!field) throw new Error(`${operation.name} is not in this schema`);
  const idAt = (place: string): string => {
    const type = place.startsWith("node") ? nodeType : (ID_OF[place] ?? BY_SUFFIX[place.split(".").at(-1) ?? ""] ?? "");
    const uuid = place !== tried || whose === "own" ? own.ids[type] : whose === "other" ? other.ids[type] : newTestId();
    return globalId(type, uuid ?? newTestId());
  };
  const variables: Record<string, unknown> = {};
  for (const arg of field.args) {
    const place = `${operation.name}.${arg.name}`;
    const wanted = isNonNullType(arg.type) || arg.name === "first" || tried === place || (tried?.startsWith(`${place}.`) ?? false);
    if (wanted) variables[arg.name] = valueOf(arg.type, place, tried, idAt);
  }
  const used = field.args.filter((arg) => arg.name in variables);
  const declared = used.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(", ");
  const given = used.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
  const answer = getNamedType(field.type);
  const selection = operation.name.startsWith("node")
    ? `{ __typename id ... on ${nodeType} { ${wholeSelection(schema.getType(nodeType) ?? answer, depth)} } }`
    : "getFields" in answer
      ? `{ ${wholeSelection(answer, depth)} }`
      : "";
  return {
    document: `${operation.kind} M${declared ? `(${declared})` : ""} { ${operation.name}${given ? `(${given})` : ""} ${selection} }`,
    variables,
  };
}

function valueOf(type: GraphQLInputType, place: string, tried: string | null, idAt: (place: string) => string): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType as GraphQLInputType, place, tried, idAt);
  const name = place.split(".").at(-1) ?? "";
  if (isEnumType(type)) return type.getValues().some((value) => value.name === VALUES[name]) ? VALUES[name] : type.getValues()[0]?.name;
  if (isListType(type)) return name in VALUES ? VALUES[name] : [valueOf(type.ofType as GraphQLInputType, place, tried, idAt)];
  if (type.toString() === "ID") return idAt(place);
  if (name in VALUES) return VALUES[name];
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isRequiredInputField(field) || isTried(`${place}.${field.name}`, tried) || FILLED.has(`${place}.${field.name}`),
    );
    return Object.fromEntries(fields.map((field) => [field.name, valueOf(field.type, `${place}.${field.name}`, tried, idAt)]));
  }
  return scalar(type.toString(), name);
}

const isTried = (place: string, tried: string | null): boolean => tried === place || (tried?.startsWith(`${place}.`) ?? false);
/** Optional fields without which the request would be refused before it looks at any id. */
const FILLED = new Set([
  "coverage.input.claimId",
  "withdrawSlots.input.from",
  "withdrawSlots.input.to",
  "withdrawSlots.input.preview",
  "closeTime.input.clinicId",
  "closeTime.input.preview",
  "openTime.input.clinicId",
  "recordException.input.reason",
  "recordException.input.medicallyPostponed",
  "recordInformation.input.required",
  "submitDocument.input.referral",
  "lookUpMembers.input.claimReference",
  "publishSlots.input.lines.startsAt",
  "publishSlots.input.lines.practitionerId",
]);

function scalar(type: string, name: string): unknown {
  if (type === "UUID") return randomUUID().replace(/^(.{14})./, "$17");
  if (type === "DateTime") return at(dayIn(name === "to" ? 18 : 1), name === "to" ? "20:00" : "08:00").toISOString();
  if (type === "LocalDate") return dayIn(name === "until" ? 1 : -1);
  if (type === "Boolean") return true;
  if (type === "Int" || type === "Float") return 1;
  if (type === "BigInt") return "1";
  if (type === "Hexadecimal") return "00";
  return "text";
}
