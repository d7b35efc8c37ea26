/** Chance that repeats itself: the same name and number give the same row of draws on every machine. Not for secrets. */
export class Random {
  private a = 0;
  private b = 0;
  private c = 0;
  private d = 1;

  /** Each part of the network draws under a name of its own, so that a change in one part leaves the others as they were. */
  constructor(seed: number, name: string) {
    let h = 2166136261;
    const spread = (): number => {
      h = Math.imul(h ^ (h >>> 16), 2246822507);
      h = Math.imul(h ^ (h >>> 13), 3266489909);
      return (h ^= h >>> 16) >>> 0;
    };
    for (const ch of `${seed}:${name}`) h = Math.imul(h ^ (ch.codePointAt(0) ?? 0), 16777619);
    this.a = spread();
    this.b = spread();
    this.c = spread();
    for (let i = 0; i < 12; i += 1) this.u32();
  }

  /** sfc32 (Chris Doty-Humphrey's Small Fast Counter). */
  u32(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + t) | 0;
    return t >>> 0;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    return this.u32() / 4294967296;
  }

  /** A whole number, both ends included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const item = list[Math.floor(this.next() * list.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  }

  bytes(count: number): Uint8Array {
    const bytes = new Uint8Array(count);
    let word = 0;
    for (let i = 0; i < count; i += 1) {
      if (i % 4 === 0) word = this.u32();
      bytes[i] = word & 0xff;
      word >>>= 8;
    }
    return bytes;
  }
}

/** Draws from a list where each item has a weight; built once, then one binary search per draw. */
export function weighted<T>(items: readonly T[], weight: (item: T) => number): (random: Random) => T {
  let total = 0;
  const upTo = items.map((item) => (total += weight(item)));
  return (random) => {
    const target = random.next() * total;
    let low = 0;
    let high = items.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    const item = items[low];
    if (item === undefined) throw new RangeError("nothing to draw from");
    return item;
  };
}
