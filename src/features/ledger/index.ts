/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import { nodesBy } from "../../gateway/api/nodes.js";
import type { Feature } from "../../gateway/feature.js";
import { entriesById } from "./entries-of.store.js";
import { EntriesOfBooking, EntriesOfPayment, PostingsOfEntry } from "./entries-of.js";
import { LEDGER_INVARIANTS } from "./check-ledger.js";
import { entryView } from "./ledger.type.js";
import { ReadLedger } from "./read-ledger.js";

export const ledger: Feature = {
  resolvers: [EntriesOfBooking, EntriesOfPayment, PostingsOfEntry, ReadLedger],
  nodes: { LedgerEntry: nodesBy(entriesById, (row) => entryView(row.id, row)) },
  invariants: LEDGER_INVARIANTS,
};
