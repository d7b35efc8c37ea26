/** The civil registration number (CPR): six digits of birth date, then four. Its last digit is no reliable check: numbers without modulus 11 are issued since 2007. */

/** Ten digits, or null when this cannot be a number that was ever issued. */
export function normaliseCpr(text: string): string | null {
  const match = /^(\d{6})[- ]?(\d{4})$/.exec(text.trim());
  if (!match) return null;
  const digits = `${match[1]}${match[2]}`;
  return birthDateOf(digits) === null ? null : digits;
}

/** Birth date as 'YYYY-MM-DD'. The seventh digit together with the year says the century (CPR-kontoret, "Personnummeret i CPR"). */
export function birthDateOf(cpr: string): string | null {
  const day = Number(cpr.slice(0, 2));
  const month = Number(cpr.slice(2, 4));
  const year = centuryOf(Number(cpr[6]), Number(cpr.slice(4, 6))) + Number(cpr.slice(4, 6));
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

function centuryOf(seventh: number, year: number): number {
  if (seventh <= 3) return 1900;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 : 1900;
  return year <= 57 ? 2000 : 1800;
}

/** For screens where the person is known already: the last four digits stay hidden. */
export function maskCpr(cpr: string): string {
  return `${cpr.slice(0, 6)}-XXXX`;
}
