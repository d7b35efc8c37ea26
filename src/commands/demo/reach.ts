/** What happened reaches the systems where people look: the clinic's calendar, by the feed of events, and the member's letters. */
import { setTimeout as pause } from "node:timers/promises";
import type { Answer, Ask } from "./gateway.js";
import { fact, heading, reason, when } from "./words.js";

/** How long what a job does is waited for. */
export const PATIENCE_SECONDS = 30;
const CALENDAR_EVENTS = ["BOOKING_CONFIRMED", "BOOKING_MOVED", "BOOKING_CANCELLED", "BOOKING_DECLINED", "BOOKING_ATTENDED"];

/** Where the feed of the clinic's practice system ends now. */
export async function endOfFeed(ask: Ask): Promise<string> {
  for (let after: string | null = null; ;) {
    const { pageInfo } = await ask("clinic-system", "clinic/events", { first: 100, types: CALENDAR_EVENTS, after });
    after = pageInfo.endCursor as string;
    if (!pageInfo.hasNextPage) return after;
  }
}

/** The practice system asks what happened since it asked last, and has the booking in its calendar. */
export async function arrive(ask: Ask, known: string, booking: Answer): Promise<void> {
  heading("The clinic's practice system", "reads the events since it last asked, and keeps its calendar by them");
  const calendar = new Map<string, Answer>();
  let after = known;
  for (let tries = 0; tries < PATIENCE_SECONDS * 2 && !calendar.has(booking["id"]); tries += 1) {
    const { edges, pageInfo } = await ask("clinic-system", "clinic/events", { first: 100, types: CALENDAR_EVENTS, after });
    for (const { node } of edges) if (node.booking) calendar.set(node.booking.id, node.booking);
    after = pageInfo.endCursor;
    if (!calendar.has(booking["id"])) await pause(500);
  }
  if (!calendar.has(booking["id"])) throw new Error("the booking did not reach the clinic's calendar");
  for (const { reference, startsAt, state } of calendar.values()) fact("calendar", `${reference}: ${when(startsAt)}, ${state}`);
  reason("nothing was typed twice, and no port of the clinic is open");
}

export async function remind(mailbox: () => Promise<string>, booking: Answer): Promise<void> {
  heading("The member", "is reminded: the mailbox of development shows what would have been sent");
  const wanted = `Husk din aftale ${booking["reference"]}`;
  for (let tries = 0; tries < PATIENCE_SECONDS * 2; tries += 1) {
    const letters = [...(await mailbox()).matchAll(/<h2>([^<]*)<\/h2>[^]*?<pre>([^<]*)<\/pre>/g)].map(([, subject = "", text = ""]) => ({
      subject,
      text,
    }));
    const found = letters.find(({ subject }) => subject === wanted);
    if (found) {
      fact("subject", found.subject);
      fact("text", found.text.trim());
      return;
    }
    await pause(500);
  }
  throw new Error("the reminder did not reach the mailbox");
}
