/** Openings, holds, hours, closings and calendars by their ids, and those of clinics, practitioners, slots and claims. */
import { ofEach, PARENT } from "../../platform/postgres/of-each.js";
import { statement, type RowOf } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";

const SLOT = `s.id, s.clinic_id as "clinicId", s.practitioner_id as "practitionerId", s.starts_at as "startsAt",
  s.ends_at as "endsAt", s.channel, s.audience, s.languages, s.funding, s.capacity,
  s.cancellation_hours as "cancellationHours", s.state, s.on_call as "onCall",
  case when app_role() in ('CLINIC_STAFF', 'CLINIC_SYSTEM') and s.provider_id is distinct from app_provider()
    then null else s.external_id end as "externalId",
  greatest(0, s.capacity - s.booked
    - case when s.held_until > clock_now() then slot_live_holds(s.id) else 0 end) as "freeUnits",
  coalesce((select array_agg(v.code order by v.bit) from service v
    where (s.service_mask & (1::bigint << v.bit)) <> 0), '{}') as services`;

const SLOTS_BY_ID = statement(
  "slots-by-id",
  `select ${SLOT}
from slot s where s.id = any ($1::uuid[])`,
);

export function slotsById(tx: Tx, ids: readonly string[]) {
  return tx.query(SLOTS_BY_ID.with(ids));
}

const slotsWhere = (condition: string): string =>
  ofEach(
    "x.*",
    `select ${SLOT} from slot s
    where ${condition} and s.state = 'OPEN' and s.starts_at >= $2 and s.starts_at < $3
      and ($4::text is null or (s.service_mask & (1::bigint << (select bit from service where code = $4))) <> 0)
      and (not $5::boolean or s.booked < s.capacity and (s.held_until is null or s.held_until <= clock_now()
        or s.booked + slot_live_holds(s.id) < s.capacity))
      and ($6::timestamptz is null or (s.starts_at, s.id) > ($6, $7::uuid))
    order by s.starts_at, s.id limit $8`,
    `x."startsAt", x.id`,
  );
const SLOTS_OF = {
  Clinic: statement("slots-of-clinics", slotsWhere("s.clinic_id = p.id"), PARENT),
  Practitioner: statement("slots-of-practitioners", slotsWhere("s.practitioner_id = p.id"), PARENT),
};
export type SlotParent = keyof typeof SLOTS_OF;

export type SlotPage = {
  readonly from: Date;
  readonly to: Date;
  readonly service: string | null;
  readonly freeOnly: boolean;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
};

/** Openings in order of time; withdrawn ones are none. Asked for free ones, it leaves out what is fully held. */
export function slotsOf(tx: Tx, of: SlotParent, parents: readonly string[], { from, to, service, freeOnly, after, limit }: SlotPage) {
  return tx.query(SLOTS_OF[of].with(parents, from, to, service, freeOnly, after?.at ?? null, after?.id ?? null, limit));
}

const HOLD = `h.id, h.slot_id as "slotId", s.clinic_id as "clinicId", s.practitioner_id as "practitionerId",
  s.provider_id as "providerId", h.claim_id as "claimId", h.member_id as "memberId", h.service_code as "serviceCode", h.state,
  h.expires_at as "expiresAt", h.renewals, clock_now() as now`;
const LIVE = "h.state = 'PENDING' and h.expires_at > clock_now()";

const HOLDS_BY_ID = statement(
  "holds-by-id",
  `select ${HOLD}
   from hold h join slot s on s.id = h.slot_id where h.id = any ($1::uuid[])`,
);

export function holdsById(tx: Tx, ids: readonly string[]) {
  return tx.query(HOLDS_BY_ID.with(ids));
}

const HOLDS_OF = {
  Claim: statement(
    "holds-of-claims",
    `select h.claim_id as parent, ${HOLD}
     from hold h join slot s on s.id = h.slot_id
     where h.claim_id = any ($1::uuid[]) and ${LIVE} order by h.expires_at, h.id`,
  ),
  Member: statement(
    "holds-of-members",
    `select h.member_id as parent, ${HOLD}
     from hold h join slot s on s.id = h.slot_id
     where h.member_id = any ($1::uuid[]) and ${LIVE} order by h.expires_at, h.id`,
  ),
  Slot: statement(
    "holds-of-slots",
    `select h.slot_id as parent, ${HOLD}
     from hold h join slot s on s.id = h.slot_id
     where h.slot_id = any ($1::uuid[]) and ${LIVE} order by h.expires_at, h.id`,
  ),
};
export type HoldParent = keyof typeof HOLDS_OF;

/** The live holds, the one that ends first first. */
export function holdsOf(tx: Tx, of: HoldParent, parents: readonly string[]) {
  return tx.query(HOLDS_OF[of].with(parents));
}

const SCHEDULE = `s.id, s.clinic_id as "clinicId", s.practitioner_id as "practitionerId", s.definition,
  s.expanded_until as "expandedUntil", s.version, s.saved_at as "savedAt"`;
const SCHEDULES_BY_ID = statement(
  "schedules-by-id",
  `select ${SCHEDULE}
from schedule s where s.id = any ($1::uuid[])`,
);

/** The viewer's own; row-level security shows a clinic no other's. */
export function schedulesById(tx: Tx, ids: readonly string[]) {
  return tx.query(SCHEDULES_BY_ID.with(ids));
}

const SCHEDULES_OF = {
  Clinic: statement(
    "schedules-of-clinics",
    `select s.clinic_id as parent, ${SCHEDULE} from schedule s
     where s.clinic_id = any ($1::uuid[]) and ($2::uuid is null or s.practitioner_id = $2) order by s.id`,
  ),
  Practitioner: statement(
    "schedules-of-practitioners",
    `select s.practitioner_id as parent, ${SCHEDULE}
     from schedule s where s.practitioner_id = any ($1::uuid[]) order by s.id`,
  ),
};

export function schedulesOfClinics(tx: Tx, clinicIds: readonly string[], practitionerId: string | null) {
  return tx.query(SCHEDULES_OF.Clinic.with(clinicIds, practitionerId));
}

export function schedulesOfPractitioners(tx: Tx, ids: readonly string[]) {
  return tx.query(SCHEDULES_OF.Practitioner.with(ids));
}

const CLOSURE = `c.id, c.provider_id as "providerId", c.clinic_id as "clinicId",
  c.practitioner_id as "practitionerId", c.starts_at as "startsAt", c.ends_at as "endsAt", c.reason,
  c.closed_at as "closedAt", c.opened_at as "openedAt"`;
const CLOSURES_BY_ID = statement("closures-by-id", `select ${CLOSURE} from closure c where c.id = any ($1::uuid[])`);

export function closuresById(tx: Tx, ids: readonly string[]) {
  return tx.query(CLOSURES_BY_ID.with(ids));
}

const closuresWhere = (tables: string): string =>
  ofEach(
    "x.*",
    `select ${CLOSURE}
    from ${tables} and c.ends_at > clock_now() and ($2::boolean or c.opened_at is null)
    order by c.starts_at, c.id limit 1000`,
    `x."startsAt", x.id`,
  );
const CLOSURES_OF = {
  Clinic: statement(
    "closures-of-clinics",
    closuresWhere(`clinic k join closure c on c.provider_id = k.provider_id
      and (c.clinic_id is null or c.clinic_id = k.id)
    where k.id = p.id`),
    PARENT,
  ),
  Organisation: statement("closures-of-organisations", closuresWhere("closure c where c.provider_id = p.id"), PARENT),
  Practitioner: statement("closures-of-practitioners", closuresWhere("closure c where c.practitioner_id = p.id"), PARENT),
};
export type ClosureParent = keyof typeof CLOSURES_OF;

/** What is closed and not over yet, at a clinic its company's closings among it, earliest first. */
export function closuresOf(tx: Tx, of: ClosureParent, parents: readonly string[], opened: boolean) {
  return tx.query(CLOSURES_OF[of].with(parents, opened));
}

const feedsBy = (column: string): string =>
  `select f.${column} as parent, f.clinic_id, f.practitioner_id, f.as_of, f.stale_after_minutes, f.busy,
     f.known_until, f.unread, clock_now() as now
   from busy_feed f where f.${column} = any ($1::uuid[]) order by f.clinic_id, f.practitioner_id`;
const FEEDS_OF = {
  Clinic: statement("feeds-of-clinics", feedsBy("clinic_id")),
  Practitioner: statement("feeds-of-practitioners", feedsBy("practitioner_id")),
};
export type FeedParent = keyof typeof FEEDS_OF;
export type FeedOf = RowOf<"feeds-of-clinics">;

/** The practitioners' own calendars as they are known; the clinic's own business. */
export function feedsOf(tx: Tx, of: FeedParent, parents: readonly string[]): Promise<FeedOf[]> {
  return tx.query(FEEDS_OF[of].with(parents));
}
