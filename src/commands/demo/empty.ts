/**
 * From a database with nothing in it but postal codes and services to a clinic that can be booked, through the public API alone: a
 * company, its clinic and whoever treats there, a second person's consent where money or authorisation hangs on it, and agreed rates.
 */
import { setTimeout as pause } from "node:timers/promises";
import { addDays, localDateOf } from "../../kernel/calendar.js";
import type { DevClaims } from "../../gateway/identity/dev-issuer.js";
import type { ReadyViewer } from "../../assembly/trial/ready-viewers.js";
import { newKey, succeeded, type Answer, type Ask, type Asker } from "./gateway.js";
import { PATIENCE_SECONDS } from "./reach.js";
import { fact, heading, kroner } from "./words.js";

/** Numbers that pass every check and belong to nobody. */
const COMPANY = { cvr: "00999997", pNumber: "0999999001", authorisation: "ZZDEM" };
const MEMBER = { key: "demo-person", policy: "demo-policy", subject: "demo-member" };

const claims = (sub: string, role: DevClaims["role"], more: object = {}): DevClaims => ({ sub, role, ...more });

/** Whom an empty gateway is tried as: the company's number is known before it is registered. */
export const EMPTY_VIEWERS: readonly ReadyViewer[] = [
  { key: "member", label: "Member", claims: claims(MEMBER.subject, "MEMBER") },
  { key: "clinic", label: "Clinic", claims: claims("demo-clinic-staff", "CLINIC_STAFF", { cvr: COMPANY.cvr }) },
  { key: "clinic-system", label: "Clinic's practice system", claims: claims("demo-clinic-system", "CLINIC_SYSTEM", { cvr: COMPANY.cvr }) },
];

/** A clinic that can be booked, and a member with a cover: what the journey needs. */
export async function fromEmpty(asker: Asker): Promise<void> {
  await network(asker);
  await member(asker);
}

async function member({ ask, clock }: Asker): Promise<void> {
  heading("The policy system", "brings in a person with a cover");
  const message = {
    memberKey: MEMBER.key,
    version: "1",
    subject: MEMBER.subject,
    givenNames: "Signe Test",
    familyName: "Østergård",
    birthDate: "1984-05-17",
    gender: "FEMALE",
    phone: "+45 00 00 90 01",
    addressLine: "Prøvevej 2",
    postalCode: "8000",
    policyKey: MEMBER.policy,
    product: "OCCUPATIONAL",
    role: "EMPLOYEE",
    scheme: "MANDATORY",
    coverStart: addDays(localDateOf(clock.now()), -400),
  };
  const saved = succeeded(
    await ask("integration", "integration/save-members", { input: { idempotencyKey: newKey(), messages: [message] } }),
    "the person",
  );
  for (const line of saved["lines"]) fact("line", line.outcome);
}

async function network({ ask, clock }: Asker): Promise<Answer> {
  const today = localDateOf(clock.now());
  const organisation = await company(ask, today);
  await account(ask);
  const clinic = await clinicOf(ask, organisation);
  await practitionerAt(ask, clinic, today);
  await rates(ask, clinic, today);
  await inForce(ask);
  return clinic;
}

async function manage(ask: Ask, operation: string, input: object, what: string): Promise<Answer> {
  return succeeded(await ask("network-manager", `network/${operation}`, { input: { idempotencyKey: newKey(), ...input } }), what);
}

async function approve(ask: Ask, proposal: Answer): Promise<void> {
  const input = { id: proposal["id"] };
  const own = await ask("network-manager", "network/approve-proposal", { input: { idempotencyKey: newKey(), ...input } });
  fact("own approval", `refused, ${own["errors"][0].code}: ${own["errors"][0].message}`);
  const agreed = await ask("network-manager-2", "network/approve-proposal", { input: { idempotencyKey: newKey(), ...input } });
  fact("approved", `${succeeded(agreed, "the approval")["proposal"].says}, by a second person`);
}

async function company(ask: Ask, today: string): Promise<Answer> {
  heading("The network manager", "registers a company with its agreement");
  const agreed = { agreementFrom: today, agreementSource: "Aftale DEMO-1" };
  const input = {
    externalId: "demo-company",
    legalName: "Fysiodemo Aarhus ApS (fiktiv)",
    cvr: COMPANY.cvr,
    kind: "PHYSIOTHERAPIST",
    ...agreed,
  };
  const { organisation, proposal } = await manage(ask, "save-organisation", input, "the company");
  fact("company", `${organisation.legalName}, CVR ${organisation.cvr}`);
  await approve(ask, proposal);
  return organisation as Answer;
}

async function clinicOf(ask: Ask, organisation: Answer): Promise<Answer> {
  heading("The network manager", "registers its clinic; the postal code says where it lies");
  const { clinic } = await manage(
    ask,
    "save-clinic",
    {
      organisationId: organisation["id"],
      externalId: "demo-clinic",
      name: "Fysiodemo Aarhus",
      pNumber: COMPANY.pNumber,
      street: "Åboulevarden 7",
      postalCode: "8000",
      phone: "+4500009901",
      wayIn: "Indgang fra gården, 1. sal.",
      accessibility: ["STEP_FREE"],
      services: [{ service: "PHYSIOTHERAPY", channels: ["IN_PERSON"] }],
    },
    "the clinic",
  );
  fact("clinic", `${clinic.name}, ${clinic.address.line}, ${clinic.address.postalCode} ${clinic.address.town}`);
  return clinic as Answer;
}

async function practitionerAt(ask: Ask, clinic: Answer, today: string): Promise<void> {
  heading("The network manager", "registers who treats there, with the authorisation");
  const input = {
    externalId: "demo-practitioner",
    givenNames: "Åse Test",
    familyName: "Øvelund",
    gender: "FEMALE",
    authorisationId: COMPANY.authorisation,
    profession: "PHYSIOTHERAPIST",
    clinicIds: [clinic["id"]],
    authorisedFrom: addDays(today, -3_650),
    authorisationSource: "Autorisationsregisteret",
  };
  const { practitioner, proposal } = await manage(ask, "save-practitioner", input, "the practitioner");
  fact("practitioner", `${practitioner.name}, ${practitioner.profession}`);
  await approve(ask, proposal);
}

async function rates(ask: Ask, clinic: Answer, today: string): Promise<void> {
  heading("The network manager", "agrees what a treatment costs; another person approves it");
  for (const [session, amountMinor] of [
    ["FIRST", "62000"],
    ["FOLLOW_UP", "41000"],
  ] as const) {
    const input = { clinicId: clinic["id"], service: "PHYSIOTHERAPY", session, amountMinor, validFrom: today };
    const { rate } = await manage(ask, "propose-rate", input, "the rate");
    const approval = { input: { idempotencyKey: newKey(), id: rate.id } };
    const { rate: agreed } = succeeded(await ask("network-manager-2", "network/approve-rate", approval), "the approval");
    fact(session, `${kroner({ amountMinor })} from ${agreed.validFrom}, ${agreed.state}`);
  }
}

/** The first account replaces none, so it waits for a second person only, and for the job that puts it in force. */
async function account(ask: Ask): Promise<void> {
  heading("The clinic", "states the account that it is paid to; the network manager, who knows the company, confirms it");
  const input = { idempotencyKey: newKey(), registrationNumber: "9990", accountNumber: "0001000007" };
  const { change: stated } = succeeded(await ask("clinic", "clinic/change-provider-account", { input }), "the account");
  fact("account", `${stated.registrationNumber} ${stated.maskedAccountNumber}, ${stated.state}`);
  const { change: confirmed } = await manage(ask, "confirm-account-change", { changeId: stated.id }, "the confirmation");
  fact("confirmed", `${confirmed.state}, by a second person`);
}

async function inForce(ask: Ask): Promise<void> {
  heading("The clinic", "sees that its account is in force");
  for (let tries = 0; tries < PATIENCE_SECONDS * 2; tries += 1) {
    const { edges } = await ask("clinic", "clinic/account-changes", { first: 1 });
    const [{ node }] = edges;
    if (node.state === "IN_FORCE") return fact("account", `${node.organisation.account.maskedAccountNumber}, ${node.state}`);
    await pause(500);
  }
  throw new Error("the account did not come into force");
}
