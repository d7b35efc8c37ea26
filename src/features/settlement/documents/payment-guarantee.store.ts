import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { stateOfBooking, stateOfClaim, type PaymentGuarantee } from "./payment-guarantee.js";

const OF_BOOKINGS = statement(
  "payment-guarantees-of-bookings",
  `select b.id as parent, b.reference, b.state, b.service_code as service, b.starts_at, b.treated_on,
     b.insurer_pays_minor, b.member_pays_minor, b.member_id, b.claim_id, k.id as clinic_id, k.name as clinic,
     k.address || ', ' || k.postnr || ' ' || k.town as address, o.cvr, clock_today() as today
   from booking b join clinic k on k.id = b.clinic_id join provider o on o.id = b.provider_id
   where b.id = any ($1::uuid[])`,
);
const OF_CLAIMS = statement(
  "payment-guarantees-of-claims",
  `select c.id as parent, c.reference, c.state, c.service_code as service, c.mode, c.portion_authorised, c.member_id,
     p.cover_end, k.id as clinic_id, k.name as clinic, k.address || ', ' || k.postnr || ' ' || k.town as address, o.cvr,
     clock_today() as today
   from claim c join policy p on p.id = c.policy_id
   left join designation d on d.claim_id = c.id and d.ended_at is null
   left join clinic k on k.id = d.clinic_id left join provider o on o.id = k.provider_id
   where c.id = any ($1::uuid[]) and c.approved_at is not null`,
);

/** With whose it is, for the access log, and the day of the answer. */
export type GuaranteeRow = PaymentGuarantee & {
  readonly parent: string;
  readonly memberId: string;
  readonly claimId: string;
  readonly bookingId: string | null;
  readonly today: string;
};

export async function guaranteesOfBookings(tx: Tx, ids: readonly string[]): Promise<GuaranteeRow[]> {
  const rows = await tx.query(OF_BOOKINGS.with(ids));
  return rows.map((row) => ({
    parent: row.parent,
    memberId: row.member_id,
    claimId: row.claim_id,
    bookingId: row.parent,
    today: row.today,
    reference: `G-${row.reference}`,
    state: stateOfBooking(row.state),
    service: row.service,
    treatments: 1,
    clinic: { id: row.clinic_id, name: row.clinic, address: row.address ?? "", cvr: row.cvr },
    ownChoice: false,
    startsAt: row.starts_at,
    validThrough: row.treated_on,
    insurerPaysMinor: row.insurer_pays_minor,
    memberPaysMinor: row.member_pays_minor,
  }));
}

export async function guaranteesOfClaims(tx: Tx, ids: readonly string[]): Promise<GuaranteeRow[]> {
  const rows = await tx.query(OF_CLAIMS.with(ids));
  return rows.map((row) => ({
    parent: row.parent,
    memberId: row.member_id,
    claimId: row.parent,
    bookingId: null,
    today: row.today,
    reference: `G-${row.reference}`,
    state: stateOfClaim(row.state),
    service: row.service,
    treatments: row.portion_authorised,
    clinic:
      row.clinic_id === null || row.clinic === null
        ? null
        : { id: row.clinic_id, name: row.clinic, address: row.address ?? "", cvr: row.cvr ?? "" },
    ownChoice: row.mode === "OWN_CHOICE",
    startsAt: null,
    validThrough: row.cover_end,
    insurerPaysMinor: null,
    memberPaysMinor: null,
  }));
}
