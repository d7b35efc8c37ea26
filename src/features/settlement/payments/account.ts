import { isIban } from "../../../kernel/iban.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";

/**
 * A Danish account as clinics know it: registration number and account number, two texts with their leading zeros. The
 * IBAN is kept as given beside them and never computed: a bank may use another registration number in it.
 */
export type BankAccount = { readonly registrationNumber: string; readonly accountNumber: string; readonly iban: string | null };

/** The account in a row that may have found none. */
export function accountIn({ registration_number, account_number, iban }: AccountColumns): BankAccount | null {
  if (registration_number === null || account_number === null) return null;
  return { registrationNumber: registration_number, accountNumber: account_number, iban };
}

type AccountColumns = { readonly [C in "registration_number" | "account_number" | "iban"]: string | null };

/** Everything wrong with an account; `path` is where its fields stand in the input. */
export function accountRefusals(account: BankAccount, path: readonly string[]): Refusal[] {
  const found: Refusal[] = [];
  if (!/^\d{4}$/.test(account.registrationNumber)) {
    found.push(
      refusal("REGISTRATION_NUMBER_INVALID", "A registration number has four digits.", {
        path: [...path, "registrationNumber"],
        remedy: "Give all four, with leading zeros.",
      }),
    );
  }
  if (!/^\d{4,10}$/.test(account.accountNumber) || /^0+$/.test(account.accountNumber)) {
    found.push(
      refusal("ACCOUNT_NUMBER_INVALID", "An account number has 4 to 10 digits.", {
        path: [...path, "accountNumber"],
        remedy: "Give the digits only, with leading zeros.",
      }),
    );
  }
  if (account.iban !== null && !(account.iban.startsWith("DK") && isIban(account.iban))) {
    found.push(
      refusal("IBAN_INVALID", "The check digits of this IBAN do not fit, or it is no Danish one.", {
        path: [...path, "iban"],
        remedy: "Give the 18 characters as the bank writes them, or leave it out.",
      }),
    );
  }
  return found;
}

/** Registration number and account padded to ten digits: the Danish BBAN of 14 digits. */
export function bban(account: BankAccount): string {
  return `${account.registrationNumber}${account.accountNumber.padStart(10, "0")}`;
}
