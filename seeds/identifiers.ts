/** Numbers that pass every check and belong to nobody (the rules of seeds/data/README.md). Each is counted, so each is unique. */
import { danishIban } from "../src/kernel/iban.js";
import { cvrFrom, gs1CheckDigit, verhoeffDigit } from "../src/kernel/check-digits.js";

const digits = (n: number, length: number): string => String(n).padStart(length, "0");

/** Company numbers with a leading zero; those without a valid last digit are passed over. */
export function* cvrNumbers(): Generator<string, never> {
  for (let n = 100_000; ; n += 1) {
    const cvr = cvrFrom(`0${digits(n, 6)}`);
    if (cvr !== null) yield cvr;
  }
}

/** Production unit: one per physical clinic. */
export const pNumber = (n: number): string => `0${digits(100_000_000 + n, 9)}`;

/** Far above the highest item number seen in the real register. */
export function sorId(n: number): string {
  const body = `${99_000_000 + n}100001600`;
  return `${body}${verhoeffDigit(body)}`;
}

/** 952 is GS1's prefix for demonstrations. */
export function gln(n: number): string {
  const body = `952${digits(n, 9)}`;
  return `${body}${gs1CheckDigit(body)}`;
}

const CONSONANTS = "bcdfghjklmnpqrstvwxyz";
const AUTHORISATION = `${CONSONANTS}${CONSONANTS.toUpperCase()}0123456789`;

/** ZZ and three characters without vowels: 140,608 of them. */
export function authorisationId(n: number): string {
  const size = AUTHORISATION.length;
  // a step without common factor with the number of ids: neighbours look unrelated, none repeats
  const scattered = (n * 52_321) % size ** 3;
  const at = (i: number): string => AUTHORISATION[Math.floor(scattered / size ** i) % size] ?? "0";
  return `ZZ${at(2)}${at(1)}${at(0)}`;
}

/** Provider number of a region: six digits; those that begin with 99 are given to nobody. */
export const providerNumber = (n: number): string => `99${digits(n, 4)}`;

/** Every other provider also gave an IBAN, as in life. */
export function account(n: number): { readonly registrationNumber: string; readonly accountNumber: string; readonly iban: string | null } {
  const registrationNumber = String(9990 + (n % 10));
  const accountNumber = digits(1_000_000 + n * 7, 10);
  return { registrationNumber, accountNumber, iban: n % 2 === 0 ? danishIban(registrationNumber, accountNumber) : null };
}

/** A Danish number never starts with 0. */
export const phone = (n: number): string => `+45 00 00 ${digits(Math.floor(n / 100) % 100, 2)} ${digits(n % 100, 2)}`;
