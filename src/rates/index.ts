/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import { nodeBy } from "../gateway/api/node.js";
import type { Feature } from "../gateway/feature.js";
import { ApproveRate } from "./approve-rate.js";
import { ListRates } from "./list-rates.js";
import { ProposeRate } from "./propose-rate.js";
import { rateById } from "./rate.store.js";
import { rateView } from "./rate.type.js";
import { RejectRate } from "./reject-rate.js";

export const rates: Feature = {
  resolvers: [ApproveRate, ListRates, ProposeRate, RejectRate],
  nodes: {
    AgreedRate: nodeBy(rateById, rateView),
  },
};
