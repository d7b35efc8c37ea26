import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import type { BookingRecord, ClinicRecord } from "./habits.js";

/** As far back as a forecast looks. What clinics moved or called off says nothing of members. */
const DAYS_BACK = 80;
const BY_MEMBERS = "b.session_number = 1 and b.state not in ('MOVED', 'CANCELLED_BY_PROVIDER')";

const BY_CLINIC = statement(
  "promise-habits-by-clinic",
  `
select b.clinic_id as "clinicId", b.service_code as service,
  count(*) filter (where recent)::int as booked,
  count(*) filter (where recent and b.state = 'CANCELLED_IN_TIME')::int as cancelled,
  count(*) filter (where recent and b.state = 'NO_SHOW')::int as missed,
  count(*) filter (where b.state = 'CONFIRMED' and b.treated_on > clock_today())::int as ahead
from booking b cross join lateral (select b.booked_at > clock_now() - make_interval(days => $1) as recent) r
where ${BY_MEMBERS} and (recent or b.treated_on > clock_today())
group by 1, 2`,
);

const BY_DAYS = statement(
  "promise-habits-by-days",
  `
select b.service_code as service,
  (b.booked_at at time zone 'Europe/Copenhagen')::date - date '1970-01-01' as "bookedOn",
  b.latest_on - date '1970-01-01' as "latestOn", count(*)::int as bookings
from booking b
where ${BY_MEMBERS} and b.latest_on is not null and b.booked_at > clock_now() - make_interval(days => $1)
group by 1, 2, 3`,
);

export type HabitRecord = { readonly clinics: readonly ClinicRecord[]; readonly bookings: readonly BookingRecord[] };

/** How first appointments of the last weeks were booked and let go. No persons. */
export async function habitRecord(tx: Tx): Promise<HabitRecord> {
  const [clinics, bookings] = await tx.all([BY_CLINIC.with(DAYS_BACK), BY_DAYS.with(DAYS_BACK)]);
  return { clinics, bookings };
}
