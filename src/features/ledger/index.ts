/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import { nodesBy } from "../../gateway/api/nodes.js";
import type { Feature } from "../../gateway/feature.js";
import { entriesById } from "./entries-of.store.js";
import { EntriesOfBooking, EntriesOfPayment, PostingsOfEntry } from "./entries-of.js";
import { LEDGER_INVARIANTS } from "./check-ledger.js";
import { AskMonthChange } from "./months/ask-month-change.js";
import { DecideMonthChange } from "./months/decide-month-change.js";
import { ListMonthChanges } from "./months/list-month-changes.js";
import { MonthEnd } from "./months/month-end.js";
import { monthActsById } from "./months/month.store.js";
import { monthChangeView } from "./months/month.type.js";
import { entryView } from "./ledger.type.js";
import { WordsOfReason } from "./ledger-reason.type.js";
import { ReadLedger } from "./read-ledger.js";

export const ledger: Feature = {
  resolvers: [
    AskMonthChange,
    DecideMonthChange,
    ListMonthChanges,
    EntriesOfBooking,
    EntriesOfPayment,
    MonthEnd,
    PostingsOfEntry,
    ReadLedger,
    WordsOfReason,
  ],
  nodes: {
    AccountingMonthChange: nodesBy(monthActsById, monthChangeView),
    LedgerEntry: nodesBy(entriesById, (row) => entryView(row.id, row)),
  },
  invariants: LEDGER_INVARIANTS,
};
