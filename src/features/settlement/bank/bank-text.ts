/**
 * Characters that Danish banks carry in domestic payments (Danish CGI appendix). What has a usual spelling inside the set is
 * spelled so; anything else is refused before a file is made, because a bank replaces or rejects it silently.
 */
const ALLOWED = /^[a-zA-Z0-9/\-?:().,'+ áäçđéíóöúüýæøåÁÄÇĐÉÍÓÖÚÜÝÆØÅß%&=@]$/u;
const SPELLED: Readonly<Record<string, string>> = {
  "–": "-",
  "—": "-",
  "−": "-",
  _: "-",
  '"': "'",
  "“": "'",
  "”": "'",
  "„": "'",
  "’": "'",
  "‘": "'",
  "`": "'",
  "´": "'",
  ";": ",",
  "!": ".",
  "[": "(",
  "]": ")",
  "{": "(",
  "}": ")",
  "\u00a0": " ",
  Œ: "OE",
  œ: "oe",
  Ł: "L",
  ł: "l",
  Þ: "Th",
  þ: "th",
  ð: "đ",
  Ð: "Đ",
};

export type BankText = { readonly text: string } | { readonly refusedAt: number };

/** The text in the banks' characters, cut to `most` characters (not bytes), or the place of the first one that has no spelling. */
export function bankText(text: string, most: number): BankText {
  let out = "";
  let place = 0;
  for (const sign of text.normalize("NFC")) {
    const spelled = spell(sign);
    if (spelled === null) return { refusedAt: place };
    out += spelled;
    place += 1;
  }
  return { text: [...out.replace(/ +/g, " ").trim()].slice(0, most).join("").trimEnd() };
}

export function isBankText(text: string): boolean {
  return [...text].every((sign) => ALLOWED.test(sign));
}

function spell(sign: string): string | null {
  if (ALLOWED.test(sign)) return sign;
  const known = SPELLED[sign];
  if (known !== undefined) return known;
  // a letter with an accent outside the set keeps its letter: š is s
  const bare = sign.normalize("NFKD").replace(/\p{M}/gu, "");
  return bare !== "" && bare !== sign && isBankText(bare) ? bare : null;
}
