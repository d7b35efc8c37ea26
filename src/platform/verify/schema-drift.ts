/**
 * Whether the tables, constraints, policies, functions and grants are as the migrations made them: whoever dropped an index by
 * hand took a wall away, and no row tells. What the migrations make stands in schema/objects.json, by object, as a digest.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { statement } from "../postgres/statement.js";
import type { Tx } from "../postgres/transaction.js";

/** By object: `constraint booking booking_seat_is_taken_once`. */
export type SchemaObjects = Readonly<Record<string, string>>;

const FILE = new URL("../../../schema/objects.json", import.meta.url);

/**
 * Each object with the text that makes it. Not: the owner, whose name is the administrator's; what belongs to an extension;
 * indexes that only make something faster; the body of clock_now(), which has a check of its own.
 */
const OBJECTS = statement(
  "schema-objects",
  `with relations as (
     select c.oid, c.relname as name, c.relkind, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
        and not exists (select from pg_depend d
          where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')),
   functions as (
     select p.*, p.oid::regprocedure::text as signature from pg_proc p
      where p.pronamespace = 'public'::regnamespace and not exists (select from pg_depend d
          where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')),
   grants as (
     select 'grants of ' || r.name as object, r.relowner as owner, g.grantee, g.privilege_type as what
       from relations r, aclexplode(r.relacl) g
     union all
     select 'grants of ' || r.name, r.relowner, g.grantee, g.privilege_type || ' (' || a.attname || ')'
       from relations r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0, aclexplode(a.attacl) g
     union all
     select 'grants of ' || f.signature, f.proowner, g.grantee, g.privilege_type
       from functions f, aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) g)
   select 'table ' || name as object, concat_ws(' ', relkind, relrowsecurity, relforcerowsecurity) as made
     from relations
   union all
   select 'column ' || r.name || '.' || a.attname, concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull,
       a.attgenerated, pg_get_expr(d.adbin, d.adrelid))
     from relations r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
     left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum where r.relkind in ('r', 'p')
   union all
   select 'constraint ' || r.name || ' ' || k.conname,
       pg_get_constraintdef(k.oid) || case when k.convalidated then '' else ' unproved' end
     from relations r join pg_constraint k on k.conrelid = r.oid and k.contype in ('c', 'f', 'p', 'u', 'x')
   union all
   select 'unique index ' || r.name || ' ' || c.relname,
       pg_get_indexdef(c.oid) || case when i.indisvalid then '' else ' unfinished' end
     from relations r join pg_index i on i.indrelid = r.oid and i.indisunique join pg_class c on c.oid = i.indexrelid
   union all
   select 'trigger ' || r.name || ' ' || t.tgname, concat_ws(' ', pg_get_triggerdef(t.oid), t.tgenabled)
     from relations r join pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal
   union all
   select 'policy ' || r.name || ' ' || p.polname, concat_ws(' ', p.polcmd, p.polpermissive,
       (select string_agg(case when m.role = r.relowner then 'owner' when m.role = 0 then 'everybody'
           else pg_get_userbyid(m.role)::text end, ' ' order by pg_get_userbyid(m.role))
         from unnest(p.polroles) as m (role)),
       pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
     from relations r join pg_policy p on p.polrelid = r.oid
   union all
   select 'function ' || signature, concat_ws(' ', pg_get_function_result(oid), provolatile, prosecdef,
       proconfig::text, case when signature <> 'clock_now()' then coalesce(pg_get_function_sqlbody(oid), prosrc) end)
     from functions
   union all
   select object, string_agg(who || ' ' || what, ', ' order by what, who)
     from grants, lateral (select case grantee when 0 then 'everybody' else pg_get_userbyid(grantee)::text end) w (who)
    where grantee <> owner group by object
   union all
   select 'role ' || r.rolname, concat_ws(' ', r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcanlogin,
       (select string_agg(pg_get_userbyid(m.roleid)::text, ' ' order by pg_get_userbyid(m.roleid))
         from pg_auth_members m where m.member = r.oid))
     from pg_roles r where r.rolname in ('gateway_app', 'gateway_identity', 'gateway_directory', 'gateway_worker',
       'gateway_retention', 'gateway_keys', 'gateway_verify')
   union all
   select 'temporary objects', 'everybody'
     from pg_database b, aclexplode(coalesce(b.datacl, acldefault('d', b.datdba))) g
    where b.datname = current_database() and g.grantee = 0 and g.privilege_type = 'TEMPORARY'
   order by 1`,
  // each line is put together from columns of the catalogue that are never null
  { neverNull: ["made"] },
);

export async function readObjects(tx: Tx): Promise<SchemaObjects> {
  const rows = await tx.query(OBJECTS.with());
  return Object.fromEntries(rows.map(({ object, made }) => [object, digest(made)]));
}

/** Every object that is missing, was changed or was added by hand; empty when the schema is as the migrations made it. */
export async function schemaDrift(tx: Tx): Promise<readonly string[]> {
  const expected = JSON.parse(readFileSync(FILE, "utf8")) as SchemaObjects;
  const found = await readObjects(tx);
  const lost = Object.keys(expected).flatMap((name) =>
    found[name] === undefined ? [`missing: ${name}`] : found[name] === expected[name] ? [] : [`changed: ${name}`],
  );
  return [...lost, ...Object.keys(found).flatMap((name) => (expected[name] === undefined ? [`not of a migration: ${name}`] : []))];
}

/** Majors of PostgreSQL print the same expression with other spaces and brackets. */
function digest(made: string): string {
  return createHash("sha256")
    .update(made.replace(/[\s()]+/g, " ").trim())
    .digest("hex")
    .slice(0, 16);
}
