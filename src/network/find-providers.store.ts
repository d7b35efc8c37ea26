import type { Tx } from "../platform/transaction.js";

/** What a nearby search asks for, after the gateway has checked and bounded it. */
export type ProviderSearch = {
  readonly x: number;
  readonly y: number;
  readonly radiusKm: number;
  readonly serviceCode: string;
  readonly from: Date;
  readonly to: Date;
  readonly channel: string | null;
  readonly language: string | null;
  readonly forChild: boolean;
  /** Only private capacity: what a promise with a deadline may use. */
  readonly privateOnly: boolean;
  readonly claimId: string | null;
  readonly order: "DISTANCE" | "EARLIEST";
  readonly after: { readonly rank: number; readonly id: string } | null;
  readonly limit: number;
};

export type NextSlot = { readonly id: string; readonly startsAt: string; readonly endsAt: string; readonly channel: string; readonly practitionerId: string };

export type ProviderHit = {
  readonly id: string;
  readonly clinicId: string;
  readonly providerId: string;
  readonly serviceCode: string;
  readonly distanceKm: number;
  readonly rank: number;
  readonly nextSlots: readonly NextSlot[];
  readonly clinic: Readonly<Record<string, unknown>>;
  readonly rate: { readonly id: string; readonly amount_minor: number } | null;
  readonly latestOn: string | null;
  readonly publicShareMinor: number | null;
  readonly hasPublicAgreement: boolean;
  readonly doctorReferral: boolean | null;
  readonly sessions: number | null;
};

/**
 * Nearest first walks one index (service, then distance on the plane) and asks each clinic for its next three openings
 * from another; clinics without one drop out and the walk goes on until the page is full. Earliest first takes the
 * clinics within the radius and orders by their first opening. A slot that is held counts as free again the moment its
 * last hold has run out, by the database's clock.
 */
const hits = (order: "DISTANCE" | "EARLIEST"): string => `
with asked as (select bit, code from service where code = $4),
mine as (select c.latest_on, c.referral_type, (select count(*)::int from treatment_usage u where u.claim_id = c.id and u.state <> 'RELEASED') as sessions
         from claim c where c.id = $11::uuid),
hits as (
  select cs.id, cs.clinic_id, cs.provider_id, cs.pos <-> point($1, $2) as km, f.first_at, f.slots
  from clinic_service cs
  join provider p on p.id = cs.provider_id and p.agreement_from <= $5::timestamptz::date and (p.agreement_until is null or p.agreement_until > $5::timestamptz::date)
  cross join lateral (
    select min(x.starts_at) as first_at,
      jsonb_agg(jsonb_build_object('id', x.id, 'startsAt', x.starts_at, 'endsAt', x.ends_at, 'channel', x.channel, 'practitionerId', x.practitioner_id) order by x.starts_at) as slots
    from (
      select s.id, s.starts_at, s.ends_at, s.channel, s.practitioner_id from slot s
      where s.clinic_id = cs.clinic_id and s.state = 'OPEN' and s.booked < s.capacity
        and s.starts_at >= $5 and s.starts_at < $6
        and (s.service_mask & (1::bigint << (select bit from asked))) <> 0
        and ($7::text is null or s.channel = $7)
        and s.audience <> case when $9 then 'ADULT' else 'CHILD' end
        and (not $10 or s.funding = 'PRIVATE')
        and (s.held_until is null or s.held_until <= now() or s.booked + slot_live_holds(s.id) < s.capacity)
      order by s.starts_at limit 3) x) f
  where cs.active and cs.service_code = $4 and cs.pos <@ circle(point($1, $2), $3)
    and ($7::text is null or $7 = any (cs.channels)) and ($8::text is null or $8 = any (cs.languages)) and (not $9 or cs.treats_children)
    and f.slots is not null
    ${order === "DISTANCE" ? "and ($12::float8 is null or (cs.pos <-> point($1, $2), cs.id) > ($12, $13::uuid)) order by cs.pos <-> point($1, $2), cs.id" : "and ($12::float8 is null or (extract(epoch from f.first_at)::float8, cs.id) > ($12, $13::uuid)) order by f.first_at, cs.id"}
  limit $14)
select h.id, h.clinic_id as "clinicId", h.provider_id as "providerId", $4 as "serviceCode", h.km as "distanceKm",
  ${order === "DISTANCE" ? "h.km" : "extract(epoch from h.first_at)::float8"} as rank, h.slots as "nextSlots",
  jsonb_build_object('id', k.id, 'providerId', k.provider_id, 'name', k.name, 'address', k.address, 'postnr', k.postnr, 'town', k.town, 'lat', k.lat, 'lon', k.lon,
    'languages', k.languages, 'treatsChildren', k.treats_children, 'phone', k.phone, 'lastSyncedAt', k.last_synced_at, 'cancellationHours', k.cancellation_hours, 'regionCode', k.region_code, 'version', k.version) as clinic,
  p.has_public_agreement as "hasPublicAgreement",
  (select latest_on from mine) as "latestOn", (select referral_type in ('GP','SPECIALIST') from mine) as "doctorReferral", (select sessions from mine) as sessions,
  (select jsonb_build_object('id', r.id, 'amount_minor', r.amount_minor) from agreed_rate r
    where r.clinic_id = h.clinic_id and r.service_code = $4 and r.state = 'APPROVED'
      and r.session = case when coalesce((select sessions from mine), 0) > 0 then 'FOLLOW_UP' else 'FIRST' end
      and r.valid_from <= (h.first_at at time zone 'Europe/Copenhagen')::date
      and (r.valid_until is null or r.valid_until > (h.first_at at time zone 'Europe/Copenhagen')::date)
      and r.channel in ('ANY', coalesce($7, 'ANY'))
    order by r.channel = 'ANY' limit 1) as rate,
  (select t.public_share_minor::float8 from public_tariff t where t.service_code = $4
      and t.session = case when coalesce((select sessions from mine), 0) > 0 then 'FOLLOW_UP' else 'FIRST' end
      and t.valid_from <= (h.first_at at time zone 'Europe/Copenhagen')::date
      and (t.valid_until is null or t.valid_until > (h.first_at at time zone 'Europe/Copenhagen')::date) limit 1) as "publicShareMinor"
from hits h join clinic k on k.id = h.clinic_id join provider p on p.id = h.provider_id
order by rank, h.id`;

const NEAREST = hits("DISTANCE");
const EARLIEST = hits("EARLIEST");

export async function findProviders(tx: Tx, s: ProviderSearch): Promise<ProviderHit[]> {
  const values = [s.x, s.y, s.radiusKm, s.serviceCode, s.from, s.to, s.channel, s.language, s.forChild, s.privateOnly, s.claimId, s.after?.rank ?? null, s.after?.id ?? null, s.limit];
  return tx.query<ProviderHit>(s.order === "DISTANCE" ? NEAREST : EARLIEST, values, `find-providers-${s.order}`);
}
