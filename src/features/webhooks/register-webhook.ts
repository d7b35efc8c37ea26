import { Arg, Ctx, Field, InputType, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { runMutation } from "../../gateway/api/run-operation.js";
import { refusal, Refused, type Refusal } from "../../kernel/refusal.js";
import { outcomeOf, type IdempotencyKey } from "../../platform/idempotency.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import { write } from "../../platform/postgres/write.js";
import { newId } from "../../platform/random.js";
import { sendableAddress } from "../../platform/outside/send-outside.js";
import { auditRow } from "../../platform/trail/audit.js";
import { KeyedInput } from "../../vocabulary/act.type.js";
import { eventTypeOf } from "../events/cloud-event.js";
import { EventTypeEnum } from "../events/event-enums.type.js";
import { feedHorizon, liveWebhooks, MOST_ENDPOINTS, newSecret, sealedPlace, webhookById, type WebhookRow } from "./webhook.store.js";
import { webhookPayload, WebhookSecretPayload } from "./webhook.type.js";

@InputType({ description: "An address that is to be told of events." })
export class RegisterWebhookInput extends KeyedInput {
  @Field(() => String, {
    description: "The address: https on its usual port at a name of the open internet, no redirect. It is kept sealed and shown to nobody.",
  })
  url!: string;
  @Field(() => [EventTypeEnum], { description: "What it is told of; a clinic is told of what `events` tells it." })
  types!: string[];
}

@Resolver()
export class RegisterWebhook {
  @visibleTo("CLINIC_STAFF", "NETWORK_MANAGER")
  @Mutation(() => WebhookSecretPayload, {
    description:
      "Registers an address that is told of what happens from now on: a clinic for its own company, at once; a network manager for a system of the insurer's, once a second one approves it. Each event is sent at least once, signed after Standard Webhooks 1.0, those of one subject in their order.",
  })
  async registerWebhook(
    @Arg("input", () => RegisterWebhookInput) input: RegisterWebhookInput,
    @Ctx() ctx: Context,
  ): Promise<WebhookSecretPayload> {
    const secret = newSecret();
    const keyed = { operation: "registerWebhook", key: input.idempotencyKey, input, keepHours: 72 };
    const outcome = await runMutation<WebhookRow>(ctx, {
      operation: "registerWebhook",
      keyed,
      work: (tx) => register(ctx, tx, input, secret, keyed),
      replay: (tx, stored) => webhookById(tx, (stored as { id: string }).id),
    });
    return { ...webhookPayload(outcome), secret: outcome.result && !outcome.replayed ? secret : null };
  }
}

async function register(ctx: Context, tx: Tx, input: RegisterWebhookInput, secret: string, keyed: IdempotencyKey): Promise<WebhookRow> {
  const clinic = ctx.viewer.role === "CLINIC_STAFF";
  const providerId = clinic ? ctx.viewer.providerId : null;
  const live = await liveWebhooks(tx, providerId);
  const url = sendableAddress(input.url.trim());
  const refusals = [...refusalsOf(input, url, clinic, ctx.services.config.webhooks), ...(live >= MOST_ENDPOINTS ? [ENOUGH] : [])];
  if (refusals.length > 0 || !url) throw new Refused(refusals);
  const id = newId();
  const seal = (plain: string, column: "url" | "secret"): string =>
    `\\x${ctx.services.personalData.encrypt(plain, sealedPlace(column, id)).toString("hex")}`;
  await write(
    tx,
    {
      webhook_endpoint: [
        {
          id,
          provider_id: providerId,
          url: seal(url.href, "url"),
          host: url.hostname,
          topics: [...new Set(input.types)],
          secret: seal(secret, "secret"),
          state: clinic ? "ACTIVE" : "PROPOSED",
          registered_by: ctx.viewer.subject,
          position: await feedHorizon(tx),
        },
      ],
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, { operation: "registerWebhook", object: "Webhook", objectId: id, outcome: "ALLOWED" }),
      ],
    },
    [outcomeOf(ctx.viewer.subject, keyed, { id })],
  );
  return (await webhookById(tx, id)) as WebhookRow;
}

function refusalsOf({ types }: RegisterWebhookInput, url: URL | null, clinic: boolean, on: boolean): Refusal[] {
  const found: Refusal[] = [];
  if (!on)
    found.push(
      refusal("WEBHOOKS_OFF", "This gateway sends no webhooks.", { remedy: "Read the query `events`, which needs no open port." }),
    );
  if (!url)
    found.push(
      refusal("WEBHOOK_ADDRESS_FORBIDDEN", "The address is not https on its usual port at a name of the open internet.", {
        path: ["input", "url"],
        remedy: "Name an https address without port, user and fragment, at most 2000 characters long.",
      }),
    );
  if (types.length === 0)
    found.push(refusal("EVENT_TYPES_MISSING", "No type of event is named.", { path: ["input", "types"], remedy: "Name at least one." }));
  if (clinic && types.some((topic) => !eventTypeOf(topic).forClinic))
    found.push(
      refusal("EVENT_TYPE_NOT_TOLD", "One of these types is told to the insurer's own systems only.", {
        path: ["input", "types"],
        remedy: "Leave it out; the AsyncAPI document says which types a company is told of.",
      }),
    );
  return found;
}

const ENOUGH = refusal("TOO_MANY", `There are ${MOST_ENDPOINTS} already.`, { remedy: "Disable one that nobody needs any more." });
