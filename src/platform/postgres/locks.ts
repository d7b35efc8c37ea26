/**
 * Every advisory lock of the product, so that no two acts mean different things by one number. Locks of one key and locks of two
 * never meet in PostgreSQL: what there is once is kept apart by the second of two keys, one thing among many by the hash of its name.
 */
const PRODUCT = 4_711;
const ONCE = {
  /** Instances that start together migrate one after the other. */
  migrations: 1,
  /** ... and load reference data or the fictional network. */
  seed: 2,
  /** A seal stands on the seal before. */
  auditSeal: 3,
  /** Two relays would send one thing's events in two orders. */
  outboxRelay: 4,
  /** Numbers that one run has just moved to new keys are not moved again. */
  civilNumberKeys: 5,
  /** Acts that change which lines can be paid. */
  settlement: 6,
  /** Held to the end of a watch over the promises. */
  promiseWatch: 7,
  /** The first row of a job, when two gateways come at once. */
  firstJobRun: 8,
  /** Changes of the calendar. */
  workingDays: 9,
  /** Messages of the policy system are read one call after the other: two would make one person twice. */
  memberIntake: 19,
  /** Held, shared, by whoever writes in the book (trigger ledger_entry_is_dated); alone by whoever closes a month of it. */
  book: 10,
} as const;
export type Lock = keyof typeof ONCE;

/** The arguments of pg_advisory_lock and its kin, as SQL. */
export function lockKey(lock: Lock): string {
  return `${PRODUCT}, ${ONCE[lock]}`;
}

export type LockedThing = "practitioner" | "family" | "quota";

/** The same for one thing among many; `which` is SQL for its id as text. */
export function lockKeyOf(thing: LockedThing, which: string): string {
  return `hashtextextended('${thing} ' || ${which}, 0)`;
}
