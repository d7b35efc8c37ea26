/** Documents of the claims tests, and the two steps most of them begin with. */
import { randomUUID } from "node:crypto";
import type { Asker } from "../support/app.js";

export const CLAIM = `id reference state under mode service { code } version approvedAt condition { code } flags firstBooking { id }
  guarantee { outcome guaranteeClass clockStartOn firstTargetOn targetOn latestOn deadlineAt promiseState }
  portion { authorised used remaining } information { required receivedAt approvedAt } referral { type issuedOn requested }
  exceptions { emergency wishedNotBefore publicOfferOn extensionWorkingDays declinedOffers { appointmentOn sector } }`;
const ERRORS = "errors { code message path rule clause remedy retryable }";

const mutation = (name: string, selection: string, type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`): string =>
  `mutation ${name}($input: ${type}!) { ${name}(input: $input) { ${selection} ${ERRORS} } }`;

export const OPEN = mutation("openClaim", `replayed claim { ${CLAIM} }`);
export const APPROVE = mutation("approveClaim", `claim { ${CLAIM} }`);
export const DENY = mutation("denyClaim", `claim { ${CLAIM} }`);
export const COMPLETE = mutation("completeClaim", `claim { ${CLAIM} }`);
export const CLOSE = mutation("closeClaim", `claim { ${CLAIM} }`);
export const INFORM = mutation("recordInformation", `claim { ${CLAIM} }`);
export const EXCEPT = mutation("recordException", `claim { ${CLAIM} }`);
export const ALLOCATE = mutation("allocateTreatments", `replayed claim { ${CLAIM} }`);
export const OWN_CHOICE = mutation("recordOwnChoiceTreatment", `replayed claim { ${CLAIM} }`);
export const GIVE = mutation("giveConsent", "replayed consent { id purpose givenOn expiresOn withdrawnOn state givenBy { id } }");
export const WITHDRAW = mutation("withdrawConsent", "consent { id purpose givenOn expiresOn withdrawnOn state }");

export const key = (): string => randomUUID();

/** One mutation's payload, e.g. `await send(ask, APPROVE, { claimId })`. */
export async function send(ask: Asker, document: string, input: Readonly<Record<string, unknown>>) {
  const answer = await ask(document, { input });
  const name = /^mutation (\w+)/.exec(document)?.[1] ?? "";
  const payload = answer.data?.[name];
  if (!payload) throw new Error(`no payload: ${answer.text}`);
  return { ...payload, statements: answer.statements, codes: payload.errors.map((e: { code: string }) => e.code).sort() };
}

export const complaint = (memberId: string, more: Readonly<Record<string, unknown>> = {}) => ({
  idempotencyKey: key(),
  memberId,
  service: "CHIROPRACTIC",
  condition: { code: "BACK_PAIN", aroseOn: "2025-01-15" },
  ...more,
});
