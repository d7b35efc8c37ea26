/** Controls that live in the database, and how to take each away. */
import type { Pool } from "pg";

const GONE: Readonly<Record<string, string>> = {
  constraint: "drop index booking_seat_is_taken_once; alter table slot drop constraint slot_capacity_is_never_exceeded",
  // whoever comes again with a key is a stranger: what was kept for it is forgotten
  key: `create function forget_the_key() returns trigger language plpgsql security definer as $$ begin
      delete from idempotency where principal = new.principal and operation = new.operation and key = new.key; return new; end $$;
    create trigger forget_the_key before insert on idempotency for each row execute function forget_the_key()`,
};

export async function takeAway(pool: Pool, controls: readonly string[]): Promise<void> {
  for (const control of controls) if (GONE[control]) await pool.query(GONE[control]);
}
