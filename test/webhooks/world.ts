/** A gateway whose webhooks go to receivers of this machine: everything but TLS, the port and what names mean is the product's. */
import { randomUUID } from "node:crypto";
import { request as httpRequest } from "node:http";
import { JOBS } from "../../src/assembly/jobs.js";
import { deliverWebhooks } from "../../src/features/webhooks/delivery/deliver-webhooks.js";
import type { Network } from "../../src/platform/outside/fetch-outside.js";
import type { JobContext } from "../../src/platform/job.js";
import { createLog } from "../../src/platform/log.js";
import { personalData } from "../../src/platform/people/personal-data.js";
import { sendOutside, type SendOutside } from "../../src/platform/outside/send-outside.js";
import type { Asker, TestApp } from "../support/app.js";
import { newTestId, type MadeClinic } from "../support/make.js";

const KEY = `k1:${Buffer.alloc(32, 7).toString("base64")}`;
export const ENV = { CPR_KEY: KEY, CPR_INDEX_KEY: KEY, WEBHOOKS: "on" };

/** Hosts and the ports of this machine that they stand for. */
function networkOf(ports: ReadonlyMap<string, number>): Network {
  return {
    resolve: (host) => (ports.has(host) ? Promise.resolve(["127.0.0.1"]) : Promise.reject(new Error("ENOTFOUND"))),
    isPublic: () => true,
    request: (options, answered) => httpRequest({ ...options, port: ports.get(String(options.host)) }, answered),
  };
}

export function deliveringOf(t: TestApp, sending: SendOutside, keys = KEY) {
  const ctx: JobContext = {
    database: t.app.database,
    log: createLog("silent"),
    personalData: personalData(keys, KEY),
    sending,
    source: "https://api.example.org",
    now: null,
  };
  return {
    relay: () => JOBS.find(({ name }) => name === "relay-outbox")!.run(ctx),
    deliver: (limitMs = 2_000) => deliverWebhooks(ctx, limitMs),
    /** What waits for its time waits no longer. */
    hurry: () => t.rows("update webhook_delivery set next_at = now() where state = 'WAITING' and leased_until is null"),
  };
}
export const overNetwork = (t: TestApp, ports: ReadonlyMap<string, number>) => deliveringOf(t, sendOutside(networkOf(ports)));

const input = (name: string, fields: string): string =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} errors { code path remedy } replayed } }`;
const REGISTER = input("registerWebhook", "webhook { id state host types organisation { id } } secret");
const changing = (name: string, fields = ""): string =>
  `mutation ($input: ${name === "resendDeliveries" ? "ResendDeliveries" : "ChangeWebhook"}Input!) { ${name}(input: $input) { webhook { id state disabledReason } ${fields} errors { code } replayed } }`;

export async function register(asker: Asker, url: string, types: readonly string[], key: string = randomUUID()): Promise<any> {
  const { data, errors } = await asker(REGISTER, { input: { idempotencyKey: key, url, types } });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.registerWebhook;
}

export async function change(asker: Asker, name: string, id: string, more: object = {}, fields = ""): Promise<any> {
  const { data, errors } = await asker(changing(name, fields), { input: { idempotencyKey: randomUUID(), id, ...more } });
  if (errors) throw new Error(JSON.stringify(errors));
  return data[name];
}

/** Acts of this clinic's, about so many appointments, one after the other. */
export async function happen(
  t: TestApp,
  of: MadeClinic,
  n: number,
  subjects: readonly string[] = [newTestId()],
  topic = "booking.confirmed",
) {
  await t.rows(
    `insert into outbox (id, topic, aggregate_id, payload)
     select e.id, $2, e.subject, jsonb_build_object('bookingId', e.subject, 'clinicId', $3::uuid, 'providerId', $4::uuid)
     from unnest($1::uuid[], $5::uuid[]) with ordinality e (id, subject, n) order by e.n`,
    [Array.from({ length: n }, newTestId), topic, of.id, of.providerId, Array.from({ length: n }, (_, i) => subjects[i % subjects.length])],
  );
}

export const DELIVERIES = `query ($first: Int!, $after: String, $states: [WebhookDeliveryState!]) { webhooks(first: 5) { edges { node { id host state disabledReason failingSince
  deliveries(first: $first, after: $after, states: $states) { edges { node { id message type event { subject { id } } state attempts lastStatus lastFault { code message } nextAt endedAt } } pageInfo { hasNextPage endCursor } } } } } }`;
