/** A closed list with its words: what a person is shown for each value, in both languages, and what it means to those who program. */
export type ValueWords = readonly [
  en: string,
  da: string,
  /** Where the English words do not say it all. */
  means?: string,
];

export type WordList<V extends string> = Readonly<Record<V, ValueWords>>;

/** The values of a worded list, in its order. */
export function valuesOf<V extends string>(words: WordList<V>): readonly [V, ...V[]] {
  return Object.keys(words) as [V, ...V[]];
}

/** Whether a text is one of the values. */
export function isValueOf<V extends string>(words: WordList<V>, text: string): text is V {
  return Object.hasOwn(words, text);
}
