import { jest } from "@jest/globals";
import fc from "fast-check";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { at, dayIn, type MadeClaim, type MadeClinic, type MadeMember } from "../support/make.js";
import { commands, type Model, type Real } from "./model.js";

const FULL = process.env["FULL"] === "1";
jest.setTimeout(FULL ? 3_600_000 : 120_000);
const FOR_MS = FULL ? 3_000_000 : 15_000;
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
});
afterAll(async () => {
  await spare.stop();
  await app.stop();
});

let minute = 0;
async function world(): Promise<{ model: Model; real: Real }> {
  const people: { member: MadeMember; claim: MadeClaim }[] = [];
  for (let i = 0; i < CLAIMS; i += 1) {
    const member = await app.make.member();
    people.push({ member, claim: await app.make.claim(member, { row: { portion_authorised: PORTION } }) });
  }
  const slots: Model["slots"] = [];
  for (let i = 0; i < SLOTS; i += 1) {
    const startsAt = new Date(at(dayIn(3), "00:00").getTime() + (minute += 1) * 60_000);
    const capacity = i === 0 ? 2 : 1;
    const { id, externalId } = await app.make.slot(clinic, { startsAt, minutes: 1, capacity });
    slots.push({ id, externalId, capacity, open: true });
  }
  const ids = slots.map((s) => s.id);
  const both = [app, spare];
  let turn = 0;
  // after a crash the next request goes to the other gateway, which knows nothing but what was committed
  const through = (make: (at: TestApp) => Asker): Asker => {
    const askers = both.map(make);
    return (...asked) => (askers[turn % 2] as Asker)(...asked);
  };
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
    crash: async () => {
      turn += 1;
      // every connection of the gateway that was used so far dies under it
      await app.rows(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state = 'idle'",
      );
    },
  };
  return { model: { slots, left: Array<number>(CLAIMS).fill(PORTION), bookings: [], holds: new Map() }, real };
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
    const seed = Number(process.env["SEED_MODEL"] ?? Date.now() % 2 ** 31);
    process.stdout.write(`  model: SEED_MODEL=${seed}\n`);
    await fc.assert(
      fc.asyncProperty(commands(SLOTS, CLAIMS), async (story) => {
        let made: { model: Model; real: Real } | undefined;
        await fc.asyncModelRun(async () => (made = await world()), story);
        if (made) await agree(made);
      }),
      { seed, numRuns: FULL ? 300 : 40, interruptAfterTimeLimit: FOR_MS, markInterruptAsFailure: false, endOnFailure: !FULL },
    );
  });
});
