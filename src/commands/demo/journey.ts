/**
 * The main job from end to end, through the public API with the tokens of the right roles: from a clinic's opening to a file
 * the bank can read. Everything that is decided is printed with why.
 */
import { setTimeout as pause } from "node:timers/promises";
import { addDays, localDateOf } from "../../kernel/calendar.js";
import type { Clock } from "../../platform/clock.js";
import { newKey, succeeded, type Answer, type Ask, type Asker } from "./gateway.js";
import { makeRoom, ownClinic, publish, publishFor, REMINDED_MINUTES } from "./openings.js";
import { arrive, endOfFeed, remind } from "./reach.js";
import { fact, heading, kroner, reason, say, when } from "./words.js";

/** Seconds until the demonstration's own appointment starts: attendance cannot be recorded before. */
const STARTS_IN_SECONDS = 12;

const REMINDED_IN_SECONDS = 12;

export type JourneyOptions = { readonly startsInSeconds?: number };
/** What came out at the end, for whoever checks it: null where nothing was ready to be paid. */
export type JourneyEnd = { readonly paymentFile: string | null; readonly bookSum: bigint };

export async function journey(
  { ask, clock, mailbox }: Asker,
  { startsInSeconds = STARTS_IN_SECONDS }: JourneyOptions = {},
): Promise<JourneyEnd> {
  const clinic = await ownClinic(ask);
  const known = await endOfFeed(ask);
  await makeRoom(ask, clock.now());
  const slots = await publish(ask, clinic, new Date(clock.now().getTime() + startsInSeconds * 1_000));
  const claim = await openAndApprove(ask, clock);
  await search(ask, claim);
  await quote(ask, claim, slots.soon);
  const first = await bookFirst(ask, claim);
  await bookAnother(ask, claim, slots.later);
  const near = await bookNear(ask, { clinic, claim, clock, practitionerId: slots.practitionerId });
  await arrive(ask, known, near);
  await screens(ask, clinic, clock);
  await attend(ask, first, clock);
  await remind(mailbox, near);
  const paymentFile = await settle(ask, clock);
  return { paymentFile, bookSum: await balance(ask) };
}

async function openAndApprove(ask: Ask, clock: Clock): Promise<Answer> {
  heading("The member", "reports back pain and consents to treatment");
  const { members } = await ask("member", "member-app/who-am-i");
  const day = (back: number): string => addDays(localDateOf(clock.now()), -back);
  const opened = succeeded(
    await ask("member", "member-app/open-claim", {
      input: {
        idempotencyKey: newKey(),
        memberId: members[0].id,
        service: "PHYSIOTHERAPY",
        condition: { code: "BACK_PAIN", aroseOn: day(20) },
        consentTextVersion: "2025-1",
      },
    }),
    "the claim",
  );
  fact("member", members[0].name);
  fact("claim", `${opened["claim"].reference}, ${opened["claim"].state}`);

  heading("The health team", "records the doctor's referral and approves the claim; the guarantee's clock starts");
  const now = clock.now().toISOString();
  const referral = { claimId: opened["claim"].id, referral: { type: "GP", issuedOn: day(5) }, receivedAt: now, approvedAt: now };
  succeeded(await ask("health-team", "health-team/record-information", { input: referral }), "the referral");
  const approved = succeeded(
    await ask("health-team", "health-team/approve-claim", { input: { claimId: opened["claim"].id } }),
    "the approval",
  );
  const claim = approved["claim"] as Answer;
  const shown = await ask("health-team", "health-team/case-screen", { id: claim["id"], first: 10, language: "EN" });
  const { derivation: guarantee } = shown;
  fact("case", `${shown["reference"]} of ${shown["member"].name}, ${shown["service"].name}, ${shown["state"]}`);
  fact("target", `${guarantee["firstTargetOn"]} to ${guarantee["targetOn"]}`);
  fact("deadline", `${guarantee["latestOn"]}, to the end of the day`);
  for (const step of guarantee["steps"].filter((s: Answer) => s["on"])) reason(`${step.message} [${step.rule}, ${step.clauseInWords}]`);
  return claim;
}

async function search(ask: Ask, claim: Answer): Promise<void> {
  const near = { near: { home: true }, claimId: claim["id"], first: 3 };
  for (const order of ["DISTANCE", "EARLIEST"]) {
    heading("The member", order === "DISTANCE" ? "looks for the nearest clinics with an opening" : "looks for the earliest opening nearby");
    const { providers } = await ask("member", "member-app/find-screen", { ...near, order });
    for (const { node } of providers.edges) {
      const next = node.nextSlots.map((s: Answer) => when(s["startsAt"])).join(", ");
      fact(
        `${node.distanceKm.toFixed(1)} km`,
        `${node.clinic.name}, ${node.clinic.address.town}: ${next}; you pay ${kroner(node.price?.memberPays)}, ${node.marginWorkingDays} working days to spare`,
      );
    }
  }
}

async function quote(ask: Ask, claim: Answer, slotId: string): Promise<void> {
  heading("The member", "reads the quote for the clinic's first opening");
  const { quote: quoted } = await ask("member", "member-app/quote", { claimId: claim["id"], slotId });
  fact("bookable", quoted["bookable"] ? `yes, ${quoted["standing"]}` : quoted["refusals"].map((r: Answer) => r["message"]).join(" "));
  priceOf(quoted["price"]);
}

function priceOf(price: Answer): void {
  fact(
    "price",
    `${kroner(price["gross"])} = region ${kroner(price["publicPays"])} + insurer ${kroner(price["insurerPays"])} + member ${kroner(price["memberPays"])}`,
  );
  for (const { code } of price["reasons"]) reason(code);
}

async function bookFirst(ask: Ask, claim: Answer): Promise<Answer> {
  heading("The health team", "books the first appointment on the member's behalf; the gateway picks the slot");
  const input = { idempotencyKey: newKey(), claimId: claim["id"] };
  const booked = succeeded(
    await ask("health-team", "health-team/book-first-appointment", { input, language: "EN" }),
    "the first appointment",
  );
  const booking = booked["booking"] as Answer;
  fact("booking", `${booking["reference"]}: ${when(booking["startsAt"])}, ${booking["standing"]} (latest ${booking["latestOn"]})`);
  for (const why of booking["chosenBecause"]) reason(`${why.code}: ${why.message}`);
  priceOf(booking["quote"]);
  const again = await ask("health-team", "health-team/book-first-appointment", { input, language: "EN" });
  fact("sent twice", `${again["booking"].reference} again, replayed: ${again["replayed"]}; nothing is booked twice`);
  return booking;
}

async function bookAnother(ask: Ask, claim: Answer, slotId: string): Promise<void> {
  heading("The member", "books a second treatment at a slot of their own choice");
  const input = { idempotencyKey: newKey(), claimId: claim["id"], slotId };
  const { booking } = succeeded(await ask("member", "member-app/book-slot", { input }), "the second treatment");
  fact("booking", `${booking.reference}: ${when(booking.startsAt)}, free to cancel until ${when(booking.freeCancellationUntil)}`);
  priceOf(booking.quote);
  const lost = await ask("member", "member-app/book-slot", { input: { ...input, idempotencyKey: newKey() } });
  for (const error of lost["errors"]) fact("once more", `refused, ${error.code}: ${error.message}`);
  for (const slot of lost["alternatives"].slice(0, 2)) fact("instead", when(slot.startsAt));
  const { cancellation, meeting } = await ask("member", "member-app/appointment-screen", { id: booking.id });
  fact("how to meet", [meeting.channel, meeting.address?.line, meeting.address?.town, meeting.phone].filter(Boolean).join(", "));
  fact("called off now", cancellation.late ? "late: the treatment counts as used" : "in time: the treatment is given back");
}

/** What the member's app and the clinic's desk show now: one request each. */
async function screens(ask: Ask, clinic: Answer, clock: Clock): Promise<void> {
  const now = clock.now();
  heading("The member", "opens the app");
  const { members } = await ask("member", "member-app/home-screen", { first: 5, now: now.toISOString() });
  const [{ claims, bookings, policies }] = members;
  for (const { node } of claims.edges) fact("claim", `${node.reference} ${node.state}, promise ${node.guarantee.promiseState}`);
  for (const { node } of bookings.edges) fact("appointment", `${node.reference} ${when(node.startsAt)}, ${node.clinic.name}`);
  const [limit] = policies.flatMap((policy: Answer) => policy["limits"]);
  if (limit) reason(`${limit.remaining} of ${limit.allowed} left [${limit.rule}]`);
  heading("The clinic", "looks at its week");
  const to = new Date(now.getTime() + 8 * 86_400_000).toISOString();
  const { organisation } = await ask("clinic", "clinic/week-screen", { clinicId: clinic["id"], from: now.toISOString(), to });
  const own = organisation.clinic;
  fact("appointments", String(own?.bookings.edges.length ?? 0));
  for (const { node } of own?.bookings.edges.slice(0, 3) ?? []) fact(node.reference, `${when(node.startsAt)}, ${node.service.name}`);
}

type Near = { readonly clinic: Answer; readonly claim: Answer; readonly clock: Clock; readonly practitionerId: string };

/** At a time whose reminder of two hours before is due in a few seconds. */
async function bookNear(ask: Ask, { clinic, claim, clock, practitionerId }: Near): Promise<Answer> {
  heading("The member", "wants to be told by e-mail, and books a third one, two hours ahead, that the clinic has just published");
  // a text message would wait for the morning
  const choice = { idempotencyKey: newKey(), email: true, sms: false, language: "DA" };
  succeeded(await ask("member", "member-app/choose-notifications", { input: choice }), "the choice");
  const startsAt = new Date(clock.now().getTime() + REMINDED_MINUTES * 60_000 + REMINDED_IN_SECONDS * 1_000);
  const published = await publishFor(ask, clinic["id"], practitionerId, [startsAt]);
  const slotId: unknown = published["lines"][0]?.slot?.id;
  const input = { idempotencyKey: newKey(), claimId: claim["id"], slotId };
  const { booking } = succeeded(await ask("member", "member-app/book-slot", { input }), "the third treatment");
  fact("booking", `${booking.reference}: ${when(booking.startsAt)}`);
  return booking as Answer;
}

async function attend(ask: Ask, booking: Answer, clock: Clock): Promise<void> {
  heading("The clinic", "records that the member came");
  const wait = Date.parse(booking["startsAt"]) - clock.now().getTime() + 500;
  if (wait > 60_000) {
    say("   The gateway chose a slot that is not today; its attendance can be recorded when it has begun.");
    return;
  }
  if (wait > 0) {
    fact("waiting", `${Math.ceil(wait / 1_000)} s, until the appointment begins`);
    await pause(wait);
  }
  const attended = succeeded(
    await ask("clinic", "clinic/record-attendance", {
      input: { idempotencyKey: newKey(), bookingId: booking["id"], attendance: "ATTENDED" },
    }),
    "attendance",
  );
  fact(
    "booking",
    `${attended["booking"].reference} ${attended["booking"].state}; ${kroner(attended["booking"].payable)} is owed to the clinic`,
  );
  succeeded(
    await ask("member", "member-app/confirm-attendance", { input: { idempotencyKey: newKey(), bookingId: booking["id"] } }),
    "the confirmation",
  );
  reason("the member confirmed it, so the dispute window need not pass");
}

async function settle(ask: Ask, clock: Clock): Promise<string | null> {
  heading("Finance", "closes a batch; another person approves it; the payment file is exported");
  const through = addDays(localDateOf(clock.now()), 1);
  const { batch } = succeeded(
    await ask("finance", "finance/close-settlement-batch", { input: { idempotencyKey: newKey(), through } }),
    "the batch",
  );
  if (!batch) {
    say("   Nothing was ready to be paid.");
    return null;
  }
  fact(
    "batch",
    `${batch.reference}: lines ${batch.lineCount}, payments ${batch.paymentCount}, ${kroner(batch.total)}, on ${batch.executionOn}`,
  );
  const own = await ask("finance", "finance/approve-settlement-batch", { input: { idempotencyKey: newKey(), batchId: batch.id } });
  fact("own approval", `refused, ${own["errors"][0].code}: ${own["errors"][0].message}`);
  const approval = { input: { idempotencyKey: newKey(), batchId: batch.id } };
  fact(
    "approved",
    `${succeeded(await ask("finance-2", "finance/approve-settlement-batch", approval), "the approval")["batch"].state} by a second person`,
  );
  const content = await exportFile(ask, batch.id);
  const { edges } = await ask("finance", "finance/batches-screen", { first: 3 });
  for (const { node } of edges) fact(node.reference, `${node.state}, ${kroner(node.total)}, ${node.paymentCount} payments`);
  const { organisation } = await ask("clinic", "clinic/money-screen", { first: 3, lines: 10 });
  for (const { node } of organisation.payments.edges) fact("the clinic", `expects ${kroner(node.amount)} on ${node.expectedOn}`);
  return content;
}

async function exportFile(ask: Ask, batchId: string): Promise<string> {
  const wanted = (): object => ({ input: { idempotencyKey: newKey(), batchId } });
  const [file] = succeeded(await ask("finance-2", "finance/export-payment-file", { ...wanted() }), "the file")["files"];
  const content = String(file.content);
  fact("file", `${file.fileName}, ${Buffer.byteLength(content)} bytes, ISO 20022`);
  const again = await ask("finance-2", "finance/export-payment-file", { ...wanted() });
  fact("once more", again["files"][0].content === content ? "the same bytes: the bank can refuse a second sending" : "other bytes");
  say();
  const lines = content.split("\n");
  const from = lines.findIndex((line) => line.includes("<CdtTrfTxInf>"));
  for (const line of [...lines.slice(4, 8), "  ...", ...lines.slice(from, from + 12)]) say(`   ${line}`);
  return content;
}

async function balance(ask: Ask): Promise<bigint> {
  heading("The book", "balances");
  const rows: readonly Answer[] = Object.values(await ask("finance", "finance/trial-balance"));
  for (const row of rows) fact(row["account"].padEnd(20), kroner(row["balance"]));
  const sum = rows.reduce((total, b) => total + BigInt(b["balance"].amountMinor), 0n);
  fact("sum", kroner({ amountMinor: String(sum) }));
  return sum;
}
