/**
 * New keys for civil registration numbers while two gateways restart in turn and requests look numbers up all the time: no
 * look-up fails, then no row is under an old key and the old keys open nothing. FULL=1 moves 20,000 numbers
 * under fifty requests a second.
 */
import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { memberByCivilNumber } from "../../src/features/members/civil-number/civil-number.store.js";
import { rotateCivilNumbers } from "../../src/features/members/civil-number/rotate-civil-numbers.js";
import { personalData } from "../../src/platform/people/personal-data.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";
import { at, dayIn, newTestId, type MadeClinic, type MadeMember } from "../support/make.js";
import { FULL, sized } from "../support/size.js";

const NUMBERS = sized(500, 20_000);
const PER_SECOND = sized(15, 50);
/** Each person of the staff may see twenty numbers an hour. */
const STAFF = sized(100, 400);
const BOOKED = sized(15, 40);

const key = (id: string): string => `${id}:${randomBytes(32).toString("base64")}`;
const [seal1, seal2, index1, index2] = [key("s1"), key("s2"), key("i1"), key("i2")];
const KEYS = {
  old: { CPR_KEY: seal1, CPR_INDEX_KEY: index1 },
  /** First every gateway learns to read the new one; */
  known: { CPR_KEY: `${seal1},${seal2}`, CPR_INDEX_KEY: `${index1},${index2}` },
  /** only then does one begin to write it. */
  written: { CPR_KEY: `${seal2},${seal1}`, CPR_INDEX_KEY: `${index2},${index1}` },
  new: { CPR_KEY: seal2, CPR_INDEX_KEY: index2 },
};
type Keys = { readonly CPR_KEY: string; readonly CPR_INDEX_KEY: string };
const personalOf = ({ CPR_KEY, CPR_INDEX_KEY }: Keys) => personalData(CPR_KEY, CPR_INDEX_KEY);
const cprOf = (n: number): string => `0101${String(n).padStart(6, "0")}`;

type Person = { readonly id: string; readonly cpr: string; readonly bookingId: string | null };
let fresh: FreshDatabase;
let people: Person[];
type Gateway = {
  readonly app: TestApp;
  readonly keys: Keys;
  /** What it was asked and has not answered. */ readonly asked: Set<Promise<unknown>>;
};
const up: Gateway[] = [];
const gatewayWith = async (keys: Keys): Promise<Gateway> => ({ app: await startApp(keys, fresh), keys, asked: new Set() });

beforeAll(async () => {
  fresh = await freshDatabase({ reference: true });
  people = await manyNumbers(await startApp(KEYS.old, fresh));
  for (let i = 0; i < 2; i += 1) up.push(await gatewayWith(KEYS.old));
}, 120_000);
afterAll(async () => {
  for (const { app } of up) await app.stop();
  await fresh.drop();
});

async function manyNumbers(app: TestApp): Promise<Person[]> {
  const personal = personalOf(KEYS.old);
  const patients = await Promise.all(Array.from({ length: BOOKED }, () => app.make.member()));
  const ids = [...patients.map(({ id }) => id), ...Array.from({ length: NUMBERS - BOOKED }, () => newTestId())];
  await app.rows(
    `insert into member (id, family_id, given_names, family_name, birth_date, gender)
     select id, id, 'Nummer', 'Prøve', '1980-01-01', 'female' from unnest($1::uuid[]) id`,
    [ids.slice(BOOKED)],
  );
  const sealed = ids.map((id, n) => personal.encrypt(cprOf(n), { table: "member", column: "cpr_encrypted", rowId: id }));
  await app.rows("update member m set cpr_encrypted = n.sealed from unnest($1::uuid[], $2::bytea[]) n (id, sealed) where m.id = n.id", [
    ids,
    sealed,
  ]);
  const digests = ids.map((_, n) => personal.blindIndex(cprOf(n)).digest);
  await app.rows(
    "insert into member_cpr (blind_index, key_id, member_id) select digest, 'i1', id from unnest($1::uuid[], $2::bytea[]) n (id, digest)",
    [ids, digests],
  );
  const clinic = await app.make.clinic({ services: ["SPECIALIST_EXAMINATION"] });
  const bookings: string[] = [];
  for (const patient of patients) bookings.push(await booked(app, clinic, patient, bookings.length));
  await app.stop();
  return ids.map((id, n) => ({ id, cpr: cprOf(n), bookingId: bookings[n] ?? null }));
}

async function booked({ make }: TestApp, clinic: MadeClinic, patient: MadeMember, n: number): Promise<string> {
  const slot = await make.slot(clinic, { startsAt: new Date(at(dayIn(3)).getTime() + n * 3_600_000) });
  const claim = await make.claim(patient, { service: "SPECIALIST_EXAMINATION" });
  return make.booking({ clinic, slot, member: patient, claimId: claim.id });
}

const REVEAL = "mutation ($input: RevealCivilNumberInput!) { revealCivilNumber(input: $input) { civilNumber errors { code } } }";
/** As a client does, it asks again when the gateway says that nothing was done and it may: a busy machine is no fault of the keys. */
async function reveal(app: TestApp, bookingId: string, by: string) {
  for (let tries = 1; ; tries += 1) {
    const answer = await app.asHealthTeam(by)(REVEAL, { input: { bookingId: globalId("Booking", bookingId), reason: "identification" } });
    if (tries === 5 || answer.errors?.[0]?.extensions.code !== "UNAVAILABLE") return answer;
    await pause(100 * tries);
  }
}

/** A number shown through a gateway, and a person found by number with that gateway's keys. */
async function lookUp(n: number): Promise<string | null> {
  const gateway = up[n % up.length];
  const shown = people[n % BOOKED];
  const sought = people[(n * 7919) % people.length];
  if (!gateway || !shown || !sought) return "nobody is up";
  const asked = reveal(gateway.app, shown.bookingId ?? "", `staff-${n % STAFF}`);
  gateway.asked.add(asked);
  void asked.finally(() => gateway.asked.delete(asked)).catch(() => {});
  const [answer, found] = await Promise.all([asked, memberByCivilNumber(fresh.database, personalOf(gateway.keys), sought.cpr)]);
  if (answer.data?.revealCivilNumber?.civilNumber !== shown.cpr) return `not shown: ${answer.errors?.[0]?.extensions.code ?? answer.text}`;
  return found === sought.id ? null : "not found";
}

/** Requests leave by the clock, not when the one before was answered. */
function load() {
  const failed: string[] = [];
  const tookMs: number[] = [];
  const running = new Set<Promise<void>>();
  const began = performance.now();
  let sent = 0;
  let going = true;
  const ended = (async () => {
    for (; going; sent += 1) {
      const n = sent;
      const from = performance.now();
      const one = lookUp(n).then(
        (fault) => void (fault === null ? tookMs.push(performance.now() - from) : failed.push(fault)),
        (error: unknown) => void failed.push(String(error)),
      );
      running.add(one);
      void one.finally(() => running.delete(one));
      await pause(Math.max(0, began + ((sent + 1) * 1_000) / PER_SECOND - performance.now()));
    }
    await Promise.all(running);
  })();
  return {
    stop: async () => {
      going = false;
      await ended;
      tookMs.sort((a, b) => a - b);
      return { sent, failed, perSecond: sent / ((performance.now() - began) / 1_000), p99: tookMs[Math.floor(tookMs.length * 0.99)] ?? 0 };
    },
  };
}

/** One gateway after the other leaves the balancer, answers what it has, and comes back with other keys. */
async function restartAll(keys: Keys): Promise<void> {
  for (let i = 0; i < 2; i += 1) {
    up.push(await gatewayWith(keys));
    const [before] = up.splice(0, 1);
    await Promise.all(before?.asked ?? []);
    await before?.app.stop();
  }
}

/** The four steps of docs/operations/security.md. */
async function changeKeys(): Promise<{ moved: number; ms: number }> {
  await pause(500);
  await restartAll(KEYS.known);
  await restartAll(KEYS.written);
  const began = performance.now();
  const { moved } = await rotateCivilNumbers(fresh.database, personalOf(KEYS.written));
  const ms = performance.now() - began;
  await restartAll(KEYS.new);
  await pause(500);
  return { moved, ms };
}

test("new keys under load: no look-up fails, no row stays under an old key, and the old keys open nothing", async () => {
  expect(people.length).toBe(NUMBERS);
  const requests = load();
  const rotated = await changeKeys().catch((error: unknown) => ({ error, moved: 0, ms: 0 }));
  const { sent, failed, perSecond, p99 } = await requests.stop();
  if (FULL)
    process.stdout.write(
      `${NUMBERS} numbers in ${rotated.ms.toFixed(0)} ms, ${sent} look-ups at ${perSecond.toFixed(1)}/s, p99 ${p99.toFixed(0)} ms, ${failed.length} failed\n`,
    );
  expect(rotated).toEqual({ moved: NUMBERS, ms: expect.any(Number) });
  expect(Object.fromEntries(failed.map((fault) => [fault, failed.filter((each) => each === fault).length]))).toEqual({});
  expect(sent).toBeGreaterThan(15);
  // what a busy machine can send is no fault of the keys
  if (FULL) expect(perSecond).toBeGreaterThan(PER_SECOND * 0.9);
  const sealed = await fresh.database.pool.query(
    "select convert_from(substring(cpr_encrypted from 3 for get_byte(cpr_encrypted, 1)), 'UTF8') as key, count(*)::int as n from member where cpr_encrypted is not null group by 1",
  );
  expect(sealed.rows).toEqual([{ key: "s2", n: NUMBERS }]);
  const index = await fresh.database.pool.query("select key_id as key, count(*)::int as n from member_cpr group by 1");
  expect(index.rows).toEqual([{ key: "i2", n: NUMBERS }]);
  const [first] = people;
  expect(await memberByCivilNumber(fresh.database, personalOf(KEYS.old), first?.cpr ?? "")).toBeNull();
  const late = await startApp(KEYS.old, fresh);
  const refused = await reveal(late, first?.bookingId ?? "", "late");
  await late.stop();
  expect([refused.data?.revealCivilNumber ?? null, refused.errors?.[0].extensions.code]).toEqual([null, "INTERNAL"]);
  expect(refused.text).not.toContain(first?.cpr);
}, 120_000);
