/**
 * The job that fetches what clinics' calendars and publications hold. Fetching and reading happen outside of every transaction;
 * what they found is then saved as a call of the clinic would save it. What fails is asked for again after ever longer, and what
 * it vouched for is taken off offer when it is too old, as for every other calendar.
 */
import { isRefusalCode, type RefusalCode } from "../../../kernel/refusal-codes.js";
import type { Outside, Validators } from "../../../platform/outside/fetch-outside.js";
import type { JobContext } from "../../../platform/job.js";
import { transaction, type Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { newId } from "../../../platform/random.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { WORKER } from "../../../platform/viewer.js";
import { storedFeed } from "../busy-feeds/busy-feed.store.js";
import { feedOf, readCalendar } from "../busy-feeds/read-calendar.js";
import { settleOpenings } from "../closures/settle-openings.js";
import { icalendarSource } from "../intake/icalendar/icalendar.js";
import { ndjsonSource } from "../intake/ndjson.js";
import { readFile } from "../intake/read-file.js";
import { readSmartManifest } from "../intake/smart-manifest.js";
import type { IntakeLine, OfferTerms } from "../intake/source.js";
import { changedIn, refusalsOf, reportRow } from "../publication/publish-through.js";
import { publishLines } from "../publication/publish-lines.js";
import { freshness, lockClinicForPublishing, type PublishingClinic } from "../publication/publication.store.js";
import { availabilityChanged } from "../slots/availability-event.js";
import {
  addressPlace,
  claimDue,
  keepFailed,
  keepRead,
  refreshFeed,
  sealAnew,
  stillFollowed,
  sweepReports,
  unmentioned,
  type DueSource,
  type ReadState,
} from "./followed-source.store.js";

/** Taken at a time; all that is due is taken in a run. */
const BATCH = 8;
const LIMIT_MS = 20_000;
/** The manifest of SMART Scheduling Links is a list of addresses. */
const MANIFEST_BYTES = 1_000_000;
/** A publication of one network; its files hold 20,000 lines each. */
const MOST_FILES = 50;
/** Openings of one clinic in it. */
const MOST_LINES = 50_000;
const [SOONEST, LATEST] = [5 * 60, 6 * 3_600];
/** Nobody is asked later than this for a Retry-After of theirs. */
const MOST_PATIENCE = 24 * 3_600;

type Figures = Readonly<Record<"sources" | "failed", number>>;

export async function runFetchSources(ctx: JobContext): Promise<Figures> {
  const { database, log, outside, now } = ctx;
  const figures = { sources: 0, failed: 0 };
  if (!outside) return figures;
  const seen = new Set<string>();
  for (;;) {
    const due = (await transaction(database, WORKER, (tx) => claimDue(tx, now, BATCH))).filter(({ id }) => !seen.has(id));
    if (due.length === 0) break;
    const done = await Promise.all(
      due.map(async (source) => {
        seen.add(source.id);
        try {
          return await followOne(ctx, outside, source);
        } catch (error) {
          // it is asked for again when its ten minutes are over; the others have nothing to do with it
          log.warn("a source could not be followed", { err: error });
          return false;
        }
      }),
    );
    figures.sources += done.length;
    figures.failed += done.filter((well) => !well).length;
  }
  await transaction(database, WORKER, sweepReports);
  return figures;
}

/** Whether it went well. An address sealed under a key that is on its way out is sealed anew. */
async function followOne({ database, personalData }: JobContext, outside: Outside, source: DueSource): Promise<boolean> {
  const url = personalData.decrypt(source.url, addressPlace(source.id));
  const read = await fetchOne(outside, source, url, database.clock.now());
  const sealed = personalData.isCurrent(source.url) ? null : personalData.encrypt(url, addressPlace(source.id));
  await transaction(database, WORKER, async (tx) => {
    await save(tx, source, read);
    if (sealed) await sealAnew(tx, source, sealed);
  });
  return !("fault" in read);
}

type Failure = { readonly fault: RefusalCode; readonly retryAfterSeconds: number | null };
type Found =
  | Failure
  | { readonly unchanged: true }
  | { readonly calendar: Awaited<ReturnType<typeof readCalendar>>; readonly validators: Validators }
  | { readonly lines: readonly IntakeLine[]; readonly whole: boolean; readonly since: string | null };

function fetchOne(outside: Outside, source: DueSource, url: string, now: Date): Promise<Found> {
  return source.kind === "SMART" ? publication(outside, source, url, now) : calendar(outside, source, url, now);
}

/** Once a day the whole is asked for: what is known of it must reach as far ahead as the day. */
async function calendar(outside: Outside, source: DueSource, url: string, now: Date): Promise<Found> {
  const validators = source.readToday === true ? { etag: source.etag, lastModified: source.lastModified } : null;
  const got = await outside.fetch(url, { accept: "text/calendar", maxBytes: icalendarSource.maxBytes, limitMs: LIMIT_MS, validators });
  if (got.kind === "FAILED") return got;
  if (got.kind === "UNCHANGED") return validators ? { unchanged: true } : { fault: "FETCH_REFUSED", retryAfterSeconds: null };
  return { calendar: await readCalendar(got.bytes, now), validators: got.validators };
}

/** The manifest, asked for what changed since the last one but once a day, and every file of openings in it. */
async function publication(outside: Outside, source: DueSource, url: string, now: Date): Promise<Found> {
  const since = source.readToday === true ? source.since : null;
  const asked = new URL(url);
  if (since !== null) asked.searchParams.set("_since", since);
  const got = await outside.fetch(asked.href, { accept: "application/json", maxBytes: MANIFEST_BYTES, limitMs: LIMIT_MS });
  if (got.kind === "FAILED") return got;
  const manifest = got.kind === "CONTENT" ? readSmartManifest(got.bytes.toString("utf8")) : null;
  const files = (manifest?.outputs ?? []).filter(({ type }) => type === "Slot");
  if (!manifest || files.length > MOST_FILES) return { fault: "MANIFEST_UNREADABLE", retryAfterSeconds: null };
  const schedules = new Map(Object.entries(source.schedules as Readonly<Record<string, OfferTerms>>));
  const lines: IntakeLine[] = [];
  for (const file of files) {
    const content = await outside.fetch(file.url, {
      accept: "application/fhir+ndjson",
      maxBytes: ndjsonSource.maxBytes,
      limitMs: LIMIT_MS,
    });
    if (content.kind === "FAILED") return content;
    // nothing was said of a version, so there is none that is unchanged
    if (content.kind === "UNCHANGED") return { fault: "FETCH_REFUSED", retryAfterSeconds: null };
    const context = { now, sourceAsOf: null, staleAfterMinutes: 0, window: { start: now, end: now }, schedules, defaults: {} };
    const { faults, lines: read } = await readFile(ndjsonSource, content.bytes, context);
    const [fault] = faults;
    if (fault) return { fault: isRefusalCode(fault.code) ? fault.code : "MANIFEST_UNREADABLE", retryAfterSeconds: null };
    for (const line of read) if (isOurs(line)) lines.push(line);
    if (lines.length > MOST_LINES) return { fault: "TOO_MANY_LINES", retryAfterSeconds: null };
  }
  return { lines, whole: since === null, since: manifest.transactionTime?.toISOString() ?? null };
}

/** A publication is of a whole network: what stands on a schedule that this clinic has not mapped is somebody else's. */
function isOurs(line: IntakeLine): boolean {
  return line.ok || !line.faults.some(({ code }) => code === "SCHEDULE_UNKNOWN");
}

async function save(tx: Tx, source: DueSource, found: Found): Promise<void> {
  const clinic = await lockClinicForPublishing(tx, source.clinicId);
  if (!clinic || !(await stillFollowed(tx, source))) return;
  if ("fault" in found) return keepFailed(tx, source, found.fault, pause(source, found));
  const known: ReadState = { ...source, nextSeconds: usual(source) };
  if ("unchanged" in found) {
    if (source.practitionerId) await refreshFeed(tx, clinic.id, source.practitionerId);
    await trail(tx, clinic, clinic.now, await settled(tx, clinic, source.practitionerId));
    return keepRead(tx, source, known);
  }
  if ("calendar" in found) return saveCalendar(tx, source, clinic, found, known);
  await saveOpenings(tx, clinic, found.lines, found.whole);
  return keepRead(tx, source, { ...known, readAt: clinic.now, since: found.since });
}

async function saveCalendar(
  tx: Tx,
  source: DueSource,
  clinic: PublishingClinic,
  { calendar: read, validators }: Extract<Found, { calendar: unknown }>,
  known: ReadState,
): Promise<void> {
  const feed = feedOf(read, false, null, source.staleAfterMinutes, clinic.now);
  if (source.practitionerId) await storedFeed(tx, newId(), clinic, source.practitionerId, feed);
  const changed = await settled(tx, clinic, source.practitionerId);
  const unreadable = read.busy?.state !== "KNOWN";
  await trail(tx, clinic, unreadable ? null : clinic.now, changed);
  if (unreadable) return keepFailed(tx, source, "FEED_UNREADABLE", pause(source, { fault: "FEED_UNREADABLE", retryAfterSeconds: null }));
  return keepRead(tx, source, { ...known, ...validators, readAt: clinic.now });
}

async function settled(tx: Tx, clinic: PublishingClinic, practitionerId: string | null): Promise<number> {
  const { closed, opened } = await settleOpenings(tx, clinic, practitionerId);
  return closed + opened;
}

async function saveOpenings(tx: Tx, clinic: PublishingClinic, lines: readonly IntakeLine[], whole: boolean): Promise<void> {
  const mentioned = lines.flatMap((line) => (line.ok ? [line.value.externalId] : []));
  // a line that is refused says nothing of what stood there before, so that is not offered either
  const gone = whole ? await unmentioned(tx, clinic.id, mentioned) : [];
  const all = [
    ...lines,
    ...gone.map((externalId, n) => ({ line: lines.length + n + 1, ok: true as const, value: { action: "WITHDRAW" as const, externalId } })),
  ];
  const results = await publishLines(tx, clinic, {
    source: ndjsonSource.code,
    mode: "CONTINUE",
    lines: all,
    pathOf: (_, field) => [field],
  });
  await trail(tx, clinic, clinic.now, changedIn(results), { lines: all.length, results });
}

type Results = { readonly lines: number; readonly results: Awaited<ReturnType<typeof publishLines>> };

/** What every intake leaves beside the slots: freshness, the audit line, the event if anything changed, and what was refused. */
async function trail(tx: Tx, clinic: PublishingClinic, asOf: Date | null, changed: number, report?: Results): Promise<void> {
  const audited = { operation: "fetchSources", object: "Clinic", objectId: clinic.id, outcome: "ALLOWED" } as const;
  await write(
    tx,
    {
      audit_event: [auditRow(WORKER, "fetch-sources", audited)],
      outbox: changed > 0 ? [availabilityChanged(clinic.id, clinic.providerId)] : [],
      intake_report: report ? [reportRow(clinic, ndjsonSource.code, report.lines, refusalsOf(report.results))] : [],
    },
    freshness(clinic.id, asOf),
  );
}

/** Three times before it is too old. */
function usual({ staleAfterMinutes }: DueSource): number {
  return Math.min(LATEST, Math.max(SOONEST, Math.floor((staleAfterMinutes * 60) / 3)));
}

/** Twice as long after each failure, or as long as they ask for. */
function pause(source: DueSource, { retryAfterSeconds }: Failure): number {
  const doubled = Math.min(LATEST, usual(source) * 2 ** Math.min(source.failures, 10));
  return Math.min(MOST_PATIENCE, Math.max(doubled, retryAfterSeconds ?? 0));
}
