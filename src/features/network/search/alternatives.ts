/** Where many claims could be seen next: a search for each, all of them in one statement. */
import type { Context } from "../../../gateway/api/context.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { toPlane } from "../../../kernel/place.js";
import type { Audited } from "../../../platform/trail/audit.js";
import { readSearchCases, type SearchCase } from "../../claims/case-file/search-case.store.js";
import { isDesignated } from "../../claims/designation/designation.js";
import { readReference, serviceIn, type Reference } from "../reference.store.js";
import { findForEach, WINDOW_DAYS, type ClaimSearch, type ProviderSearch } from "./find-providers.store.js";
import { seesRates } from "./find-providers.js";
import { ANY_DISTANCE_KM, claimSearchOf } from "./search-plan.js";
import { listedOf } from "./listed.js";
import { providerViews, type ProviderType } from "./provider.type.js";

const DAY_MS = 86_400_000;

export type Waiting = {
  readonly claimId: string;
  /** The first appointment begins before it; a promise that is broken already is kept as soon as can be. */
  readonly before: Date;
};

/**
 * The nearest clinics with an opening that each claim may book in time, whatever its member wishes beyond that; none where the home
 * is not known. Seeing them is reading the case, and on record.
 */
export async function alternativesFor(ctx: Context, waiting: readonly Waiting[], most: number): Promise<ProviderType[][]> {
  const cases = await runQuery(
    ctx,
    (tx) =>
      readSearchCases(
        tx,
        waiting.map(({ claimId }) => claimId),
      ),
    (found) => found.map(seen),
  );
  const caseOf = new Map(cases.map((each) => [each.claim.id, each]));
  const reference = await readReference(ctx.database);
  const searches = waiting.flatMap(({ claimId, before }, at) => {
    const claim = caseOf.get(claimId);
    const search = claim && searchOf(claim, reference, before, most);
    return claim && search ? [{ at, claim, search }] : [];
  });
  const answers = waiting.map((): ProviderType[] => []);
  if (searches.length === 0) return answers;
  const found = await findForEach(
    ctx.database,
    searches.map(({ search }) => search),
  );
  const listed = await listedOf(ctx.database, found.flat());
  let next = 0;
  for (const [n, rows] of found.entries()) {
    const asked = searches[n];
    if (asked === undefined) continue;
    const view = providerViews({ serviceOf: serviceIn(reference), claim: asked.claim, seesRates: seesRates(ctx) });
    for (const row of rows) {
      const known = listed[next++];
      if (known) answers[asked.at]?.push(view(row, known));
    }
  }
  return answers;
}

function seen({ claim }: SearchCase): Audited {
  const fields = ["latestOn", "price"];
  return { operation: "alternatives", memberId: claim.member_id, object: "Claim", objectId: claim.id, fields, outcome: "ALLOWED" };
}

type Search = ProviderSearch & { readonly claim: ClaimSearch };

function searchOf(claim: SearchCase, reference: Reference, before: Date, limit: number): Search | null {
  const { homeLat: lat, homeLon: lon, designated } = claim;
  const service = reference.serviceBy.get(claim.claim.service_code);
  if (lat === null || lon === null || !service) return null;
  const now = new Date(claim.now);
  const window = new Date(now.getTime() + WINDOW_DAYS * DAY_MS);
  const bounds = { from: null, to: before > now && before < window ? before : window };
  const of = claimSearchOf(claim, bounds);
  if (of.spans.length === 0) return null;
  return {
    ...toPlane(lat, lon),
    ...bounds,
    radiusKm: isDesignated(claim.claim) && designated !== null ? ANY_DISTANCE_KM : service.radiusKm,
    serviceBit: service.bit,
    channel: null,
    language: null,
    forChild: false,
    privateOnly: false,
    claim: { ...of, gender: null },
    order: "DISTANCE",
    after: null,
    limit,
  };
}
