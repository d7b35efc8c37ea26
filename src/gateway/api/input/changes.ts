/**
 * The source of a subscription: announced events, each looked up again as the viewer who is told. What this viewer may not see,
 * or no longer, is passed over in silence, as if nothing had happened.
 */
import { GraphQLError } from "graphql";
import { EventsMissed, type BusEvent, type EventBus } from "../../../platform/trail/event-bus.js";
import type { Context } from "../context.js";

/** `see` reads what an event is about with this viewer's eyes; null passes it over. */
export async function* changes<T>(
  events: EventBus | undefined,
  ctx: Context,
  topic: string,
  see: (now: Context, event: BusEvent) => Promise<T | null> | T | null,
): AsyncGenerator<T, void, undefined> {
  if (!events) throw new Error("this gateway does not listen for events");
  try {
    for await (const event of events.listen(topic, ctx.signal)) {
      const seen = await see(ctx.renew ? await ctx.renew() : ctx, event);
      if (seen !== null) yield seen;
    }
  } catch (error) {
    throw error instanceof EventsMissed ? missed() : error;
  }
}

function missed(): GraphQLError {
  return new GraphQLError("Some changes were missed. Read again what you show, then subscribe again.", {
    extensions: { code: "UNAVAILABLE", retryable: true },
  });
}

/** An id in an event's payload; null when it names none. */
export function idIn(event: BusEvent, name: string): string | null {
  const id = event.payload[name];
  return typeof id === "string" ? id : null;
}
