/**
 * Whether something became slower: today's ratios beside the committed ones. Ratios of processor time, because both sides of
 * one had the same machine; and a ratio counts as fallen only if it fell at every try.
 */

/** Work done per unit of processor time, floor = 1: more is better. By part and what is compared. */
export type Ratios = Readonly<Record<string, number>>;

/** A ratio may fall by a quarter before it counts: less is the machine's mood. */
const TOLERATED = 0.75;
const TRIES = 3;

export type Fallen = { readonly name: string; readonly was: number; readonly is: number | null };

export function fallen(baseline: Ratios, now: Ratios): Fallen[] {
  return Object.entries(baseline).flatMap(([name, was]) => {
    const is = now[name] ?? NaN;
    return is >= was * TOLERATED ? [] : [{ name, was, is: Number.isNaN(is) ? null : is }];
  });
}

/** The part of the bench that a ratio comes from: names are "part: what" or "part kind: what". */
export const partOf = (ratio: string): string => /^[a-z]+/.exec(ratio)?.[0] ?? ratio;

export type Attempt = (parts: readonly string[]) => Promise<Ratios>;

/** Measures what has a committed ratio, and once more what fell. Answers what fell every time. */
export async function check(baseline: Ratios, measure: Attempt, say: (line: string) => void, tries = TRIES): Promise<Fallen[]> {
  let left = baseline;
  for (let attempt = 1; ; attempt += 1) {
    const worse = fallen(left, await measure([...new Set(Object.keys(left).map(partOf))]));
    for (const { name, was, is } of worse) say(`try ${attempt} of ${tries}: ${name} was ${was}, is ${is ?? "not measured"}`);
    if (worse.length === 0 || attempt === tries) return worse;
    left = Object.fromEntries(worse.map(({ name, was }) => [name, was]));
  }
}
