/** Brings what is offered in line with what is closed and what calendars say: openings that sources offer close and open with the time. */
import { localDateOf, localText, type LocalDate } from "../../../kernel/calendar.js";
import type { Refusal } from "../../../kernel/refusal.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { clashesAmong, SLOTS_OVERLAP, takenRefusal } from "../publication/publication.js";
import { lockPractitioners, takenTime, type PublishingClinic } from "../publication/publication.store.js";
import { timeRulesOf, whyClosedBy } from "./closure.store.js";

const OFFERED = statement(
  "offered-slots",
  `select id, practitioner_id as "practitionerId", starts_at as "startsAt", ends_at as "endsAt", state, booked,
     capacity,
     coalesce(held_until > clock_now(), false) as held
   from slot where clinic_id = $1 and offered and starts_at > $3 and ($2::uuid is null or practitioner_id = $2)
   order by starts_at, id`,
);
const CLOSE = statement(
  "close-offered-slots",
  `update slot set state = 'WITHDRAWN', version = version + 1 where id = any ($1::uuid[]) and state = 'OPEN'
     and (held_until is null or held_until <= clock_now()) returning id, booked < capacity as freed`,
);
const OPEN = statement(
  "open-offered-slots",
  `update slot set state = 'OPEN', version = version + 1, published_at = clock_now()
   where id = any ($1::uuid[]) and state = 'WITHDRAWN' and offered returning id`,
);

const AWAIT_HOLDS = statement(
  "feeds-await-holds",
  `update busy_feed set awaits_holds = practitioner_id = any ($3::uuid[])
   where clinic_id = $1 and ($2::uuid is null or practitioner_id = $2)
     and awaits_holds is distinct from (practitioner_id = any ($3::uuid[]))`,
);

type Row = RowOf<"offered-slots">;
type Kept = { readonly on: LocalDate; readonly startTime: string; readonly refusals: readonly Refusal[] };
export type SettledOpenings = {
  /** Those of which units were taken off offer, all of them or what was left free. */
  readonly closed: number;
  readonly opened: number;
  readonly unchanged: number;
  /** Appointments and holds that stay though their time is closed, and openings that cannot open because another stands there. */
  readonly kept: readonly Kept[];
};

/** Of a locked clinic, all openings to come, or those of one practitioner. */
export async function settleOpenings(tx: Tx, clinic: PublishingClinic, practitionerId: string | null): Promise<SettledOpenings> {
  const [[rules] = [], rows = []] = await tx.all([timeRulesOf(clinic.id), OFFERED.with(clinic.id, practitionerId, clinic.now)]);
  const why = whyClosedBy(rules ?? { closings: [], feeds: [] }, clinic.now);
  const closing: Row[] = [];
  const held = new Set<string>();
  const opening: Row[] = [];
  const kept: Kept[] = [];
  for (const row of rows) {
    const reason = why(row.practitionerId, { start: row.startsAt, end: row.endsAt });
    if (reason === null) {
      if (row.state !== "OPEN") opening.push(row);
      continue;
    }
    const taken = takenRefusal(row);
    if (taken && (row.state === "OPEN" || row.booked > 0)) kept.push(keptOf(row, taken));
    // what is booked stays booked; what is left of it, or comes back by a cancellation, is offered to nobody
    if (row.state !== "OPEN") continue;
    if (row.held) held.add(row.practitionerId);
    else closing.push(row);
  }
  const blocked = await blockedOf(tx, clinic, opening);
  kept.push(...opening.filter((row) => blocked.has(row.id)).map((row) => keptOf(row, SLOTS_OVERLAP)));
  const ids = opening.flatMap((row) => (blocked.has(row.id) ? [] : [row.id]));
  const shut = closing.length === 0 ? [] : await tx.query(CLOSE.with(closing.map((row) => row.id)));
  const closed = shut.filter((row) => row.freed).length;
  // one that is still open was held by somebody since it was read
  const done = new Set(shut.map((row) => row.id));
  for (const row of closing) if (!done.has(row.id)) held.add(row.practitionerId);
  const opened = ids.length === 0 ? 0 : (await tx.query(OPEN.with(ids))).length;
  // when their holds end without a booking, the job of every minute closes them
  if (rules?.feeds.length) await tx.query(AWAIT_HOLDS.with(clinic.id, practitionerId, [...held]));
  const keptAndClosed = closing.filter((row) => done.has(row.id) && row.booked > 0 && row.booked < row.capacity).length;
  return { closed, opened, unchanged: rows.length - closed - opened - kept.length + keptAndClosed, kept };
}

/** Those whose practitioner is meanwhile somewhere else, or in an earlier one of them. */
async function blockedOf(tx: Tx, clinic: PublishingClinic, rows: readonly Row[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0 || clinic.allowsOverlap) return new Set();
  const takings = rows.map((row, n) => ({ n, practitionerId: row.practitionerId, from: row.startsAt.getTime(), to: row.endsAt.getTime() }));
  await lockPractitioners(
    tx,
    rows.map((row) => row.practitionerId),
  );
  // one that is booked takes its own time already
  const clashes = clashesAmong(takings, await takenTime(tx, takings)).filter(({ n, slotId }) => rows[n]?.id !== slotId);
  const blocked = new Set(clashes.map(({ n }) => n));
  const until = new Map<string, number>();
  for (const { n, practitionerId, from, to } of takings) {
    if (blocked.has(n)) continue;
    if (from < (until.get(practitionerId) ?? 0)) blocked.add(n);
    else until.set(practitionerId, to);
  }
  return new Set([...blocked].flatMap((n) => rows[n]?.id ?? []));
}

function keptOf({ startsAt }: Row, reason: Refusal): Kept {
  return { on: localDateOf(startsAt), startTime: localText(startsAt).slice(11, 16), refusals: [{ ...reason, path: [] }] };
}
