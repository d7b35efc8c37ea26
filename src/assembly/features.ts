/** The features there are. One is added or taken out as a folder with an index.ts, and a line here. */
import { bookings } from "../bookings/index.js";
import { capacity } from "../capacity/index.js";
import { claims } from "../claims/index.js";
import { consent } from "../consent/index.js";
import { ledger } from "../ledger/index.js";
import { members } from "../members/index.js";
import { network } from "../network/index.js";
import { promise } from "../promise/index.js";
import { rates } from "../rates/index.js";
import { settlement } from "../settlement/index.js";
import { vocabulary } from "../vocabulary/index.js";
import type { Feature } from "../gateway/feature.js";
import type { Invariant } from "../platform/invariant-query.js";

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
];

export const INVARIANTS: readonly Invariant[] = FEATURES.flatMap(({ invariants = [] }) => invariants);
