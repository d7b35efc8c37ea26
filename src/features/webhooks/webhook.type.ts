import { Field, ID, Int, ObjectType } from "type-graphql";
import type { DeliveryState, WebhookState } from "../../../schema/states.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { globalId, Node } from "../../gateway/api/node.js";
import { refOrNull, relation, type Ref } from "../../gateway/api/relation.js";
import { DateTime, UUID } from "../../gateway/api/scalars.js";
import type { MutationOutcome } from "../../gateway/api/run-operation.js";
import { refusal } from "../../kernel/refusal.js";
import { isRefusalCode, REFUSALS } from "../../kernel/refusal-codes.js";
import { ActPayload } from "../../vocabulary/act.type.js";
import { UserError, userErrors } from "../../vocabulary/user-error.type.js";
import { EventView, eventView } from "../events/event.type.js";
import { EventTypeEnum } from "../events/event-enums.type.js";
import { WebhookDeliveryStateEnum, WebhookDisabledReasonEnum, WebhookStateEnum } from "./webhook-enums.type.js";
import type { DeliveryRow, WebhookRow } from "./webhook.store.js";

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "NETWORK_MANAGER")
@ObjectType("Webhook", {
  implements: Node,
  description: "An address outside that is told of events after Standard Webhooks 1.0. The address and its secret are shown to nobody.",
})
export class WebhookType extends Node {
  @Field(() => String, { description: "Host of the address." })
  host!: string;
  @Field(() => [EventTypeEnum], { description: "What it is told of." })
  types!: readonly string[];
  @Field(() => WebhookStateEnum, { description: "How it stands." })
  state!: WebhookState;
  @Field(() => WebhookDisabledReasonEnum, { nullable: true, description: "Why it is disabled; null while it is not." })
  disabledReason!: string | null;
  @relation("Organisation", { nullable: true, description: "The company whose it is; null for the insurer's own systems." })
  organisation!: Ref | null;
  @Field(() => DateTime, { description: "When it was registered." })
  registeredAt!: Date;
  @Field(() => DateTime, { nullable: true, description: "When a second person approved it; null where none has to or has yet." })
  approvedAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: "Since when nothing was taken; null while it goes well." })
  failingSince!: Date | null;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "NETWORK_MANAGER")
@ObjectType("WebhookDelivery", { description: "One event on its way to one endpoint; kept 31 days." })
export class WebhookDeliveryType {
  @Field(() => ID, { description: "For resendDeliveries." })
  id!: string;
  @Field(() => UUID, { description: "The event, as `events` names it; the header webhook-id of every try." })
  message!: string;
  @Field(() => EventTypeEnum, { description: "What happened." })
  type!: string;
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @Field(() => EventView, { description: "The event, as `events` tells it." })
  event!: EventView;
  @Field(() => WebhookDeliveryStateEnum, { description: "What became of it." })
  state!: DeliveryState;
  @Field(() => Int, { description: "Tries so far, at most 10." })
  attempts!: number;
  @Field(() => Int, { nullable: true, description: "HTTP status of the last answer; null where there was none." })
  lastStatus!: number | null;
  @Field(() => UserError, { nullable: true, description: "Why the last try had no answer; null where it had one." })
  lastFault!: UserError | null;
  @Field(() => DateTime, { description: "When it was queued." })
  queuedAt!: Date;
  @Field(() => DateTime, { nullable: true, description: "When it is tried next; null once it has ended." })
  nextAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: "When it was delivered or given up; null while it is tried." })
  endedAt!: Date | null;
}

@visibleTo("CLINIC_STAFF", "NETWORK_MANAGER")
@ObjectType({ description: "The endpoint, or every reason why not." })
export class WebhookPayload extends ActPayload {
  @Field(() => WebhookType, { nullable: true, description: "The endpoint as it stands now; null when it was refused." })
  webhook!: WebhookType | null;
}

@visibleTo("CLINIC_STAFF", "NETWORK_MANAGER")
@ObjectType({ description: "The endpoint and its secret, or every reason why not." })
export class WebhookSecretPayload extends WebhookPayload {
  @Field(() => String, {
    nullable: true,
    description:
      "The secret that signs, whsec_ and Base64. Told this once: a repeated request does not tell it again, rotateWebhookSecret makes a new one. Null when it was refused.",
  })
  secret!: string | null;
}

export function webhookView(row: WebhookRow): WebhookType {
  return {
    id: globalId("Webhook", row.id),
    host: row.host,
    types: row.topics,
    state: row.state,
    disabledReason: row.state === "DISABLED" ? row.reason : null,
    organisation: refOrNull("Organisation", row.provider_id),
    registeredAt: row.registered_at,
    approvedAt: row.approved_at,
    failingSince: row.failing_since,
  };
}

export function deliveryView(row: DeliveryRow, source: string): WebhookDeliveryType {
  return {
    id: globalId("WebhookDelivery", row.id),
    message: row.event_id,
    type: row.topic,
    event: eventView({ ...row, id: row.event_id }, "CLINIC", source),
    state: row.state,
    attempts: row.attempts,
    lastStatus: row.last_status,
    lastFault: faultOf(row.last_fault),
    queuedAt: row.queued_at,
    nextAt: row.next_at,
    endedAt: row.ended_at,
  };
}

export function webhookPayload({ result, errors, replayed }: MutationOutcome<WebhookRow>): WebhookPayload {
  return { webhook: result && webhookView(result), errors: userErrors(errors), replayed };
}

function faultOf(code: string | null): UserError | null {
  return code !== null && isRefusalCode(code) ? (userErrors([refusal(code, REFUSALS[code][0], { retryable: true })])[0] ?? null) : null;
}
