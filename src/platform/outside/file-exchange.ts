/** Folders that are shared with the transport of a bank (host to host): what leaves is put into one, what comes is found in the other. */
export type FileExchange = {
  /** Null: nothing leaves by folder. */
  readonly outbox: string | null;
  /** Null: nothing comes by folder. */
  readonly inbox: string | null;
  /** Signs the receipts, at least 32 bytes; whoever has it can check them. */
  readonly receiptKey: Buffer;
  /** The account that what comes has to be about. */
  readonly account: { readonly iban: string; readonly bban?: string | null };
};
