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
  /** Distributed tracing extension: the request that did it, where it said which trace it is of. */
  readonly traceparent?: string;
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
  const traceparent = traceparentOf(row);
  return {
    specversion: "1.0",
    id: row.id,
    source,
    type: cloudTypeOf(row.topic),
    subject: globalId(type.about, row.subject_id),
    time: row.at.toISOString(),
    datacontenttype: "application/json",
    ...(traceparent === null ? {} : { traceparent }),
    data: Object.fromEntries(fields),
  };
}

/** W3C Trace Context: the event goes on in the trace of its request, as a step of its own. */
export function traceparentOf({ id, trace_id }: Pick<EventRow, "id" | "trace_id">): string | null {
  if (trace_id === null || !/^(?!0{32})[0-9a-f]{32}$/.test(trace_id)) return null;
  return `00-${trace_id}-${id.replaceAll("-", "").slice(-16)}-01`;
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
