/** One part of the network, by hand: the same reading, the same judgement and the same rows as a line of a file. */
import type { NetworkPart } from "../../../../schema/states.js";
import { runMutation, type MutationOutcome } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { present } from "../../../kernel/invariant.js";
import { refusal, Refused, type Refusal } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { readPart, type PartLine } from "./part-line.js";
import { planLines, type PartStep } from "./plan-lines.js";
import { registerFor } from "./register.store.js";
import { saveSteps } from "./save-lines.js";
import { newId } from "../../../platform/random.js";
import type { Row } from "./row-reader.js";

export type SavedPart = { readonly id: string; readonly proposalId: string | null };

export type PartAct = {
  readonly part: NetworkPart;
  readonly operation: string;
  readonly keyed: IdempotencyKey;
  /** Null for a new one. */
  readonly id: string | null;
  readonly expectedVersion: number | null;
  readonly row: Row;
  /** Says that there is none where the part is somebody else's; of one that is there already. */
  readonly isForeign?: (row: Readonly<Record<string, unknown>>) => boolean;
};

export function savePart(ctx: Context, act: PartAct): Promise<MutationOutcome<SavedPart>> {
  return runMutation<SavedPart>(ctx, {
    operation: act.operation,
    keyed: act.keyed,
    work: (tx) => save(ctx, tx, act),
    replay: (_, stored) => Promise.resolve(stored as SavedPart),
  });
}

async function save(ctx: Context, tx: Tx, { part, operation, keyed, id, expectedVersion, row, isForeign }: PartAct): Promise<SavedPart> {
  const line = readPart(part, row);
  if (!("part" in line)) throw new Refused(line.map(inInput));
  const lines = [{ n: 0, line, ...(id === null ? {} : { id }) }];
  const register = await registerFor(tx, ctx.database, part, lines);
  const standing = id === null ? undefined : register.byId.get(id);
  if (id !== null && (!standing || isForeign?.(standing.row))) throw new Refused([UNKNOWN_PART]);
  if (standing && expectedVersion !== null && standing.row.version !== expectedVersion) throw new Refused([VERSION_CHANGED]);
  const [step] = planLines(lines, register, newId);
  const planned = refusingNew(present(step, "one line makes one step"), line, id);
  if (planned.does === "REFUSE") throw new Refused(planned.refusals.map(inInput));
  const { proposalId } = await saveSteps(ctx, tx, { part, operation, lines }, [planned]);
  const saved = { id: planned.id, proposalId };
  const audited = { operation, object: OBJECT[part], objectId: planned.id, fields: planned.changes.map(({ field }) => field) } as const;
  await write(tx, { audit_event: [auditRow(ctx.viewer, ctx.traceId, { ...audited, outcome: "ALLOWED" })] }, [
    outcomeOf(ctx.viewer.subject, keyed, saved),
  ]);
  return saved;
}

/** A part that is known already is changed by its id: nobody should make a new one and find that another has changed. */
function refusingNew(step: PartStep, { part }: PartLine, id: string | null): PartStep {
  if (step.does === "REFUSE" || step.does === "INSERT" || id !== null) return step;
  const refusals = [
    refusal(
      part === "ORGANISATION" ? "CVR_REGISTERED" : part === "CLINIC" ? "P_NUMBER_REGISTERED" : "PRACTITIONER_REGISTERED",
      "It is registered already.",
      { remedy: "Change the one that is there, by its id." },
    ),
  ];
  return step.does === "UNCHANGED" ? step : { does: "REFUSE", n: 0, refusals };
}

const OBJECT = { ORGANISATION: "Organisation", CLINIC: "Clinic", PRACTITIONER: "Practitioner" } as const;

const inInput = (each: Refusal): Refusal => ({ ...each, path: ["input", ...each.path] });

const UNKNOWN_PART = refusal("NOT_FOUND", "There is no such part of the network.", { path: ["input", "id"], remedy: "Check the id." });
export const VERSION_CHANGED = refusal("VERSION_CHANGED", "It has changed since it was looked at.", {
  path: ["input", "expectedVersion"],
  remedy: "Read it again and decide on what it says now.",
});

/** What an input says about a part: fields that are left out are not there, and stay as they are. */
export function rowOf(input: object): Row {
  return Object.fromEntries(Object.entries(input).filter(([name, value]) => value !== undefined && !NOT_COLUMNS.has(name)));
}
const NOT_COLUMNS = new Set(["id", "idempotencyKey", "expectedVersion"]);
