/**
 * The watch over all promises: every minute each claim without a first appointment is planned onto the free units, and what
 * that says of its promise is put on record. One run at a time; a run that dies has kept whole batches and lost nothing,
 * because the next one starts from the facts again.
 */
import type { PromiseState } from "../../../../schema/states.js";
import { dayWith } from "../../../kernel/day.js";
import type { Database } from "../../../platform/postgres/database.js";
import { newId } from "../../../platform/random.js";
import { transaction, type Tx } from "../../../platform/postgres/transaction.js";
import { WORKER } from "../../../platform/viewer.js";
import { alternativesOf, buildPlan, setWishesAside } from "../plan/build-plan.js";
import type { LivePlan } from "../../../matching/incremental.js";
import { clockOf, loadPromises, type PromiseInstance } from "../plan/promise.store.js";
import { promiseState, type PlanFacts } from "../plan/standing.js";
import { certificatesByClaim } from "../feasibility/tell-certificates.js";
import { englishText, nobodyOnCall, type CertificateWithTexts } from "../feasibility/told-certificate.js";
import {
  applyChanges,
  crisisUnits,
  isOnlyWatch,
  readNames,
  stayAwake,
  watchedClaims,
  type PromiseChange,
  type WatchedClaim,
} from "./watch.store.js";

export type WatchOptions = {
  /** Instead of the database's clock. */
  readonly now?: Date | null;
  /** Called after each batch is committed: a test ends the process here. */
  readonly afterBatch?: (batch: number) => void | Promise<void>;
};

/** Claims changed in one transaction: small enough that a booking never waits long for one of them. */
const BATCH = 500;

export async function watchPromises(database: Database, options: WatchOptions = {}): Promise<Readonly<Record<string, number>>> {
  return transaction(
    database,
    WORKER,
    async (tx) => {
      if (!(await isOnlyWatch(tx))) return { skipped: 1 };
      const watched = await watchedClaims(tx);
      const { now, today } = await clockOf(tx, options.now ?? null);
      const changes = await changesOf(tx, watched, now, today);
      return { watched: watched.length, ...countsOf(changes), ...(await save(database, tx, changes, now, options)) };
    },
    { retries: 0 },
  );
}

async function changesOf(tx: Tx, watched: readonly WatchedClaim[], now: Date, today: number): Promise<PromiseChange[]> {
  const unbooked = watched.filter(
    (claim) => claim.outcome === "RUNNING" && claim.first_starts_at === null && claim.deadline_at !== null && claim.deadline_at > now,
  );
  if (watched.length === 0) return [];
  const crisis = await crisisUnits(
    tx,
    unbooked.filter((claim) => claim.class === "CRISIS_3H").map((claim) => claim.id),
    now,
  );
  const outlook = await outlookOf(tx, unbooked.length > crisis.size, now);
  return watched.flatMap((claim) => {
    const units = crisis.get(claim.id);
    const plan = units === undefined ? outlook.planOf(claim.id) : { placed: units > 0, alternatives: units - 1 };
    const facts = {
      outcome: claim.outcome,
      crisis: claim.class === "CRISIS_3H",
      deadlineAt: claim.deadline_at,
      latestOn: claim.latest_on,
      firstStartsAt: claim.first_starts_at,
      contactedAt: claim.contacted_at,
    };
    const state = promiseState(facts, plan, now, dayWith(today));
    // a breach keeps the reason that was known before it
    const proof = units === undefined ? outlook.certificateOf(claim.id) : nobodyOnCall(claim.id, claim.latest_on ?? dayWith(today));
    const certificate = state === "AT_RISK" ? proof : state === "BREACHED" ? claim.certificate : null;
    return state === claim.state && said(certificate) === said(claim.certificate) ? [] : [{ claim, state, certificate }];
  });
}

const said = (certificate: CertificateWithTexts | null): string => (certificate === null ? "" : englishText(certificate));

type Outlook = {
  readonly planOf: (claimId: string) => PlanFacts;
  readonly certificateOf: (claimId: string) => CertificateWithTexts | null;
};

const NOTHING_PLANNED: Outlook = { planOf: () => ({ placed: false, alternatives: 0 }), certificateOf: () => null };

async function outlookOf(tx: Tx, anybodyWaits: boolean, now: Date): Promise<Outlook> {
  if (!anybodyWaits) return NOTHING_PLANNED;
  const instance = await loadPromises(tx, { now });
  const live = await buildPlan(instance.claims, instance.buckets);
  setWishesAside(live, instance);
  const waiting = withoutConsent(live, instance);
  const told =
    live.unplacedCount === 0 ? new Map<string, CertificateWithTexts>() : certificatesByClaim(live, instance, await readNames(tx));
  return {
    planOf: (id) => waiting.get(id) ?? { placed: live.has(id) && live.placeOf(id) !== null, alternatives: alternativesOf(live, id) },
    certificateOf: (id) => told.get(id) ?? null,
  };
}

/** Claims for which nothing may be booked yet: whether there would be a unit for each, without keeping one. */
function withoutConsent(live: LivePlan, { unconsented }: PromiseInstance): ReadonlyMap<string, PlanFacts> {
  return new Map(
    unconsented.map((claim) => {
      // last of all: it may take nothing from those for whom something can be booked
      const placed = live.addClaim({ ...claim, precedence: Number.MAX_SAFE_INTEGER });
      live.removeClaim(claim.id);
      return [claim.id, { placed, alternatives: 0, waitsForMember: true }];
    }),
  );
}

async function save(
  database: Database,
  tx: Tx,
  changes: readonly PromiseChange[],
  now: Date,
  options: WatchOptions,
): Promise<{ moved: number }> {
  const traceId = `watch-${newId()}`;
  let moved = 0;
  for (let at = 0; at < changes.length; at += BATCH) {
    const batch = changes.slice(at, at + BATCH);
    moved += (await transaction(database, WORKER, (own) => applyChanges(own, batch, now, traceId))).moved;
    await options.afterBatch?.(at / BATCH + 1);
    await stayAwake(tx);
  }
  return { moved };
}

function countsOf(changes: readonly PromiseChange[]): Record<string, number> {
  const to = (state: PromiseState): number => changes.filter((change) => change.state === state && change.claim.state !== state).length;
  return { safe: to("SAFE"), tight: to("TIGHT"), atRisk: to("AT_RISK"), breached: to("BREACHED"), met: to("MET") };
}
