/**
 * Whole screens, each in one request, beside the same rows as one statement of SQL over plain Node: what the types, the policies, the
 * purpose, the trail and a statement for each kind of record cost.
 */
import { randomUUID } from "node:crypto";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { DEVELOPMENT_ISSUER } from "../src/assembly/config.js";
import { storedOperations } from "../src/assembly/operations.js";
import { globalId } from "../src/gateway/api/global-id.js";
import { makeDevIssuer } from "../src/gateway/identity/dev-issuer.js";
import type { BenchContext } from "./context.js";
import { connect, load, send, type Asked, type Measured, type Target } from "./load.js";
import { serve } from "./processes.js";
import { atMost, compare, type PartResult } from "./ratios.js";
import { benchFolder, membersOfTheirOwn, type BenchMember, type World } from "./world.js";

const CALLERS = 8;
const JSON_TYPE = { "content-type": "application/json" };
const DAY_MS = 86_400_000;

/** What a screen shows of limits is left out: counting them is the gateway's own work. */
const HOME = `
select json_agg(json_build_object('id', m.id, 'name', m.given_names || ' ' || m.family_name, 'birthDate', m.birth_date,
  'policies', (select coalesce(json_agg(json_build_object('id', p.id, 'product', p.product)), '[]') from policy p
    where p.member_id = m.id),
  'claims', (select coalesce(json_agg(json_build_object('id', c.id, 'reference', c.reference, 'state', c.state,
      'service', c.service_code, 'outcome', c.guarantee_outcome, 'latestOn', c.latest_on, 'deadlineAt', c.deadline_at)), '[]')
    from (select * from claim where member_id = m.id and state in ('REPORTED', 'APPROVED', 'IN_TREATMENT', 'ESCALATED')
      order by id desc limit 5) c),
  'bookings', (select coalesce(json_agg(json_build_object('id', b.id, 'reference', b.reference, 'state', b.state,
      'startsAt', b.starts_at, 'endsAt', b.ends_at, 'freeUntil', b.free_cancellation_until, 'clinic', k.name,
      'address', k.address, 'postnr', k.postnr, 'town', k.town, 'phone', k.phone)), '[]')
    from (select * from booking where member_id = m.id and state = 'CONFIRMED' and starts_at >= $2
      order by starts_at limit 5) b join clinic k on k.id = b.clinic_id))) as members
from member m where m.identity_subject = $1`;

/** The terms of cancelling are left out: they are decided, not stored. */
const APPOINTMENT = `
select json_build_object('id', b.id, 'reference', b.reference, 'state', b.state, 'version', b.version, 'startsAt', b.starts_at,
  'endsAt', b.ends_at, 'session', b.session_number, 'service', b.service_code, 'channel', b.channel, 'contactedAt', b.contacted_at,
  'confirmed', b.confirmed_by_member, 'quote', b.quote, 'freeUntil', b.free_cancellation_until,
  'clinic', json_build_object('id', k.id, 'name', k.name, 'phone', k.phone, 'languages', k.languages, 'address', k.address,
    'postnr', k.postnr, 'town', k.town, 'lat', k.lat, 'lon', k.lon, 'wayIn', k.way_in, 'accessibility', k.accessibility),
  'practitioner', json_build_object('id', p.id, 'name', p.given_names || ' ' || p.family_name, 'profession', p.profession),
  'claim', json_build_object('id', c.id, 'reference', c.reference, 'state', c.state, 'latestOn', c.latest_on, 'promise', c.promise_state),
  'movedTo', (select json_build_object('id', n.id, 'reference', n.reference, 'startsAt', n.starts_at) from booking n where n.id = b.moved_to),
  'movedFrom', (select json_build_object('id', o.id, 'reference', o.reference, 'startsAt', o.starts_at) from booking o where o.moved_to = b.id))
from booking b join clinic k on k.id = b.clinic_id join claim c on c.id = b.claim_id left join practitioner p on p.id = b.practitioner_id
where b.id = $1`;

const WEEK = `
select json_build_object('id', o.id, 'legalName', o.legal_name,
  'clinics', (select json_agg(json_build_object('id', a.id, 'name', a.name)) from (select * from clinic where provider_id = o.id
    order by id limit 20) a),
  'clinic', json_build_object('id', k.id, 'name', k.name, 'lastSyncedAt', k.last_synced_at,
    'practitioners', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.given_names || ' ' || p.family_name)), '[]')
      from practitioner_clinic w join practitioner p on p.id = w.practitioner_id where w.clinic_id = k.id),
    'bookings', (select coalesce(json_agg(json_build_object('id', b.id, 'reference', b.reference, 'state', b.state, 'version', b.version,
        'startsAt', b.starts_at, 'endsAt', b.ends_at, 'channel', b.channel, 'contactedAt', b.contacted_at, 'session', b.session_number,
        'service', b.service_code, 'practitioner', b.practitioner_id, 'patient', m.given_names || ' ' || m.family_name,
        'birthYear', extract(year from m.birth_date))), '[]')
      from (select * from booking where clinic_id = k.id and starts_at >= $2 and starts_at < $3 order by starts_at limit 101) b
        join member m on m.id = b.member_id),
    'slots', (select coalesce(json_agg(json_build_object('id', s.id, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'channel', s.channel,
        'capacity', s.capacity, 'booked', s.booked, 'heldUntil', s.held_until, 'state', s.state, 'practitioner', s.practitioner_id)), '[]')
      from (select * from slot where clinic_id = k.id and starts_at >= $2 and starts_at < $3 order by starts_at, id limit 101) s),
    'closures', (select coalesce(json_agg(json_build_object('id', c.id, 'from', c.starts_at, 'to', c.ends_at, 'reason', c.reason,
        'practitioner', c.practitioner_id)), '[]')
      from closure c where c.provider_id = o.id and (c.clinic_id is null or c.clinic_id = k.id) and c.ends_at > now()
        and c.opened_at is null)))
from clinic k join provider o on o.id = k.provider_id where k.id = $1`;

type Screen = {
  /** Of its statement, and of its document in schema/operations. */
  readonly name: "HOME" | "APPOINTMENT" | "WEEK";
  readonly document: string;
  readonly title: string;
  /** Each asker with the values of the statement and the variables of the document. */
  readonly asked: readonly { readonly token: string; readonly values: readonly unknown[]; readonly variables: object }[];
};

function documentOf(name: string): string {
  const found = storedOperations().find((each) => each.name === name);
  if (!found) throw new Error(`there is no document ${name}`);
  return found.document;
}

const graphql = (query: string, variables: object, token: string): Asked => ({
  path: "/graphql",
  headers: { ...JSON_TYPE, authorization: `Bearer ${token}` },
  body: JSON.stringify({ query, variables }),
});

export async function run(ctx: BenchContext): Promise<PartResult[]> {
  const world = await ctx.world("small");
  const members = await membersOfTheirOwn(world, "screen");
  const product = await ctx.gateway(world);
  const env = {
    DATABASE_URL: world.url,
    FLOOR_OPTIONS: "-c default_transaction_read_only=on",
    FLOOR_STATEMENTS: JSON.stringify({ HOME, APPOINTMENT, WEEK }),
  };
  const floor = await serve("floor", fileURLToPath(new URL("floor-server.ts", import.meta.url)), env, { path: "/" });
  try {
    const booked = await bookFor(product.url, members);
    const results: PartResult[] = [];
    for (const screen of await screensOf(world, members)) {
      const rounds = await measured(ctx, world, screen, { floor, product });
      const compared = compare(rounds);
      const bars = [atMost(`P99 in ms at ${CALLERS} callers`, 250, compared[1]?.p99Ms ?? NaN)];
      const figures = screen.name === "HOME" ? { members: members.length, booked } : { askers: screen.asked.length };
      results.push({
        name: screen.name === "HOME" ? "screens" : `screens ${screen.document}`,
        title: screen.title,
        compared,
        bars,
        figures,
        notes: [],
      });
    }
    return results;
  } finally {
    await floor.stop();
    await product.stop();
  }
}

async function measured(
  ctx: BenchContext,
  world: World,
  { name, document, asked }: Screen,
  { floor, product }: { readonly floor: Target; readonly product: Target },
): Promise<ReadonlyMap<string, Measured[]>> {
  const text = documentOf(document);
  const candidates = [
    {
      name: "one statement over plain Node",
      target: floor,
      requests: asked.map(({ values }): Asked => ({ path: "/", headers: JSON_TYPE, body: JSON.stringify({ name, values }) })),
    },
    { name: "the screen through the gateway", target: product, requests: asked.map((a) => graphql(text, a.variables, a.token)) },
  ];
  await mustShow(product.url, candidates[1]?.requests[0]);
  const rounds = new Map<string, Measured[]>(candidates.map((candidate) => [candidate.name, []]));
  const watched = { postmaster: ctx.cluster.pid, database: world.database };
  for (let round = -1; round < ctx.rounds; round += 1) {
    for (const { name: candidate, target, requests } of candidates) {
      const one = await load(target, watched, requests, CALLERS, ctx.longestMs, ctx.roundRequests);
      if (one.failures > 0) throw new Error(`${document}, ${candidate}: ${one.failures} of ${one.requests} requests failed`);
      if (round >= 0) rounds.get(candidate)?.push(one);
    }
  }
  return rounds;
}

/** Nobody is timed who shows nothing. */
async function mustShow(url: string, request: Asked | undefined): Promise<void> {
  if (!request) throw new Error("nobody asks for this screen");
  const connections = connect(url, 1);
  const { status, text } = await send(connections, url, request);
  await connections.destroy();
  if (status !== 200 || text.includes('"errors":[{') || /^\{"data":\{"\w+":null/.test(text))
    throw new Error(`${status}: ${text.slice(0, 500)}`);
}

async function screensOf(world: World, members: readonly BenchMember[]): Promise<readonly Screen[]> {
  const now = new Date().toISOString();
  const [from, to] = [now, new Date(Date.now() + 7 * DAY_MS).toISOString()];
  const client = new pg.Client({ connectionString: world.url });
  await client.connect();
  try {
    const tokens = new Map(members.map(({ subject, token }) => [subject, token]));
    const bookings = await client.query<{ id: string; subject: string }>(
      `select min(b.id::text) as id, m.identity_subject as subject from booking b join member m on m.id = b.member_id
       where m.identity_subject = any ($1) and b.state = 'CONFIRMED' group by 2`,
      [[...tokens.keys()]],
    );
    const clinics = await client.query<{ id: string; cvr: string }>(
      `select k.id, p.cvr from clinic k join provider p on p.id = k.provider_id
       where (select count(*) from slot s where s.clinic_id = k.id and s.starts_at between $1 and $2) >= 20 order by k.id limit 100`,
      [from, to],
    );
    const receptions = await staffTokens(clinics.rows, members.length);
    return [
      {
        name: "HOME",
        document: "home-screen",
        title: "The member's home screen",
        asked: members.map(({ subject, token }) => ({ token, values: [subject, now], variables: { first: 5, now } })),
      },
      {
        name: "APPOINTMENT",
        document: "appointment-screen",
        title: "A member's appointment",
        asked: bookings.rows.map(({ id, subject }) => {
          return { token: tokens.get(subject) ?? "", values: [id], variables: { id: globalId("Booking", id) } };
        }),
      },
      {
        name: "WEEK",
        document: "week-screen",
        title: "A clinic's week: up to 100 openings and its appointments",
        asked: receptions.map(({ id, token }) => {
          return { token, values: [id, from, to], variables: { clinicId: globalId("Clinic", id), from, to } };
        }),
      },
    ];
  } finally {
    await client.end();
  }
}

/** So many persons at these clinics: one who asked for all of it would wait for himself. */
async function staffTokens(clinics: readonly { readonly id: string; readonly cvr: string }[], persons: number) {
  const dir = path.join(benchFolder(), "secrets");
  const issuer = await makeDevIssuer({ dir, issuer: DEVELOPMENT_ISSUER, audience: "provider-network-gateway" });
  const made = Array.from({ length: persons }, async (_, n) => {
    const clinic = clinics[n % clinics.length];
    if (!clinic) throw new Error("the bench's database has no clinic with openings");
    return { id: clinic.id, token: await issuer.mint({ sub: `bench-staff-${n}`, role: "CLINIC_STAFF", cvr: clinic.cvr }) };
  });
  return Promise.all(made);
}

/** An appointment for each, as far as there are openings; who has one already is refused, and keeps it. */
async function bookFor(url: string, members: readonly BenchMember[]): Promise<number> {
  const connections = connect(url, 1);
  let booked = 0;
  for (const member of members) {
    const input = { idempotencyKey: randomUUID(), claimId: globalId("Claim", member.claimId) };
    const document =
      "mutation ($input: BookFirstAppointmentInput!) { bookFirstAppointment(input: $input) { booking { id } errors { code } } }";
    const { text } = await send(connections, url, graphql(document, { input }, member.token));
    if (text.includes('"booking":{')) booked += 1;
  }
  await connections.destroy();
  return booked;
}
