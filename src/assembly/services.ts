/** What every resolver finds under `ctx.services`. Optional parts are what a gateway can do without. */
import type { Config } from "./config.js";
import type { ErasureJournal } from "../platform/trail/erasure-journal.js";
import type { EventBus } from "../platform/trail/event-bus.js";
import type { Log } from "../platform/log.js";
import type { PersonalData } from "../platform/people/personal-data.js";

declare module "../gateway/api/context.js" {
  interface Services {
    readonly config: Config;
    readonly log: Log;
    readonly personalData: PersonalData;
    /** Null where none is kept: then nobody is erased. */
    readonly erasureJournal: ErasureJournal | null;
    /** What other gateways announce; subscriptions read it. */
    readonly events?: EventBus;
  }
}

export {};
