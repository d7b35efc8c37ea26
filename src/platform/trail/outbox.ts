/** Effects for others, written with the change and sent after it. Payloads carry ids: readers fetch what they may see. */
import { newId } from "../random.js";

export function outboxRow(topic: string, aggregateId: string, payload: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { id: newId(), topic, aggregate_id: aggregateId, payload };
}
