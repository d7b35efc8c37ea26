/** What the needs of a claim (bookings/quote/needs.ts) say of ways of meeting and of clinics, in the words of the matching. */
import { kindsFor } from "../../bookings/quote/needs.js";
import type { Channel } from "../../../matching/model.js";
import { CHANNELS, type Cover, type Product, type Service } from "../../../rules/codes.js";
import { SERVICE_MATRIX } from "../../../rules/data/products.js";
import { kindCode, type OpeningKind } from "../../../rules/opening-kind.js";

export type Offered = { readonly product: Product; readonly under: Cover; readonly service: Service };

/** Of the units a plan counts: private, not on call, with somebody authorised. */
const PLANNED = {
  audience: "BOTH",
  funding: "PRIVATE",
  onCall: false,
  treatsChildren: true,
  hasPublicAgreement: true,
  authorised: true,
} as const satisfies Partial<OpeningKind>;

const inMatrix = new Set(SERVICE_MATRIX.map((row) => [row.product, row.under, row.service].join()));

/** Ways in which the cover lets a member of this age be treated; none when the service is not in the product. */
export function channelsOffered({ product, under, service }: Offered, age: number): readonly Channel[] {
  if (!inMatrix.has([product, under, service].join())) return [];
  const kinds = kindsFor({ product, under, service, age, lateCrisis: service === "CRISIS_COUNSELLING", promise: "RUNNING" });
  return CHANNELS.filter((channel) => kinds[kindCode({ ...PLANNED, channel })] === "1");
}

/** Whether every cover of this service asks for a company with a public agreement. */
export function needsAgreement(service: string): boolean {
  return (agreementNeeded ??= servicesThatNeedIt()).has(service);
}

const ADULT = 40;
/** Worked out when it is first asked: a start waits for it no longer. */
let agreementNeeded: ReadonlySet<string> | undefined;

function servicesThatNeedIt(): ReadonlySet<string> {
  const without = SERVICE_MATRIX.filter((row) => {
    const kinds = kindsFor({ ...row, age: ADULT, lateCrisis: false, promise: "RUNNING" });
    return !CHANNELS.some((channel) => kinds[kindCode({ ...PLANNED, channel, hasPublicAgreement: false })] === "1");
  });
  return new Set(without.filter((row) => channelsOffered(row, ADULT).length > 0).map((row) => row.service));
}
