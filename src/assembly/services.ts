/** What every resolver finds under `ctx.services`. Optional parts are what a gateway can do without. */
import type { Config } from "../platform/config.js";
import type { ErasureJournal } from "../platform/erasure-journal.js";
import type { EventBus } from "../platform/event-bus.js";
import type { Log } from "../platform/log.js";
import type { PersonalData } from "../platform/personal-data.js";

declare module "../gateway/context.js" {
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
