/** Effects for others, written with the change and sent after it. Payloads carry ids: readers fetch what they may see. */
import type { NewRow } from "../../../schema/columns-of.js";
import { newId } from "../random.js";

export function outboxRow(topic: string, aggregateId: string, payload: Readonly<Record<string, unknown>>): NewRow<"outbox"> {
  return { id: newId(), topic, aggregate_id: aggregateId, payload };
}
