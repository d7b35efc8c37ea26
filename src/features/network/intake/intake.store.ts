/** How far files of the network have come, and the ids behind external ids. */
import type { NetworkPart } from "../../../../schema/states.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

const SHOWN = `i.id, i.part, i.lines, i.done, i.refused, i.state, i.proposal_id as "proposalId",
  i.started_at as "startedAt", i.ended_at as "endedAt"`;

const BY_ID = statement("network-intakes-by-id", `select ${SHOWN} from network_intake i where i.id = any ($1::uuid[])`);
export type IntakeRow = RowOf<"network-intakes-by-id">;

export function intakesById(tx: Tx, ids: readonly string[]): Promise<IntakeRow[]> {
  return tx.query(BY_ID.with(ids));
}

const FOUND = statement(
  "network-intakes",
  `select ${SHOWN} from network_intake i where $1::uuid is null or i.id < $1 order by i.id desc limit $2`,
);

/** The latest first. */
export function intakesOf(tx: Tx, after: string | null, limit: number): Promise<IntakeRow[]> {
  return tx.query(FOUND.with(after, limit));
}

export type Counts = {
  readonly done: number;
  readonly inserted: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
};

const PROGRESS = statement(
  "network-intake-progress",
  `update network_intake set done = $2, inserted = $3, changed = $4, unchanged = $5, refused = $6, state = $7,
     proposal_id = $8::uuid,
     ended_at = case when $7 = 'RUNNING' then null else clock_now() end
   where id = $1`,
);

export async function keepProgress(
  tx: Tx,
  id: string,
  { done, inserted, changed, unchanged, refused }: Counts,
  state: IntakeRow["state"],
  proposalId: string | null = null,
): Promise<void> {
  await tx.query(PROGRESS.with(id, done, inserted, changed, unchanged, refused, state, proposalId));
}

const ids = (table: string): string => `select id, external_id as "externalId" from ${table}
   where external_id = any ($1::text[])`;
const IDS = {
  ORGANISATION: statement("organisation-ids", ids("provider")),
  CLINIC: statement("clinic-ids", ids("clinic")),
  PRACTITIONER: statement("practitioner-ids", ids("practitioner")),
};

/** Our ids by the external ones. */
export async function idsOf(tx: Tx, part: NetworkPart, externalIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query(IDS[part].with(externalIds));
  return new Map(rows.map(({ id, externalId }) => [externalId, id]));
}
