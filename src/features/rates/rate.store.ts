import type { Service } from "../../rules/codes.js";
import { and, eq, sql } from "drizzle-orm";
import type { AgreedRate } from "../../../schema/rows.js";
import { agreedRate } from "../../../schema/tables/rate.js";
import { publicTariff } from "../../../schema/tables/reference.js";
import { present } from "../../kernel/invariant.js";
import { statement, type RowOf } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import type { RatePeriod } from "./rate.js";

export async function rateById(tx: Tx, id: string): Promise<AgreedRate | null> {
  const [found] = await tx.db.select().from(agreedRate).where(eq(agreedRate.id, id)).limit(1);
  return found ?? null;
}

const RATE_GROUND = statement(
  "rate-ground",
  `select to_json(clock_now()) #>> '{}' as now, clock_today() as today,
     (select provider_id from clinic where id = $1) as provider_id,
     exists (select from service where code = $2) as service_known`,
);
export type RateGround = RowOf<"rate-ground">;

/** What a proposal stands on: whose clinic it is, whether the service exists, and which day it is in Denmark. */
export async function rateGround(tx: Tx, clinicId: string, service: string): Promise<RateGround> {
  const [row] = await tx.query(RATE_GROUND.with(clinicId, service));
  return present(row, "a select without a table answers one row");
}

/** A rate waiting for a decision, locked, with the Danish day of today. */
export async function rateToDecide(tx: Tx, id: string): Promise<{ rate: AgreedRate; today: string } | null> {
  const [row] = await tx.db
    .select({ rate: agreedRate, today: sql<string>`clock_today()` })
    .from(agreedRate)
    .where(eq(agreedRate.id, id))
    .for("update");
  return row ?? null;
}

const APPROVED_BESIDE = statement(
  "rates-approved-beside",
  `select id, valid_from as "validFrom", valid_until as "validUntil" from agreed_rate
    where clinic_id = $1 and service_code = $2 and session = $3 and channel = $4 and state = 'APPROVED' and id <> $5
    order by valid_from`,
);

/** Approved periods of the same treatment at the same clinic, other than this rate. */
export function approvedBeside(tx: Tx, rate: AgreedRate): Promise<RatePeriod[]> {
  return tx.query(APPROVED_BESIDE.with(rate.clinicId, rate.serviceCode, rate.session, rate.channel, rate.id));
}

export type Tariff = typeof publicTariff.$inferSelect;

export async function tariffsOf(tx: Tx, service: Service | null, on: string | null): Promise<Tariff[]> {
  return tx.db
    .select()
    .from(publicTariff)
    .where(
      and(
        service ? eq(publicTariff.serviceCode, service) : undefined,
        on
          ? sql`${publicTariff.validFrom} <= ${on} and (${publicTariff.validUntil} is null or ${publicTariff.validUntil} > ${on})`
          : undefined,
      ),
    )
    .orderBy(publicTariff.serviceCode, publicTariff.session, publicTariff.validFrom);
}
