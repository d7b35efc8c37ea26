/** International bank account numbers (ISO 13616): the check digits make the whole number, letters as 10 to 35, leave 1 modulo 97. */
export function isIban(text: string): boolean {
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text) && remainder(text) === 1 && (!text.startsWith("DK") || /^DK\d{16}$/.test(text));
}

/** An account number as a bank prints it, "DK50 0040 0440 1162 43", in the electronic form of ISO 13616: no spaces of any kind, capitals. */
export function unprinted(text: string): string {
  return text.replace(/\s/g, "").toUpperCase();
}

/** The Danish IBAN over a registration number of 4 digits and an account of up to 10. */
export function danishIban(registrationNumber: string, accountNumber: string): string {
  const bban = `${registrationNumber}${accountNumber.padStart(10, "0")}`;
  return `DK${String(98 - remainder(`DK00${bban}`)).padStart(2, "0")}${bban}`;
}

/** A structured creditor reference (ISO 11649) over up to 21 letters and digits: RF, two check digits, and the text. */
export function creditorReference(text: string): string {
  return `RF${String(98 - remainder(`RF00${text}`)).padStart(2, "0")}${text}`;
}

function remainder(iban: string): number {
  let rest = 0;
  for (const sign of `${iban.slice(4)}${iban.slice(0, 4)}`) {
    const value = parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}
