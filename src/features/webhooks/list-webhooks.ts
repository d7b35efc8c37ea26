import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { nodesBy } from "../../gateway/api/nodes.js";
import { connection, connectionOf, type Connection } from "../../gateway/api/paging/connection.js";
import { idAfter, idCursor } from "../../gateway/api/paging/id-cursor.js";
import { rowsOf } from "../../gateway/api/paging/list-of.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../gateway/api/paging/page.js";
import { runQuery } from "../../gateway/api/run-operation.js";
import { sourceOf } from "../events/cloud-event.js";
import { WebhookDeliveryStateEnum } from "./webhook-enums.type.js";
import { deliveriesOf, webhooks, webhooksById } from "./webhook.store.js";
import { deliveryView, WebhookDeliveryType, WebhookType, webhookView } from "./webhook.type.js";

const WebhookConnection = connectionOf("Webhook", () => WebhookType);
const DeliveryConnection = connectionOf("WebhookDelivery", () => WebhookDeliveryType);
const LIST = "webhooks";
const DELIVERIES = "deliveries of Webhook";

@ArgsType()
export class DeliveriesArgs extends PageArgs {
  @Field(() => [WebhookDeliveryStateEnum], { nullable: true, description: "Only those that stand so." })
  states?: string[] | null;
}

export const fetchWebhooks = nodesBy(webhooksById, webhookView);

@Resolver(() => WebhookType)
export class ListWebhooks {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "NETWORK_MANAGER")
  @Query(() => WebhookConnection, { description: "Your company's endpoints, or those of the insurer's systems, the newest first." })
  async webhooks(@Args(() => PageArgs) { first, after }: PageArgs, @Ctx() ctx: Context): Promise<Connection<WebhookType>> {
    const size = pageSize(first);
    const rows = await runQuery(ctx, (tx) => webhooks(tx, idAfter(LIST, after), size + 1));
    return connection(rows, size, ({ id }) => idCursor(LIST, id), webhookView);
  }

  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "NETWORK_MANAGER")
  @FieldResolver(() => DeliveryConnection, { description: "What was sent to it or waits, the latest event first." })
  async deliveries(
    @Root() webhook: WebhookType,
    @Args(() => DeliveriesArgs) { first, after, states }: DeliveriesArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<WebhookDeliveryType>> {
    const size = pageSize(first);
    const before = after == null ? null : String(decodeCursor(DELIVERIES, ["whole"], after)[0]);
    const rows = await rowsOf(ctx, idOf("Webhook", webhook.id), {
      key: [DELIVERIES, before, size, states ?? null],
      read: (tx, parents) => deliveriesOf(tx, parents, before, states ?? null, size + 1),
    });
    return connection(
      rows,
      size,
      ({ position }) => encodeCursor(DELIVERIES, [String(position)]),
      (row) => deliveryView(row, sourceOf(ctx.services.config)),
    );
  }
}
