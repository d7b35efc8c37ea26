/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import type { Feature } from "../../gateway/feature.js";
import { CertificateOfClaim, CertificateWords } from "./feasibility/certificate.type.js";
import { comparePlanWithQuotes, differencesByKind } from "./plan/compare-with-quotes.js";
import { HOUR } from "../../platform/job.js";
import { statement } from "../../platform/postgres/statement.js";
import { FindFeasibility } from "./feasibility/network-feasibility.js";
import { ForecastBreaches } from "./forecast/forecast-breaches.js";
import { DropScenario } from "./what-if/drop-scenario.js";
import { KeepScenario } from "./what-if/keep-scenario.js";
import { ListKeptScenarios } from "./what-if/list-kept-scenarios.js";
import { PromiseScenarios } from "./what-if/promise-scenarios.js";
import { PromiseAtRisk } from "./watch/promise-at-risk.js";
import { BoardAlternatives } from "./watch/board-alternatives.js";
import { PromiseBoard, PromiseEntryWords } from "./watch/promise-board.js";
import { watchPromises } from "./watch/watch-promises.js";

export const promise: Feature = {
  resolvers: [
    FindFeasibility,
    ForecastBreaches,
    PromiseAtRisk,
    PromiseScenarios,
    KeepScenario,
    DropScenario,
    ListKeptScenarios,
    PromiseBoard,
    PromiseEntryWords,
    BoardAlternatives,
    CertificateOfClaim,
    CertificateWords,
  ],
  jobs: [
    { name: "watch-promises", everySeconds: 60, by: "ONE", run: ({ database, now }) => watchPromises(database, { now }) },
    {
      name: "plan-against-quote",
      everySeconds: 24 * HOUR,
      by: "ONE",
      run: async ({ database, now, log }) => {
        const { claims, compared, differences } = await comparePlanWithQuotes(database, { now });
        const kinds = differencesByKind(differences);
        for (const [code, count] of Object.entries(kinds)) log.warn("the plan and quotes differ about what may be booked", { code, count });
        return { claims, compared, differences: differences.length, ...kinds };
      },
    },
  ],
  invariants: [
    {
      id: "I6",
      says: "every running guarantee past its deadline was met, or carries a breach stamped within 15 minutes",
      broken: statement(
        "unstamped-breaches",
        `select c.id::text as id from claim c left join booking f on f.id = c.first_booking_id
          where c.guarantee_outcome = 'RUNNING' and c.deadline_at < clock_now() - interval '15 minutes'
            and c.breached_at is null and (f.id is null or f.starts_at >= c.deadline_at)
            and c.state not in ('DENIED', 'CLOSED', 'COMPLETED')`,
      ).with(),
    },
  ],
  announced: ["watchPromises"],
};
