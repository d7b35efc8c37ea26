import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Database } from "../../../platform/postgres/database.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { readDirectory } from "../../../platform/postgres/directory.js";
import { isAvailability, type Availability } from "../slot-words.js";

const CALENDARS = statement(
  "calendars-of-clinics",
  `select w.clinic_id as "clinicId", w.practitioner_id as "practitionerId", b.as_of as "asOf",
     b.stale_after_minutes as "feedMinutes", b.busy is null as "isUnread", b.unread,
     f.id as "followedId", f.host, f.state, f.fault,
     f.checked_at as "checkedAt", f.next_at as "nextAt", clock_now() as now
   from practitioner_clinic w
   left join busy_feed b on b.clinic_id = w.clinic_id and b.practitioner_id = w.practitioner_id
   left join followed_source f on f.clinic_id = w.clinic_id and f.practitioner_id = w.practitioner_id
   where w.clinic_id = any ($1::uuid[]) and (b.id is not null or f.id is not null)
   order by w.clinic_id, w.practitioner_id`,
);
export type CalendarKnown = RowOf<"calendars-of-clinics">;

const PUBLICATIONS = statement(
  "publications-of-clinics",
  `select f.clinic_id as "clinicId", f.id as "followedId", f.host, f.state, f.fault,
     f.checked_at as "checkedAt", f.read_at as "readAt",
     f.next_at as "nextAt", f.stale_after_minutes as "staleAfterMinutes", clock_now() as now
   from followed_source f where f.clinic_id = any ($1::uuid[]) and f.kind = 'SMART' order by f.id`,
);
export type PublicationKnown = RowOf<"publications-of-clinics">;

const REPORTS = statement(
  "intake-reports-of-clinics",
  `select distinct on (clinic_id, source) clinic_id as "clinicId", source, lines, refused, read_at as "readAt"
   from intake_report where clinic_id = any ($1::uuid[]) order by clinic_id, source, read_at desc`,
);
export type ReportKnown = RowOf<"intake-reports-of-clinics">;

const OWN = statement("own-clinics", "select id from clinic where id = any ($1) and provider_id = app_provider()");

export type SourcesKnown = {
  readonly calendars: readonly CalendarKnown[];
  readonly publications: readonly PublicationKnown[];
  readonly reports: readonly ReportKnown[];
};

/** All that has spoken for each of these clinics, in one round trip; null for one that is not the viewer's own. */
export async function sourcesOf(tx: Tx, clinicIds: readonly string[]): Promise<(SourcesKnown | null)[]> {
  const [own = [], calendars = [], publications = [], reports = []] = await tx.all([
    OWN.with(clinicIds),
    CALENDARS.with(clinicIds),
    PUBLICATIONS.with(clinicIds),
    REPORTS.with(clinicIds),
  ]);
  const ids = new Set(own.map(({ id }) => id));
  return clinicIds.map((id) => {
    const of = <R extends { readonly clinicId: string }>(rows: readonly R[]): R[] => rows.filter(({ clinicId }) => clinicId === id);
    return ids.has(id) ? { calendars: of(calendars), publications: of(publications), reports: of(reports) } : null;
  });
}

const AVAILABILITY = statement(
  "availability-of-clinics",
  `select clinic_id as id, availability
   from availability_of_clinics($1::uuid[])`,
);

/** In the order of the ids. */
export async function availabilityOf(database: Database, clinicIds: readonly string[]): Promise<Availability[]> {
  const rows = await readDirectory(database, AVAILABILITY.with(clinicIds));
  const by = new Map(rows.map((row) => [row.id, row.availability]));
  return clinicIds.map((id) => {
    const found = by.get(id) ?? "";
    return isAvailability(found) ? found : "UNKNOWN";
  });
}
