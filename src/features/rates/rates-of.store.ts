/** Agreed rates by their ids, and those of clinics: a page of each in one statement. */
import { agreedRate } from "../../../schema/tables/rate.js";
import type { AgreedRate } from "../../../schema/rows.js";
import { ofEach, PARENT } from "../../platform/postgres/of-each.js";
import { recordOf } from "../../platform/postgres/record.js";
import { statement } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";

const BY_ID = statement("rates-by-id", "select to_json(r.*) as rate from agreed_rate r where r.id = any ($1::uuid[])");

export async function ratesById(tx: Tx, ids: readonly string[]): Promise<AgreedRate[]> {
  return (await tx.query(BY_ID.with(ids))).map(({ rate }) => recordOf(agreedRate, rate));
}

const OF_CLINICS = statement(
  "rates-of-clinics",
  ofEach(
    "x.rate",
    `select to_json(r.*) as rate, r.valid_from, r.id from agreed_rate r
    where r.clinic_id = p.id and ($2::text is null or r.service_code = $2) and ($3::text is null or r.state = $3)
      and ($4::date is null or (r.valid_from <= $4 and (r.valid_until is null or r.valid_until > $4)))
      and ($5::date is null or (r.valid_from, r.id) < ($5, $6::uuid))
    order by r.valid_from desc, r.id desc limit $7`,
    "x.valid_from desc, x.id desc",
  ),
  PARENT,
);

export type RatePage = {
  readonly service: string | null;
  readonly state: string | null;
  readonly on: string | null;
  readonly after: { readonly validFrom: string; readonly id: string } | null;
  readonly limit: number;
};
export type RateOf = AgreedRate & { readonly parent: string };

/** The latest period first. */
export async function ratesOfClinics(tx: Tx, clinicIds: readonly string[], page: RatePage): Promise<RateOf[]> {
  const { service, state, on, after, limit } = page;
  const rows = await tx.query(OF_CLINICS.with(clinicIds, service, state, on, after?.validFrom ?? null, after?.id ?? null, limit));
  return rows.map(({ parent, rate }) => ({ ...recordOf(agreedRate, rate), parent }));
}

const PROPOSED = statement(
  "rates-proposed",
  `select to_json(r.*) as rate from agreed_rate r
   where r.state = 'PROPOSED' and ($1::uuid is null or r.id > $1) order by r.id limit $2`,
);

/** What waits for a second person, the oldest first. */
export async function proposedRates(tx: Tx, after: string | null, limit: number): Promise<AgreedRate[]> {
  return (await tx.query(PROPOSED.with(after, limit))).map(({ rate }) => recordOf(agreedRate, rate));
}

const IN_FORCE_BESIDE = statement(
  "rates-in-force-beside",
  `select p.id as parent, to_json(r.*) as rate from agreed_rate p join agreed_rate r on r.clinic_id = p.clinic_id
     and r.service_code = p.service_code and r.session = p.session and r.channel = p.channel and r.state = 'APPROVED'
     and r.valid_from <= clock_today() and (r.valid_until is null or r.valid_until > clock_today())
   where p.id = any ($1::uuid[])`,
);

/** What applies today in the place of each of these rates; approved periods never overlap, so there is one at most. */
export async function ratesInForceBeside(tx: Tx, ids: readonly string[]): Promise<RateOf[]> {
  return (await tx.query(IN_FORCE_BESIDE.with(ids))).map(({ parent, rate }) => ({ ...recordOf(agreedRate, rate), parent }));
}
