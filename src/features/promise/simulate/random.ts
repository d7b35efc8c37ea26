/** mulberry32: small and seeded; the same seed gives the same half year on every machine. */
export type Random = {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  readonly below: (n: number) => number;
  readonly chance: (share: number) => boolean;
  /** Poisson by Knuth's product: fine for the small means used here. */
  readonly poisson: (mean: number) => number;
};

export function randomOf(seed: number, stream: number): Random {
  let a = (seed ^ Math.imul(stream + 1, 0x9e3779b1)) >>> 0;
  const next = (): number => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    below: (n) => Math.floor(next() * n),
    chance: (share) => next() < share,
    poisson: (mean) => {
      const limit = Math.exp(-mean);
      let n = 0;
      for (let p = next(); p > limit; p *= next()) n += 1;
      return n;
    },
  };
}
