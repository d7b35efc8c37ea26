import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { ROLES } from "../../src/platform/viewer.js";
import { day, id, instant } from "../columns.js";

/** The documents that one release of a client runs: an app that is released needs no release of the gateway. */
export const clientManifest = pgTable(
  "client_manifest",
  {
    id: id(),
    /** Whose client, e.g. member-app. */
    owner: text().notNull(),
    release: text().notNull(),
    /** As what it runs them. */
    role: text({ enum: ROLES }).notNull(),
    /** Last day on which they are run. */
    endsOn: day("ends_on").notNull(),
    registeredBy: text("registered_by").notNull(),
    registeredAt: instant("registered_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [
    uniqueIndex("client_manifest_is_one_per_release").on(t.owner, t.release, t.role),
    index("client_manifest_by_end").on(t.endsOn),
    check("client_manifest_is_of_somebody", sql`${t.owner} <> '' and ${t.release} <> '' and ${t.role} <> 'WORKER'`),
  ],
);

export const clientDocument = pgTable(
  "client_document",
  {
    manifestId: uuid("manifest_id")
      .notNull()
      .references(() => clientManifest.id),
    /** Hash of the text, in hexadecimal: MD5, SHA-1 or SHA-256, as the client's tools name it. */
    documentId: text("document_id").notNull(),
    body: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.manifestId, t.documentId] }), index("client_document_by_id").on(t.documentId)],
);
