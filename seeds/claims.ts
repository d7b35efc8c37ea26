/**
 * Claims of the test persons, so that the promise board of a fresh installation shows something. Each leaves the rows that
 * its acts would have left: consent, history, decisions, audit trail, and messages that count as delivered.
 */
import type { NewRow, NewRows } from "../schema/columns-of.js";
import { getTableColumns } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { claim, claimEvent, decision } from "../schema/tables/claim.js";
import { consent, member, policy } from "../schema/tables/member.js";
import type { Viewer } from "../src/platform/viewer.js";
import { auditEvent, outbox } from "../schema/tables/platform.js";
import type { CaseMember, CasePolicy } from "../src/features/claims/case-file/case-file.js";
import { isWorkingDay } from "../src/kernel/calendar.js";
import { uuidv7 } from "../src/kernel/id.js";
import { consentRows } from "../src/features/consent/consent-rows.js";
import { RULE_VERSION } from "../src/rules/data/settings.js";
import { courseOf, type Step, type Story, type Told } from "./claim-course.js";
import { HARD_TO_PLACE, PLANS, type Plan } from "./complaints.js";
import { addDays, utcOf } from "./copenhagen.js";
import { memberIdOf, type MemberRow, type Members } from "./members.js";
import { Random, weighted } from "./random.js";

type Row = Record<string, unknown>;
/** Rows of each table, in the order in which keys allow them to be written. */
export type ClaimRows = readonly { readonly table: PgTable; readonly rows: readonly Row[] }[];

const TABLES = { claim, consent, claim_event: claimEvent, decision, audit_event: auditEvent, outbox };
export const CLAIM_TABLES: readonly string[] = Object.keys(TABLES);

/** Seeded claims are C-901 and on: the database itself hands out C-1000 and up. */
const FIRST_REFERENCE = 901;
const MOST = 60;
/** Working days since approval, in turn: most promises are young, one in twenty is nearly due. */
const AGES = [1, 3, 2, 5, 4, 1, 2, 6, 3, 9, 2, 4, 1, 5, 3, 2, 7, 1, 4, 6];
/** Persons with a story of their own: the one most examples are about can book at once, another is hard to find a place for. */
const OWN_STORY: ReadonlyMap<string, Plan | undefined> = new Map([
  [memberIdOf("MaxBerggren"), PLANS[0]],
  [memberIdOf("KajaHansen"), HARD_TO_PLACE],
]);
type Actor = Pick<Viewer, "role" | "assurance"> & { readonly actor: string; readonly purpose: string };
const STAFF: Actor = { actor: "health-team-1", role: "HEALTH_TEAM", assurance: "HIGH", purpose: "CASE_HANDLING" };

type Found = { readonly told: Told; readonly person: MemberRow; readonly givenBy: string };
type Kept = Found & { readonly id: string; readonly reference: string; readonly steps: readonly Step[]; readonly random: Random };

/** The same rows for the same seed and day. `today` is the Danish day of loading: every act lies before it. */
export function seededClaims(members: Members, options: { readonly seed: number; readonly today: string }): ClaimRows {
  const found = members.members.flatMap((person, n) => claimsOf(members, person, n, options));
  const inOrder = found.sort((a, b) => (a.told.reportedAt < b.told.reportedAt ? -1 : 1)).slice(0, MOST);
  const kept = inOrder.flatMap((each, n): Kept[] => {
    const random = new Random(options.seed, `claim ${n}`);
    const id = uuidv7(Date.parse(each.told.reportedAt), random.bytes(10));
    const reference = `C-${FIRST_REFERENCE + n}`;
    const steps = courseOf(each.told, id, reference);
    return steps ? [{ ...each, id, reference, steps, random }] : [];
  });
  const rows = new Map<string, Row[]>(CLAIM_TABLES.map((name) => [name, []]));
  for (const each of kept) for (const [name, added] of Object.entries(rowsOf(each))) rows.get(name)?.push(...added);
  return Object.entries(TABLES).map(([name, table]) => ({ table, rows: (rows.get(name) ?? []).map((row) => given(table, row)) }));
}

/** One claim or two of this person, of different services, as far as the rules let them be. */
function claimsOf(
  { policies, guardianships }: Members,
  person: MemberRow,
  n: number,
  { seed, today }: { readonly seed: number; readonly today: string },
): Found[] {
  const row = policies.find((each) => each.memberId === person.id);
  const guardians = guardianships.filter((each) => each.childId === person.id).map((each) => each.guardianId);
  const givenBy = person.identitySubject === null ? guardians[0] : person.id;
  if (!row || givenBy === undefined || person.postnr === null) return [];
  const random = new Random(seed, `claims of ${person.id}`);
  const own = OWN_STORY.get(person.id);
  const wanted = own ? 1 : random.chance(0.75) ? 2 : 1;
  const found = new Map<string, Found>();
  for (const plan of own ? [own] : shuffled(random, row.optional)) {
    if (found.size === wanted) break;
    const told = tell(n * 2 + found.size, plan, random, today, own !== undefined);
    const open_forms = [...found.values()].map(
      ({
        told: {
          plan: { service },
          condition,
          policy: { id },
        },
      }) => ({ policy_id: id, service, condition }),
    );
    const file = { member: stored(member, person) as CaseMember, guardian_ids: guardians, open_forms };
    const each: Told = { ...told, member: file, policy: stored(policy, row) as CasePolicy };
    if (!found.has(plan.service) && courseOf(each, person.id, "")) found.set(plan.service, { told: each, person, givenBy });
  }
  return [...found.values()];
}

/** The plans of this person's covers in an order of chance. */
function shuffled(random: Random, optional: readonly string[]): Plan[] {
  const left = PLANS.filter(({ under }) => under === "BASE" || optional.includes(under));
  return [...left].map(() => {
    const next = weighted(left, (plan) => plan.weight)(random);
    left.splice(left.indexOf(next), 1);
    return next;
  });
}

function tell(n: number, plan: Plan, random: Random, today: string, ready: boolean): Omit<Told, "member" | "policy"> {
  const approvedOn = workingDayBefore(today, ready ? 1 : (AGES[n % AGES.length] ?? 1));
  const minutes = random.int(9 * 60, 15 * 60);
  const reportedOn = random.chance(0.5) ? approvedOn : workingDayBefore(approvedOn, 1);
  const story: Story = ready ? "READY" : n % 12 === 5 && plan.referral ? "AWAITS_REFERRAL" : n % 12 === 9 ? "REPORTED" : "READY";
  return {
    plan,
    story,
    condition: random.pick(plan.conditions),
    aroseOn: addDays(reportedOn, -random.int(10, 40)),
    referralOn: addDays(reportedOn, -random.int(1, 6)),
    reportedAt: new Date(utcOf(reportedOn, minutes - random.int(15, 55))).toISOString(),
    approvedAt: new Date(utcOf(approvedOn, minutes)).toISOString(),
  };
}

function workingDayBefore(day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0;) if (isWorkingDay((at = addDays(at, -1)))) left -= 1;
  return at;
}

function rowsOf(kept: Kept): NewRows {
  const { id, person, givenBy, steps, random } = kept;
  const newId = (at: string): string => uuidv7(Date.parse(at), random.bytes(10));
  const [first] = steps;
  const last = steps.at(-1);
  if (!first || !last) return {};
  const actorOf = (step: Step) => (step === first && kept.told.plan.under === "BASE" && !kept.told.plan.referral ? ownCase(person) : STAFF);
  const { actor, assurance } = actorOf(first);
  const about = { claim_id: id, member_id: person.id };
  return {
    claim: [
      {
        ...last.file.claim,
        created_at: first.file.now,
        promise_changed_at: last.guarantee.columns.promise_state === "NONE" ? null : last.file.now,
      },
    ],
    ...consentRows({
      id: newId(first.file.now),
      memberId: person.id,
      claimId: id,
      givenBy,
      purpose: "TREATMENT",
      textVersion: "2025-1",
      assurance,
      givenOn: first.file.today,
      at: first.file.now,
    }),
    claim_event: steps.flatMap((step) =>
      step.events.map(({ kind, data }) => {
        const by = actorOf(step);
        return { id: newId(step.file.now), ...about, kind, at: step.file.now, actor: by.actor, actor_role: by.role, data };
      }),
    ),
    decision: steps.map(({ file, guarantee: { facts, decision: outcome } }) => ({
      id: newId(file.now),
      kind: "GUARANTEE",
      ...about,
      booking_id: null,
      rule_version: RULE_VERSION,
      settings: {},
      facts,
      outcome,
      decided_at: file.now,
      actor,
    })),
    audit_event: steps.map((step) => auditOf(kept, step, actorOf(step), newId(step.file.now))),
    outbox: steps.map((step) => messageOf(id, step, newId(step.file.now))),
  };
}

const ownCase = ({ identitySubject }: MemberRow): Actor =>
  identitySubject === null ? STAFF : { actor: identitySubject, role: "MEMBER", assurance: "SUBSTANTIAL", purpose: "OWN_CASE" };

function auditOf({ id, person }: Kept, { operation, file }: Step, by: Actor, auditId: string): NewRow<"audit_event"> {
  return {
    id: auditId,
    at: file.now,
    actor: by.actor,
    actor_role: by.role,
    organisation: null,
    assurance: by.assurance,
    member_id: person.id,
    purpose: by.purpose,
    operation,
    object: "Claim",
    object_id: id,
    outcome: "ALLOWED",
    rule: null,
    trace_id: `seed-${operation}`,
  };
}

function messageOf(claimId: string, { operation, file, events }: Step, id: string): NewRow<"outbox"> {
  const opened = operation === "openClaim";
  const payload = opened ? { claimId } : { claimId, events: events.map(({ kind }) => kind) };
  const topic = opened ? "claim.reported" : "claim.changed";
  return { id, topic, aggregate_id: claimId, payload, created_at: file.now, next_attempt_at: file.now, delivered_at: file.now };
}

/** A row by the names of the table's columns, as the rules' case files carry it. */
function stored(table: PgTable, row: object): unknown {
  return Object.fromEntries(Object.entries(getTableColumns(table)).map(([key, column]) => [column.name, Reflect.get(row, key)]));
}

/** The other way round, as COPY takes it. */
function given(table: PgTable, row: Row): Row {
  return Object.fromEntries(
    Object.entries(getTableColumns(table)).flatMap(([key, { name, dataType }]) => {
      if (!(name in row)) return [];
      const value = row[name];
      return [[key, dataType === "json" && value !== null ? JSON.stringify(value) : value]];
    }),
  );
}
