/**
 * The job that tells endpoints of events. Deliveries go out side by side, each as soon as there is a place for its endpoint, so a
 * slow one holds up nobody; what is sent, is sent outside of every transaction.
 */
import { Webhook } from "standardwebhooks";
import type { JobContext } from "../../platform/job.js";
import { transaction } from "../../platform/postgres/transaction.js";
import { write } from "../../platform/postgres/write.js";
import { newId } from "../../platform/random.js";
import type { SendOutside } from "../../platform/send-outside.js";
import { WORKER } from "../../platform/viewer.js";
import { cloudEvent, traceparentOf } from "../events/cloud-event.js";
import { claimDeliveries, disableEndpoint, keepDelivered, keepFailed, queueDeliveries, type DueDelivery } from "./delivery.store.js";
import { verdictOf, type Reply } from "./retry.js";
import { sealedPlace } from "./webhook.store.js";

/** At once to one endpoint, and to all. */
const PER_ENDPOINT = 8;
const IN_ALL = 64;
/** How long the other side may take to answer; milliseconds. */
const LIMIT_MS = 15_000;
/** Longer than any try can take. */
const LEASE_SECONDS = 60;
const TURN_MS = 200;
/** A run takes on nothing more after this: a gateway that is told to stop waits for what is under way. */
const LONGEST_MS = 20_000;
const GIVEN_UP_DAYS = 3;

type Figures = Readonly<Record<"queued" | "delivered" | "failed", number>>;

/** Sends until nothing is due, or for some seconds. */
export async function deliverWebhooks(ctx: JobContext, limitMs = LIMIT_MS): Promise<Figures> {
  const { database, sending } = ctx;
  const figures = { queued: 0, delivered: 0, failed: 0 };
  if (!sending) return figures;
  const underway = new Set<Promise<void>>();
  const began = performance.now();
  for (;;) {
    figures.queued += await transaction(database, WORKER, queueDeliveries);
    const before = underway.size;
    const room = performance.now() - began > LONGEST_MS ? 0 : IN_ALL - underway.size;
    const due = room > 0 ? await transaction(database, WORKER, (tx) => claimDeliveries(tx, PER_ENDPOINT, room, LEASE_SECONDS)) : [];
    for (const delivery of due) {
      const work = deliverOne(ctx, sending, delivery, limitMs).then(
        (well) => void (well ? (figures.delivered += 1) : (figures.failed += 1)),
        (error: unknown) => {
          // its lease ends and it is tried again; the others have nothing to do with it
          figures.failed += 1;
          ctx.log.warn("a webhook could not be sent", { err: error });
        },
      );
      const tracked = work.finally(() => underway.delete(tracked));
      underway.add(tracked);
    }
    // what ended while it was looked for may have made the next of its subject due
    if (underway.size === 0 && (before === 0 || room === 0)) return figures;
    if (underway.size > 0) await Promise.race([...underway, turn()]);
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, TURN_MS));
}

/** Whether it was taken. */
async function deliverOne(ctx: JobContext, sending: SendOutside, delivery: DueDelivery, limitMs: number): Promise<boolean> {
  const reply = await tell(ctx, sending, delivery, limitMs);
  const verdict = verdictOf(reply, delivery.attempts, Math.random());
  const tried = {
    id: delivery.id,
    endpointId: delivery.endpoint_id,
    status: reply.kind === "ANSWERED" ? reply.status : null,
    fault: reply.kind === "FAILED" ? reply.fault : null,
  };
  await transaction(ctx.database, WORKER, async (tx) => {
    if (verdict.kind === "DELIVERED") return keepDelivered(tx, tried);
    await keepFailed(tx, tried, verdict.kind === "AGAIN" ? verdict.inSeconds : 0, verdict.kind === "GIVEN_UP");
    if (verdict.kind === "GONE") await disableEndpoint(tx, delivery.endpoint_id, "GONE", null);
    if (verdict.kind !== "GIVEN_UP") return;
    await disableEndpoint(tx, delivery.endpoint_id, "UNREACHABLE", GIVEN_UP_DAYS);
    const detail = { topic: delivery.topic, attempts: delivery.attempts };
    await write(tx, { alert: [{ id: newId(), kind: "WEBHOOK_UNDELIVERABLE", subject: delivery.id, detail }] });
  });
  return verdict.kind === "DELIVERED";
}

async function tell(
  { personalData, source = "urn:provider-network-gateway" }: JobContext,
  sending: SendOutside,
  of: DueDelivery,
  limitMs: number,
): Promise<Reply> {
  const body = JSON.stringify(cloudEvent({ ...of, id: of.event_id }, of.provider_id === null ? "INSURER" : "CLINIC", source));
  const traceparent = traceparentOf({ id: of.event_id, trace_id: of.trace_id });
  const at = new Date();
  const secrets = [
    personalData.decrypt(of.secret, sealedPlace("secret", of.endpoint_id)),
    ...(of.former_secret ? [personalData.decrypt(of.former_secret, sealedPlace("former_secret", of.endpoint_id))] : []),
  ];
  return sending(personalData.decrypt(of.url, sealedPlace("url", of.endpoint_id)), {
    body,
    limitMs,
    headers: {
      "content-type": "application/cloudevents+json",
      "webhook-id": of.event_id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
      "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(of.event_id, at, body)).join(" "),
      ...(traceparent === null ? {} : { traceparent }),
    },
  });
}
