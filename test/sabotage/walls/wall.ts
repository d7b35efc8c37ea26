/** A wall of docs/security.md, how it is taken away, and the attack that then has to get through. */
export type Wall = {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The file with the attack, and which of its tests. */
  readonly attack: readonly [file: string, test: string];
};

export const attackOn = (name: string): string => `test/security/attacks/${name}`;
