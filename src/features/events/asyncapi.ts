/** The types of events as one AsyncAPI 3.1 document, for whoever writes the program at the other end. Made from the list. */
import { cloudTypeOf, valueOf, type Datum, type EventType } from "./event-type.js";
import { EVENT_TYPES } from "./types/index.js";

const types: readonly EventType[] = EVENT_TYPES;

export function asyncApiDocument(version: string): object {
  return {
    asyncapi: "3.1.0",
    info: {
      title: "Provider Network Gateway: events",
      version,
      description:
        "Facts that others may act on, as CloudEvents 1.0 in JSON. They carry ids and codes and nothing about a person: ask the API for the rest. The same events stand in the query `events`, which is in order and leaves none out, and are sent to webhooks after Standard Webhooks 1.0, at least once each; those of one subject in their order.",
    },
    defaultContentType: "application/cloudevents+json",
    channels: {
      events: {
        title: "Events",
        description: "The query `events` of the API, and every webhook that was registered for the type.",
        messages: Object.fromEntries(types.map(({ topic }) => [valueOf(topic), { $ref: `#/components/messages/${valueOf(topic)}` }])),
      },
    },
    operations: {
      sendEvents: { action: "send", channel: { $ref: "#/channels/events" }, summary: "What the gateway tells." },
    },
    components: {
      messages: Object.fromEntries(types.map((type) => [valueOf(type.topic), messageOf(type)])),
      schemas: { WebhookHeaders: WEBHOOK_HEADERS },
    },
  };
}

const WEBHOOK_HEADERS = {
  type: "object",
  description: "Of a webhook (Standard Webhooks 1.0); the query has none.",
  properties: {
    "webhook-id": { type: "string", description: "The event's id: the same in every try." },
    "webhook-timestamp": { type: "string", description: "Seconds since 1970 at which this try was made." },
    "webhook-signature": { type: "string", description: "`v1,` and HMAC-SHA256 in Base64; while a secret is rotated, one for each." },
  },
};

function messageOf(type: EventType): object {
  const [title, , summary] = type.words;
  return {
    name: cloudTypeOf(type.topic),
    title,
    summary: summary ?? title,
    description: type.forClinic ? "Told to the company it happened at, and to the insurer's system." : "Told to the insurer's system.",
    contentType: "application/cloudevents+json",
    headers: { $ref: "#/components/schemas/WebhookHeaders" },
    payload: payloadOf(type),
  };
}

/** JSON Schema of one event, envelope and data. */
export function payloadOf({ topic, about, data }: EventType): object {
  return {
    type: "object",
    required: ["specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data"],
    properties: {
      specversion: { const: "1.0" },
      id: { type: "string", format: "uuid", description: "Unique; whoever has acted on it needs not act again." },
      source: { type: "string", description: "The gateway: its public origin." },
      type: { const: cloudTypeOf(topic) },
      subject: { type: "string", description: `Global id of the ${about}. Events of one subject come in their order.` },
      time: { type: "string", format: "date-time", description: "When it happened." },
      datacontenttype: { const: "application/json" },
      traceparent: { type: "string", description: "W3C Trace Context of the request that did it, where it said which trace it is of." },
      data: {
        type: "object",
        properties: Object.fromEntries(Object.entries(data).map(([name, datum]: [string, Datum]) => [name, schemaOf(datum)])),
        additionalProperties: false,
      },
    },
    additionalProperties: true,
  };
}

function schemaOf({ kind, list, says, clinic }: Datum): object {
  const one = kind === "ID" ? { type: "string", minLength: 1 } : { type: "string", pattern: "^[A-Z][A-Z0-9_]*$" };
  const description = clinic === false ? `${says} Not told to clinics.` : says;
  return list ? { type: "array", items: one, description } : { ...one, description };
}
