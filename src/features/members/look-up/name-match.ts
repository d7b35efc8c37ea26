/** Is this the person a caller says they are? As names are heard and typed: æ or ae, initials, a slip of the keyboard. Pure. */

/** How surely, the surest first. */
export const CERTAINTIES = ["EXACT", "LIKELY", "POSSIBLE"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Words of a name without case, accents and hyphens; Danish letters as two, as passports write them. */
function wordsOfName(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/[æä]/g, "ae")
    .replace(/[øö]/g, "oe")
    .replace(/å/g, "aa")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
}

/** Søren is also written Soren, Ågård also Agard: two letters heard as one. */
function heard(word: string): string {
  return word.replace(/ae/g, "a").replace(/oe/g, "o").replace(/aa/g, "a").replace(/(.)\1/g, "$1").replace(/ck|k/g, "k").replace(/ph/g, "f");
}

/** Initials of Æble, Østergård and Åge. */
const TWO_LETTERS: ReadonlySet<string> = new Set(["ae", "oe", "aa"]);

function certaintyOf(asked: string, word: string): Certainty | null {
  if (asked === word) return "EXACT";
  if (asked.length === 1 || TWO_LETTERS.has(asked)) return word.startsWith(asked) ? "LIKELY" : null;
  if (heard(asked) === heard(word)) return "LIKELY";
  const slips = asked.length >= 8 ? 2 : asked.length >= 4 ? 1 : 0;
  return slips > 0 && withinSlips(heard(asked), heard(word), slips) ? "POSSIBLE" : null;
}

/**
 * Every word that is asked for is a word of the name, and one of them, in full, of the family name; null otherwise. Words of the
 * name that nobody asked for take nothing away: people leave out middle names.
 */
export function nameMatches(
  asked: string,
  { givenNames, familyName }: { readonly givenNames: string; readonly familyName: string },
): Certainty | null {
  const family = wordsOfName(familyName);
  const left = [...wordsOfName(givenNames), ...family];
  const wanted = wordsOfName(asked);
  let worst = 0;
  let ofFamily = false;
  for (const word of wanted) {
    const found = left
      .flatMap((each, n) => {
        const certainty = certaintyOf(word, each);
        return certainty === null ? [] : [{ n, each, rank: CERTAINTIES.indexOf(certainty) }];
      })
      .sort((a, b) => a.rank - b.rank)[0];
    if (!found) return null;
    left.splice(found.n, 1);
    worst = Math.max(worst, found.rank);
    ofFamily ||= word.length > 1 && !TWO_LETTERS.has(word) && family.includes(found.each);
  }
  return wanted.length >= 2 && ofFamily ? (CERTAINTIES[worst] ?? null) : null;
}

/** At most so many letters wrong, missing, too many or changed about. */
function withinSlips(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return (row[b.length] ?? most + 1) <= most;
}
