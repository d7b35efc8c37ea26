/** "715,50" as øre; null for what is no amount. */
export function oreOf(kroner: string): number | null {
  const plain = kroner
    .trim()
    .replaceAll(/[\s.](?=\d{3}(?:\D|$))/g, "")
    .replace(",", ".");
  return /^\d{1,7}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}
