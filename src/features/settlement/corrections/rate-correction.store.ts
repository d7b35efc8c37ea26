import { recordOf } from "../../../platform/postgres/record.js";
import { agreedRate } from "../../../../schema/tables/rate.js";
import type { AgreedRate } from "../../../../schema/rows.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { totalLeft } from "./correction.js";
import type { LineToCorrect } from "./correction.store.js";
import type { RatedLine } from "./rate-correction.js";

/** Most lines of one correction. */
export const MOST_RATED = 2_000;

export type RatedRecord = LineToCorrect & RatedLine & { readonly lineId: string; readonly rateId: string };

/** The approved rate of the day of treatment, of booking `b`: one for its channel goes before one for any (quoteTreatment). */
const RATE_OF_DAY = `select r.* from agreed_rate r
   where r.state = 'APPROVED' and r.clinic_id = b.clinic_id and r.service_code = b.service_code
     and r.session = case when b.session_number <= 1 then 'FIRST' else 'FOLLOW_UP' end
     and r.channel in (b.channel, 'ANY') and r.valid_from <= b.treated_on
     and (r.valid_until is null or r.valid_until > b.treated_on)
   order by r.channel = 'ANY' limit 1`;

const RATED = statement(
  "lines-rated",
  `select l.id, l.amount_minor, l.provider_id, l.clinic_id, l.booking_id, l.treated_on, b.service_code, b.under,
     b.quote, clock_now() as now, clock_today() as today, e.id as entry_id, r.id as rate_id, r.amount_minor as agreed,
     coalesce(x.corrected, 0)::bigint as corrected, coalesce(x.for_rate, 0)::bigint as for_rate,
     coalesce((select sum(p.amount_minor) from posting p
       where p.entry_id = e.id and p.account = 'DANMARK_RECEIVABLE'), 0)::bigint as danmark
   from settlement_line l join booking b on b.id = l.booking_id join lateral (${RATE_OF_DAY}) r on true
     left join ledger_entry e on e.resolves_id = l.booking_id
     left join lateral (select sum(c.amount_minor) as corrected,
       sum(c.amount_minor) filter (where c.reason in ('WRONG_RATE', 'RATE_AGREED_LATER')) as for_rate
       from settlement_line c where c.corrects_id = l.id) x on true
   where l.clinic_id = $1 and l.kind = 'TREATMENT' and l.treated_on >= $2 and l.treated_on < $3
     and (r.amount_minor <> (b.quote ->> 'grossMinor')::bigint or x.for_rate is not null)
   order by l.treated_on, l.id limit ${MOST_RATED + 1}`,
);

/** A clinic's lines of treatments in [from, until) whose day has another rate now than they were quoted, or that were corrected for one. */
export async function ratedLines(tx: Tx, clinicId: string, from: string, until: string): Promise<RatedRecord[]> {
  const rows = await tx.query(RATED.with(clinicId, from, until));
  return rows.map((row) => ({
    lineId: row.id,
    rateId: row.rate_id,
    kind: "TREATMENT",
    amountMinor: row.amount_minor,
    correctedMinor: row.corrected,
    correctedForRateMinor: row.for_rate,
    danmarkMinor: row.danmark,
    // asked only whether there is one: what a total leaves is worked out for one line at a time
    totalLeft: totalLeft(row.service_code, row.under, 0n),
    quotedGrossMinor: BigInt(row.quote.grossMinor ?? 0),
    publicMinor: BigInt(row.quote.publicPaysMinor ?? 0),
    memberPaysMinor: BigInt(row.quote.memberPaysMinor ?? 0),
    agreedMinor: row.agreed,
    providerId: row.provider_id,
    clinicId: row.clinic_id,
    bookingId: row.booking_id,
    treatedOn: row.treated_on,
    entryId: row.entry_id,
    now: row.now,
    today: row.today,
  }));
}

const RATES_SINCE = statement(
  "rates-since-of-lines",
  `select l.id as parent, to_json(r.*) as rate
   from settlement_line l join booking b on b.id = l.booking_id join lateral (${RATE_OF_DAY}) r on true
   where l.id = any ($1::uuid[]) and l.kind = 'TREATMENT' and r.amount_minor <> (b.quote ->> 'grossMinor')::bigint`,
);
type RateSince = AgreedRate & { readonly parent: string };

/** Of lines that were quoted another amount than is agreed for their day now: the rate that is agreed. */
export async function ratesSinceOf(tx: Tx, lineIds: readonly string[]): Promise<RateSince[]> {
  const rows = await tx.query(RATES_SINCE.with(lineIds));
  return rows.map(({ parent, rate }) => ({ ...recordOf(agreedRate, rate), parent }));
}
