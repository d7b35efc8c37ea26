/**
 * A line on its way to the database and back into the columns of a statement. Ten thousand of them travel in one call, so each
 * is an object with keys of one letter; only this file knows them.
 */
import type { Slot } from "../../../../schema/rows.js";
import { inPieces } from "../../../platform/breathe.js";

/** A good line as it is saved. A withdrawal says nothing but its external id; the rest is null. */
export type LineToSave = {
  /** Place in the call, from 0. */
  readonly line: number;
  /** Id of the slot it becomes or is; null while that is not decided. */
  readonly id: string | null;
  readonly externalId: string;
  readonly practitionerId: string | null;
  /** RFC 3339. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  /** In decimal. */
  readonly serviceMask: string | null;
  readonly channel: Slot["channel"] | null;
  readonly audience: Slot["audience"] | null;
  /** Sorted, each once. */
  readonly languages: readonly string[] | null;
  readonly funding: Slot["funding"] | null;
  readonly capacity: number | null;
  readonly cancellationHours: number | null;
  readonly onCall: boolean;
  /** WITHDRAWN where its time is closed. */
  readonly state: Slot["state"] | null;
};

/** As the text of a parameter that `linesFrom` reads. Languages are joined by commas, which no language code holds. */
export async function encodedLines(lines: readonly LineToSave[]): Promise<string> {
  const written = await inPieces(lines, (portion) => [JSON.stringify(portion.map(encoded)).slice(1, -1)]);
  return `[${written.join(",")}]`;
}

function encoded(each: LineToSave): object {
  return {
    n: each.line,
    i: each.id,
    x: each.externalId,
    p: each.practitionerId,
    a: each.startsAt,
    b: each.endsAt,
    m: each.serviceMask,
    c: each.channel,
    u: each.audience,
    l: each.languages?.join(",") ?? null,
    f: each.funding,
    k: each.capacity,
    h: each.cancellationHours,
    o: each.onCall,
    s: each.state,
  };
}

/** The lines as a table for a FROM, their columns named as those of `slot`; `parameter` is where their text stands, e.g. "$1". */
export const linesFrom = (parameter: string): string => `(
     select n as line, i as id, x as external_id, p as practitioner_id, a as starts_at, b as ends_at, m as service_mask,
       c as channel, u as audience, string_to_array(l, ',') as languages, f as funding, k as capacity,
       h as cancellation_hours, o as on_call, s as state
     from jsonb_to_recordset(${parameter}::jsonb) as travelling(n int, i uuid, x text, p uuid, a timestamptz,
       b timestamptz, m bigint, c text, u text, l text, f text, k int, h int, o boolean, s text))`;
