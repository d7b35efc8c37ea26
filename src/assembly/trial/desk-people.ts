/** The fictional people of a developer's machine, by name: test persons as members, who works at a clinic near one of them, and the insurer's own. */
import type { Database } from "../../platform/postgres/database.js";
import { statement } from "../../platform/postgres/statement.js";
import { transaction } from "../../platform/postgres/transaction.js";
import { WORKER, type Acting } from "../../platform/viewer.js";
import { subjectOf } from "../../../seeds/members.js";
import { READY_MEMBER } from "./ready-viewers.js";

export type DeskPerson = Acting & {
  readonly key: string;
  readonly name: string;
  readonly subject: string;
  /** Where they work or live; null where it says nothing. */
  readonly place: string | null;
  readonly mayBe: readonly Acting[];
};

/** Rates, payments and files want two pairs of eyes. */
const INSURERS = [
  { key: "tina", name: "Tina", subject: "health-team-1", role: "HEALTH_TEAM" },
  { key: "niels", name: "Niels", subject: "network-manager-1", role: "NETWORK_MANAGER" },
  { key: "nora", name: "Nora", subject: "network-manager-2", role: "NETWORK_MANAGER" },
  { key: "finn", name: "Finn", subject: "finance-1", role: "FINANCE" },
  { key: "frida", name: "Frida", subject: "finance-2", role: "FINANCE" },
] as const;

/** The member of the examples, and somebody who also acts for a child. */
const MEMBERS = statement(
  "desk-members",
  `select m.identity_subject as subject, m.given_names as given, m.family_name as family, p.town
   from member m left join postal_code p on p.postnr = m.postnr
   where m.identity_subject = $1 or m.id = (
     select g.guardian_id from guardianship g join member a on a.id = g.guardian_id
     where g.ended_on is null and a.identity_subject is not null and a.identity_subject <> $1
     order by a.family_name, a.id limit 1)
   order by m.identity_subject <> $1`,
  { neverNull: ["subject"] },
);
/** The nearest clinic of each of two contract parties: somebody may work for both. */
const CLINICS = statement(
  "desk-clinics",
  `select near.cvr, near.town from (
     select distinct on (o.cvr) o.cvr, c.town, (c.lat - m.lat) ^ 2 + (c.lon - m.lon) ^ 2 as far, c.id
     from clinic c join provider o on o.id = c.provider_id, member m
     where m.identity_subject = $1 and o.kind = 'PHYSIOTHERAPIST' and upper(o.agreed) is null and not isempty(o.agreed)
     order by o.cvr, far, c.id) near
   order by near.far, near.id limit 2`,
);

export async function deskPeople(database: Database): Promise<readonly DeskPerson[]> {
  const ready = subjectOf(READY_MEMBER);
  const [members, clinics] = await transaction(database, WORKER, (tx) => tx.all([MEMBERS.with(ready), CLINICS.with(ready)]), {
    readOnly: true,
  });
  const worksFor = clinics.map(({ cvr }): Acting => ({ role: "CLINIC_STAFF", cvr }));
  const alone = { cvr: null, place: null, mayBe: [] };
  return [
    ...members.map(({ subject, given, family, town }, i): DeskPerson => {
      const role = "MEMBER" as const;
      return { ...alone, key: i === 0 ? "member" : `member-${i + 1}`, name: `${given} ${family}`, subject, role, place: town };
    }),
    ...clinics.slice(0, 1).map(({ cvr, town }): DeskPerson => {
      return { key: "karin", name: "Karin", subject: "clinic-staff-1", role: "CLINIC_STAFF", cvr, place: town, mayBe: worksFor };
    }),
    ...INSURERS.map((each): DeskPerson => ({ ...alone, ...each })),
  ];
}
