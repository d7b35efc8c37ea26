/** Messages of the policy system are read, applied to what stands and saved, with everything that follows from it, in one transaction. */
import { createHash } from "node:crypto";
import { Refused, type Refusal } from "../../../kernel/refusal.js";
import { runMutation, type MutationOutcome } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { actAsProduct } from "../../../platform/act-as-product.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { refreshCoverLosses } from "../../claims/cover-loss/cover-loss.store.js";
import { readReference } from "../../network/reference.store.js";
import { knownNumbers, saveCivilNumbers } from "../civil-number/civil-number.store.js";
import { applyMessages, type Applied, type MessageOutcome, type MessageResult, type Standing } from "./apply-messages.js";
import {
  digestsOf,
  inChunks,
  lockIntake,
  lockMembers,
  personsKnown,
  policiesKnown,
  savePersons,
  savePolicies,
  standingPerson,
} from "./intake.store.js";
import type { MessageFile, MessageLine } from "./read-messages.js";

export type BringIn = {
  readonly file: MessageFile;
  /** ATOMIC: one refused line refuses the call. CONTINUE: each refused line says why, and the rest goes on. */
  readonly mode: "ATOMIC" | "CONTINUE";
  readonly keyed: IdempotencyKey;
  /** Where in the caller's input a field of a line stands. */
  readonly pathOf: (line: number, field: string) => readonly string[];
};

/** Outcome of each line in order as one letter, and why the refused ones were; whose they are is read again for a repeated call. */
type Stored = { readonly letters: string; readonly refused: Readonly<Record<string, readonly Refusal[]>> };

export async function bringIn(ctx: Context, call: BringIn): Promise<MutationOutcome<readonly MessageResult[]>> {
  const { file, keyed, mode, pathOf } = call;
  const { postalCodeBy } = await readReference(ctx.database);
  const placed = (results: readonly MessageResult[]): MessageResult[] =>
    results.map((result) => ({
      ...result,
      refusals: result.refusals.map((refusal) => ({ ...refusal, path: pathOf(result.line, refusal.path[0] ?? "") })),
    }));
  return runMutation(ctx, {
    operation: keyed.operation,
    keyed,
    // numbers are written in a role that the login of requests may not take on
    rights: "WORKER",
    work: async (tx) => {
      if (file.faults.length > 0) throw new Refused(file.faults.map((fault) => ({ ...fault, path: pathOf(0, "") })));
      await lockIntake(tx);
      const { standing, applied } = await apply(ctx, tx, file.lines);
      const results = placed(applied.results);
      const refused = results.flatMap(({ refusals }) => refusals);
      if (mode === "ATOMIC" && refused.length > 0) throw new Refused(refused);
      await save(ctx, tx, { standing, applied, keyed, results }, (postnr) => {
        const { lat = null, lon = null } = postalCodeBy.get(postnr ?? "") ?? {};
        return { lat, lon };
      });
      return results;
    },
    replay: (tx, outcome) => replayed(tx, file.lines, outcome as Stored),
  });
}

async function apply(ctx: Context, tx: Tx, lines: readonly MessageLine[]): Promise<{ standing: Standing; applied: Applied }> {
  const { personalData } = ctx.services;
  const said = lines.flatMap((line) => (line.ok ? [line.value] : []));
  // under every live key: a number may still be found by the one before
  const todays = new Map<string, string>();
  for (const number of new Set(said.flatMap(({ person }) => person.civilNumber ?? []))) {
    const [current, ...older] = personalData.blindIndexes(number).map(({ digest }) => digest.toString("hex"));
    for (const digest of [current, ...older]) if (digest !== undefined && current !== undefined) todays.set(digest, current);
  }
  const persons = new Map<string, Awaited<ReturnType<typeof personsKnown>>[number]>();
  const keep = (rows: Awaited<ReturnType<typeof personsKnown>>): void => rows.forEach((row) => persons.set(row.id, row));
  await inChunks(said, async (chunk) =>
    keep(
      await personsKnown(
        tx,
        chunk.map(({ person }) => person.externalKey),
        chunk.flatMap(({ person }) => person.identitySubject ?? []),
        [],
      ),
    ),
  );
  const digests = [...todays.keys()].map((hex) => Buffer.from(hex, "hex"));
  const numbers: Awaited<ReturnType<typeof knownNumbers>> = [];
  await inChunks(digests, async (chunk) => numbers.push(...(await knownNumbers(tx, chunk, []))));
  await inChunks([...persons.keys()], async (chunk) => numbers.push(...(await knownNumbers(tx, [], chunk))));
  const others = numbers.flatMap(({ member_id: id }) => (persons.has(id) ? [] : [id]));
  await inChunks([...new Set(others)], async (chunk) => keep(await personsKnown(tx, [], [], chunk)));
  const digestBy = digestsOf(numbers, todays);
  const policies: Standing["policies"][number][] = [];
  const policyById = new Map<string, (typeof policies)[number]>();
  const keepPolicies = (found: typeof policies): void => found.forEach((policy) => policyById.set(policy.id, policy));
  const keys = said.flatMap(({ policy }) => policy?.externalKey ?? []);
  await inChunks(keys, async (chunk) => keepPolicies(await policiesKnown(tx, chunk, [])));
  await inChunks([...persons.keys()], async (chunk) => keepPolicies(await policiesKnown(tx, [], chunk)));
  policies.push(...policyById.values());
  const standing: Standing = { persons: [...persons.values()].map((row) => standingPerson(row, digestBy.get(row.id) ?? null)), policies };
  const applied = applyMessages(lines, standing, {
    newId,
    familyId,
    digest: (number) => personalData.blindIndex(number).digest.toString("hex"),
  });
  return { standing, applied };
}

/** One and the same for the same key, and nobody's id by chance. */
function familyId(key: string): string {
  const h = createHash("sha256").update(`family of the policy system: ${key}`).digest("hex");
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

type Saved = {
  readonly standing: Standing;
  readonly applied: Applied;
  readonly keyed: IdempotencyKey;
  readonly results: readonly MessageResult[];
};

async function save(
  ctx: Context,
  tx: Tx,
  { standing, applied: { persons, policies }, keyed, results }: Saved,
  place: Parameters<typeof savePersons>[2],
): Promise<void> {
  const before = new Map(standing.persons.map(({ id, digest }) => [id, digest]));
  const changed = policies.filter(({ isNew }) => !isNew);
  const known = new Set([...persons.filter(({ isNew }) => !isNew).map(({ id }) => id), ...changed.map(({ memberId }) => memberId)]);
  await lockMembers(
    tx,
    [...known].filter((id) => before.has(id)),
  );
  await savePersons(tx, persons, place);
  const renumbered = persons.filter(({ id, digest }) => (before.get(id) ?? null) !== digest);
  await inChunks(renumbered, (chunk) =>
    saveCivilNumbers(
      tx,
      ctx.services.personalData,
      chunk.map(({ id: memberId, civilNumber }) => ({ memberId, civilNumber })),
    ),
  );
  await savePolicies(tx, policies);
  const touched = new Map<string, readonly string[]>();
  for (const { id } of persons) touched.set(id, ["member"]);
  for (const { memberId } of policies) touched.set(memberId, [...(touched.get(memberId) ?? []), "policy"]);
  await inChunks([...touched], (chunk) =>
    write(tx, {
      audit_event: chunk.map(([memberId, fields]) =>
        auditRow(ctx.viewer, ctx.traceId, {
          operation: keyed.operation,
          memberId,
          object: "Member",
          objectId: memberId,
          fields,
          outcome: "ALLOWED",
        }),
      ),
    }),
  );
  const stored: Stored = {
    letters: results.map(({ outcome }) => LETTER[outcome]).join(""),
    refused: Object.fromEntries(results.flatMap((r, n) => (r.refusals.length > 0 ? [[String(n), r.refusals]] : []))),
  };
  const audited = { operation: keyed.operation, outcome: "ALLOWED" } as const;
  await write(tx, { audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)] }, [outcomeOf(ctx.viewer.subject, keyed, stored)]);
  if (changed.length === 0) return;
  await actAsProduct(tx);
  await inChunks(changed, (chunk) =>
    refreshCoverLosses(
      tx,
      chunk.map(({ id }) => id),
      ctx.viewer.subject,
    ),
  );
}

const LETTER: Readonly<Record<MessageOutcome, string>> = { INSERTED: "I", CHANGED: "C", UNCHANGED: "U", LATE: "L", REFUSED: "R" };
const OUTCOME = new Map(Object.entries(LETTER).map(([outcome, letter]) => [letter, outcome as MessageOutcome]));

async function replayed(tx: Tx, lines: readonly MessageLine[], { letters, refused }: Stored): Promise<MessageResult[]> {
  const said = lines.flatMap((line) => (line.ok ? [line.value] : []));
  const ids = new Map<string, string>();
  const policyIds = new Map<string, string>();
  await inChunks(said, async (chunk) => {
    const persons = await personsKnown(
      tx,
      chunk.map(({ person }) => person.externalKey),
      [],
      [],
    );
    for (const { external_key: key, id } of persons) if (key !== null) ids.set(key, id);
    const policies = await policiesKnown(
      tx,
      chunk.flatMap(({ policy }) => policy?.externalKey ?? []),
      [],
    );
    for (const { externalKey, id } of policies) if (externalKey !== null) policyIds.set(externalKey, id);
  });
  return lines.map((line, n): MessageResult => {
    const outcome = OUTCOME.get(letters[n] ?? "R") ?? "REFUSED";
    const memberKey = line.ok ? line.value.person.externalKey : null;
    const policyKey = line.ok ? (line.value.policy?.externalKey ?? null) : null;
    const done = outcome !== "REFUSED";
    return {
      line: line.line,
      memberKey,
      policyKey,
      outcome,
      memberId: done ? (ids.get(memberKey ?? "") ?? null) : null,
      policyId: done ? (policyIds.get(policyKey ?? "") ?? null) : null,
      refusals: refused[String(n)] ?? [],
    };
  });
}
