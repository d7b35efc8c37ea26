/** The register as it stands, for the lines of one act: whatever they name, in a handful of statements. */
import type { NetworkPart } from "../../../../schema/states.js";
import type { Database } from "../../../platform/postgres/database.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { readReference } from "../reference.store.js";
import type { PartLine } from "./part-line.js";
import { credentialKey, numberColumn, type Register, type Standing } from "./plan-lines.js";

const credentials = (subject: string): string => `coalesce((select json_agg(json_build_object('kind', c.kind,
    'number', c.number,
    'validFrom', c.valid_from, 'validUntil', c.valid_until))
    from credential c where c.subject_id = ${subject}), '[]'::json)
    as credentials`;

const named = (number: string): string => `x.id = any ($1::uuid[]) or x.external_id = any ($2::text[])
   or x.${number} = any ($3::text[]) order by x.id for no key update of x`;

const STANDING = {
  ORGANISATION: statement(
    "register-organisations",
    `select to_json(x.*) as row, ${credentials("x.id")}, '[]'::json as offers, '[]'::json as clinics
     from provider x where ${named("cvr")}`,
  ),
  CLINIC: statement(
    "register-clinics",
    `select to_json(x.*) as row, ${credentials("x.id")},
       coalesce((select json_agg(json_build_object('id', o.id, 'service_code', o.service_code, 'channels', o.channels,
         'active', o.active)) from clinic_service o where o.clinic_id = x.id), '[]'::json) as offers,
       '[]'::json as clinics
     from clinic x where ${named("p_number")}`,
  ),
  PRACTITIONER: statement(
    "register-practitioners",
    `select to_json(x.*) as row, ${credentials("x.id")}, '[]'::json as offers,
       coalesce((select json_agg(json_build_object('clinicId', w.clinic_id, 'hasOpenings', exists (select from slot s
           where s.practitioner_id = x.id and s.clinic_id = w.clinic_id and s.starts_at > clock_now()
             and (s.state = 'OPEN' or s.booked > 0))))
         from practitioner_clinic w where w.practitioner_id = x.id), '[]'::json) as clinics
     from practitioner x where ${named("authorisation_id")}`,
  ),
};

const REFERRED = {
  CLINIC: statement(
    "register-referred-organisations",
    `select id, external_id, cvr as number from provider
     where id::text = any ($1::text[]) or external_id = any ($1) or cvr = any ($1)`,
  ),
  PRACTITIONER: statement(
    "register-referred-clinics",
    `select id, external_id, p_number as number from clinic
     where id::text = any ($1::text[]) or external_id = any ($1) or p_number = any ($1)`,
  ),
};

const WAITING = statement(
  "register-waiting-credentials",
  `select clock_today() as today, coalesce((select json_agg(c) from proposal p
     cross join lateral jsonb_array_elements(p.content -> 'credentials') c
     where p.state = 'PROPOSED' and p.kind = 'CREDENTIALS'), '[]'::json) as waiting`,
);

/** As `content` of a proposal of kind CREDENTIALS has them. */
type WaitingCredential = {
  readonly subjectId: string;
  readonly kind: Standing["credentials"][number]["kind"];
  readonly number: string | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
};

type Lines = readonly { readonly line: PartLine; readonly id?: string }[];
/** Lines that are looked up with one statement. */
const CHUNK = 2_000;

function texts(lines: Lines, of: (line: PartLine) => unknown): string[] {
  return lines.flatMap(({ line }) => {
    const text = of(line);
    return typeof text === "string" ? [text] : [];
  });
}

type Names = readonly [ids: readonly string[], externalIds: readonly string[], numbers: readonly string[]];

function standingOf(tx: Tx, part: NetworkPart, names: Names): Promise<readonly Standing[]> {
  if (part === "ORGANISATION") return tx.query(STANDING.ORGANISATION.with(...names));
  return part === "CLINIC" ? tx.query(STANDING.CLINIC.with(...names)) : tx.query(STANDING.PRACTITIONER.with(...names));
}

/** Locks what stands: of two acts on the same part the second sees what the first did. */
export async function registerFor(tx: Tx, database: Database, part: NetworkPart, lines: Lines): Promise<Register> {
  const column = numberColumn(part);
  const standing: Standing[] = [];
  for (let at = 0; at < Math.max(lines.length, 1); at += CHUNK) {
    const some = lines.slice(at, at + CHUNK);
    const [external, numbers] = [texts(some, (line) => line.externalId), texts(some, (line) => line.stated[column])];
    standing.push(...(await standingOf(tx, part, [some.flatMap(({ id }) => id ?? []), external, numbers])));
  }
  const names = part === "CLINIC" ? texts(lines, (line) => line.organisation) : lines.flatMap(({ line }) => line.clinics ?? []);
  const referred = part === "ORGANISATION" || names.length === 0 ? [] : await tx.query(REFERRED[part].with([...new Set(names)]));
  const [{ today, waiting } = { today: "", waiting: [] }] = await tx.query(WAITING.with());
  const { postalCodeBy, serviceBy } = await readReference(database);
  const text = (row: Standing["row"], of: string): string => String(row[of]);
  return {
    today,
    byId: new Map(standing.map((each) => [each.row.id, each])),
    byExternalId: new Map(standing.map((each) => [text(each.row, "external_id"), each])),
    byNumber: new Map(standing.map((each) => [text(each.row, column), each])),
    referred: new Map(
      referred.flatMap(({ id, external_id: external, number }) => [id, external ?? id, number].map((key) => [key, id] as const)),
    ),
    postalCode: (code) => postalCodeBy.get(code),
    bitOf: (service) => serviceBy.get(service)?.bit,
    waiting: new Set((waiting as WaitingCredential[]).map((each) => credentialKey(each.subjectId, each))),
  };
}
