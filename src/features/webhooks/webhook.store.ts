import { randomBytes } from "node:crypto";
import { ofEach, PARENT } from "../../platform/postgres/of-each.js";
import { statement, type RowOf } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";

/** Live ones of one company, or of the insurer. */
export const MOST_ENDPOINTS = 10;

/** Where an address and the secrets are sealed to. */
export const sealedPlace = (column: "url" | "secret" | "former_secret", rowId: string) => ({ table: "webhook_endpoint", column, rowId });

/** As Standard Webhooks writes one: 256 random bits. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

const COLUMNS = `w.id, w.provider_id, w.host, w.topics, w.state, w.reason, w.registered_by, w.registered_at, w.approved_at,
  w.failing_since`;
const BY_ID = statement("webhooks-by-id", `select ${COLUMNS} from webhook_endpoint w where w.id = any ($1::uuid[])`);
const LOCK = statement(
  "lock-webhook",
  `select ${COLUMNS} from webhook_endpoint w
   where w.id = $1 for no key update of w`,
);
const LISTED = statement(
  "webhooks",
  `select ${COLUMNS} from webhook_endpoint w where ($1::uuid is null or w.id < $1) order by w.id desc limit $2`,
);
export type WebhookRow = RowOf<"webhooks-by-id">;

export function webhooksById(tx: Tx, ids: readonly string[]): Promise<WebhookRow[]> {
  return tx.query(BY_ID.with(ids));
}

export async function webhookById(tx: Tx, id: string): Promise<WebhookRow | null> {
  const [found] = await webhooksById(tx, [id]);
  return found ?? null;
}

/** Null where there is none that the viewer may change. */
export async function lockWebhook(tx: Tx, id: string): Promise<WebhookRow | null> {
  const [found] = await tx.query(LOCK.with(id));
  return found ?? null;
}

export function webhooks(tx: Tx, after: string | null, most: number): Promise<WebhookRow[]> {
  return tx.query(LISTED.with(after, most));
}

const ONE_AT_A_TIME = statement("lock-webhooks-of-provider", "select id from provider where id = $1 for no key update");
const LIVE = statement(
  "count-webhooks",
  `select count(*)::int as live from webhook_endpoint
   where provider_id is not distinct from $1::uuid and state <> 'DISABLED'`,
);

/** How many there are that are not disabled; of a company, those who register come one after the other. */
export async function liveWebhooks(tx: Tx, providerId: string | null): Promise<number> {
  if (providerId !== null) await tx.query(ONE_AT_A_TIME.with(providerId));
  const [row] = await tx.query(LIVE.with(providerId));
  return row?.live ?? 0;
}

export const APPROVE = statement(
  "approve_webhook",
  `update webhook_endpoint set state = 'ACTIVE', approved_by = $2, approved_at = clock_now(),
     position = feed_horizon() where id = $1 and state = 'PROPOSED'`,
);
export const DISABLE = statement(
  "disable_webhook",
  `update webhook_endpoint set state = 'DISABLED', reason = 'BY_HAND' where id = $1 and state <> 'DISABLED'`,
);
export const ENABLE = statement(
  "enable_webhook",
  `update webhook_endpoint set
     state = case when provider_id is null and approved_by is null then 'PROPOSED' else 'ACTIVE' end,
     reason = null, failures = 0, failing_since = null
   where id = $1 and state = 'DISABLED'`,
);
export const ROTATE = statement(
  "rotate_webhook_secret",
  `update webhook_endpoint set secret = $2, former_secret = $3, former_until = clock_now() + make_interval(hours => $4)
   where id = $1`,
);
const SECRET = statement("webhook-secret", "select secret from webhook_endpoint where id = $1");

/** Sealed. */
export async function secretOf(tx: Tx, id: string): Promise<Buffer | null> {
  const [row] = await tx.query(SECRET.with(id));
  return row?.secret ?? null;
}

const HORIZON = statement("feed-horizon", "select feed_horizon() as position");

/** Where the feed ends now: what a new endpoint is told begins after it. */
export async function feedHorizon(tx: Tx): Promise<bigint> {
  const [row] = await tx.query(HORIZON.with());
  return row?.position ?? 0n;
}

const DELIVERIES = statement(
  "deliveries-of-webhooks",
  ofEach(
    `x.id, x.event_id, x.topic, x.subject_id, x.position, x.payload, x.at, x.published_at, x.trace_id, x.state, x.attempts, x.last_status, x.last_fault, x.queued_at,
     x.ended_at, case when x.state = 'WAITING' then x.next_at end as next_at`,
    `select d.*, v.payload, v.at, v.published_at, v.trace_id from webhook_delivery d join event v on v.id = d.event_id
     where d.endpoint_id = p.id and ($2::bigint is null or d.position < $2)
     and ($3::text[] is null or d.state = any ($3)) order by d.position desc limit $4`,
    "x.position desc",
  ),
  PARENT,
);
export type DeliveryRow = RowOf<"deliveries-of-webhooks">;

/** Newest first. */
export function deliveriesOf(
  tx: Tx,
  parents: readonly string[],
  before: string | null,
  states: readonly string[] | null,
  most: number,
): Promise<DeliveryRow[]> {
  return tx.query(DELIVERIES.with(parents, before, states, most));
}

const RESEND = statement(
  "resend-deliveries",
  `update webhook_delivery set state = 'WAITING', attempts = 0, next_at = now(), leased_until = null, ended_at = null
   where endpoint_id = $1 and id = any ($2::uuid[]) returning id`,
);

/** How many of them there are; those that wait anyhow are tried at once. */
export async function resend(tx: Tx, endpointId: string, ids: readonly string[]): Promise<number> {
  return (await tx.query(RESEND.with(endpointId, ids))).length;
}

const SEALED = statement("webhooks-sealed", "select id, url, secret, former_secret from webhook_endpoint order by id for no key update");
const RESEAL = statement("reseal-webhook", "update webhook_endpoint set url = $2, secret = $3, former_secret = $4 where id = $1");

export function lockSealed(tx: Tx): Promise<RowOf<"webhooks-sealed">[]> {
  return tx.query(SEALED.with());
}

export async function keepSealed(tx: Tx, id: string, url: Buffer, secret: Buffer, former: Buffer | null): Promise<void> {
  await tx.query(RESEAL.with(id, url, secret, former));
}
