/** A kind of provider that can join the network: what it is called and who works there. Nothing else in the product depends on the kind. */
export type ProviderKind = {
  /** Stable, UPPER_SNAKE_CASE: the value in the API and in the database. */
  readonly code: string;
  /** One sentence for the API's manual. */
  readonly description: string;
  readonly nameEn: string;
  readonly nameDa: string;
  /** What its practitioners are by training: the code in the API and in the database, and what it is called. Kinds may share one. */
  readonly profession: { readonly code: string; readonly nameEn: string; readonly nameDa: string };
};
