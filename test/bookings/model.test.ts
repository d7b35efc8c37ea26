import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { takeAway } from "../sabotage/database.js";
import { globalId, startApp, type Answer, type Asker, type TestApp } from "../support/app.js";
import { at, dayIn, type MadeClinic } from "../support/make.js";
import { FULL, sized } from "../support/size.js";
import { commands, type Model, type Real } from "./model.js";

/** Stories told: what a commit has time for, and what a night has. */
const STORIES = sized(6, 5_000);
const FOR_MS = sized(8_000, 3_300_000);
const SLOTS = 4;
const CLAIMS = 3;
const PORTION = 3;

let app: TestApp;
let spare: TestApp;
let clinic: MadeClinic;
beforeAll(async () => {
  app = await startApp({ RATE_LIMITS: "false" });
  spare = await app.another();
  clinic = await app.make.clinic();
  await takeAway(app.fresh.database.pool, (process.env["SABOTAGE"] ?? "").split(","));
});
afterAll(async () => {
  await spare.stop();
  await app.stop();
});

const CUT =
  "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'provider-network-gateway'";
let cuts = 0;
let felt = 0;

/**
 * The gateways' connections die under a request, in the middle of its statements or of its commit. Its caller asks again with
 * the same key, and asks the other gateway, until the answer is definite.
 */
function underFire(): { through: (make: (at: TestApp) => Asker) => Asker; crashDuringNext: (afterMs: number) => void } {
  let crash: number | null = null;
  const through = (make: (at: TestApp) => Asker): Asker => {
    const askers = [app, spare].map(make) as [Asker, Asker];
    return async (document, variables) => {
      const dying = crash === null ? null : pause(crash).then(() => app.rows(CUT));
      if (dying) cuts += 1;
      crash = null;
      for (let tries = 0; ; tries += 1) {
        const answer = await askers[tries % 2 ? 1 : 0](document, variables);
        if (isDefinite(answer)) {
          await dying;
          if (tries > 0) felt += 1;
          return answer;
        }
        if (tries > 20) throw new Error(`no definite answer: ${answer.text.slice(0, 300)}`);
        await pause(10);
      }
    };
  };
  return { through, crashDuringNext: (afterMs) => (crash = afterMs) };
}

/** Neither "nobody knows" nor "not now". */
function isDefinite({ data, errors }: Answer): boolean {
  const payload = Object.values((data ?? {}) as Record<string, { errors?: { code: string }[] } | null>)[0];
  if (errors?.[0]?.extensions?.retryable === true) return false;
  return !payload?.errors?.some((e) => e.code === "BUSY");
}

let minute = 0;
async function world(): Promise<{ model: Model; real: Real }> {
  const people = await Promise.all(
    Array.from({ length: CLAIMS }, async () => {
      const member = await app.make.member();
      return { member, claim: await app.make.claim(member, { row: { portion_authorised: PORTION } }) };
    }),
  );
  const slots: Model["slots"] = await Promise.all(
    Array.from({ length: SLOTS }, async (_, i) => {
      const startsAt = new Date(at(dayIn(3), "00:00").getTime() + (minute = (minute + 1) % 1_200) * 60_000);
      const capacity = i === 0 ? 2 : 1;
      const { id, externalId } = await app.make.slot(clinic, { startsAt, minutes: 1, capacity });
      return { id, externalId, capacity, open: true };
    }),
  );
  const ids = slots.map((s) => s.id);
  const { through, crashDuringNext } = underFire();
  const real: Real = {
    asMember: people.map(({ member }) => through((one) => one.asMember(member))),
    asClinic: through((one) => one.asClinic(clinic)),
    claims: people.map(({ claim }) => claim.id),
    clinicId: globalId("Clinic", clinic.id),
    rows: (text, values) =>
      app.rows(
        text.startsWith("update hold")
          ? `${text} and slot_id in (${ids.map((id) => `'${id}'`).join()})`
          : text.startsWith("update slot")
            ? `${text} and id in (${ids.map((id) => `'${id}'`).join()})`
            : text,
        values,
      ),
    crashDuringNext,
  };
  return { model: { slots, left: Array<number>(CLAIMS).fill(PORTION), bookings: [], holds: new Map() }, real };
}

/** The next story finds neither this one's times nor its waiting people. */
async function close({ model, real }: { model: Model; real: Real }): Promise<void> {
  await app.rows("update slot set state = 'WITHDRAWN' where id = any ($1)", [model.slots.map((s) => s.id)]);
  await app.rows("update claim set guarantee_outcome = 'NONE', promise_state = 'NONE' where id = any ($1)", [real.claims]);
}

/** At the end of a story the tables say what the model says. */
async function agree({ model, real }: { model: Model; real: Real }): Promise<void> {
  for (const [i, slot] of model.slots.entries()) {
    const [row] = await app.rows("select booked, capacity, state from slot where id = $1", [slot.id]);
    const taken = model.bookings.filter((b) => b.slot === i && b.state !== "ENDED").length;
    expect(row).toEqual({ booked: taken, capacity: slot.capacity, state: slot.open ? "OPEN" : "WITHDRAWN" });
  }
  for (const [i, claim] of real.claims.entries()) {
    const [row] = await app.rows(
      "select portion_used, (select count(*)::int from treatment_usage where claim_id = c.id and state <> 'RELEASED') as used from claim c where id = $1",
      [claim],
    );
    expect(row).toEqual({ portion_used: PORTION - (model.left[i] ?? 0), used: PORTION - (model.left[i] ?? 0) });
  }
  const money = await app.rows(
    "select entry_id from posting group by 1 having sum(amount_minor) <> 0 union all select e.id from ledger_entry e where status = 'PENDING' and exists (select from booking b where b.id = e.booking_id and b.state <> 'CONFIRMED') and not exists (select from ledger_entry r where r.resolves_id = e.id)",
  );
  expect(money).toEqual([]);
}

describe("bookings", () => {
  it("behave as a small model of them, whatever is asked in whatever order, through crashes", async () => {
    const seed = Number(process.env["SEED_MODEL"] ?? randomInt(2 ** 31));
    process.stdout.write(`  model: SEED_MODEL=${seed}\n`);
    let stories = 0;
    let steps = 0;
    const began = performance.now();
    await fc.assert(
      fc.asyncProperty(commands(SLOTS, CLAIMS), async (story) => {
        const told = [...story];
        let made: { model: Model; real: Real } | undefined;
        await fc.asyncModelRun(async () => (made = await world()), story);
        if (!made) return;
        await agree(made);
        await close(made);
        stories += 1;
        steps += told.length;
      }),
      { seed, numRuns: STORIES, interruptAfterTimeLimit: FOR_MS, markInterruptAsFailure: false, endOnFailure: !FULL },
    );
    process.stdout.write(
      `  model: ${stories} stories, ${steps} commands in ${((performance.now() - began) / 1_000).toFixed(1)} s; connections cut under ${cuts} requests, ${felt} of them had to ask again\n`,
    );
  });
});
