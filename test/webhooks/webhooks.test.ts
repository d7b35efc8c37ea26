import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { Webhook } from "standardwebhooks";
import type { Answered, Message, SendOutside } from "../../src/platform/outside/send-outside.js";
import { sweepDeliveries } from "../../src/features/webhooks/delivery/delivery.store.js";
import { resealWebhooks } from "../../src/features/webhooks/reseal-webhooks.js";
import { personalData } from "../../src/platform/people/personal-data.js";
import { MOST_TRIES, verdictOf } from "../../src/features/webhooks/delivery/retry.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { newTestId, type MadeClinic } from "../support/make.js";
import { uuidOf } from "../bookings/documents.js";
import { change, DELIVERIES, deliveringOf, ENV, happen, register } from "./world.js";

let t: TestApp;
let clinic: MadeClinic;
let other: MadeClinic;
let sent: { url: string; message: Message }[];
let answer: (url: string) => Answered;
const sending: SendOutside = (url, message) => {
  sent.push({ url, message });
  return Promise.resolve(answer(url));
};
const ok = (status = 204): Answered => ({ kind: "ANSWERED", status, retryAfterSeconds: null });
let run: ReturnType<typeof deliveringOf>;
beforeAll(async () => {
  t = await startApp(ENV);
  run = deliveringOf(t, sending);
});
afterAll(() => t.stop());
beforeEach(async () => {
  await t.rows("delete from webhook_delivery");
  await t.rows("delete from webhook_endpoint");
  clinic = await t.make.clinic();
  other = await t.make.clinic();
  sent = [];
  answer = () => ok();
});
const BOOKED = ["BOOKING_CONFIRMED"];
const deliveries = async (of = clinic, states: string[] | null = null): Promise<any[]> =>
  (await t.asClinic(of)(DELIVERIES, { first: 10, states })).data.webhooks.edges.flatMap((w: any) =>
    w.node.deliveries.edges.map((d: any) => d.node),
  );
const pass = async (): Promise<any> => {
  await run.relay();
  return run.deliver();
};
const manager = (sub: string) => t.as({ sub, role: "NETWORK_MANAGER" });

describe("what an answer means", () => {
  it("is taken with 2xx, ended by 410, and tried again for three days with ever longer pauses", () => {
    const failed = { kind: "FAILED", fault: "FETCH_UNREACHABLE" } as const;
    for (const status of [200, 201, 204]) expect(verdictOf(ok(status), 1, 0.5)).toEqual({ kind: "DELIVERED" });
    expect(verdictOf(ok(410), 1, 0.5)).toEqual({ kind: "GONE" });
    const pauses = Array.from({ length: MOST_TRIES - 1 }, (_, n) => verdictOf(failed, n + 1, 0.5));
    const seconds = pauses.map((verdict) => (verdict.kind === "AGAIN" ? verdict.inSeconds : 0));
    expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
    expect(seconds.reduce((sum, s) => sum + s, 0) / 86_400).toBeGreaterThan(3);
    expect(seconds.reduce((sum, s) => sum + s, 0) / 86_400).toBeLessThan(3.5);
    expect(verdictOf(failed, MOST_TRIES, 0.5)).toEqual({ kind: "GIVEN_UP" });
    // those who failed together do not come back together
    expect(verdictOf(ok(500), 2, 0)).toEqual({ kind: "AGAIN", inSeconds: 240 });
    expect(verdictOf(ok(500), 2, 1)).toEqual({ kind: "AGAIN", inSeconds: 360 });
    expect(verdictOf({ kind: "ANSWERED", status: 429, retryAfterSeconds: 900 }, 1, 0.5)).toEqual({ kind: "AGAIN", inSeconds: 900 });
    expect(verdictOf({ kind: "ANSWERED", status: 503, retryAfterSeconds: 10 ** 7 }, 1, 0.5)).toEqual({ kind: "AGAIN", inSeconds: 86_400 });
  });
});

describe("an endpoint", () => {
  it("is told of its company's events from then on, signed, and of nobody else's; its address and secret are shown to nobody", async () => {
    await happen(t, clinic, 1);
    await run.relay();
    const { webhook, secret } = await register(t.asClinic(clinic), "https://hooks.example.org/a?key=hidden", BOOKED);
    expect(webhook).toMatchObject({
      state: "ACTIVE",
      host: "hooks.example.org",
      organisation: { id: globalId("Organisation", clinic.providerId) },
    });
    await happen(t, clinic, 2);
    await happen(t, clinic, 1, [newTestId()], "booking.cancelled");
    await happen(t, other, 2);
    expect(await pass()).toEqual({ queued: 2, delivered: 2, failed: 0 });
    expect(sent.map(({ url }) => url)).toEqual(Array(2).fill("https://hooks.example.org/a?key=hidden"));
    for (const { message } of sent) {
      const event = new Webhook(secret).verify(message.body, message.headers) as Record<string, any>;
      expect(event).toMatchObject({
        specversion: "1.0",
        type: "dk.provider-network-gateway.booking.confirmed.v1",
        source: "https://api.example.org",
      });
      expect(event["data"]).toEqual({
        bookingId: event["subject"],
        clinicId: globalId("Clinic", clinic.id),
        providerId: globalId("Organisation", clinic.providerId),
      });
      expect(message.headers).toMatchObject({ "webhook-id": event["id"], "content-type": "application/cloudevents+json" });
      expect(() => new Webhook(secret).verify(message.body.replace("confirmed", "cancelled"), message.headers)).toThrow();
    }
    expect(await deliveries()).toMatchObject([{ state: "DELIVERED", attempts: 1, lastStatus: 204 }, { state: "DELIVERED" }]);
    expect(await deliveries(other)).toEqual([]);
    const kept = JSON.stringify(
      await t.rows("select w::text as row from webhook_endpoint w union all select outcome::text from idempotency"),
    );
    expect(kept).not.toMatch(/hidden|whsec_/);
    expect(await pass()).toEqual({ queued: 0, delivered: 0, failed: 0 });
  });

  it("of the insurer's systems takes two persons, and the database has the last word", async () => {
    const first = manager("manager-1");
    const { webhook } = await register(first, "https://claims.example.org/", [...BOOKED, "CLAIM_CHANGED"]);
    expect(webhook).toMatchObject({ state: "PROPOSED", organisation: null });
    await happen(t, clinic, 1);
    expect(await pass()).toMatchObject({ queued: 0 });
    expect((await change(first, "approveWebhook", webhook.id)).errors).toEqual([{ code: "FOUR_EYES" }]);
    await expect(t.rows("update webhook_endpoint set state = 'ACTIVE'")).rejects.toThrow("webhook_of_the_insurer_is_approved");
    await expect(t.rows("update webhook_endpoint set approved_by = registered_by")).rejects.toThrow("webhook_takes_two_persons");
    expect((await change(manager("manager-2"), "approveWebhook", webhook.id)).webhook.state).toBe("ACTIVE");
    await happen(t, clinic, 1);
    await happen(t, other, 1);
    expect(await pass()).toMatchObject({ delivered: 2 });
    expect(JSON.parse(sent[0]?.message.body ?? "").data).not.toHaveProperty("claimId");
  });

  it("is registered once per key, and told its secret once", async () => {
    const key = randomUUID();
    const first = await register(t.asClinic(clinic), "https://hooks.example.org/", BOOKED, key);
    const again = await register(t.asClinic(clinic), "https://hooks.example.org/", BOOKED, key);
    expect(again).toMatchObject({ webhook: { id: first.webhook.id }, secret: null, replayed: true });
    expect(await t.rows("select count(*)::int as n from webhook_endpoint")).toEqual([{ n: 1 }]);
  });

  it("has every change of it on record", async () => {
    const asker = t.asClinic(clinic);
    const { webhook } = await register(asker, "https://hooks.example.org/", BOOKED);
    const changes = ["disableWebhook", "enableWebhook", "rotateWebhookSecret"];
    for (const name of changes) expect((await change(asker, name, webhook.id)).errors).toEqual([]);
    const lines = await t.rows("select operation from audit_event where object_id = $1 order by seq", [uuidOf(webhook.id)]);
    expect(lines.map(({ operation }) => operation)).toEqual(["registerWebhook", ...changes]);
  });

  it("is refused with every reason at once", async () => {
    for (const url of [
      "http://hooks.example.org/",
      "https://hooks.example.org:8443/",
      "https://user:word@hooks.example.org/",
      "https://127.0.0.1/",
      "https://169.254.169.254/latest/meta-data",
      "https://0x7f.1/",
      "https://[::1]/",
      "https://localhost/",
      "https://db.internal/",
      "https://printer.local/",
      "https://intranet/",
      "nonsense",
    ])
      expect([url, (await register(t.asClinic(clinic), url, BOOKED)).errors.map((e: any) => e.code)]).toEqual([
        url,
        ["WEBHOOK_ADDRESS_FORBIDDEN"],
      ]);
    expect((await register(t.asClinic(clinic), "http://x", ["MEMBER_ERASED"])).errors.map((e: any) => e.code)).toEqual([
      "WEBHOOK_ADDRESS_FORBIDDEN",
      "EVENT_TYPE_NOT_TOLD",
    ]);
    expect((await register(t.asClinic(clinic), "https://a.example.org/", [])).errors.map((e: any) => e.code)).toEqual([
      "EVENT_TYPES_MISSING",
    ]);
    for (let n = 0; n < 10; n += 1) await register(t.asClinic(clinic), `https://h${n}.example.org/`, BOOKED);
    expect((await register(t.asClinic(clinic), "https://h.example.org/", BOOKED)).errors.map((e: any) => e.code)).toEqual(["TOO_MANY"]);
  });

  it("is not there for another company, nor where webhooks are off", async () => {
    const { webhook } = await register(t.asClinic(clinic), "https://hooks.example.org/", BOOKED);
    for (const name of ["disableWebhook", "enableWebhook", "rotateWebhookSecret"])
      for (const asker of [t.asClinic(other), manager("m")])
        expect([name, (await change(asker, name, webhook.id)).errors]).toEqual([name, [{ code: "NOT_FOUND" }]]);
    const off = await startApp({ ...ENV, WEBHOOKS: "off" }, t.fresh);
    expect((await register(off.asClinic(clinic), "https://hooks.example.org/", BOOKED)).errors.map((e: any) => e.code)).toEqual([
      "WEBHOOKS_OFF",
    ]);
    await off.stop();
  });

  it("is signed with the secret before as well for a day, and with none older", async () => {
    const asker = t.asClinic(clinic);
    const { webhook, secret: oldest } = await register(asker, "https://hooks.example.org/", BOOKED);
    const { secret: old } = await change(asker, "rotateWebhookSecret", webhook.id, {}, "secret");
    const { secret } = await change(asker, "rotateWebhookSecret", webhook.id, {}, "secret");
    const verifies = (of: string): boolean => {
      const message = sent.at(-1)?.message as Message;
      try {
        return Boolean(new Webhook(of).verify(message.body, message.headers));
      } catch {
        return false;
      }
    };
    await happen(t, clinic, 1);
    await pass();
    expect([oldest, old, secret].map(verifies)).toEqual([false, true, true]);
    await t.rows("update webhook_endpoint set former_until = clock_now() - interval '1 second'");
    await happen(t, clinic, 1);
    await pass();
    expect([oldest, old, secret].map(verifies)).toEqual([false, false, true]);
  });

  it("that answers 410 is sent nothing more; enabled again it goes on where it was, and nothing is lost", async () => {
    const asker = t.asClinic(clinic);
    const { webhook } = await register(asker, "https://hooks.example.org/", BOOKED);
    answer = () => ok(410);
    await happen(t, clinic, 1);
    expect(await pass()).toMatchObject({ failed: 1 });
    await happen(t, clinic, 2);
    await run.hurry();
    expect(await pass()).toEqual({ queued: 0, delivered: 0, failed: 0 });
    expect((await asker(DELIVERIES, { first: 5 })).data.webhooks.edges[0].node).toMatchObject({
      state: "DISABLED",
      disabledReason: "GONE",
    });
    answer = () => ok();
    expect((await change(asker, "enableWebhook", webhook.id)).webhook).toMatchObject({ state: "ACTIVE", disabledReason: null });
    await run.hurry();
    expect(await pass()).toMatchObject({ delivered: 3 });
    expect((await change(asker, "enableWebhook", webhook.id)).errors).toEqual([{ code: "WEBHOOK_STATE" }]);
  });

  it("that takes nothing for three days is given up with an alert, its log says why, and what was given up can be sent again", async () => {
    const asker = t.asClinic(clinic);
    const { webhook } = await register(asker, "https://hooks.example.org/", BOOKED);
    answer = () => ({ kind: "FAILED", fault: "FETCH_REDIRECTED" });
    await happen(t, clinic, 1);
    for (let n = 0; n < MOST_TRIES; n += 1) {
      await run.hurry();
      expect(await pass()).toMatchObject({ failed: 1 });
    }
    const [given] = await deliveries(clinic, ["GIVEN_UP"]);
    expect(given).toMatchObject({
      attempts: MOST_TRIES,
      lastStatus: null,
      lastFault: { code: "FETCH_REDIRECTED", message: expect.stringMatching(/^[A-Z]/) },
      nextAt: null,
    });
    expect(await t.rows("select kind, detail from alert where kind = 'WEBHOOK_UNDELIVERABLE'")).toMatchObject([
      { detail: { topic: "booking.confirmed", attempts: MOST_TRIES } },
    ]);
    answer = () => ok();
    const resent = await change(
      asker,
      "resendDeliveries",
      webhook.id,
      { deliveryIds: [given.id, globalId("WebhookDelivery", newTestId())] },
      "resent",
    );
    expect(resent).toMatchObject({ resent: 1, errors: [] });
    expect(await pass()).toMatchObject({ delivered: 1 });
    expect(sent.at(-1)?.message.headers["webhook-id"]).toBe(given.message);
  });

  it("gets one subject's events in their order, whatever fails in between; those of others pass by", async () => {
    await register(t.asClinic(clinic), "https://hooks.example.org/", BOOKED);
    const [one, two] = [newTestId(), newTestId()];
    let fail = true;
    let first: string | undefined;
    const got: string[] = [];
    const order: string[] = [];
    const asked: SendOutside = (_, message) => {
      const { id, subject } = JSON.parse(message.body) as { id: string; subject: string };
      if (subject === globalId("Booking", one)) first ??= id;
      const stuck = id === first && fail;
      if (!stuck) got.push(subject);
      if (!stuck) order.push(id);
      return Promise.resolve(stuck ? ok(500) : ok());
    };
    const here = deliveringOf(t, asked);
    await happen(t, clinic, 6, [one, two]);
    await here.relay();
    await here.deliver();
    expect(got).toEqual(Array(3).fill(globalId("Booking", two)));
    expect(await deliveries(clinic, ["WAITING"])).toHaveLength(3);
    fail = false;
    await run.hurry();
    await here.deliver();
    const ofOne = await t.rows("select event_id from webhook_delivery where subject_id = $1 order by position", [one]);
    expect(order.filter((id) => ofOne.some(({ event_id }) => event_id === id))).toEqual(ofOne.map(({ event_id }) => event_id));
    expect(got).toHaveLength(6);
  });

  it("is told the next of a subject in the same run, though the one before was answered while it was looked for", async () => {
    await register(t.asClinic(clinic), "https://hooks.example.org/", BOOKED);
    const { database } = t.app;
    const listener = database.onStatement;
    let release = (): void => {};
    // too late for the question, and too early for a run that looks no more
    Object.assign(database, {
      onStatement: (text: string, name: string) => (name === "claim-deliveries" && release(), listener(text, name)),
    });
    const here = deliveringOf(t, () => new Promise((resolve) => (release = () => resolve(ok()))));
    await happen(t, clinic, 3);
    await here.relay();
    expect(await here.deliver()).toEqual({ queued: 3, delivered: 3, failed: 0 });
    Object.assign(database, { onStatement: listener });
  });

  it("that is slow holds up nobody, however many are: the others have theirs while those are still waited for", async () => {
    for (let n = 0; n < 10; n += 1) await register(t.asClinic(clinic), `https://slow${n}.example.org/`, BOOKED);
    await register(t.asClinic(other), "https://quick.example.org/", BOOKED);
    const waiting: (() => void)[] = [];
    const here = deliveringOf(t, (url) =>
      url.includes("slow")
        ? new Promise((resolve) => waiting.push(() => resolve({ kind: "FAILED", fault: "FETCH_TOO_SLOW" })))
        : Promise.resolve(ok()),
    );
    await happen(t, clinic, 8, Array.from({ length: 8 }, newTestId));
    await here.relay();
    const stuck = here.deliver();
    // every place there is
    while (waiting.length < 64) await pause(5);
    await happen(t, other, 100, Array.from({ length: 100 }, newTestId));
    await here.relay();
    expect((await stuck).delivered + (await here.deliver()).delivered).toBe(100);
    const slow = (): Promise<any[]> => t.rows("select last_fault, leased_until from webhook_delivery where state = 'WAITING'");
    expect((await slow()).filter(({ leased_until }) => leased_until === null)).toEqual([]);
    // what they say at last is written down, though the run that asked them is over
    for (const end of waiting) end();
    while ((await slow()).some(({ leased_until }) => leased_until !== null)) await pause(20);
    expect((await slow()).map(({ last_fault }) => last_fault)).toEqual(Array(80).fill("FETCH_TOO_SLOW"));
  });

  it("that was disabled for longer than events are kept is given up what it missed, and told the next of the subject", async () => {
    await register(t.asClinic(clinic), "https://hooks.example.org/", BOOKED);
    const subject = [newTestId()];
    answer = () => ok(500);
    await happen(t, clinic, 1, subject);
    await pass();
    await t.rows("delete from event where subject_id = $1", subject);
    answer = () => ok();
    await happen(t, clinic, 1, subject);
    await run.hurry();
    // what is behind something that cannot be sent any more would wait for ever
    expect(await pass()).toEqual({ queued: 1, delivered: 0, failed: 0 });
    expect(await sweepDeliveries(t.app.database)).toEqual({ givenUp: 1, removed: 0 });
    expect(await pass()).toEqual({ queued: 0, delivered: 1, failed: 0 });
  });

  it("keeps its address and secrets when keys are exchanged", async () => {
    const { webhook, secret } = await register(t.asClinic(clinic), "https://hooks.example.org/", BOOKED);
    await change(t.asClinic(clinic), "rotateWebhookSecret", webhook.id);
    const newer = `k2:${Buffer.alloc(32, 9).toString("base64")}`;
    const keys = (list: string) => ({ database: t.app.database, personalData: personalData(list, ENV.CPR_INDEX_KEY) }) as never;
    expect(await resealWebhooks(keys(`${newer},${ENV.CPR_KEY}`))).toEqual({ resealed: 1 });
    expect(await resealWebhooks(keys(newer))).toEqual({ resealed: 0 });
    const here = deliveringOf(t, sending, newer);
    await happen(t, clinic, 1);
    await here.relay();
    expect(await here.deliver()).toMatchObject({ delivered: 1 });
    expect(new Webhook(secret).verify(sent[0]?.message.body ?? "", sent[0]?.message.headers ?? {})).toBeTruthy();
  });

  it("whose sender died with it is sent it again when the lease has ended", async () => {
    await register(t.asClinic(clinic), "https://hooks.example.org/", BOOKED);
    await happen(t, clinic, 1);
    let revive = (_: Answered): void => {};
    const dying = deliveringOf(t, () => new Promise((resolve) => (revive = resolve)));
    await dying.relay();
    const dead = dying.deliver();
    while ((await t.rows("select from webhook_delivery where leased_until > now()")).length === 0);
    expect(await run.deliver()).toMatchObject({ delivered: 0 });
    await t.rows("update webhook_delivery set leased_until = now() - interval '1 second'");
    expect(await run.deliver()).toMatchObject({ delivered: 1 });
    // what it hears too late changes nothing any more
    revive({ kind: "FAILED", fault: "FETCH_TOO_SLOW" });
    await dead;
    await pause(100);
    expect(await deliveries()).toMatchObject([{ state: "DELIVERED" }]);
  });
});
