/** An event as it leaves: CloudEvents 1.0 in JSON, the same in the feed and in a webhook. */
import { globalId } from "../../gateway/api/global-id.js";
import { present } from "../../kernel/invariant.js";
import { cloudTypeOf, type Datum, type EventType } from "./event-type.js";
import type { EventRow } from "./event.store.js";
import { EVENT_TYPES } from "./types/index.js";

const BY_TOPIC: ReadonlyMap<string, EventType> = new Map(EVENT_TYPES.map((type) => [type.topic, type]));

/** A clinic is told less of some events than the insurer's own system. */
export type Audience = "CLINIC" | "INSURER";

export type CloudEvent = {
  readonly specversion: "1.0";
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: "application/json";
  readonly data: Readonly<Record<string, string | readonly string[]>>;
};

export function eventTypeOf(topic: string): EventType {
  return present(BY_TOPIC.get(topic), "an event in the feed has its type");
}

/** `source` is the gateway, as whoever is told knows it: its public origin. */
export function cloudEvent(row: EventRow, audience: Audience, source: string): CloudEvent {
  const type = eventTypeOf(row.topic);
  const fields = Object.entries(type.data).flatMap(([name, datum]) => {
    const value = audience === "CLINIC" && datum.clinic === false ? null : told(datum, row.payload[name]);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    specversion: "1.0",
    id: row.id,
    source,
    type: cloudTypeOf(row.topic),
    subject: globalId(type.about, row.subject_id),
    time: row.at.toISOString(),
    datacontenttype: "application/json",
    data: Object.fromEntries(fields),
  };
}

function told(datum: Datum, value: string | readonly string[] | null | undefined): string | readonly string[] | null {
  if (value === null || value === undefined) return null;
  const one = (text: string): string => (datum.kind === "ID" ? globalId(datum.of ?? "", text) : text);
  return typeof value === "string" ? one(value) : value.map(one);
}

/** What a gateway without a public origin is called. */
export function sourceOf({ publicUrl }: { readonly publicUrl: string | null }): string {
  return publicUrl ?? "urn:provider-network-gateway";
}
