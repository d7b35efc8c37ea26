/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import { nodesBy } from "../../gateway/api/nodes.js";
import type { Feature } from "../../gateway/feature.js";
import { ApproveRate } from "./approve-rate.js";
import { PriceCaps } from "./caps/propose-caps.js";
import { ProposeTariffs } from "./tariffs/propose-tariffs.js";
import { ProposedRates, RateBeside, RatesOfClinic, Tariffs, TariffsOfService } from "./list-rates.js";
import { ProposeRate } from "./propose-rate.js";
import { ratesById } from "./rates-of.store.js";
import { rateView } from "./rate.type.js";
import { RejectRate } from "./reject-rate.js";

export const rates: Feature = {
  resolvers: [
    ApproveRate,
    PriceCaps,
    ProposeRate,
    ProposeTariffs,
    ProposedRates,
    RateBeside,
    RatesOfClinic,
    RejectRate,
    Tariffs,
    TariffsOfService,
  ],
  nodes: {
    AgreedRate: nodesBy(ratesById, rateView),
  },
  announced: ["approveRate", "proposeRate", "rejectRate"],
};
