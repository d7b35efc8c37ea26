/** The words of the pages in both languages. One list: the compiler says which word is missing in which language. */
import { createContext, useContext, useMemo, useState, type ReactNode } from "react";
import { da } from "./words/da";
import { en } from "./words/en";

export type Language = "da" | "en";
/** Every word of the pages; the Danish list decides which there are. */
export type Words = {
  readonly [K in keyof typeof da]: (typeof da)[K] extends (...given: infer G) => string ? (...given: G) => string : string;
};

type Spoken = { readonly language: Language; readonly speak: (language: Language) => void; readonly say: Words };
const LanguageContext = createContext<Spoken | null>(null);
const KEPT = "language";

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(KEPT) === "en" ? "en" : "da"));
  const spoken = useMemo(() => {
    const speak = (chosen: Language): void => {
      localStorage.setItem(KEPT, chosen);
      setLanguage(chosen);
    };
    document.documentElement.lang = language;
    return { language, speak, say: language === "da" ? (da as Words) : en };
  }, [language]);
  return <LanguageContext.Provider value={spoken}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): Spoken {
  const spoken = useContext(LanguageContext);
  if (!spoken) throw new Error("a page stands inside a language");
  return spoken;
}

export const useWords = (): Words => useLanguage().say;
