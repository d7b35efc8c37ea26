/**
 * A private calendar as a calendar program reads it. Whoever comes has no token but the secret: unknown, malformed and revoked
 * ones are the same nothing. Its appointments are read as whose it is, under the policies of theirs, and each reading that hands
 * something over is on record, for the member to see.
 */
import { createHash } from "node:crypto";
import type { FeedDoor } from "../../../gateway/http/feed-door.js";
import type { Database } from "../../../platform/postgres/database.js";
import { transaction } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { ANONYMOUS, WORKER, type Viewer } from "../../../platform/viewer.js";
import { appointmentCalendar, stands } from "./appointment-calendar.js";
import { appointmentsOf, hashInPath, openFeed, type FeedAppointment, type OpenedFeed } from "./calendar-feed.store.js";

export function calendarFeeds(database: Database): FeedDoor {
  return async ({ path, knownTag, traceId }) => {
    const hash = hashInPath(path);
    const feed = hash && (await transaction(database, WORKER, (tx) => openFeed(tx, hash)));
    if (!feed) return { kind: "NONE" };
    const viewer = ownerOf(feed);
    return transaction(database, viewer, async (tx) => {
      const text = calendarOf(await appointmentsOf(tx, feed));
      const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
      if (tag === knownTag) return { kind: "UNCHANGED", tag };
      const about = { object: "CalendarFeed", objectId: feed.id, fields: ["appointment"], outcome: "ALLOWED" } as const;
      await write(tx, { audit_event: [auditRow(viewer, traceId, { operation: "calendarFeed", memberId: feed.memberId, ...about })] });
      return { kind: "CALENDAR", text, tag };
    });
  };
}

/** Nobody is logged in: the reader is named by the feed, and reaches what its owner does. */
function ownerOf({ id, memberId, providerId, cvr }: OpenedFeed): Viewer {
  const subject = `calendar-feed:${id}`;
  return memberId === null
    ? { ...ANONYMOUS, role: "CLINIC_SYSTEM", subject, providerId, cvr, assurance: "SUBSTANTIAL" }
    : { ...ANONYMOUS, role: "MEMBER", subject, memberIds: [memberId], assurance: "SUBSTANTIAL" };
}

function calendarOf(rows: readonly FeedAppointment[]): string {
  return appointmentCalendar(
    rows.map(({ state, ...row }) => ({ ...row, stands: stands(state) })),
    "FEED",
  );
}
