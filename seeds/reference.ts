/** Data without which the product is wrong: postal codes, services, public tariffs. Upserts, so that a newer file corrects an older load. */
import { createHash } from "node:crypto";
import type postgres from "postgres";
import type { postalCode, publicTariff, service } from "../schema/tables/reference.js";
import { present } from "../src/kernel/invariant.js";
import { SERVICES, type Service } from "../src/rules/codes.js";
import { addDays } from "./copenhagen.js";
import { orNull, readCsv } from "./csv.js";

export type Channel = "IN_PERSON" | "ONLINE" | "PHONE";
export type PostalCodeRow = typeof postalCode.$inferSelect;
type ServiceRow = typeof service.$inferSelect;
export type TariffRow = typeof publicTariff.$inferSelect;
/** A service as the generator sees it: the channels the rules allow are not stored, they are the rules' business. */
export type SeedService = ServiceRow & { readonly channels: readonly Channel[] };

/** A stable id for a row that has a natural key (a UUID of version 8: made by a rule of ours). */
export function namedId(name: string): string {
  const h = createHash("sha256").update(`provider-network-gateway seed: ${name}`).digest("hex");
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

export function postalCodes(): PostalCodeRow[] {
  type Column =
    "postnr" | "town" | "kind" | "kommune_code" | "kommune_name" | "region_code" | "region_name" | "lat" | "lon" | "coord_quality";
  return readCsv<Column>("postnumre").map((r) => ({
    postnr: r.postnr,
    town: r.town,
    kind: r.kind,
    kommuneCode: orNull(r.kommune_code),
    kommuneName: orNull(r.kommune_name),
    regionCode: orNull(r.region_code),
    regionName: orNull(r.region_name),
    // one Copenhagen point stands in for codes without a place of their own; a wrong distance is worse than none
    lat: r.coord_quality === "geonames" ? Number(r.lat) : null,
    lon: r.coord_quality === "geonames" ? Number(r.lon) : null,
  }));
}

export function services(): SeedService[] {
  type Column = "code" | "bit" | "name_en" | "name_da" | "radius_km" | "first_minutes" | "follow_up_minutes" | "channels";
  return readCsv<Column>("services").map((r) => ({
    code: present(
      SERVICES.find((code) => code === r.code),
      "a service of the data is one of the rules",
    ),
    bit: Number(r.bit),
    nameEn: r.name_en,
    nameDa: r.name_da,
    radiusKm: Number(r.radius_km),
    firstMinutes: Number(r.first_minutes),
    followUpMinutes: Number(r.follow_up_minutes),
    channels: r.channels.split("|").filter((c): c is Channel => c === "IN_PERSON" || c === "ONLINE" || c === "PHONE"),
  }));
}

/** Which line of the public agreements stands for which service. */
const TARIFF_LINES: Readonly<Record<string, readonly [serviceCode: Service, session: "FIRST" | "FOLLOW_UP"]>> = {
  "51/0110": ["PHYSIOTHERAPY", "FIRST"],
  "51/0111": ["PHYSIOTHERAPY", "FOLLOW_UP"],
  "53/1015": ["CHIROPRACTIC", "FIRST"],
  "53/1036": ["CHIROPRACTIC", "FOLLOW_UP"],
  "63/0110": ["PSYCHOLOGIST", "FIRST"],
  "63/0111": ["PSYCHOLOGIST", "FOLLOW_UP"],
};

const oreOf = (kroner: string): bigint => BigInt(Math.round(Number(kroner) * 100));

export function publicTariffs(): TariffRow[] {
  type Column =
    "speciality_code" | "service_code" | "total_fee_dkk" | "public_share_dkk" | "valid_from" | "valid_to" | "evidence" | "source";
  /** Latest published division of the same line, for a line of which only the whole fee is known. */
  const known = new Map<string, { fee: bigint; share: bigint }>();
  return readCsv<Column>("practice_agreement_rates").flatMap((r) => {
    const line = `${r.speciality_code}/${r.service_code}`;
    const meaning = TARIFF_LINES[line];
    if (!meaning || r.total_fee_dkk === "" || r.valid_from === "") return [];
    const fee = oreOf(r.total_fee_dkk);
    const before = known.get(line);
    let share = oreOf(r.public_share_dkk);
    let evidence = `illustrative; ${r.evidence}; ${r.source}`;
    if (r.public_share_dkk === "") {
      if (!before) return [];
      share = (before.share * fee + before.fee / 2n) / before.fee;
      evidence += "; public share derived here: grown in step with the fee";
    }
    known.set(line, { fee, share });
    const [serviceCode, session] = meaning;
    return [
      {
        id: namedId(`tariff ${line} ${r.valid_from}`),
        serviceCode,
        session,
        fullFeeMinor: fee,
        publicShareMinor: share,
        patientShareMinor: fee - share,
        validFrom: r.valid_from,
        validUntil: r.valid_to === "" ? null : addDays(r.valid_to, 1),
        evidence,
      },
    ];
  });
}

export async function loadReference(sql: postgres.ISql): Promise<number> {
  const codes = postalCodes();
  const offered = services().map(({ channels: _, ...row }) => row);
  const tariffs = publicTariffs();
  await sql`insert into postal_code ${sql(codes.map(snake))}
    on conflict (postnr) do update set town = excluded.town, kind = excluded.kind, kommune_code = excluded.kommune_code,
      kommune_name = excluded.kommune_name, region_code = excluded.region_code, region_name = excluded.region_name,
      lat = excluded.lat, lon = excluded.lon`;
  await sql`insert into service ${sql(offered.map(snake))}
    on conflict (code) do update set bit = excluded.bit, name_en = excluded.name_en, name_da = excluded.name_da,
      radius_km = excluded.radius_km, first_minutes = excluded.first_minutes, follow_up_minutes = excluded.follow_up_minutes`;
  await sql`insert into public_tariff ${sql(tariffs.map(snake))}
    on conflict (id) do update set full_fee_minor = excluded.full_fee_minor, public_share_minor = excluded.public_share_minor,
      patient_share_minor = excluded.patient_share_minor, valid_until = excluded.valid_until, evidence = excluded.evidence`;
  return codes.length + offered.length + tariffs.length;
}

type Scalar = string | number | null;

/** Property names to column names; amounts go as text, which the server reads as bigint. */
function snake(row: object): Record<string, Scalar> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]: [string, Scalar | bigint]) => [
      key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`),
      typeof value === "bigint" ? value.toString() : value,
    ]),
  );
}
