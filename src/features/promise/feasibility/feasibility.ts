/** Do the promises of a region and a service fit the capacity there is? The answer, its proof, and what would make them fit. */
import { additionsFor, type Addition, type AdditionQuestion } from "./additions.js";
import { buildPlan, setWishesAside } from "../plan/build-plan.js";
import { certificatesOf } from "../../../matching/certificate.js";
import type { OpenClaim, UnitBucket } from "../../../matching/model.js";
import type { PromiseInstance } from "../plan/promise.store.js";
import { certificateTexts, type CertificateNames, type CertificateWithTexts } from "./told-certificate.js";

export type FeasibilityQuestion = {
  /** Day numbers: deadlines from the first to the last, both included. */
  readonly from: number;
  readonly to: number;
  readonly region: string | null;
  readonly service: string | null;
};

export type Feasibility = {
  readonly openClaims: number;
  readonly units: number;
  readonly unplaced: number;
  readonly certificates: readonly CertificateWithTexts[];
  readonly additions: readonly Addition[];
};

/** The largest shortages; a page of them is what somebody can act on. */
const MOST_CERTIFICATES = 20;

/**
 * All open claims with a deadline in the period compete, wherever they come from; told is what concerns the claims asked
 * about. Whoever has time beyond the period is left to it.
 */
export async function feasibilityOf(
  instance: PromiseInstance,
  question: FeasibilityQuestion,
  {
    names,
    regionOfClinic,
    isOpenDay,
  }: {
    readonly names: CertificateNames;
    readonly regionOfClinic: (clinicId: string) => string | null;
    readonly isOpenDay: (day: number) => boolean;
  },
): Promise<Feasibility> {
  const claims = instance.claims.filter((claim) => claim.deadlineOn >= question.from && claim.deadlineOn <= question.to);
  const buckets = instance.buckets.filter((bucket) => bucket.dayOn <= question.to);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const isAsked = (claim: OpenClaim): boolean =>
    (question.service === null || claim.service === question.service) &&
    (question.region === null || instance.regionOf.get(claim.id) === question.region);
  const asked = new Set(claims.filter(isAsked).map((claim) => claim.id));
  const live = await buildPlan(claims, buckets);
  // as the board and the watch do: a wish costs nobody a unit
  setWishesAside(live, { relaxed: (id) => (byId.has(id) ? instance.relaxed(id) : []) });
  const unplaced = live.unplaced().filter((id) => asked.has(id)).length;
  const sets = certificatesOf(live.graph);
  const concerning = sets.filter((certificate) => certificate.claims.some((id) => asked.has(id))).slice(0, MOST_CERTIFICATES);
  const certificates = concerning.map((certificate) => certificateTexts(certificate, (id) => byId.get(id)!, names));
  const offered = (bucket: UnitBucket): boolean =>
    (question.service === null || (bucket.serves ?? [bucket.service]).includes(question.service)) &&
    (question.region === null || regionOfClinic(bucket.clinicId) === question.region);
  const units = buckets.filter(offered).reduce((sum, bucket) => sum + bucket.units, 0);
  const additions = await additionsFor(live, sets, {
    isAsked: (id) => asked.has(id),
    isOpenDay,
    firstDay: instance.today + 1,
    priceOf: priceIn(instance),
  });
  return { openClaims: asked.size, units, unplaced, certificates, additions };
}

/** What the clinic has agreed for a first session on that day; for a new place the middle of what others have. */
function priceIn({ rates }: PromiseInstance): AdditionQuestion["priceOf"] {
  return ({ service, channel, dayOn }, clinicId) => {
    const found = rates
      .filter(
        (rate) =>
          rate.service === service &&
          (rate.channel === "ANY" || rate.channel === channel) &&
          rate.from_day <= dayOn &&
          (rate.until_day === null || rate.until_day > dayOn) &&
          (clinicId === null || rate.clinic_id === clinicId),
      )
      .map((rate) => Number(rate.amount_minor))
      .sort((a, b) => a - b);
    return found[Math.floor(found.length / 2)] ?? null;
  };
}
