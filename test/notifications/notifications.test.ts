import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { SMTPServer } from "smtp-server";
import { JOBS } from "../../src/assembly/jobs.js";
import { eraseMember } from "../../src/features/members/erasure/erase-member.js";
import { letterOf, noticeOf } from "../../src/features/notifications/letter-of.js";
import { NOTICES } from "../../src/features/notifications/notices/index.js";
import { MAILBOX_PATH, mailboxPages } from "../../src/features/notifications/mailbox.js";
import { lettersOf, type Letters } from "../../src/platform/letters/index.js";
import { createLog } from "../../src/platform/log.js";
import { sceneOf } from "../bookings/scene.js";
import { close } from "../settlement/acts.js";
import { attend, type Attended } from "../settlement/attended.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { fromNow } from "../support/clock.js";
import { at, dayIn, type MadeClinic } from "../support/make.js";

let t: TestApp;
let clinic: MadeClinic;
let scene: ReturnType<typeof sceneOf>;
let mail: { to: string[]; data: string }[];
let refuseMail: number | null;
let smtp: SMTPServer;
let smsServer: Server;
let texts: { body: any; headers: any }[];
let smsStatus: number;
let dir: string;
let letters: Letters;
beforeAll(async () => {
  t = await startApp();
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, session, done) => {
      let data = "";
      stream.on("data", (chunk) => (data += String(chunk)));
      stream.on("end", () => {
        if (refuseMail !== null) return done(Object.assign(new Error("no"), { responseCode: refuseMail }));
        mail.push({ to: session.envelope.rcptTo.map(({ address }) => address), data });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => void smtp.listen(0, "127.0.0.1", () => resolve()));
  smsServer = createServer((req, res) => {
    let body = "";
    req.on("data", (chunk) => (body += String(chunk)));
    req.on("end", () => {
      texts.push({ body: JSON.parse(body), headers: req.headers });
      res.writeHead(smsStatus).end();
    });
  });
  await new Promise<void>((resolve) => smsServer.listen(0, "127.0.0.1", () => resolve()));
  dir = await mkdtemp(path.join(tmpdir(), "post-"));
  letters = lettersOf({
    mode: "SEND",
    smtpUrl: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    smtpFrom: "gateway@example.org",
    smsUrl: `http://127.0.0.1:${(smsServer.address() as AddressInfo).port}/`,
    smsToken: "secret",
    digitalPostDir: dir,
    quiet: { from: 8, until: 8 },
    remindMinutes: [2_880, 120],
  })!;
});
afterAll(async () => {
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  smsServer.close();
  await rm(dir, { recursive: true, force: true });
  await t.stop();
});
beforeEach(async () => {
  mail = [];
  texts = [];
  refuseMail = null;
  smsStatus = 202;
  clinic = await t.make.clinic();
  scene = sceneOf(t, () => clinic);
  await run("relay-outbox");
  await run("plan-notifications");
  await t.rows("delete from notification");
});

async function run(job: string, more: object = {}): Promise<any> {
  return JOBS.find(({ name }) => name === job)!.run({
    database: t.app.database,
    log: createLog("silent"),
    letters,
    now: null,
    ...more,
  } as never);
}
async function pass(): Promise<any> {
  await run("relay-outbox");
  await run("plan-notifications");
  return run("send-notifications");
}
const rows = (where = "true"): Promise<any[]> =>
  t.rows(
    `select notice, cause, state, reason, channel, language, member_id, due_at, attempts from notification where ${where} order by notice, due_at`,
  );
const decoded = (data: string): string => {
  const [, ...parts] = data.split(/\r\n\r\n/);
  return parts
    .join("\n")
    .replace(/=\r\n/g, "")
    .replace(/((?:=[0-9A-F]{2})+)/g, (hex) => Buffer.from(hex.replaceAll("=", ""), "hex").toString("utf8"));
};

describe("a member", () => {
  it("is told of an appointment by e-mail with a calendar entry, once, and the access log says so", async () => {
    const { id, member } = await scene.booked();
    await t.rows("update member set email = 'anna@medlem.example', phone = '+4520202020' where id = $1", [member.id]);
    expect(await pass()).toMatchObject({ sent: 1, failed: 0 });
    expect(await pass()).toEqual({ sent: 0, skipped: 0, failed: 0 });
    const [{ reference, starts_at }] = await t.rows("select reference, starts_at from booking where id = $1", [id]);
    expect(mail.map(({ to }) => to)).toEqual([["anna@medlem.example"]]);
    expect(decoded(mail[0]!.data)).toContain("Du har en aftale");
    expect(mail[0]!.data).toMatch(/text\/calendar/);
    expect(mail[0]!.data).not.toMatch(/PHYSIO|fysio/i);
    const kept = await rows("state = 'SENT'");
    expect(kept).toMatchObject([{ notice: "APPOINTMENT_CONFIRMED", channel: "EMAIL", language: "DA" }]);
    expect(
      await t.rows("select operation, purpose, fields from audit_event where member_id = $1 and operation = 'sendNotification'", [
        member.id,
      ]),
    ).toEqual([{ operation: "sendNotification", purpose: "OPERATION", fields: ["APPOINTMENT_CONFIRMED"] }]);
    // the message made again from what was kept of it
    const [{ facts }] = await t.rows("select facts from notification where state = 'SENT'");
    const again = letterOf(noticeOf("APPOINTMENT_CONFIRMED")!, "DA", facts);
    expect(again.subject).toContain(reference);
    expect(again.calendar).toContain(starts_at.toISOString().replace(/[-:]|\.\d{3}/g, ""));
    for (const line of again.text.trim().split("\n")) expect(decoded(mail[0]!.data)).toContain(line);
  });

  it("is reminded two days and two hours before, and of what was called off not at all", async () => {
    const slot = await t.make.slot(clinic, { startsAt: at(dayIn(4), "12:00") });
    const { id, asker, bookingId } = await scene.booked({ slot });
    await pass();
    const due = await rows("notice = 'APPOINTMENT_REMINDER'");
    expect(due.map(({ due_at }) => (slot.startsAt.getTime() - due_at.getTime()) / 60_000)).toEqual([2_880, 120]);
    await t.rows("update notification set due_at = clock_now() where cause = '2880 minutes before'");
    mail = [];
    expect(await pass()).toMatchObject({ sent: 1 });
    expect(decoded(mail[0]!.data)).toContain("Husk din aftale");
    const cancelled = await asker("mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { errors { code } } }", {
      input: { idempotencyKey: randomUUID(), bookingId },
    });
    expect(cancelled.data.cancelBooking.errors).toEqual([]);
    await t.rows("update notification set due_at = clock_now() where state = 'WAITING'");
    await pass();
    expect(await rows("booking_id = '" + id + "' and member_id is not null and notice <> 'APPOINTMENT_CONFIRMED'")).toMatchObject([
      { notice: "APPOINTMENT_CANCELLED", state: "SENT" },
      { notice: "APPOINTMENT_REMINDER", cause: "2880 minutes before", state: "SENT" },
      { notice: "APPOINTMENT_REMINDER", cause: "120 minutes before", state: "SKIPPED", reason: "OUTDATED" },
    ]);
  });

  it("chooses the way and the language; who wants neither gets Digital Post", async () => {
    const { member } = await scene.booked();
    const chosen = await t.asMember(member)(
      "mutation ($input: ChooseNotificationsInput!) { chooseNotifications(input: $input) { choice { email sms language } errors { code } } }",
      { input: { idempotencyKey: randomUUID(), email: false, sms: false, language: "EN" } },
    );
    expect(chosen.data.chooseNotifications).toEqual({ choice: { email: false, sms: false, language: "EN" }, errors: [] });
    expect((await t.asMember(member)("{ notificationChoice { email sms language } }")).data.notificationChoice.language).toBe("EN");
    expect(await pass()).toMatchObject({ sent: 1 });
    const [file] = await readdir(dir);
    const post = JSON.parse(await readFile(path.join(dir, file!), "utf8"));
    expect(post).toMatchObject({
      recipient: globalId("Member", member.id),
      language: "en",
      subject: expect.stringContaining("is confirmed"),
      calendar: expect.stringContaining("VEVENT"),
    });
    expect([mail, texts]).toEqual([[], []]);
  });

  it("whose address is protected is told no place, and a child's message goes to whoever holds custody today", async () => {
    const hidden = await scene.booked();
    await t.rows("update member set protected_address = true, email = 'b@medlem.example' where id = $1", [hidden.member.id]);
    await pass();
    const [{ facts }] = await t.rows("select facts from notification where state = 'SENT' and member_id = $1", [hidden.member.id]);
    expect(facts.appointment.place).toBeNull();
    const child = await scene.booked();
    const [parent, former] = [await t.make.member(), await t.make.member()];
    await t.rows("update member set birth_date = clock_today() - interval '9 years' where id = $1", [child.member.id]);
    for (const [guardian, ended] of [
      [parent, null],
      [former, "2020-01-01"],
    ] as const)
      await t.rows("insert into guardianship (guardian_id, child_id, checked_on, ended_on) values ($1, $2, clock_today(), $3)", [
        guardian.id,
        child.member.id,
        ended,
      ]);
    await t.rows("update member set email = 'p@medlem.example' where id = $1", [parent.id]);
    mail = [];
    await pass();
    expect(mail.map(({ to }) => to)).toEqual([["p@medlem.example"]]);
    // custody ends before the reminder is due
    await t.rows("update guardianship set ended_on = clock_today() where guardian_id = $1", [parent.id]);
    await t.rows("update notification set due_at = clock_now() where state = 'WAITING'");
    await run("send-notifications");
    expect(await rows(`member_id = '${parent.id}' and state <> 'SENT'`)).toMatchObject([
      { reason: "NOT_ENTITLED" },
      { reason: "NOT_ENTITLED" },
    ]);
  });

  it("who is erased leaves no message behind", async () => {
    const { member, id } = await scene.booked();
    await t.rows("update booking set state = 'CANCELLED_IN_TIME' where id = $1", [id]);
    await pass();
    expect(await rows(`member_id = '${member.id}'`)).not.toEqual([]);
    expect(await eraseMember(t.fresh.database, member.id, "dpo")).toMatchObject({ kind: "ERASED" });
    expect(await rows(`member_id = '${member.id}'`)).toEqual([]);
  });
});

describe("a clinic", () => {
  it("is told of its appointment, time only, and of none whose consent was withdrawn", async () => {
    await t.rows("update clinic set email = 'klinik@example.org' where id = $1", [clinic.id]);
    const first = await scene.booked();
    const second = await scene.booked();
    await t.rows("update consent set withdrawn_on = clock_today() where claim_id = $1", [second.claim.id]);
    await pass();
    const told = mail.filter(({ to }) => to[0] === "klinik@example.org");
    expect(told).toHaveLength(1);
    const states = await t.rows("select state, reason, booking_id from notification where clinic_id = $1 order by state desc", [clinic.id]);
    expect(states).toEqual([
      { state: "SKIPPED", reason: "CONSENT_WITHDRAWN", booking_id: second.id },
      { state: "SENT", reason: null, booking_id: first.id },
    ]);
    const [{ given_names, family_name }] = await t.rows("select given_names, family_name from member where id = $1", [first.member.id]);
    for (const word of [given_names, family_name, "VEVENT"]) expect(decoded(told[0]!.data)).not.toContain(word);
  });
});

it("every notice but those of appointments is called for by its event, and reaches whom it is for", async () => {
  await t.rows("update clinic set email = 'klinik@example.org' where id = $1", [clinic.id]);
  const [{ member }] = (await attend(t, clinic)) as [Attended];
  await t.rows("update member set email = 'm@medlem.example' where id = $1", [member.id]);
  expect((await close(t.asFinance("a"))).data.closeSettlementBatch.errors).toEqual([]);
  const [{ id: claimId }] = await t.rows("select id from claim where member_id = $1", [member.id]);
  const [{ id: paymentId }] = await t.rows("select id from settlement_payment where provider_id = $1", [clinic.providerId]);
  const about = { claimId, paymentId, providerId: clinic.providerId, events: ["APPROVED"], state: "PAID" };
  const others = NOTICES.filter(({ on }) => on.length > 0 && on.every((topic) => !topic.startsWith("booking.")));
  for (const { code, to, on } of others)
    for (const topic of on) {
      await t.rows("delete from notification");
      mail = [];
      await t.rows("insert into event (id, topic, subject_id, payload, at) values ($1, $2, $3, $4, clock_now())", [
        randomUUID(),
        topic,
        paymentId,
        JSON.stringify(about),
      ]);
      await pass();
      const receiver = to === "MEMBER" ? "m@medlem.example" : "klinik@example.org";
      expect([topic, await rows("true"), mail.map((each) => each.to)]).toMatchObject([
        topic,
        [{ notice: code, state: "SENT", channel: "EMAIL" }],
        [[receiver]],
      ]);
    }
  expect(others.map(({ code }) => code)).toEqual([
    "CLAIM_DECIDED",
    "LOOKING_FOR_YOU",
    "BILL_DECIDED",
    "CLINIC_PAID",
    "CLINIC_PAYMENT_FAILED",
  ]);
});

describe("what cannot be sent", () => {
  it("is tried again with longer pauses where the server says later, and ended where it says never", async () => {
    refuseMail = 451;
    await scene.booked();
    expect(await pass()).toMatchObject({ failed: 1, sent: 0 });
    expect(await rows("notice = 'APPOINTMENT_CONFIRMED'")).toMatchObject([{ state: "WAITING", reason: "NOT_TAKEN", attempts: 1 }]);
    refuseMail = 550;
    await t.rows("update notification set due_at = clock_now() where notice = 'APPOINTMENT_CONFIRMED'");
    expect(await pass()).toMatchObject({ failed: 1 });
    expect(await rows("notice = 'APPOINTMENT_CONFIRMED'")).toMatchObject([{ state: "FAILED", reason: "REFUSED", attempts: 2 }]);
  });

  it("by text message follows the gateway's status, and carries the same reference in every try", async () => {
    const { member } = await scene.booked();
    await t.rows("insert into notification_choice (member_id, email, sms, language) values ($1, false, true, 'DA')", [member.id]);
    await t.rows("update member set phone = '+4521212121' where id = $1", [member.id]);
    smsStatus = 503;
    await pass();
    smsStatus = 202;
    await t.rows("update notification set due_at = clock_now() where state = 'WAITING' and reason = 'NOT_TAKEN'");
    await pass();
    expect(texts).toHaveLength(2);
    expect(texts[0]!.body).toEqual(texts[1]!.body);
    expect(texts[0]).toMatchObject({
      body: { to: "+4521212121" },
      headers: { authorization: "Bearer secret", "idempotency-key": texts[0]!.body.reference },
    });
  });

  it("waits for the end of quiet hours without losing a try", async () => {
    const { member } = await scene.booked();
    await t.rows("insert into notification_choice (member_id, email, sms, language) values ($1, false, true, 'DA')", [member.id]);
    await t.rows("update member set phone = '+4521212122' where id = $1", [member.id]);
    await run("relay-outbox");
    await run("plan-notifications");
    const hour = Number(
      new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Copenhagen", hour: "2-digit", hourCycle: "h23" }).format(fromNow(0)),
    );
    await run("send-notifications", { letters: { ...letters, quiet: { from: hour, until: (hour + 2) % 24 } } });
    expect(texts).toEqual([]);
    expect(await rows("notice = 'APPOINTMENT_CONFIRMED'")).toMatchObject([{ state: "WAITING", reason: "QUIET_HOURS", attempts: 0 }]);
  });
});

it("planned and sent by several at once, everybody is told once", async () => {
  const booked = await Promise.all(Array.from({ length: 5 }, () => scene.booked()));
  for (const [n, { member }] of booked.entries())
    await t.rows("update member set email = $2 where id = $1", [member.id, `m${n}@medlem.example`]);
  await run("relay-outbox");
  await Promise.all(Array.from({ length: 3 }, () => run("plan-notifications")));
  await Promise.all(Array.from({ length: 3 }, () => run("send-notifications")));
  expect(
    mail
      .map(({ to }) => to[0])
      .filter((to) => to?.startsWith("m"))
      .sort(),
  ).toEqual(booked.map((_, n) => `m${n}@medlem.example`));
});

it("the mailbox of development shows what would have been sent, and nothing of it can be a tag", async () => {
  await scene.booked();
  await pass();
  const page = mailboxPages(t.app.database).get(MAILBOX_PATH);
  const html = typeof page?.body === "function" ? await page.body() : "";
  expect(html).toContain("er bekræftet");
  expect(html).toContain("BEGIN:VCALENDAR");
  expect(html).not.toMatch(/<script|onerror/);
});
