/**
 * Loads into empty tables without checking row by row, and checks everything once at the end: several times faster. Foreign
 * keys, exclusion constraints and secondary indexes are read from the server's own definitions, so nothing is repeated here.
 * All within the caller's transaction: whatever fails, the tables keep their guards.
 */
import type postgres from "postgres";

type Guard = { readonly drop: string; readonly create: string };

const BIG_SORT = "256MB";

export async function unguarded<T>(
  tx: postgres.ISql,
  tables: readonly string[],
  load: () => Promise<T>,
  onRestore: (done: number, total: number) => void,
): Promise<T> {
  const guards = await guardsOf(tx, tables);
  for (const guard of guards) await tx.unsafe(guard.drop);
  const result = await load();
  await tx.unsafe(`set local maintenance_work_mem = '${BIG_SORT}'`);
  for (const [n, guard] of guards.entries()) {
    await tx.unsafe(guard.create);
    onRestore(n + 1, guards.length);
  }
  return result;
}

/** Keys that other tables point at stay: dropping them would reach beyond these tables. */
async function guardsOf(tx: postgres.ISql, tables: readonly string[]): Promise<Guard[]> {
  const constraints = await tx<Guard[]>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as create
    from pg_constraint where conrelid = any (${[...tables]}::regclass[]) and contype in ('f', 'x')
    order by contype desc, conname`;
  const indexes = await tx<Guard[]>`
    select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as create
    from pg_index i
    where i.indrelid = any (${[...tables]}::regclass[]) and not i.indisprimary
      and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
    order by i.indexrelid::regclass::text`;
  return [...constraints, ...indexes];
}

/**
 * COPY into a table with row-level security is refused unless the role bypasses it; an owner that is no superuser lifts
 * its own FORCE for the length of the transaction, and no other session sees the tables meanwhile.
 */
export async function asOwner<T>(tx: postgres.ISql, tables: readonly string[], load: () => Promise<T>): Promise<T> {
  const [me] = await tx<{ bypasses: boolean }[]>`select rolsuper or rolbypassrls as bypasses from pg_roles where rolname = current_user`;
  if (me?.bypasses) return load();
  const forced = await tx<{ name: string }[]>`
    select oid::regclass::text as name from pg_class where oid = any (${[...tables]}::regclass[]) and relforcerowsecurity`;
  for (const { name } of forced) await tx.unsafe(`alter table ${name} no force row level security`);
  const result = await load();
  for (const { name } of forced) await tx.unsafe(`alter table ${name} force row level security`);
  return result;
}
