/** What the cover and the promise look at in an opening, apart from when it is: a small closed grid, so that an answer for each kind is one bit. */
import { CHANNELS, SECTORS, type Channel, type Sector } from "./codes.js";

export const AUDIENCE_KINDS = ["ADULT", "CHILD", "BOTH"] as const;

export type OpeningKind = {
  readonly channel: Channel;
  /** Whom the clinic keeps it for. */
  readonly audience: (typeof AUDIENCE_KINDS)[number];
  readonly funding: Sector;
  /** Kept for acute crises. */
  readonly onCall: boolean;
  /** Clinic and practitioner both treat children. */
  readonly treatsChildren: boolean;
  readonly hasPublicAgreement: boolean;
  readonly authorised: boolean;
};

const FLAGS = ["onCall", "treatsChildren", "hasPublicAgreement", "authorised"] as const;
const FUNDINGS: readonly Sector[] = SECTORS;

/** What each value adds to the code of a kind: the one place that numbers them, for memory and for SQL. */
export const KIND_WEIGHTS = ((): {
  readonly channel: Readonly<Record<Channel, number>>;
  readonly audience: Readonly<Record<OpeningKind["audience"], number>>;
  readonly funding: Readonly<Record<Sector, number>>;
  readonly flags: Readonly<Record<(typeof FLAGS)[number], number>>;
  readonly size: number;
} => {
  let weight = 1;
  const flags = Object.fromEntries(FLAGS.map((flag, i) => [flag, 1 << i])) as Record<(typeof FLAGS)[number], number>;
  weight <<= FLAGS.length;
  const numbered = <V extends string>(values: readonly V[]): Record<V, number> => {
    const of = Object.fromEntries(values.map((value, i) => [value, i * weight])) as Record<V, number>;
    weight *= values.length;
    return of;
  };
  const [funding, audience, channel] = [numbered(FUNDINGS), numbered(AUDIENCE_KINDS), numbered(CHANNELS)];
  return { channel, audience, funding, flags, size: weight };
})();

/** The number of a kind: its bit in a mask of kinds. */
export function kindCode(kind: OpeningKind): number {
  const { channel, audience, funding, flags } = KIND_WEIGHTS;
  const of = channel[kind.channel] + audience[kind.audience] + funding[kind.funding];
  return FLAGS.reduce((code, flag) => code + (kind[flag] ? flags[flag] : 0), of);
}

/** Every kind there is, each at the place of its code. */
export const OPENING_KINDS: readonly OpeningKind[] = CHANNELS.flatMap((channel) =>
  AUDIENCE_KINDS.flatMap((audience) =>
    FUNDINGS.flatMap((funding) =>
      Array.from({ length: 1 << FLAGS.length }, (_, bits): OpeningKind => {
        const has = (flag: (typeof FLAGS)[number]): boolean => (bits & KIND_WEIGHTS.flags[flag]) !== 0;
        return {
          channel,
          audience,
          funding,
          onCall: has("onCall"),
          treatsChildren: has("treatsChildren"),
          hasPublicAgreement: has("hasPublicAgreement"),
          authorised: has("authorised"),
        };
      }),
    ),
  ),
);
