/**
 * A type of event: a fact that others may act on. It carries ids and codes and nothing about a person; whoever is told asks for the
 * rest and gets what they may see. Its topic is what an act writes into the outbox, its data the payload beside it.
 */
import type { ValueWords } from "../../kernel/worded.js";

/** One field of an event's data. */
export type Datum = {
  /** ID: the global id of a record. CODE: a value in capital letters. */
  readonly kind: "ID" | "CODE";
  /** Of an ID, the type of the record in the graph. */
  readonly of?: string;
  readonly list?: true;
  readonly says: string;
  /** False where a clinic is not told; the insurer's system is told everything. */
  readonly clinic?: false;
};

export type EventType = {
  /** thing.what-happened, in the past: `booking.confirmed`. Never changed once it was published. */
  readonly topic: string;
  readonly words: ValueWords;
  /** Type, in the graph, of what it happened to. Events about one thing are told in their order. */
  readonly about: string;
  /** Whether the company it happened at is told; its payload then has a `providerId`. */
  readonly forClinic: boolean;
  /** By name, as in the payload. */
  readonly data: Readonly<Record<string, Datum>>;
};

export function id(of: string, says = `Global id of the ${of}.`): Datum & { kind: "ID"; of: string } {
  return { kind: "ID", of, says };
}

export function ids(of: string, says: string): Datum {
  return { ...id(of, says), list: true };
}

export function code(says: string): Datum {
  return { kind: "CODE", says };
}

export function codes(says: string): Datum {
  return { ...code(says), list: true };
}

/** The form of CloudEvents: a name of ours, what happened, and the version of what it carries. */
export function cloudTypeOf(topic: string): string {
  return `dk.provider-network-gateway.${topic}.v1`;
}

/** As an enumeration of the API spells a topic. */
export function valueOf(topic: string): string {
  return topic.replace(/[.-]/g, "_").toUpperCase();
}
