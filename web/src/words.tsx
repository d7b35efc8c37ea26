/**
 * The words of the pages in both languages. What all pages share stands in words/; a role's own words stand in its folder and are
 * loaded with its pages. The compiler says which word is missing in which language.
 */
import { createContext, useContext, useMemo, useState, type ReactNode } from "react";
import { da } from "./words/da";
import { en } from "./words/en";

export type Language = "da" | "en";
/** The same words in another language: the Danish list decides which there are and what each is told. */
export type Spoken<T> = {
  readonly [K in keyof T]: T[K] extends (...given: infer G) => string
    ? (...given: G) => string
    : T[K] extends string
      ? string
      : Spoken<T[K]>;
};
export type Words = Spoken<typeof da>;
export type InBoth<T> = { readonly da: T; readonly en: Spoken<T> };

/** A role's own words. */
export function inBoth<T extends object>(danish: T, english: Spoken<T>): InBoth<T> {
  return { da: danish, en: english };
}

type Speaking = { readonly language: Language; readonly speak: (language: Language) => void; readonly say: Words };
const LanguageContext = createContext<Speaking | null>(null);
const KEPT = "language";

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(KEPT) === "en" ? "en" : "da"));
  const speaking = useMemo(() => {
    const speak = (chosen: Language): void => {
      localStorage.setItem(KEPT, chosen);
      setLanguage(chosen);
    };
    document.documentElement.lang = language;
    return { language, speak, say: language === "da" ? (da as Words) : en };
  }, [language]);
  return <LanguageContext.Provider value={speaking}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): Speaking {
  const speaking = useContext(LanguageContext);
  if (!speaking) throw new Error("a page stands inside a language");
  return speaking;
}

export const useWords = (): Words => useLanguage().say;

/** A role's own words, in the language that is spoken. */
export function useOwn<T>(words: InBoth<T>): Spoken<T> {
  const { language } = useLanguage();
  return language === "da" ? (words.da as Spoken<T>) : words.en;
}

/** The language as the graph names it. */
export const asAsked = (language: Language): "DA" | "EN" => (language === "da" ? "DA" : "EN");
