/** What stands around the API of one gateway: limits shared with the others, revoked tokens, registered documents, events. */
import type { AdmissionPluginOptions } from "../gateway/admission/admission-plugin.js";
import { registeredDocuments, type RegisteredDocuments } from "../gateway/admission/registered-documents.js";
import type { TakeTurn } from "../gateway/http/feed-door.js";
import type { Config } from "./config.js";
import { announcedSince } from "../platform/trail/announced-since.js";
import type { Database } from "../platform/postgres/database.js";
import { connectEventBus, type EventBus } from "../platform/trail/event-bus.js";
import type { Log } from "../platform/log.js";
import { leaseFrom, makeRateLimiter } from "../platform/rate-limit.js";
import { watchRevocations, type Revocations } from "../platform/people/revocations.js";
import { ANONYMOUS, type Viewer } from "../platform/viewer.js";
import { patiently } from "./start/patiently.js";
import { standingDocuments } from "../platform/client-manifests.js";
import { storedOperations } from "./operations.js";

export type Protection = {
  readonly admission: Pick<AdmissionPluginOptions, "takeTokens" | "trusted" | "registered" | "refund">;
  /** For how many seconds a caller has nothing left to ask with; null while he has. */
  readonly closedFor: (viewer: Viewer, address: string | null) => number | null;
  /** For those who come without a token and outside of the API. */
  readonly takeTurn: TakeTurn;
  readonly revocations: Revocations;
  readonly documents: RegisteredDocuments;
  readonly events: EventBus;
  readonly stop: () => Promise<void>;
};

/** A calendar costs what a page of a list does. */
const TURN_COST = 20;

/** `database` are connections that wait for no request, not even for the requests that the questions are about. */
export async function protect(config: Config, database: Database, log: Log): Promise<Protection> {
  const limiter = makeRateLimiter(leaseFrom(database));
  const revocations = watchRevocations(database, (error) =>
    log.warn("revoked tokens could not be read and will be asked for again", { err: error }),
  );
  const events = connectEventBus(database.logins.directUrl ?? database.url, announcedSince(database));
  const documents = registeredDocuments(
    storedOperations().flatMap(({ document, forCache }) => [document, forCache.document]),
    () => standingDocuments(database),
    (error) => log.warn("registered documents could not be read and will be asked for again", { err: error }),
  );
  await patiently(() => Promise.all([revocations.refresh(), documents.refresh()]));
  const limits = {
    takeTokens: (...[viewer, cost, address]: Parameters<NonNullable<AdmissionPluginOptions["takeTokens"]>>) =>
      limiter.take(viewer, address, cost),
    refund: (...[viewer, cost, address]: Parameters<NonNullable<AdmissionPluginOptions["refund"]>>) =>
      limiter.refund(viewer, address, cost),
  };
  return {
    admission: {
      registered: documents.has,
      ...(config.rateLimits ? limits : {}),
      ...(config.trustedDocumentsOnly ? { trusted: documents.trusted } : {}),
    },
    closedFor: config.rateLimits ? limiter.closedFor : () => null,
    takeTurn: async (address) => {
      const taken = config.rateLimits ? await limiter.take(ANONYMOUS, address, TURN_COST) : null;
      return taken === null || taken.ok ? null : taken.retryAfterSeconds;
    },
    revocations,
    documents,
    events,
    stop: async () => {
      revocations.stop();
      documents.stop();
      await events.close();
    },
  };
}
