/** What the example variables of the stored operations stand for: ids and days of what is in this database right now. */
import { globalId } from "../../gateway/api/node.js";
import { localDateOf } from "../../kernel/calendar.js";
import type { Database } from "../../platform/postgres/database.js";
import { statement } from "../../platform/postgres/statement.js";
import { transaction } from "../../platform/postgres/transaction.js";
import { WORKER } from "../../platform/viewer.js";
import { subjectOf } from "../../../seeds/members.js";
import { READY_MEMBER } from "./ready-viewers.js";

/** Stands for what is not there yet, for example a batch before any was closed: asked for, it answers that there is none. */
const NOT_YET = "00000000-0000-7000-8000-000000000000";

/** Of the ready member, the clinic near them, their open claim with a time it can be booked at, and the latest of the rest. */
const EXAMPLES = statement(
  "console-examples",
  `with m as (select id, postnr, lat, lon from member where identity_subject = $1),
     k as (select c.* from clinic c join provider p on p.id = c.provider_id, m
       where p.kind = 'PHYSIOTHERAPIST' and upper(p.agreed) is null and not isempty(p.agreed)
       order by (c.lat - m.lat) ^ 2 + (c.lon - m.lon) ^ 2, c.id limit 1),
     q as (select c.* from claim c
       where c.member_id = (select id from m) and c.state in ('APPROVED', 'IN_TREATMENT')
       order by c.first_booking_id is not null, c.id desc limit 1),
     b as (select * from booking where member_id = (select id from m))
   select (select id from m) as member,
     (select postnr from m) as postnr,
     (select id from k) as clinic,
     (select provider_id from k) as organisation,
     (select practitioner_id from practitioner_clinic
       where clinic_id = (select id from k) order by 1 limit 1) as practitioner,
     (select p.id from practitioner p join practitioner_clinic w on w.practitioner_id = p.id
       where w.clinic_id <> (select id from k) and p.merged_into is null and p.profession = 'PHYSIOTHERAPIST'
       order by p.id desc limit 1) as duplicate,
     (select id from policy where member_id = (select id from m) limit 1) as policy,
     (select id from q) as claim,
     (select id from slot
       where clinic_id = (select id from k) and state = 'OPEN' and funding = 'PRIVATE' and booked < capacity
         and starts_at > clock_now() + interval '2 days'
         and (service_mask & (select 1::bigint << bit from service
           where code = coalesce((select service_code from q), 'PHYSIOTHERAPY'))) <> 0
       order by starts_at limit 1) as slot,
     (select id from b order by state <> 'CONFIRMED', id desc limit 1) as booking,
     (select id from schedule where clinic_id = (select id from k) order by id limit 1) as schedule,
     (select id from closure where clinic_id = (select id from k) order by id desc limit 1) as closure,
     (select id from followed_source where clinic_id = (select id from k)
       order by id desc limit 1) as "followedSource",
     (select id from calendar_feed where revoked_at is null order by id desc limit 1) as "calendarFeed",
     (select id from webhook_endpoint order by id desc limit 1) as webhook,
     (select id from webhook_delivery order by position desc limit 1) as "webhookDelivery",
     (select id from hold where member_id = (select id from m) order by id desc limit 1) as hold,
     (select id from erasure_request where state = 'REQUESTED' order by id desc limit 1) as "erasureRequest",
     (select id from status_report where answered_at is null order by id desc limit 1) as "statusReport",
     (select id from authority where withdrawn_at is null order by id desc limit 1) as authority,
     (select id from cover_loss where ended_at is null order by id desc limit 1) as "coverLoss",
     (select id from submission where state = 'WAITING' order by id desc limit 1) as submission,
     (select id from complaint where state = 'OPEN' order by id desc limit 1) as complaint,
     (select id from agreed_rate where state = 'PROPOSED' order by id desc limit 1) as rate,
     (select id from proposal where state = 'PROPOSED' order by id desc limit 1) as proposal,
     (select id from credential where provider_id = (select provider_id from k) order by id limit 1) as credential,
     (select id from settlement_batch order by id desc limit 1) as batch,
     (select id from settlement_line order by id desc limit 1) as line,
     (select id from settlement_payment
       order by provider_id is not distinct from (select provider_id from k) desc, id desc limit 1) as payment,
     (select id from self_bill order by id desc limit 1) as bill,
     (select id from reimbursement order by id desc limit 1) as reimbursement,
     (select id from provider_receivable order by id desc limit 1) as receivable,
     (select id from provider where id <> (select provider_id from k)
       and upper(agreed) is null and not isempty(agreed) order by id limit 1) as successor,
     (select id from accounting_act where state = 'ASKED' order by id desc limit 1) as "monthChange",
     (select id from account_change where state = 'STATED' order by id desc limit 1) as change,
     (select id from bank_exception order by id desc limit 1) as exception,
     clock_today() as today`,
);

/** Name of the global id's type where it differs from the example's name. */
const TYPES: Readonly<Record<string, string>> = {
  batch: "SettlementBatch",
  rate: "AgreedRate",
  line: "SettlementLine",
  payment: "SettlementPayment",
  bill: "SelfBill",
  successor: "Organisation",
  duplicate: "Practitioner",
  monthChange: "AccountingMonthChange",
  change: "ProviderAccountChange",
  exception: "BankException",
};

export async function exampleIds(database: Database): Promise<Readonly<Record<string, string>>> {
  const [row] = await transaction(database, WORKER, (tx) => tx.query(EXAMPLES.with(subjectOf(READY_MEMBER))), { readOnly: true });
  const { postnr, today, ...ids } = row ?? {};
  const known: Record<string, string> = { postnr: postnr ?? "8000", ...daysFrom(today ?? localDateOf(database.clock.now())) };
  for (const [name, id] of Object.entries(ids)) known[`${name}Id`] = globalId(TYPES[name] ?? capitalised(name), id ?? NOT_YET);
  return known;
}

const capitalised = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

function daysFrom(today: string): Record<string, string> {
  const day = (n: number): string => new Date(Date.parse(`${today}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
  const days = Array.from({ length: 91 }, (_, n) => [[`today+${n}`, day(n)] as const, [`today-${n}`, day(-n)] as const]).flat();
  return Object.fromEntries([["today", today], ...days]);
}
