/** The features there are. One is added or taken out as a folder with an index.ts, and a line here. */
import { bookings } from "../features/bookings/index.js";
import { capacity } from "../features/capacity/index.js";
import { claims } from "../features/claims/index.js";
import { consent } from "../features/consent/index.js";
import { events } from "../features/events/index.js";
import { ledger } from "../features/ledger/index.js";
import { members } from "../features/members/index.js";
import { network } from "../features/network/index.js";
import { notifications } from "../features/notifications/index.js";
import { promise } from "../features/promise/index.js";
import { rates } from "../features/rates/index.js";
import { settlement } from "../features/settlement/index.js";
import { webhooks } from "../features/webhooks/index.js";
import { vocabulary } from "../vocabulary/index.js";
import type { Feature } from "../gateway/feature.js";
import type { Invariant } from "../platform/invariant-query.js";
import { trailInvariants } from "../platform/verify/trail-invariants.js";

export const FEATURES: readonly Feature[] = [
  vocabulary,
  members,
  consent,
  network,
  capacity,
  rates,
  ledger,
  claims,
  bookings,
  promise,
  settlement,
  events,
  webhooks,
  notifications,
];

/** Operations of which others are always told. */
export const ANNOUNCED: readonly string[] = FEATURES.flatMap(({ announced = [] }) => announced);

/** What the features promise, and the trail of all of them. */
export const INVARIANTS: readonly Invariant[] = [...FEATURES.flatMap(({ invariants = [] }) => invariants), ...trailInvariants(ANNOUNCED)];
