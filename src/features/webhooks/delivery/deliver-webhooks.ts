/**
 * The job that tells endpoints of events. Deliveries go out side by side, each as soon as there is a place for its endpoint, and
 * what is sent, is sent outside of every transaction. What has ended is written down together with the question for what is due
 * next: the more there is to do, the more of it is one transaction.
 */
import { Webhook } from "standardwebhooks";
import { present } from "../../../kernel/invariant.js";
import type { JobContext } from "../../../platform/job.js";
import { transaction, type Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { newId } from "../../../platform/random.js";
import type { SendOutside } from "../../../platform/outside/send-outside.js";
import { WORKER } from "../../../platform/viewer.js";
import { cloudEvent, traceparentOf } from "../../events/cloud-event.js";
import { claimDeliveries, keepTried, queueDeliveries, type DueDelivery, type Tried } from "./delivery.store.js";
import { verdictOf, type Reply } from "./retry.js";
import { sealedPlace } from "../webhook.store.js";

/** At once to one endpoint, and to all. */
const PER_ENDPOINT = 8;
const IN_ALL = 64;
/** What is waited for longer than this is slow: it holds no place of the others, and the run does not wait for it. */
const MOMENT_MS = 1_000;
/** How long the other side may take to answer; milliseconds. */
const LIMIT_MS = 15_000;
/** Longer than any try can take. */
const LEASE_SECONDS = 60;
const TURN_MS = 200;
/** A run takes on nothing more after this: a gateway that is told to stop waits for what is under way. */
const LONGEST_MS = 20_000;
const GIVEN_UP_DAYS = 3;

type Figures = Readonly<Record<"queued" | "delivered" | "failed", number>>;
type Underway = { readonly since: number };

/** Sends until nothing is due and only slow ones are waited for, or for some seconds. The slow write their end down themselves. */
export async function deliverWebhooks(ctx: JobContext, limitMs = LIMIT_MS): Promise<Figures> {
  const { database, sending } = ctx;
  const figures = { queued: 0, delivered: 0, failed: 0 };
  if (!sending) return figures;
  const underway = new Set<Underway>();
  const ended: Tried[] = [];
  let wake = (): void => {};
  let over = false;
  let late = Promise.resolve();
  const keepLate = async (): Promise<void> => {
    const keeping = ended.splice(0);
    if (keeping.length > 0) await transaction(database, WORKER, (tx) => keep(tx, keeping));
  };
  const send = (delivery: DueDelivery): void => {
    const one = { since: performance.now() };
    underway.add(one);
    deliverOne(ctx, sending, delivery, limitMs)
      .then((tried) => {
        ended.push(tried);
        // one after the other: what ends meanwhile goes with the next
        if (over) late = late.catch(() => {}).then(keepLate);
        return late;
      })
      .catch((error: unknown) => {
        // its lease ends and it is tried again; the others have nothing to do with it
        figures.failed += 1;
        ctx.log.warn("a webhook could not be sent", { err: error });
      })
      .finally(() => {
        underway.delete(one);
        wake();
      });
  };
  const began = performance.now();
  let queuedAt = -TURN_MS;
  for (;;) {
    const now = performance.now();
    if (now - queuedAt >= TURN_MS) {
      figures.queued += await transaction(database, WORKER, queueDeliveries);
      queuedAt = now;
    }
    const keeping = [...ended];
    const room = now - began > LONGEST_MS ? 0 : IN_ALL - quickOf(underway);
    const due = await transaction(database, WORKER, async (tx) => {
      if (keeping.length > 0) await keep(tx, keeping);
      return room > 0 ? claimDeliveries(tx, PER_ENDPOINT, room, LEASE_SECONDS) : [];
    });
    ended.splice(0, keeping.length);
    for (const { verdict } of keeping) figures[verdict === "DELIVERED" ? "delivered" : "failed"] += 1;
    due.forEach(send);
    // what ended meanwhile may have made the next of its subject due
    if (ended.length > 0) continue;
    if (quickOf(underway) === 0) {
      over = true;
      return figures;
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, TURN_MS);
      wake = () => (clearTimeout(timer), resolve());
    });
  }
}

function quickOf(underway: ReadonlySet<Underway>): number {
  const since = performance.now() - MOMENT_MS;
  return [...underway].filter((one) => one.since > since).length;
}

async function deliverOne(ctx: JobContext, sending: SendOutside, delivery: DueDelivery, limitMs: number): Promise<Tried> {
  const { id, endpoint_id: endpointId, attempts, topic } = delivery;
  const reply = await tell(ctx, sending, delivery, limitMs);
  const verdict = verdictOf(reply, attempts, Math.random());
  return {
    id,
    endpointId,
    topic,
    attempts,
    verdict: verdict.kind,
    status: reply.kind === "ANSWERED" ? reply.status : null,
    fault: reply.kind === "FAILED" ? reply.fault : null,
    inSeconds: verdict.kind === "AGAIN" ? verdict.inSeconds : 0,
  };
}

/** Writes down what became of them; a person is told of what was given up. */
async function keep(tx: Tx, tried: readonly Tried[]): Promise<void> {
  const byId = new Map(tried.map((each) => [each.id, each]));
  const alerts = (await keepTried(tx, tried, GIVEN_UP_DAYS)).map((subject) => {
    const { topic, attempts } = present(byId.get(subject), "what was given up was tried");
    return { id: newId(), kind: "WEBHOOK_UNDELIVERABLE", subject, detail: { topic, attempts } } as const;
  });
  if (alerts.length > 0) await write(tx, { alert: alerts });
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
