/**
 * A whole screen of the member's app in one request, beside the same screen as one statement of SQL over plain Node: what the
 * types, the policies, the purpose, the trail and a statement for each kind of record cost.
 */
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { storedOperations } from "../src/assembly/operations.js";
import { globalId } from "../src/gateway/api/global-id.js";
import type { BenchContext } from "./context.js";
import { connect, load, send, type Asked, type Measured } from "./load.js";
import { serve } from "./processes.js";
import { atMost, compare, type PartResult } from "./ratios.js";
import { membersOfTheirOwn, type BenchMember } from "./world.js";

const CALLERS = 8;
const JSON_TYPE = { "content-type": "application/json" };
const HOME = storedOperations().find(({ name }) => name === "home-screen")?.document ?? "";

/** What the screen shows of limits is left out: counting them is the gateway's own work. */
const STATEMENT = `
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

const since = new Date().toISOString();
const graphql = (query: string, variables: object, { token }: BenchMember): Asked => ({
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
    FLOOR_STATEMENTS: JSON.stringify({ HOME: STATEMENT }),
  };
  const floor = await serve("floor", fileURLToPath(new URL("floor-server.ts", import.meta.url)), env, { path: "/" });
  try {
    const booked = await bookFor(product.url, members);
    const candidates = [
      {
        name: "one statement over plain Node",
        target: floor,
        requests: members.map(({ subject }): Asked => {
          return { path: "/", headers: JSON_TYPE, body: JSON.stringify({ name: "HOME", values: [subject, since] }) };
        }),
      },
      {
        name: "home screen through the gateway",
        target: product,
        requests: members.map((member) => graphql(HOME, { first: 5, now: since }, member)),
      },
    ];
    const rounds = new Map<string, Measured[]>(candidates.map(({ name }) => [name, []]));
    const watched = { postmaster: ctx.cluster.pid, database: world.database };
    for (let round = -1; round < ctx.rounds; round += 1) {
      for (const { name, target, requests } of candidates) {
        const one = await load(target, watched, requests, CALLERS, ctx.longestMs, ctx.roundRequests);
        if (one.failures > 0) throw new Error(`${name}: ${one.failures} of ${one.requests} requests failed`);
        if (round >= 0) rounds.get(name)?.push(one);
      }
    }
    const compared = compare(rounds);
    const bars = [atMost(`P99 of the home screen in ms at ${CALLERS} callers`, 250, compared[1]?.p99Ms ?? NaN)];
    return [
      { name: "screens", title: "The member's home screen", compared, bars, figures: { members: members.length, booked }, notes: [] },
    ];
  } finally {
    await floor.stop();
    await product.stop();
  }
}

/** An appointment for each, as far as there are openings; who has one already is refused, and keeps it. */
async function bookFor(url: string, members: readonly BenchMember[]): Promise<number> {
  const connections = connect(url, 1);
  let booked = 0;
  for (const member of members) {
    const input = { idempotencyKey: randomUUID(), claimId: globalId("Claim", member.claimId) };
    const document =
      "mutation ($input: BookFirstAppointmentInput!) { bookFirstAppointment(input: $input) { booking { id } errors { code } } }";
    const { text } = await send(connections, url, graphql(document, { input }, member));
    if (text.includes('"booking":{')) booked += 1;
  }
  await connections.destroy();
  return booked;
}
