import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

const UNDELIVERED = statement(
  "payment-files-undelivered",
  `select f.id, f.batch_id, f.place, f.channel, f.file_name, f.content, f.sha256, f.civil_numbers from payment_file f
    where not exists (select from payment_delivery d where d.file_id = f.id)
    order by f.exported_at, f.batch_id, f.place limit 1`,
);
export type UndeliveredFile = RowOf<"payment-files-undelivered">;

/** The oldest file that nobody has put into the outbox. */
export async function undeliveredFile(tx: Tx): Promise<UndeliveredFile | null> {
  const [row] = await tx.query(UNDELIVERED.with());
  return row ?? null;
}

const PEOPLE = statement(
  "payment-file-people",
  `select p.id, p.end_to_end_id, p.member_id from settlement_payment p
    where p.batch_id = $1 and p.file = $2 and p.member_id is not null order by p.end_to_end_id`,
);

/** The payments of a file to members. */
export async function membersOfFile(
  tx: Tx,
  { batch_id, place }: UndeliveredFile,
): Promise<{ id: string; endToEndId: string; memberId: string }[]> {
  const rows = await tx.query(PEOPLE.with(batch_id, place));
  return rows.map((r) => ({ id: r.id, endToEndId: r.end_to_end_id, memberId: r.member_id }));
}

const DELIVERED = statement(
  "payment-file-delivered",
  "insert into payment_delivery (file_id, sha256) values ($1, $2) on conflict do nothing",
);

export async function markDelivered(tx: Tx, fileId: string, sha256: string): Promise<void> {
  await tx.query(DELIVERED.with(fileId, sha256));
}

const NOW = statement("exchange-clock", "select clock_now() as now");

/** The instant for a receipt, by the database's clock. */
export async function receiptTime(tx: Tx): Promise<Date> {
  const [row] = await tx.query(NOW.with());
  return row?.now ?? new Date(0);
}
