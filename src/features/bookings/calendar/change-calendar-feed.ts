import { Field, ID, InputType } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { idOf } from "../../../gateway/api/node.js";
import { UUID } from "../../../gateway/api/scalars.js";
import { Refused, refusal } from "../../../kernel/refusal.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { liveFeed, type CalendarFeedKnown } from "./calendar-feed.store.js";
import { feedView, type CalendarFeedPayload } from "./calendar-feed.type.js";

@InputType({ description: "Which private calendar." })
export class ChangeCalendarFeedInput {
  @Field(() => UUID, { description: "Repeating a request with the same key has one effect; kept 72 hours." })
  idempotencyKey!: string;
  @Field(() => ID, { description: "The calendar; must be your own, or of your own clinic." })
  id!: string;
}

/** What rotating and revoking have in common. */
export async function changeFeed(
  ctx: Context,
  operation: string,
  input: ChangeCalendarFeedInput,
  work: (tx: Tx, id: string) => Promise<boolean>,
): Promise<Omit<CalendarFeedPayload, "path">> {
  const id = idOf("CalendarFeed", input.id, ["input", "id"]);
  const keyed: IdempotencyKey = { operation, key: input.idempotencyKey, input, keepHours: 72 };
  const { result, errors, replayed } = await runMutation<CalendarFeedKnown | null>(ctx, {
    operation,
    keyed,
    work: async (tx) => {
      const before = await liveFeed(tx, id);
      if (!before || !(await work(tx, id)))
        throw new Refused([
          refusal("NOT_FOUND", "There is no such calendar.", { path: ["input", "id"], remedy: "Read calendarFeeds again." }),
        ]);
      const audited = { operation, memberId: before.memberId, object: "CalendarFeed", objectId: id, outcome: "ALLOWED" } as const;
      await write(tx, { audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)] }, [outcomeOf(ctx.viewer.subject, keyed, { id })]);
      return liveFeed(tx, id);
    },
    replay: (tx, stored) => liveFeed(tx, (stored as { id: string }).id),
  });
  return { feed: result && feedView(result), errors: userErrors(errors), replayed };
}
