/**
 * What may enter from somebody's calendar. SUMMARY, DESCRIPTION, LOCATION, ATTENDEE and ORGANIZER hold patients' names;
 * they are left outside before anything is parsed, so that no object, message or log of ours can ever carry them.
 * A list of what may pass, not of what may not: the next vendor's X-PATIENT needs no new line here.
 */
const MAY_PASS = new Set(
  "UID DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID STATUS TRANSP LAST-MODIFIED FREEBUSY TZID TZOFFSETFROM TZOFFSETTO".split(
    " ",
  ),
);
/** Their values have no letters of words: where a parameter holds a colon that should be in quotes, the value is still found. */
const TIMES = new Set("DTSTART DTEND DURATION RDATE EXDATE RECURRENCE-ID LAST-MODIFIED FREEBUSY TZOFFSETFROM TZOFFSETTO".split(" "));
/** An alarm has a DURATION and a DESCRIPTION of its own and says nothing about time taken. */
const COMPONENTS = new Set(["VCALENDAR", "VEVENT", "VFREEBUSY", "VTIMEZONE", "STANDARD", "DAYLIGHT"]);

export type Property = {
  readonly name: string;
  /** As written, from the first semicolon on; empty when there are none. */
  readonly parameters: string;
  readonly value: string;
};
export type Component = {
  readonly name: string;
  /** By name, each in order. */
  readonly properties: ReadonlyMap<string, readonly Property[]>;
  readonly children: readonly Component[];
  /** Lines in it that are no iCalendar and hide nothing that counts. */
  readonly brokenLines: number;
};
/** The calendars without anything private; or the first line at which it is no iCalendar, by number only. */
export type LetIn =
  { readonly calendars: readonly Component[]; readonly statesAvailability: boolean } | { readonly notCalendarAtLine: number };

type Open = { name: string; properties: Map<string, Property[]>; children: Component[]; brokenLines: number };
const opened = (name: string): Open => ({ name, properties: new Map(), children: [], brokenLines: 0 });

/** `decode` turns a line that passes into text: of bytes that are not UTF-8 only what is left outside may be so. */
export function letIn(feed: string, decode: (line: string) => string = (line) => line): LetIn {
  const root = opened("");
  const open: Open[] = [root];
  const skipped: string[] = [];
  let statesAvailability = false;
  let keptBefore = true;
  const lines = new Lines(feed);
  while (lines.next()) {
    const name = lines.name();
    const inside = open.at(-1) ?? root;
    if (name === "BEGIN" || name === "END") {
      const value = lines.rest().slice(1).trim().toUpperCase();
      keptBefore = true;
      if (name === "BEGIN" && (skipped.length > 0 || !COMPONENTS.has(value))) {
        statesAvailability ||= value === "VAVAILABILITY";
        skipped.push(value);
      } else if (name === "BEGIN") open.push(opened(value));
      else if (skipped.length > 0) {
        if (skipped.at(-1) === value) skipped.pop();
      } else {
        if (open.length === 1 || inside.name !== value) return { notCalendarAtLine: lines.number };
        open.pop();
        open.at(-1)?.children.push(inside);
      }
    } else if (skipped.length > 0) continue;
    else if (MAY_PASS.has(name)) {
      const property = split(name, decode(lines.rest()));
      const others = inside.properties.get(name);
      if (others) others.push(property);
      else inside.properties.set(name, [property]);
      keptBefore = true;
    } else if (name !== "") keptBefore = false;
    // the rest of a text that was not folded, after something left outside: nothing of a time can be lost in it
    else if (!keptBefore && open.length > 2 && !HIDES_TIME.test(lines.rest())) inside.brokenLines += 1;
    else return { notCalendarAtLine: lines.number };
  }
  if (open.length > 1 || skipped.length > 0) return { notCalendarAtLine: lines.number };
  return { calendars: root.children.filter((c) => c.name === "VCALENDAR"), statesAvailability };
}

const HIDES_TIME = /^\s*(BEGIN|END|DT|DURATION|R(RULE|DATE|ECUR)|EX(DATE|RULE)|STATUS|TRANSP|FREEBUSY|TZ|UID)/i;

function split(name: string, rest: string): Property {
  let at = TIMES.has(name) ? colonBeforeTime(rest) : -1;
  if (at < 0) at = colonOutsideQuotes(rest);
  return { name, parameters: rest.slice(0, at), value: rest.slice(at + 1).trim() };
}

/** The last colon with something after it that begins as a day, a duration or an offset does. */
function colonBeforeTime(rest: string): number {
  for (let at = rest.lastIndexOf(":"); at >= 0; at = at === 0 ? -1 : rest.lastIndexOf(":", at - 1))
    if (/^(\d{4}-?\d{2}-?\d{2}|[+-]?P|[+-]\d{4})/i.test(rest.slice(at + 1, at + 12))) return at;
  return -1;
}

function colonOutsideQuotes(rest: string): number {
  let quoted = false;
  for (let i = 0; i < rest.length; i += 1) {
    if (rest.charAt(i) === '"') quoted = !quoted;
    else if (rest.charAt(i) === ":" && !quoted) return i;
  }
  return rest.indexOf(":");
}

const RETURN = 13;
const LONE_RETURN = /\r(?![\r\n])/;

/**
 * The lines of a feed, one after the other. RFC 5545 section 3.1: a line break followed by a blank or tab is no line break; it
 * may stand inside the octets of a letter. Text is cut out only of lines that somebody asks for.
 */
class Lines {
  /** Of the line that `next` stands on, from 1. */
  number = 0;
  private readonly feed: string;
  private at = 0;
  private atNumber = 1;
  private start = 0;
  private end = 0;
  private nameEnd = 0;
  /** Of a line that is folded inside its name, all of it; null of every other. */
  private joined: string | null = null;
  /** Where further parts of a folded line begin and end; nearly all lines have none. */
  private readonly folds: number[] = [];

  constructor(feed: string) {
    // old Macs end lines so; everybody else is spared the copy
    this.feed = LONE_RETURN.test(feed) ? feed.replaceAll(new RegExp(LONE_RETURN, "g"), "\n") : feed;
  }

  next(): boolean {
    if (this.folds.length > 0) this.folds.length = 0;
    do {
      if (this.at >= this.feed.length) return false;
      this.number = this.atNumber;
      this.start = this.at;
      this.end = this.endOf(this.start);
    } while (this.end === this.start);
    for (;;) {
      const code = this.feed.charCodeAt(this.at);
      if (code === 32 || code === 9) this.folds.push(this.at + 1, this.endOf(this.at));
      else if (code === 10 || code === RETURN) this.endOf(this.at);
      else return true;
    }
  }

  /** Where the text of the line that begins there ends; moves on behind its break, which some write with two returns. */
  private endOf(start: number): number {
    const found = this.feed.indexOf("\n", start);
    let end = found < 0 ? this.feed.length : found;
    this.at = end + 1;
    this.atNumber += 1;
    while (end > start && this.feed.charCodeAt(end - 1) === RETURN) end -= 1;
    return end;
  }

  /** In capitals; empty where the line does not begin with a name. */
  name(): string {
    this.joined = null;
    let at = this.start;
    while (at < this.end && isNameCode(this.feed.charCodeAt(at))) at += 1;
    const separator = this.feed.charCodeAt(at);
    const named = at > this.start && at < this.end && (separator === 58 || separator === 59);
    this.nameEnd = named ? at : this.start;
    if (!named && at === this.end && this.folds.length > 0) return this.foldedName();
    // most lines are texts: of a name that is longer than any that passes nothing is cut out
    return !named ? "" : at - this.start > 13 ? "X-" : this.feed.slice(this.start, at).toUpperCase();
  }

  private foldedName(): string {
    const text = this.rest();
    const [, name = "", rest = text] = /^([A-Za-z0-9-]+)([:;].*)$/s.exec(text) ?? [];
    this.joined = rest;
    return name.toUpperCase();
  }

  /** What follows the name. */
  rest(): string {
    if (this.joined !== null) return this.joined;
    let text = this.feed.slice(this.nameEnd, this.end);
    for (let i = 0; i < this.folds.length; i += 2)
      text += this.feed.slice(this.folds[i], Math.max(this.folds[i] ?? 0, this.folds[i + 1] ?? 0));
    return text;
  }
}

function isNameCode(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 45;
}

const NONE: readonly Property[] = [];

export function propertiesOf(component: Component, name: string): readonly Property[] {
  return component.properties.get(name) ?? NONE;
}

/** The first of that name; most may stand once only. */
export function textOf(component: Component, name: string): string | null {
  return component.properties.get(name)?.[0]?.value ?? null;
}
