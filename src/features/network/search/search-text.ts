/** The texts of a nearby search: what an opening must be, and the two orders in which clinics are walked. */
import { dayOfSlot, publiclyAgreed, qualified } from "../in-force.js";
import { KIND_WEIGHTS } from "../../../rules/opening-kind.js";
import { openingsText } from "./listing-texts.js";

/** The values of a search in their order, each with its type. */
const VALUES = {
  x: "float8",
  y: "float8",
  radius: "float8",
  bit: "int",
  from: "timestamptz",
  to: "timestamptz",
  channel: "text",
  mask: "bigint",
  child: "bool",
  privateOnly: "bool",
  afterRank: "float8",
  afterId: "uuid",
  limit: "bigint",
  language: "text",
  since: "timestamptz[]",
  until: "timestamptz[]",
  kinds: "text[]",
  mindsChildren: "bool",
  busy: "text",
  held: "uuid[]",
  gender: "text",
  first: "bool",
  clinic: "uuid",
  practitioner: "uuid",
} as const;
const NAMES = Object.keys(VALUES) as readonly (keyof typeof VALUES)[];
/** How a text names what is asked: parameters in their order, or columns of a list of searches. */
type Asked = Readonly<Record<keyof typeof VALUES, string>>;

const named = (of: (name: string, place: number) => string): Asked =>
  Object.fromEntries(NAMES.map((name, at) => [name, of(name, at + 1)])) as Asked;
export const ONE = named((_, place) => `$${place}`);
/** Of one search of many (`a`). */
export const EACH = named((name) => `a."${name}"`);

/** Many searches as one parameter, a list of lists of values with the place of each: `a`. */
export const MANY = `json_to_recordset($1::json) a(place int,
    ${NAMES.map((name) => `"${name}" ${VALUES[name]}`).join(",\n    ")})`;
/** One of them, from its values in their order. */
export const asRecord = (place: number, values: readonly unknown[]): object => ({
  place,
  ...Object.fromEntries(NAMES.map((name, at) => [name, values[at] ?? null])),
});

/** Free now: a slot that is held counts again the moment its last hold has run out, by the database's clock. */
export const FREE = `s.clinic_id = l.clinic_id and s.state = 'OPEN' and s.booked < s.capacity and not s.on_call
      and (s.held_until is null or s.held_until <= clock_now() or s.booked + slot_live_holds(s.id) < s.capacity)`;

/** Answered from the index alone, unless a language is asked for: that is in the row. */
const open = (p: Asked, language: boolean): string => `${FREE}
      and s.starts_at >= greatest(${p.from}::timestamptz, clock_now(), l.agreed_from)
      and s.starts_at < least(${p.to}::timestamptz, l.agreed_until) and l.agreed @> s.starts_at
      and (${p.channel}::text is null or s.channel = ${p.channel}) and (s.service_mask & ${p.mask}::bigint) <> 0
      and s.audience <> case when ${p.child}::bool then 'ADULT' else 'CHILD' end
      and (not ${p.privateOnly}::bool or s.funding = 'PRIVATE')
      ${language ? `and ${p.language}::text = any (s.languages)` : ""}`;

const DANISH_DAY = dayOfSlot("s");

/** What its kind adds up to, by the numbers of rules/opening-kind.ts. */
const kindOf = (p: Asked): string => {
  const { channel, audience, funding, flags } = KIND_WEIGHTS;
  const oneOf = (column: string, of: Readonly<Record<string, number>>): string =>
    `case ${column} ${Object.entries(of)
      .map(([value, weight]) => `when '${value}' then ${weight}`)
      .join(" ")} end`;
  const flag = (condition: string, weight: number): string => `case when ${condition} then ${weight} else 0 end`;
  const treats = `${p.mindsChildren}::bool and k.treats_children and t.treats_children`;
  // one look at the practitioner tells both
  const practitioner = `(select ${flag(treats, flags.treatsChildren)}
          + ${flag(qualified("t", "v.code", DANISH_DAY), flags.authorised)}
        from practitioner t join service v on v.bit = l.service_bit where t.id = s.practitioner_id)`;
  return [
    oneOf("s.channel", channel),
    oneOf("s.audience", audience),
    oneOf("s.funding", funding),
    flag("s.on_call", flags.onCall),
    practitioner,
    flag(publiclyAgreed("k", DANISH_DAY), flags.hasPublicAgreement),
  ].join("\n        + ");
};

/** The same for a claim: what its own hold keeps is free for it, and what it may not book is not shown. */
const openToClaim = (p: Asked): string => `s.clinic_id = l.clinic_id and s.state = 'OPEN' and s.booked < s.capacity
      and s.starts_at > greatest(${p.from}::timestamptz - interval '1 microsecond', clock_now())
      and s.starts_at >= l.agreed_from and s.starts_at < least(${p.to}::timestamptz, l.agreed_until)
      and l.agreed @> s.starts_at
      and (${p.channel}::text is null or s.channel = ${p.channel}) and (s.service_mask & ${p.mask}::bigint) <> 0
      and (not ${p.child}::bool or s.audience <> 'ADULT')
      and (not ${p.privateOnly}::bool or s.funding = 'PRIVATE')
      and (s.held_until is null or s.held_until <= clock_now() or s.id = any (${p.held}::uuid[])
        or s.booked + slot_live_holds(s.id) < s.capacity)
      and (${p.clinic}::uuid is null or l.clinic_id = ${p.clinic})
      and (${p.practitioner}::uuid is null or s.practitioner_id = ${p.practitioner})
      and not ${p.busy}::tstzmultirange && tstzrange(s.starts_at, s.ends_at)
      and exists (select
        from unnest(${p.since}::timestamptz[], ${p.until}::timestamptz[], ${p.kinds}::text[]) n(since, until, kinds)
        where s.starts_at >= n.since and s.starts_at < n.until and substr(n.kinds, 1 + ${kindOf(p)}, 1) = '1')
      and (${p.gender}::text is null or exists (select from practitioner g
        where g.id = s.practitioner_id and g.gender = ${p.gender}))
      and (${p.language}::text is null or exists (select from slot z where z.id = s.id and ${p.language} = any (z.languages)))
      and exists (select from json_array_elements(
          case when ${p.first}::bool then l.first_rates else l.follow_up_rates end::json) r
        where r ->> 2 in ('ANY', s.channel) and (r ->> 3)::date <= ${DANISH_DAY}
          and coalesce((r ->> 4)::date > ${DANISH_DAY}, true))`;

/** What of its clinic and company a claim looks at. */
const OF_CLINIC = `cross join lateral (select c.treats_children, o.publicly_agreed
    from clinic c join provider o on o.id = c.provider_id where c.id = l.clinic_id) k`;

/** Of a listing (`l`) what is shown, and of its next openings (`x`) what they are written as. */
export type SearchForm = { readonly columns: string; readonly slots: string };

const FREE_UNITS = "x.capacity - x.booked - case when x.held_until > clock_now() then slot_live_holds(x.id) else 0 end";

/** What a listing repeats of clinic and rates is named by its mark only: listed.ts knows it, or fetches it by id. */
export const OWN: SearchForm = { columns: "l.id, l.mark", slots: openingsText(FREE_UNITS) };

/** For a claim: a unit that it holds itself is free for it. */
export const ownForClaim = (p: Asked): SearchForm => ({
  columns: OWN.columns,
  slots: openingsText(`${FREE_UNITS} + case when x.held_until > clock_now() and x.id = any (${p.held}::uuid[]) then 1 else 0 end`),
});

/** The same as rows that anybody can read: everything in each row, openings as JSON. For measuring what the gateway adds to it. */
export const WHOLE_ROWS: SearchForm = {
  columns: `l.id, l.clinic_id as "clinicId", l.card, l.publicly_agreed as "publiclyAgreed",
    l.first_rates as rates`,
  slots: `json_agg(json_build_array(x.id, x.starts_at, x.ends_at, x.channel, x.practitioner_id, ${FREE_UNITS}))`,
};
/** Everything in each row, openings as the gateway reads them. */
export const WHOLE_AS_TEXT: SearchForm = { columns: WHOLE_ROWS.columns, slots: OWN.slots };

export const nextThree = (which: string, { slots }: SearchForm = OWN): string => `select ${slots} as slots
    from (
      select s.id, s.starts_at, s.ends_at, s.channel, s.practitioner_id, s.capacity, s.booked, s.held_until from slot s
      where ${which} order by s.starts_at limit 3) x`;

const within = (p: Asked, language: boolean): string => `l.service_bit = ${p.bit}
  and l.pos <@ circle(point(${p.x}, ${p.y}), ${p.radius})
  and (${p.channel}::text is null or ${p.channel} = any (l.channels)) and (not ${p.child}::bool or l.treats_children)
  ${language ? `and ${p.language}::text = any (l.languages)` : ""}`;

/** What an opening must be, and where the flags of its clinic come from. */
type Wanted = { readonly open: string; readonly clinic: string; readonly language: boolean };
export const FOR_ANYBODY: Wanted = { open: open(ONE, false), clinic: "", language: false };
/** With a language. */
export const IN_LANGUAGE: Wanted = { open: open(ONE, true), clinic: "", language: true };
export const forClaim = (p: Asked): Wanted => ({ open: openToClaim(p), clinic: OF_CLINIC, language: false });

/** Walks one index (service, then distance); a clinic without an opening drops out and the walk goes on until the page is full. */
export const nearest = (p: Asked, { open: which, clinic, language }: Wanted, form: SearchForm): string => `
select ${form.columns}, l.pos <-> point(${p.x}, ${p.y}) as "distanceKm", l.pos <-> point(${p.x}, ${p.y}) as rank, f.slots
from listing l ${clinic} cross join lateral (${nextThree(which, form)}) f
where ${within(p, language)} and f.slots is not null
  and (${p.afterRank}::float8 is null
    or (l.pos <-> point(${p.x}, ${p.y}), l.id) > (${p.afterRank}, ${p.afterId}::uuid))
order by l.pos <-> point(${p.x}, ${p.y}), l.id limit ${p.limit}`;

/** Asks each clinic within the radius for its first opening, and those of the page for their next three. */
export const earliest = (p: Asked, { open: which, clinic, language }: Wanted, form: SearchForm): string => `
select ${form.columns}, l.pos <-> point(${p.x}, ${p.y}) as "distanceKm", h.rank, f.slots
from (
  select l.id, date_part('epoch', e.starts_at) as rank
  from listing l ${clinic} cross join lateral (
    select s.starts_at from slot s where ${which} order by s.starts_at limit 1) e
  where ${within(p, language)}
    and (${p.afterRank}::float8 is null
      or (date_part('epoch', e.starts_at), l.id) > (${p.afterRank}, ${p.afterId}::uuid))
  order by date_part('epoch', e.starts_at), l.id limit ${p.limit}) h
join listing l on l.id = h.id ${clinic}
cross join lateral (${nextThree(which, form)}) f
order by h.rank, h.id`;
