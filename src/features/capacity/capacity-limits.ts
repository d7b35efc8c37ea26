/** A hold lives this long by the database's clock (product: states, Hold). */
export const HOLD_MINUTES = 10;
/** Live holds of one member and of one family, and how often a hold is renewed (security design, B7: slot hoarding). */
export const HOLDS_PER_MEMBER = 2;
export const HOLDS_PER_FAMILY = 3;
export const HOLD_RENEWALS = 1;

/** Schedules are expanded this far ahead: the eight weeks that a clinic's calendar is open. */
export const SCHEDULE_HORIZON_DAYS = 56;
/** Openings further ahead than this are a mistyped year (docs/decisions/0010-publishing-slots.md). */
export const PUBLISH_HORIZON_DAYS = 366;

/** A busy feed says nothing any more after this, unless its clinic states another time (docs/decisions/0011-busy-feeds.md). */
export const FEED_STALE_MINUTES = 30;

/** Widest stretch of time a list of openings is asked for at once (product: search). */
export const LIST_WINDOW_DAYS = 31;

/** Length of an opening: a consultation takes five minutes, and a whole day is what SMART publishers send as one block. */
export const SLOT_MINUTES = { least: 5, most: 1_440 } as const;
/** Units of one opening: the example of SMART Scheduling Links has 300; far more is a slip of the pen. The table says the same. */
export const MOST_UNITS = 500;
