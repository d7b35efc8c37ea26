/** Clinics that go over to another company, with all that comes with them. What was treated before stays with the old one. */
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { newId } from "../../../platform/random.js";

/** What a proposal of kind MOVE_CLINICS holds. */
export type MoveContent = { readonly clinicIds: readonly string[]; readonly toProviderId: string; readonly endsPredecessor: boolean };

const GROUND = statement(
  "move-ground",
  `select (select p.legal_name from provider p where p.id = $2) as to,
     coalesce((select p.agreed @> clock_today() from provider p where p.id = $2), false) as agreed,
     coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name, 'providerId', k.provider_id,
         'owner', o.legal_name)
         order by k.id)
       from clinic k join provider o on o.id = k.provider_id where k.id = any ($1::uuid[])), '[]') as clinics`,
);

export async function moveGround(tx: Tx, clinicIds: readonly string[], toProviderId: string): Promise<RowOf<"move-ground"> | undefined> {
  const [row] = await tx.query(GROUND.with(clinicIds, toProviderId));
  return row;
}

const LOCK = statement("move-lock", "select id from clinic where id = any ($1::uuid[]) order by id for update");

/** Tables whose rows of a clinic go over as a whole, and what of the others does. */
const MOVES = {
  calendar_feed: "true",
  followed_source: "true",
  schedule: "true",
  busy_feed: "true",
  closure: "opened_at is null",
  clinic_service: "true",
  agreed_rate: "valid_until is null or valid_until > clock_today()",
  slot: "ends_at > clock_now()",
  booking: "state = 'CONFIRMED' and starts_at > clock_now()",
} as const;
const move = (table: keyof typeof MOVES): string =>
  `update ${table} set provider_id = $2 where clinic_id = any ($1::uuid[]) and (${MOVES[table]})`;
const MOVE = [
  statement("move-calendar-feeds", move("calendar_feed")),
  statement("move-followed-sources", move("followed_source")),
  statement("move-schedules", move("schedule")),
  statement("move-busy-feeds", move("busy_feed")),
  statement("move-closures", move("closure")),
  statement("move-offers", move("clinic_service")),
  statement("move-rates", move("agreed_rate")),
  statement("move-slots", move("slot")),
  statement("move-bookings", move("booking")),
];
const MOVE_CLINICS = statement(
  "move-clinics",
  `with old as (select id, provider_id from clinic where id = any ($1::uuid[])),
     moved as (update clinic k set provider_id = $2, version = k.version + 1 from old where k.id = old.id
       returning k.id, k.version, old.provider_id as old_provider)
   insert into network_change (id, part, part_id, provider_id, actor, actor_role, operation, version, changes)
   select ($4::uuid[])[row_number() over (order by id)], 'CLINIC', id, $2, $3, 'NETWORK_MANAGER',
     'moveClinics', version,
     jsonb_build_array(jsonb_build_object('field', 'provider_id', 'before', old_provider, 'after', $2::uuid))
   from moved returning part_id`,
);
const END_PREDECESSORS = statement(
  "move-end-predecessors",
  `with left_alone as (
     update provider p set successor_id = $2, version = version + 1
     where p.id = any ($1::uuid[]) and not exists (select from clinic k where k.provider_id = p.id) returning p.id),
   numbered as (select id, row_number() over (order by id) as n from left_alone)
   insert into credential (id, kind, provider_id, valid_from, source, recorded_by)
   select ($3::uuid[])[n], 'END', id, clock_today(), $4, $5 from numbered returning provider_id`,
);

export async function carryOutMove(
  tx: Tx,
  { clinicIds, toProviderId, endsPredecessor }: MoveContent,
  from: readonly string[],
  by: { readonly actor: string; readonly source: string },
): Promise<void> {
  await tx.query(LOCK.with(clinicIds));
  for (const each of MOVE) await tx.query(each.with(clinicIds, toProviderId));
  await tx.query(
    MOVE_CLINICS.with(
      clinicIds,
      toProviderId,
      by.actor,
      clinicIds.map(() => newId()),
    ),
  );
  if (endsPredecessor)
    await tx.query(
      END_PREDECESSORS.with(
        from,
        toProviderId,
        from.map(() => newId()),
        by.source,
        by.actor,
      ),
    );
}
