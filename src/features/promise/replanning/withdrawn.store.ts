import { Refused, refusal } from "../../../kernel/refusal.js";
import { statement } from "../../../platform/postgres/statement.js";
import { extraDaysAt } from "../../bookings/end/ending.store.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { PROMISE_COLUMNS, PROMISE_TABLES } from "../plan/promise.store.js";
import type { WithdrawnBooking } from "./withdrawn.js";

const UNKNOWN_CLINIC = refusal("NOT_FOUND", "There is no such clinic.", { path: ["input", "clinicId"], remedy: "Check the id." });

/**
 * What follows from a withdrawal lies beyond what a clinic may read or write: other clinics' capacity, the members' claims,
 * the book. So the database first answers, as the caller, whether the clinic is its own (or the caller the health team);
 * only then does the rest of this transaction work as the product itself.
 */
const OWN_THEN_SYSTEM = statement(
  "own-clinic-then-system",
  `select k.provider_id, set_config('app.role', 'WORKER', true),
      set_config('role', 'gateway_worker', true) as as_role
    from clinic k
   where k.id = $1 and (app_role() = 'HEALTH_TEAM'
     or (app_role() in ('CLINIC_STAFF', 'CLINIC_SYSTEM') and k.provider_id = app_provider()))`,
);

export async function actForClinic(tx: Tx, clinicId: string): Promise<{ providerId: string }> {
  const [own] = await tx.query(OWN_THEN_SYSTEM.with(clinicId));
  if (!own) throw new Refused([UNKNOWN_CLINIC]);
  return { providerId: own.provider_id };
}

const OWN_COMPANY = statement(
  "own-company-then-system",
  `select app_provider() as provider_id, set_config('app.role', 'WORKER', true),
     set_config('role', 'gateway_worker', true) as as_role
   where app_role() in ('CLINIC_STAFF', 'CLINIC_SYSTEM') and app_provider() is not null`,
);

/** The same for the whole company of a clinic's staff or system. */
export async function actForCompany(tx: Tx): Promise<{ providerId: string }> {
  const [own] = await tx.query(OWN_COMPANY.with());
  if (!own?.provider_id) throw new Refused([NO_COMPANY]);
  return { providerId: own.provider_id };
}

const NO_COMPANY = refusal("CLINIC_MISSING", "Only a clinic's own staff act for a whole company.", {
  path: ["input", "clinicId"],
  remedy: "Name the clinic.",
});

const LOCK_MEMBERS = statement(
  "lock-members-on-slots",
  `select c.id from member m join claim c on c.member_id = m.id
   where c.id in (select claim_id from booking where slot_id = any ($1::uuid[]) and state = 'CONFIRMED')
   order by m.id, c.id for no key update of m, c`,
);

/** Members and claims of the appointments on these openings, locked in order of id before any opening is. */
export async function lockMembersOn(tx: Tx, slotIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query(LOCK_MEMBERS.with(slotIds));
  return new Set(rows.map((row) => row.id));
}

const WITHDRAWN = statement(
  "withdrawn-bookings",
  `
select to_jsonb(b.*) as booking, to_jsonb(c.*) as claim, to_jsonb(clock_now()) #>> '{}' as now,
  ${extraDaysAt("c.received_at")} as extra_non_working_days,
  jsonb_build_object('lat', k.lat, 'lon', k.lon) as clinic,
  (select to_jsonb(r) from (select ${PROMISE_COLUMNS}) r) as promise,
  coalesce((select jsonb_agg(jsonb_build_array(o.starts_at, o.ends_at)) from booking o
    where o.member_id = b.member_id and o.state = 'CONFIRMED' and o.ends_at > clock_now()
      and not o.slot_id = any ($1::uuid[])), '[]'::jsonb) as busy
from booking b join claim c on c.id = b.claim_id join clinic k on k.id = b.clinic_id ${PROMISE_TABLES}
where b.slot_id = any ($1::uuid[]) and b.state = 'CONFIRMED' and b.starts_at > clock_now()
order by b.id`,
  // what the plan knows of a claim is one row, made of the claim's own
  { neverNull: ["promise"] },
);

export function withdrawnBookings(tx: Tx, slotIds: readonly string[]): Promise<WithdrawnBooking[]> {
  return tx.query(WITHDRAWN.with(slotIds));
}

const SERVICES = statement(
  "services-on-slots",
  `select v.code from service v
   where exists (select from slot s where s.id = any ($1::uuid[]) and (s.service_mask & (1::bigint << v.bit)) <> 0)`,
);

/** Services an opening of these could have served: whoever waits for one of them may need the places the others are moved to. */
export async function servicesOn(tx: Tx, slotIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query(SERVICES.with(slotIds));
  return rows.map((row) => row.code);
}

const LOCK_TARGETS = statement("lock-move-targets", "select id from slot where id = any ($1::uuid[]) order by id for no key update");

/** Locks the openings the appointments are moved to, in order of id; what became of them since is read afterwards. */
export async function lockTargets(tx: Tx, slotIds: readonly string[]): Promise<void> {
  await tx.query(LOCK_TARGETS.with(slotIds));
}
