/** What is typed at the telephone, as the look-up asks for it. */

export type Asked = {
  readonly claimReference?: string;
  readonly civilNumber?: string;
  readonly phone?: string;
  readonly name?: string;
  readonly birthDate?: string;
};

/** Null while it is not enough to look anybody up by. */
export function readSearch(typed: string, birthDate: string): Asked | null {
  const text = typed.trim();
  if (/^c-?\d+$/i.test(text)) return { claimReference: text.toUpperCase().replace(/^C-?/, "C-") };
  const digits = text.replaceAll(/[\s-]/g, "");
  if (/^\d{10}$/.test(digits)) return { civilNumber: digits };
  if (/^(?:\+45|0045)?\d{8}$/.test(digits)) return { phone: digits };
  return text.includes(" ") && birthDate ? { name: text, birthDate } : null;
}
