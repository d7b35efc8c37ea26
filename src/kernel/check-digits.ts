/** Check digits of Danish and international registers: what a validator at the other end will test. */

const CVR_WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 1];

/** Company number: eight digits whose weighted sum divides by 11. */
export function isCvr(text: string): boolean {
  return /^\d{8}$/.test(text) && weigh(text, CVR_WEIGHTS) % 11 === 0;
}

/** The eight digits made from seven, or null where modulus 11 leaves no single digit. */
export function cvrFrom(seven: string): string | null {
  const digit = (11 - (weigh(seven, CVR_WEIGHTS) % 11)) % 11;
  return digit === 10 ? null : `${seven}${digit}`;
}

function weigh(digits: string, weights: readonly number[]): number {
  return [...digits].reduce((sum, digit, i) => sum + Number(digit) * (weights[i] ?? 0), 0);
}

/** GS1 modulus 10 over twelve digits: weights 1, 3, 1, 3 from the left. */
export function gs1CheckDigit(twelve: string): number {
  const sum = [...twelve].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10;
}

export function isGln(text: string): boolean {
  return /^\d{13}$/.test(text) && gs1CheckDigit(text.slice(0, 12)) === Number(text[12]);
}

/** Verhoeff's dihedral check, used by SNOMED identifiers and so by the health register SOR. */
const TIMES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((a) => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((b) => dihedral(a, b)));
const TURN = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

function dihedral(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b + 5) % 5) : (a - b + 5) % 5;
}

function turned(digit: number, times: number): number {
  let value = digit;
  for (let i = 0; i < times % 8; i += 1) value = TURN[value] ?? 0;
  return value;
}

function verhoeff(digits: string, firstPlace: number): number {
  return [...digits].reverse().reduce((check, digit, i) => TIMES[check]?.[turned(Number(digit), i + firstPlace)] ?? 0, 0);
}

export function verhoeffDigit(digits: string): number {
  const check = verhoeff(digits, 1);
  return TIMES[check]?.indexOf(0) ?? 0;
}

export function passesVerhoeff(digits: string): boolean {
  return /^\d+$/.test(digits) && verhoeff(digits, 0) === 0;
}
