/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import type { Feature } from "../gateway/feature.js";
import { LEDGER_INVARIANTS } from "./check-ledger.js";
import { ReadLedger } from "./read-ledger.js";

export const ledger: Feature = {
  resolvers: [ReadLedger],
  invariants: LEDGER_INVARIANTS,
};
