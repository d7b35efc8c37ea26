/**
 * Lines about parts of the network, one or twenty thousand, saved as one act: parts and what hangs on them, the history of each
 * change, and, for the dated facts among them, one proposal that waits for a second person.
 */
import type { NewRow } from "../../../../schema/columns-of.js";
import type { NetworkPart } from "../../../../schema/states.js";
import { present } from "../../../kernel/invariant.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import type { Context } from "../../../gateway/api/context.js";
import { classify } from "../../../platform/postgres/database-errors.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, write, type Change } from "../../../platform/postgres/write.js";
import { newId } from "../../../platform/random.js";
import { CHANNELS, type Service } from "../../../rules/codes.js";
import { proposalRow } from "../proposals/proposal.js";
import { credentialChanges, credentialsContent, type StatedCredential } from "../credentials/credential.js";
import type { PartLine } from "./part-line.js";
import { planLines, type Columns, type PartStep } from "./plan-lines.js";
import { readReference } from "../reference.store.js";
import { registerFor } from "./register.store.js";

type LineToPlan = { readonly n: number; readonly line: PartLine; readonly id?: string };
export type SavedLines = { readonly steps: readonly PartStep[]; readonly proposalId: string | null };
type SavedStep = Exclude<PartStep, { does: "REFUSE" }>;

export type PartsAct = {
  readonly part: NetworkPart;
  readonly operation: string;
  readonly lines: readonly LineToPlan[];
  /** Called after each chunk with the steps that are saved by then. */
  readonly onProgress?: (steps: readonly PartStep[]) => Promise<void>;
};

/** Rows per statement: a statement stays well inside its time limit. */
const CHUNK = 1_000;

/** What the lines do, without doing it. */
export async function planOfLines(ctx: Context, tx: Tx, { part, lines }: PartsAct): Promise<PartStep[]> {
  return planLines(lines, await registerFor(tx, ctx.database, part, lines), newId);
}

export async function saveSteps(ctx: Context, tx: Tx, act: PartsAct, steps: readonly PartStep[]): Promise<SavedLines> {
  for (let at = 0; at < steps.length; at += CHUNK) {
    const chunk = steps.slice(at, at + CHUNK);
    await asOne(
      saveChunk(
        ctx,
        tx,
        act,
        chunk.flatMap((step) => (step.does === "REFUSE" ? [] : [step])),
      ),
    );
    await act.onProgress?.(chunk);
  }
  const credentials = steps.flatMap((step) =>
    step.does === "REFUSE" ? [] : step.credentials.map((draft) => stated(act.part, step, draft)),
  );
  if (credentials.length === 0) return { steps, proposalId: null };
  const row = proposalRow(ctx.viewer, {
    kind: "CREDENTIALS",
    content: credentialsContent(credentials),
    says: `${credentials.length} dated facts from ${act.operation}`,
    changes: credentialChanges(credentials),
    source: credentials[0]?.source ?? act.operation,
  });
  await write(tx, { proposal: [row] });
  return { steps, proposalId: row.id };
}

function stated(part: NetworkPart, step: SavedStep, draft: SavedStep["credentials"][number]): StatedCredential {
  const { row } = step;
  const name =
    part === "PRACTITIONER" ? `${String(row["given_names"])} ${String(row["family_name"])}` : String(row["legal_name"] ?? row["name"]);
  return { ...draft, part, subjectId: step.id, name };
}

/** Another act that registers the same at the same moment: the constraint lets one through, the other may try again. */
async function asOne<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (classify(error).kind !== "UNIQUE") throw error;
    throw new Refused([
      refusal("BUSY", "Another act registered the same at this moment; nothing was saved.", {
        remedy: "Send the same request again.",
        retryable: true,
      }),
    ]);
  }
}

const COLUMNS = {
  ORGANISATION: ["id", "external_id", "legal_name", "cvr", "kind", "address", "version"],
  CLINIC: [
    ...[
      "id",
      "external_id",
      "provider_id",
      "name",
      "p_number",
      "sor_id",
      "gln",
      "address",
      "postnr",
      "town",
      "kommune_code",
      "region_code",
    ],
    ...["lat", "lon", "pos", "place_precision", "phone", "email", "video_url", "way_in", "accessibility", "languages", "treats_children"],
    ...["cancellation_hours", "allows_overlap", "closes_on_bank_days", "practice_system", "version"],
  ],
  PRACTITIONER: [
    ...["id", "external_id", "given_names", "family_name", "gender", "authorisation_id", "profession", "languages", "treats_children"],
    ...["video_url", "version"],
  ],
} as const satisfies Record<NetworkPart, readonly string[]>;
const TABLE = { ORGANISATION: "provider", CLINIC: "clinic", PRACTITIONER: "practitioner" } as const;

const update = (part: NetworkPart): string => `update ${TABLE[part]} p set
  ${COLUMNS[part].flatMap((column) => (column === "id" ? [] : [`${column} = x.${column}`])).join(",\n  ")}
  from jsonb_populate_recordset(null::${TABLE[part]}, $1::jsonb) x where p.id = x.id and p.version = x.version - 1`;
const UPDATE = {
  ORGANISATION: statement("change_organisations", update("ORGANISATION")),
  CLINIC: statement("change_clinics", update("CLINIC")),
  PRACTITIONER: statement("change_practitioners", update("PRACTITIONER")),
};
const CHANGE_OFFERS = statement(
  "change_offers",
  `update clinic_service o set channels = x.channels, languages = x.languages, treats_children = x.treats_children,
     pos = x.pos, active = x.active
   from jsonb_populate_recordset(null::clinic_service, $1::jsonb) x where o.id = x.id`,
);
const LEAVE_CLINICS = statement(
  "leave_clinics",
  `delete from practitioner_clinic w
   using jsonb_to_recordset($1::jsonb) as x(practitioner_id uuid, clinic_id uuid)
   where w.practitioner_id = x.practitioner_id and w.clinic_id = x.clinic_id`,
);

async function saveChunk(ctx: Context, tx: Tx, { part, operation }: PartsAct, steps: readonly SavedStep[]): Promise<void> {
  const made = steps.filter((step) => step.does === "INSERT");
  const changed = steps.filter((step) => step.does === "CHANGE");
  const touched = [...made, ...changed];
  if (touched.length === 0) return;
  const { serviceBy } = await readReference(ctx.database);
  const bitOf = (service: string): number => present(serviceBy.get(service), "the service of an offer was checked").bit;
  const offers = part === "CLINIC" ? touched.flatMap((step) => offersOf(step, bitOf)) : [];
  const rows = (of: readonly SavedStep[]) =>
    of.map(({ row }) => Object.fromEntries(COLUMNS[part].map((column) => [column, row[column] ?? null])));
  const standing = offers.filter(({ isNew }) => !isNew).map(({ row }) => row);
  const leaves = touched.flatMap(({ id, leaves: from }) => from.map((clinic) => ({ practitioner_id: id, clinic_id: clinic })));
  const changes: Change[] = [
    ...(changed.length > 0 ? [change(UPDATE[part].with(JSON.stringify(rows(changed))), changed.length)] : []),
    ...(standing.length > 0 ? [change(CHANGE_OFFERS.with(JSON.stringify(standing)), standing.length)] : []),
    ...(leaves.length > 0 ? [change(LEAVE_CLINICS.with(JSON.stringify(leaves)))] : []),
  ];
  await write(
    tx,
    {
      [TABLE[part]]: rows(made),
      clinic_service: offers.filter(({ isNew }) => isNew).map(({ row }) => row),
      practitioner_clinic: touched.flatMap(({ id, joins }) => joins.map((clinic) => ({ practitioner_id: id, clinic_id: clinic }))),
      network_change: touched.map((step) => historyRow(ctx, part, operation, step)),
    },
    changes,
  );
}

type OfferRow = { readonly isNew: boolean; readonly row: NewRow<"clinic_service"> };

function offersOf({ id, row, offers }: SavedStep, bitOf: (service: string) => number): OfferRow[] {
  return offers.map(({ id: known, service_code: service, channels, active }) => ({
    isNew: known === null,
    row: {
      id: known ?? newId(),
      clinic_id: id,
      provider_id: String(row["provider_id"]),
      service_code: service as Service,
      service_bit: bitOf(service),
      pos: String(row["pos"]),
      channels: CHANNELS.filter((channel) => channels.includes(channel)),
      languages: row["languages"] as readonly string[],
      treats_children: row["treats_children"] === true,
      active,
    },
  }));
}

function historyRow({ viewer }: Context, part: NetworkPart, operation: string, { id, row, changes }: SavedStep): NewRow<"network_change"> {
  return {
    id: newId(),
    part,
    part_id: id,
    provider_id: companyOf(part, id, row),
    actor: viewer.subject,
    actor_role: viewer.role,
    operation,
    version: Number(row["version"]),
    changes,
  };
}

function companyOf(part: NetworkPart, id: string, row: Columns): string | null {
  return part === "ORGANISATION" ? id : part === "CLINIC" ? String(row["provider_id"]) : null;
}
