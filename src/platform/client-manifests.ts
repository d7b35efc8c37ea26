/** Manifests of clients as they are kept: who registered what, for which release, until when. */
import type { Database } from "./postgres/database.js";
import { statement, type RowOf } from "./postgres/statement.js";
import { transaction, type Tx } from "./postgres/transaction.js";
import { write } from "./postgres/write.js";
import { newId } from "./random.js";
import { auditRow } from "./trail/audit.js";
import { WORKER, type Role } from "./viewer.js";

export type NewManifest = {
  readonly owner: string;
  readonly release: string;
  readonly role: Role;
  /** Last day. */
  readonly endsOn: string;
  readonly by: string;
  readonly documents: readonly { readonly id: string; readonly body: string }[];
};

const STANDING = statement(
  "client-documents-standing",
  `select distinct d.document_id as id, d.body from client_document d join client_manifest m on m.id = d.manifest_id
   where m.ends_on >= clock_today()`,
);

/** The documents of every manifest that has not ended. */
export function standingDocuments(database: Database): Promise<RowOf<"client-documents-standing">[]> {
  return transaction(database, WORKER, (tx) => tx.query(STANDING.with()), { readOnly: true });
}

const OF_RELEASE = statement(
  "client-manifest-of-release",
  `select m.id, m.ends_on, (select array_agg(d.document_id order by d.document_id) from client_document d
     where d.manifest_id = m.id) as documents
   from client_manifest m where m.owner = $1 and m.release = $2 and m.role = $3 for update of m`,
);
const END = statement("client-manifest-ends", "update client_manifest set ends_on = $2 where id = $1");

export type Kept = "REGISTERED" | "END_CHANGED" | "OTHER_DOCUMENTS";

/** The same release again changes its end; other documents under its name are refused, for somebody already runs the ones there are. */
export async function keepManifest(database: Database, manifest: NewManifest): Promise<Kept> {
  return transaction(database, WORKER, async (tx) => {
    const { owner, release, role, endsOn, by, documents } = manifest;
    const [known] = await tx.query(OF_RELEASE.with(owner, release, role));
    if (known && !sameIds(known.documents ?? [], documents)) return "OTHER_DOCUMENTS";
    const id = known?.id ?? newId();
    const audited = { operation: "registerManifest", object: "ClientManifest", objectId: id, outcome: "ALLOWED" } as const;
    const audit_event = [auditRow({ ...WORKER, subject: by }, "manifest", { ...audited, rule: `${owner} ${release} until ${endsOn}` })];
    if (known) {
      await tx.query(END.with(id, endsOn));
      await write(tx, { audit_event });
      return "END_CHANGED";
    }
    await put(tx, id, manifest);
    await write(tx, { audit_event });
    return "REGISTERED";
  });
}

async function put(tx: Tx, id: string, { owner, release, role, endsOn, by, documents }: NewManifest): Promise<void> {
  await write(tx, { client_manifest: [{ id, owner, release, role, ends_on: endsOn, registered_by: by }] });
  await write(tx, { client_document: documents.map((each) => ({ manifest_id: id, document_id: each.id, body: each.body })) });
}

function sameIds(known: readonly string[], documents: readonly { readonly id: string }[]): boolean {
  const given = new Set(documents.map(({ id }) => id));
  return known.length === given.size && known.every((id) => given.has(id));
}

const LIST = statement(
  "client-manifests",
  `select m.owner, m.release, m.role, m.ends_on, m.ends_on >= clock_today() as stands, m.registered_by,
     (select count(*)::int from client_document d where d.manifest_id = m.id) as documents
   from client_manifest m order by m.owner, m.registered_at`,
);

export function manifests(database: Database): Promise<RowOf<"client-manifests">[]> {
  return transaction(database, WORKER, (tx) => tx.query(LIST.with()), { readOnly: true });
}
