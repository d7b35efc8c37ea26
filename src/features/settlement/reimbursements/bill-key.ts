/**
 * A bill's number as one and the same however it is written: case, spaces, signs between its parts and zeros before a number
 * say nothing. "F-77", "f-77 ", "F - 77" and "F-077" are one bill; "F-7-7" is another.
 */
export function billKey(reference: string): string {
  const parts =
    reference
      .normalize("NFKC")
      .toUpperCase()
      .match(/\p{L}+|\p{N}+/gu) ?? [];
  return parts.map((part) => part.replace(/^0+(?=\p{N})/u, "")).join("-");
}
