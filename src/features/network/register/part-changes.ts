/** What of a part is another than it was, in words that are kept with its history. Pure. */
import type { FieldChange, PartAsItWillBe, Standing, StandingOffer } from "./plan-lines.js";

/** Kept beside what they repeat, and no news. */
const FOLLOWING = new Set(["pos", "town", "kommune_code", "region_code", "version", "id", "last_synced_at"]);

export function changesBetween(standing: Standing, { row, offers, joins, leaves }: PartAsItWillBe): FieldChange[] {
  const columns = Object.keys(row).filter((column) => !FOLLOWING.has(column) && said(row[column]) !== said(standing.row[column]));
  const changes = columns.map((field) => ({ field, before: said(standing.row[field]), after: said(row[field]) }));
  const [before, after] = [offersText(standing.offers), offersText(offers)];
  if (before !== after) changes.push({ field: "services", before, after });
  if (joins.length + leaves.length > 0)
    changes.push({ field: "clinics", before: leaves.join("|") || null, after: joins.join("|") || null });
  return changes;
}

function offersText(offers: readonly Pick<StandingOffer, "service_code" | "channels" | "active">[]): string {
  return offers
    .filter(({ active }) => active)
    .map(({ service_code: code, channels }) => `${code}:${[...channels].sort().join("+")}`)
    .sort()
    .join("|");
}

function said(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
