/**
 * What may enter from somebody's calendar. SUMMARY, DESCRIPTION, LOCATION, ATTENDEE and ORGANIZER hold patients' names;
 * they are cut out of the text before anything parses it, so that no object, message or log of ours can ever carry them.
 * A list of what may pass, not of what may not: the next vendor's X-PATIENT needs no new line here.
 */
const MAY_PASS = new Set(
  "BEGIN END UID DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID STATUS TRANSP LAST-MODIFIED FREEBUSY TZID TZOFFSETFROM TZOFFSETTO".split(
    " ",
  ),
);
/** An alarm has a DURATION and a DESCRIPTION of its own and says nothing about time taken. */
const COMPONENTS = new Set(["VCALENDAR", "VEVENT", "VFREEBUSY", "VTIMEZONE", "STANDARD", "DAYLIGHT"]);

export type LetIn = { readonly text: string; readonly components: number } | { readonly notCalendarAtLine: number };

/** The calendar without anything private; or the first line that is no iCalendar, by number only. */
export function letIn(feed: string): LetIn {
  const kept: string[] = [];
  let skipping: string | null = null;
  let components = 0;
  for (const { line, number } of unfolded(feed)) {
    if (line.trim() === "") continue;
    const [, name, rest = ""] = /^([A-Za-z0-9-]+)([;:].*)$/s.exec(line) ?? [];
    if (name === undefined && skipping !== null) continue;
    if (name === undefined) return { notCalendarAtLine: number };
    const property = name.toUpperCase();
    const value = rest.slice(1).trim().toUpperCase();
    if (skipping !== null) {
      if (property === "END" && value === skipping) skipping = null;
    } else if (property === "BEGIN" && !COMPONENTS.has(value)) skipping = value;
    else if (MAY_PASS.has(property)) {
      if (property === "BEGIN" && (value === "VEVENT" || value === "VFREEBUSY")) components += 1;
      kept.push(line);
    }
  }
  return { text: kept.join("\r\n"), components };
}

/** RFC 5545 section 3.1: a line break followed by a blank or tab is no line break. */
function* unfolded(feed: string): Generator<{ line: string; number: number }> {
  let line: string[] | null = null;
  let number = 0;
  let startedAt = 1;
  for (const raw of feed.split(/\r\n|\n|\r/)) {
    number += 1;
    if (line !== null && /^[ \t]/.test(raw)) line.push(raw.slice(1));
    else {
      if (line !== null) yield { line: line.join(""), number: startedAt };
      line = [raw];
      startedAt = number;
    }
  }
  if (line !== null) yield { line: line.join(""), number: startedAt };
}
