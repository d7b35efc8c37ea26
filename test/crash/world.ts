/** Something to book: a few clinics, members with approved claims, and slots enough that many are wanted by several. */
import type { Pool } from "pg";
import type { Role } from "../../src/platform/viewer.js";
import { dayIn, maker, type MadeClaim, type MadeMember } from "../support/make.js";

export type Person = { readonly member: MadeMember; readonly claim: MadeClaim };
export type World = { readonly people: readonly Person[]; readonly slots: readonly string[] };
export const MEMBER: Role = "MEMBER";

const PEOPLE = 150;
const CLINICS = 10;
/** Slots per booking wanted: some are asked for twice, none runs out. */
const PLENTY = 1.4;
const DAYS = 5;

export async function makeWorld(pool: Pool, bookings: number): Promise<World> {
  const make = maker(pool);
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, async () => {
      const member = await make.member();
      return { member, claim: await make.claim(member) };
    }),
  );
  const slots: string[] = [];
  const each = Math.ceil((bookings * PLENTY) / CLINICS);
  for (let c = 0; c < CLINICS; c += 1) {
    const clinic = await make.clinic();
    const { rows } = await pool.query<{ id: string }>(
      `insert into slot (id, clinic_id, provider_id, practitioner_id, external_id, starts_at, ends_at, service_mask, channel, audience, languages, funding, capacity)
       select gen_random_uuid(), $1, $2, $3, 'c' || n, t, t + interval '1 minute', (1::bigint << (select bit from service where code = 'PHYSIOTHERAPY')), 'IN_PERSON', 'BOTH', '{da}', 'PRIVATE', 1 + (n % 20 = 0)::int
       from generate_series(0, $4 - 1) n, lateral (select $5::date + (n % $6) * interval '1 day' + interval '6 hours' + (n / $6) * interval '1 minute' as t) at returning id`,
      [clinic.id, clinic.providerId, clinic.practitionerId, each, dayIn(2), DAYS],
    );
    slots.push(...rows.map((row) => row.id));
  }
  return { people, slots };
}
