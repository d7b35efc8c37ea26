/** Dated facts of the network: those of its parts, and what an act on one stands on. */
import type { NewRow } from "../../../../schema/columns-of.js";
import type { NetworkPart } from "../../../../schema/states.js";
import { ofEach, PARENT } from "../../../platform/postgres/of-each.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

const SHOWN = `c.id, c.kind, c.number, c.valid_from as "validFrom", c.valid_until as "validUntil", c.source,
  c.recorded_by as "recordedBy", c.recorded_at as "recordedAt", c.approved_by as "approvedBy",
  c.provider_id as "providerId", c.clinic_id as "clinicId", c.practitioner_id as "practitionerId",
  (select json_build_object('state', e.state, 'openings', e.openings, 'appointments', e.appointments,
    'closed', e.closed, 'moved', e.moved, 'escalated', e.escalated, 'opened', e.opened, 'changedAt', e.changed_at)
   from network_ending e where e.credential_id = c.id) as progress`;

const BY_ID = statement("credentials-by-id", `select ${SHOWN} from credential c where c.id = any ($1::uuid[])`);
export type CredentialRow = RowOf<"credentials-by-id">;

export function credentialsById(tx: Tx, ids: readonly string[]): Promise<CredentialRow[]> {
  return tx.query(BY_ID.with(ids));
}

const OF_PARTS = statement(
  "credentials-of-parts",
  ofEach("x.*", `select ${SHOWN} from credential c where c.subject_id = p.id`, 'x."validFrom" desc, x.id desc'),
  PARENT,
);

/** All of a part, the latest first: a handful in a decade. */
export function credentialsOf(tx: Tx, parts: readonly string[]) {
  return tx.query(OF_PARTS.with(parts));
}

const CHANGES_OF_PARTS = statement(
  "changes-of-parts",
  ofEach(
    "x.*",
    `select n.id, n.at, n.actor, n.actor_role as "actorRole", n.operation, n.changes, n.part,
       n.part_id as "partId"
     from network_change n where n.part_id = p.id and ($2::uuid is null or n.id < $2) order by n.id desc limit $3`,
    "x.id desc",
  ),
  PARENT,
);
export type NetworkChangeRow = RowOf<"changes-of-parts">;

/** The latest first. */
export function changesOf(tx: Tx, parts: readonly string[], after: string | null, limit: number): Promise<NetworkChangeRow[]> {
  return tx.query(CHANGES_OF_PARTS.with(parts, after, limit));
}

const GROUND = statement(
  "credential-ground",
  `select clock_today() as today, clock_now() as now,
     coalesce((select p.legal_name from provider p where p.id = $1),
       (select k.name from clinic k where k.id = $1),
       (select t.given_names || ' ' || t.family_name from practitioner t where t.id = $1)) as name,
     coalesce((select json_agg(json_build_object('id', k.id, 'providerId', k.provider_id) order by k.provider_id, k.id)
       from clinic k where k.id = $1 or k.provider_id = $1
         or exists (select from practitioner_clinic w where w.clinic_id = k.id and w.practitioner_id = $1)), '[]')
       as clinics,
     coalesce((select json_agg(json_build_object('kind', c.kind, 'validFrom', c.valid_from,
         'validUntil', c.valid_until))
       from credential c where c.subject_id = $1), '[]') as credentials`,
);
export type CredentialGround = RowOf<"credential-ground">;

/** What an act on a part stands on: its name, its clinics, and the facts that hold already. The name is null where there is none. */
export async function credentialGround(tx: Tx, partId: string): Promise<CredentialGround | undefined> {
  const [row] = await tx.query(GROUND.with(partId));
  return row;
}

const TO_END = statement(
  "credential-to-end",
  `select c.id, c.kind, c.subject_id as "subjectId", c.provider_id as "providerId", c.clinic_id as "clinicId",
     c.valid_from as "validFrom", c.valid_until as "validUntil", c.recorded_by as "recordedBy", c.version,
     clock_today() as today,
     exists (select from slot s where s.starts_at > clock_now() and (s.state = 'OPEN' or s.booked > 0)
       and (s.starts_at at time zone 'Europe/Copenhagen')::date >= $2::date
       and (s.provider_id = c.provider_id or s.practitioner_id = c.practitioner_id)) as "hasOpenings"
   from credential c where c.id = $1 for no key update of c`,
);
export type CredentialToEnd = RowOf<"credential-to-end">;

export async function credentialToEnd(tx: Tx, id: string, until: string): Promise<CredentialToEnd | undefined> {
  const [row] = await tx.query(TO_END.with(id, until));
  return row;
}

/** The column of a credential that says whose it is. */
export function subjectColumns(part: NetworkPart, id: string): Pick<NewRow<"credential">, "provider_id" | "clinic_id" | "practitioner_id"> {
  return {
    provider_id: part === "ORGANISATION" ? id : null,
    clinic_id: part === "CLINIC" ? id : null,
    practitioner_id: part === "PRACTITIONER" ? id : null,
  };
}

export const END_CREDENTIAL = statement(
  "end_credential",
  "update credential set valid_until = $2::date, version = version + 1 where id = $1 and version = $3",
);
