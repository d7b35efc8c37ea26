/** Claims and slots for a bench of bookings: as many slots as will be booked, each claim's at times that do not clash. */
import type { Pool } from "pg";
import { dayIn, maker } from "../test/support/make.js";

export type Bookable = { readonly claims: readonly string[]; readonly slots: readonly string[] };

const CLAIMS = 1_500;
const CLINICS = 50;
/** Slots that begin in the same minute, one at each of two practitioners' desks per clinic. */
const ABREAST = 100;

export async function bookable(pool: Pool, slots: number, claimCount = CLAIMS): Promise<Bookable> {
  // a database kept from an earlier run has bookings in it; a bench begins with none
  await pool.query("truncate member, clinic, provider, practitioner, idempotency, outbox, audit_event cascade");
  const make = maker(pool);
  const claims: string[] = [];
  for (let made = 0; made < claimCount; made += 50) {
    const batch = Array.from({ length: 50 }, async () => (await make.claim(await make.member())).id);
    claims.push(...(await Promise.all(batch)));
  }
  for (let c = 0; c < CLINICS; c += 1) {
    const clinic = await make.clinic();
    await make.practitioner(clinic.id);
  }
  await pool.query(
    `with desk as (select pc.*, k.provider_id, row_number() over (order by pc.practitioner_id) - 1 as d from practitioner_clinic pc join clinic k on k.id = pc.clinic_id)
     insert into slot (id, clinic_id, provider_id, practitioner_id, external_id, starts_at, ends_at, service_mask, channel, audience, languages, funding, capacity)
     select gen_random_uuid(), d.clinic_id, d.provider_id, d.practitioner_id, 'b' || n, t, t + interval '1 minute', (1::bigint << (select bit from service where code = 'PHYSIOTHERAPY')), 'IN_PERSON', 'BOTH', '{da}', 'PRIVATE', 1
     from generate_series(0, $1 - 1) n join desk d on d.d = n % $2, lateral (select $3::date + interval '4 hours' + (n / $2) * interval '1 minute' as t) at`,
    [slots, ABREAST, dayIn(2)],
  );
  await pool.query("analyze");
  const { rows } = await pool.query<{ id: string }>("select id from slot order by substr(external_id, 2)::int");
  return { claims, slots: rows.map((row) => row.id) };
}
