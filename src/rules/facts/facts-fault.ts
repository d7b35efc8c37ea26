/** The facts themselves are wrong: something required is missing, a code is unknown, a day does not exist. No decision is made. */
export class FactsFault extends Error {
  override readonly name = "FactsFault";
  constructor(
    /** Dotted path of the field, e.g. "claim.approvedOn" or "usage[2].year". */
    readonly path: string,
    readonly problem: string,
  ) {
    super(`${path}: ${problem}`);
  }
}
