import { createHash, randomBytes } from "node:crypto";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

/** Live ones of one member, or of one clinic. */
export const MOST_FEEDS = 10;
export const FEED_PATH = "/calendars/";

/** The secret under which a private calendar is found: whoever has it reads it, so it is made here, told once and never kept. */
export type Secret = {
  /** Under the gateway's address. */
  readonly path: string;
  readonly hash: Buffer;
};

export function newSecret(): Secret {
  const secret = randomBytes(32).toString("base64url");
  return { path: `${FEED_PATH}${secret}.ics`, hash: hashOf(secret) };
}

/** Null where it is none of ours by its form. */
export function hashInPath(path: string): Buffer | null {
  const secret = /^\/calendars\/([\w-]{43})\.ics$/.exec(path)?.[1];
  return secret === undefined ? null : hashOf(secret);
}

/** 256 random bits cannot be guessed from their hash, so that it needs neither salt nor time. */
function hashOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

const COLUMNS = `f.id, f.kind, f.clinic_id as "clinicId", f.practitioner_id as "practitionerId",
  f.member_id as "memberId", f.created_at as "createdAt", f.last_read_at as "lastReadAt"`;

const LIVE = statement(
  "live-calendar-feeds",
  `select ${COLUMNS} from calendar_feed f
   where f.revoked_at is null and (f.member_id = $1::uuid or f.clinic_id = $2::uuid) order by f.created_at, f.id`,
);
export type CalendarFeedKnown = RowOf<"live-calendar-feeds">;

/** Of a member or of a clinic, as far as the viewer may see them. */
export function liveFeeds(tx: Tx, of: { readonly memberId: string } | { readonly clinicId: string }): Promise<CalendarFeedKnown[]> {
  const [memberId, clinicId] = "memberId" in of ? [of.memberId, null] : [null, of.clinicId];
  return tx.query(LIVE.with(memberId, clinicId));
}

const LIVE_BY_ID = statement(
  "live-calendar-feed",
  `select ${COLUMNS} from calendar_feed f
   where f.id = $1 and f.revoked_at is null`,
);

export async function liveFeed(tx: Tx, id: string): Promise<CalendarFeedKnown | null> {
  const [found] = await tx.query(LIVE_BY_ID.with(id));
  return found ?? null;
}

const LOCK_MEMBER = statement("lock-member-for-feeds", `select id from member where id = $1 for no key update`);
const LOCK_CLINIC = statement(
  "lock-clinic-for-feeds",
  `select k.provider_id as "providerId", exists (select from practitioner_clinic w
     where w.clinic_id = k.id and w.practitioner_id = $2::uuid) as works
   from clinic k where k.id = $1 and k.provider_id = app_provider() for no key update of k`,
);

/** Those who make feeds of one member come one after the other. */
export async function lockMember(tx: Tx, memberId: string): Promise<void> {
  await tx.query(LOCK_MEMBER.with(memberId));
}

/** The clinic, if it is the viewer's own, and whether the practitioner works there. */
export async function lockOwnClinic(
  tx: Tx,
  clinicId: string,
  practitionerId: string | null,
): Promise<RowOf<"lock-clinic-for-feeds"> | undefined> {
  const [own] = await tx.query(LOCK_CLINIC.with(clinicId, practitionerId));
  return own;
}

const ROTATE = statement(
  "rotate-calendar-feed",
  `update calendar_feed set secret_hash = $2, last_read_at = null where id = $1 and revoked_at is null returning id`,
);
const REVOKE = statement(
  "revoke-calendar-feed",
  `update calendar_feed set revoked_at = clock_now() where id = $1 and revoked_at is null returning id`,
);

/** The secret of before opens nothing any more. False where there is none that the viewer may change. */
export async function rotateFeed(tx: Tx, id: string, hash: Buffer): Promise<boolean> {
  return (await tx.query(ROTATE.with(id, hash))).length > 0;
}

export async function revokeFeed(tx: Tx, id: string): Promise<boolean> {
  return (await tx.query(REVOKE.with(id))).length > 0;
}

const OPENED = statement(
  "open-calendar-feed",
  `update calendar_feed f set last_read_at = clock_now() where f.secret_hash = $1 and f.revoked_at is null
   returning ${COLUMNS}, f.provider_id as "providerId",
     (select p.cvr from provider p where p.id = f.provider_id) as cvr`,
);
export type OpenedFeed = RowOf<"open-calendar-feed">;

export async function openFeed(tx: Tx, hash: Buffer): Promise<OpenedFeed | null> {
  const [found] = await tx.query(OPENED.with(hash));
  return found ?? null;
}

const APPOINTMENT = `b.id, b.reference, b.starts_at as "startsAt", b.ends_at as "endsAt", b.channel, b.version, b.state,
  greatest(b.booked_at, b.ended_at) as "modifiedAt", k.address, k.postnr, k.town`;
/** What was called off or moved stays in it for a while, so that calendars that have it take it out. */
const LATELY = `b.starts_at > clock_now() - interval '30 days'`;
const OF_MEMBER = statement(
  "appointments-of-member",
  `select ${APPOINTMENT} from booking b join clinic k on k.id = b.clinic_id
   where b.member_id = $1 and ${LATELY} order by b.starts_at, b.id limit 1000`,
);
const OF_CLINIC = statement(
  "appointments-of-clinic",
  `select ${APPOINTMENT} from booking b join clinic k on k.id = b.clinic_id
   where b.clinic_id = $1 and ($2::uuid is null or b.practitioner_id = $2) and ${LATELY}
   order by b.starts_at, b.id limit 5000`,
);
export type FeedAppointment = RowOf<"appointments-of-member">;

export function appointmentsOf(tx: Tx, { memberId, clinicId, practitionerId }: OpenedFeed): Promise<FeedAppointment[]> {
  if (memberId === null) return tx.query(OF_CLINIC.with(clinicId, practitionerId));
  return tx.query(OF_MEMBER.with(memberId));
}
