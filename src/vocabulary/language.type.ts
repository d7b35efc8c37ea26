/** Words for people: objects that hold a text answer it in the language asked for, by one argument with one default. */
import { Arg } from "type-graphql";
import { enumOf } from "../gateway/api/enum.js";
import type { WordList } from "../kernel/worded.js";
import type { Words } from "../rules/words.js";

const LANGUAGE_WORDS = { DA: ["Danish", "Dansk"], EN: ["English", "Engelsk"] } as const satisfies WordList<string>;
export type Language = keyof typeof LANGUAGE_WORDS;
export const LanguageEnum = enumOf("Language", "A language in which the gateway has words for people.", LANGUAGE_WORDS);

/** The argument of every field that answers a text for people. */
export function InLanguage(): ReturnType<typeof Arg> {
  return Arg("language", () => LanguageEnum, { defaultValue: "DA", description: "Danish unless asked otherwise." });
}

export function inLanguage({ en, da }: Words, language: Language): string {
  return language === "DA" ? da : en;
}

/** The words for a value of a list; the value itself where there are none. */
export function wordOf(words: WordList<string>, value: string, language: Language): string {
  return inLanguage(wordsOf(words, value), language);
}

export function wordsOf(words: WordList<string>, value: string): Words {
  const [en, da] = words[value] ?? [value, value];
  return { en, da };
}
