import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { id, instant, isOneOf } from "../columns.js";
import { LETTER_CHANNELS, LETTER_LANGUAGES, NOTIFICATION_STATES } from "../states.js";
import { booking } from "./booking.js";
import { claim } from "./claim.js";
import { clinic } from "./clinic.js";
import { member } from "./member.js";

/** A message to a member or a clinic: planned, then sent once or passed over with a reason. Kept a year. */
export const notification = pgTable(
  "notification",
  {
    id: id(),
    /** Code of a notice in src/features/notifications/notices. */
    notice: text().notNull(),
    /** What called for it: an event's id, or how long before the appointment it reminds. */
    cause: text().notNull(),
    bookingId: uuid("booking_id").references(() => booking.id),
    claimId: uuid("claim_id").references(() => claim.id),
    paymentId: uuid("payment_id"),
    /** Who gets it, and whom it is about: a holder of custody gets what is about a child under 15. */
    memberId: uuid("member_id").references(() => member.id),
    aboutMemberId: uuid("about_member_id").references(() => member.id),
    /** Or the clinic that gets it. */
    clinicId: uuid("clinic_id").references(() => clinic.id),
    state: text({ enum: NOTIFICATION_STATES }).notNull().default("WAITING"),
    /** Not before; whoever sends it moves it ahead, so that one who dies with it leaves it to the next. */
    dueAt: instant("due_at").notNull(),
    attempts: integer().notNull().default(0),
    /** Why it was passed over or could not be sent; a code. */
    reason: text(),
    channel: text({ enum: LETTER_CHANNELS }),
    language: text({ enum: LETTER_LANGUAGES }),
    /** Version of the template, and what it was filled with: together they are the message. */
    template: integer(),
    facts: jsonb().$type<Readonly<Record<string, unknown>>>(),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_now()`),
    endedAt: instant("ended_at"),
  },
  (t) => [
    uniqueIndex("notification_is_one_per_cause_and_receiver").on(
      t.notice,
      t.cause,
      sql`coalesce(booking_id, claim_id, payment_id)`,
      sql`coalesce(member_id, clinic_id)`,
    ),
    index("notification_due")
      .on(t.dueAt)
      .where(sql`state = 'WAITING'`),
    index("notification_by_member").on(t.memberId, t.createdAt),
    index("notification_by_person").on(t.aboutMemberId),
    index("notification_by_time").on(t.createdAt),
    check("notification_state_is_known", isOneOf(t.state, NOTIFICATION_STATES)),
    check("notification_has_one_receiver", sql`(${t.memberId} is null) <> (${t.clinicId} is null)`),
  ],
);

/** How a member wants to be told. Without a row: by e-mail and text message, in Danish. */
export const notificationChoice = pgTable(
  "notification_choice",
  {
    memberId: uuid("member_id")
      .primaryKey()
      .references(() => member.id),
    email: boolean().notNull(),
    sms: boolean().notNull(),
    language: text({ enum: LETTER_LANGUAGES }).notNull(),
    chosenAt: instant("chosen_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [check("notification_choice_language_is_known", isOneOf(t.language, LETTER_LANGUAGES))],
);
