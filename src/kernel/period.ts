/**
 * Half-open stretches of time, [start, end): the end is not part of it, so 09:00-09:30 and 09:30-10:00 touch and do not
 * overlap. The same convention as the exclusion constraint on slots (tstzrange '[)'); mixing the two invents clashes.
 */
export type Period = { readonly start: Date; readonly end: Date };

export function period(start: Date, end: Date): Period | null {
  return end.getTime() > start.getTime() ? { start, end } : null;
}

export function overlaps(a: Period, b: Period): boolean {
  return a.start.getTime() < b.end.getTime() && b.start.getTime() < a.end.getTime();
}

export function contains(outer: Period, inner: Period | Date): boolean {
  return inner instanceof Date
    ? outer.start.getTime() <= inner.getTime() && inner.getTime() < outer.end.getTime()
    : outer.start.getTime() <= inner.start.getTime() && inner.end.getTime() <= outer.end.getTime();
}

export function durationMinutes(of: Period): number {
  return (of.end.getTime() - of.start.getTime()) / 60_000;
}

/** The same time covered, in order, as few periods as possible; touching ones are joined, empty ones vanish. */
export function union(periods: readonly Period[]): Period[] {
  const joined: { start: Date; end: Date }[] = [];
  for (const next of periods.filter((p) => p.end.getTime() > p.start.getTime()).sort((a, b) => a.start.getTime() - b.start.getTime())) {
    const last = joined.at(-1);
    if (last && next.start.getTime() <= last.end.getTime()) {
      if (next.end.getTime() > last.end.getTime()) last.end = next.end;
    } else joined.push({ start: next.start, end: next.end });
  }
  return joined;
}

/** What is left of `from` when everything in `taken` is cut out of it. */
export function subtract(from: readonly Period[], taken: readonly Period[]): Period[] {
  const cuts = union(taken);
  const left: Period[] = [];
  let first = 0;
  for (const whole of union(from)) {
    // Both lists are in order, so a cut that ends before this period also ends before every later one.
    while (first < cuts.length && cuts[first]!.end.getTime() <= whole.start.getTime()) first += 1;
    let start = whole.start;
    for (let i = first; i < cuts.length && cuts[i]!.start.getTime() < whole.end.getTime(); i += 1) {
      const cut = cuts[i]!;
      if (cut.start.getTime() > start.getTime()) left.push({ start, end: cut.start });
      if (cut.end.getTime() > start.getTime()) start = cut.end;
    }
    if (start.getTime() < whole.end.getTime()) left.push({ start, end: whole.end });
  }
  return left;
}

/** Answers "does anything here overlap this?" by halving instead of by walking: a horizon of slots against a long feed. */
export function overlapTest(periods: readonly Period[]): (probe: Period) => boolean {
  const sorted = union(periods);
  return (probe) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.end.getTime() <= probe.start.getTime()) low = middle + 1;
      else high = middle;
    }
    const candidate = sorted[low];
    return candidate !== undefined && overlaps(candidate, probe);
  };
}
