/** A believable network of clinics that do not exist, by the rules in seeds/data/README.md. Pure: the same options, the same rows. */
import { uuidv7 } from "../src/kernel/id.js";
import { toPlane } from "../src/kernel/place.js";
import type { clinic, clinicService, practitioner, practitionerClinic, provider, providerAccount } from "../schema/tables/clinic.js";
import type { credential } from "../schema/tables/network.js";
import { addDays } from "./copenhagen.js";
import { account, cvrNumbers, gln, pNumber, phone, providerNumber, sorId } from "./identifiers.js";
import { CHILD_SERVICES, COMES_WITH, kindsOfClinic, type KindOfClinic } from "./offers.js";
import { readMap } from "./places.js";
import { planClinics, type Case, type PlannedClinic } from "./planned.js";
import { Random } from "./random.js";
import { services, type Channel, type SeedService } from "./reference.js";
import { staff } from "./staff.js";

type ProviderRow = Pick<typeof provider.$inferSelect, "id" | "legalName" | "cvr" | "kind">;
type CredentialRow = Omit<typeof credential.$inferInsert, "recordedAt" | "version">;
type AccountRow = Omit<typeof providerAccount.$inferSelect, "changedAt">;
export type ClinicRow = Omit<typeof clinic.$inferSelect, "allowsOverlap" | "lastSyncedAt" | "version" | "externalId" | "suspended">;
export type PractitionerRow = Pick<
  typeof practitioner.$inferSelect,
  "id" | "givenNames" | "familyName" | "gender" | "authorisationId" | "profession" | "languages" | "treatsChildren"
>;
type PractitionerClinicRow = typeof practitionerClinic.$inferInsert;
type ClinicServiceRow = Omit<typeof clinicService.$inferSelect, "active">;

export type NetworkOptions = { readonly seed: number; readonly clinics: number; /** First day of slots. */ readonly from: string };

/** One practitioner's working week at one clinic: what slots are made from. */
export type Workplace = {
  readonly clinic: ClinicRow;
  readonly practitioner: PractitionerRow;
  /** Counts practitioners; names the slots of this one. */
  readonly number: number;
  /** 1 is Monday. */
  readonly weekdays: readonly number[];
  readonly slotMinutes: number;
  readonly channels: KindOfClinic["channels"];
  readonly offered: readonly SeedService[];
  readonly leadsGroups: boolean;
  /** Hours of the day on call, every day of the year; null for ordinary work. */
  readonly onCall: readonly [from: number, to: number] | null;
  readonly publicAgreement: boolean;
  readonly clockCase: boolean;
};

export type Network = {
  readonly providers: ProviderRow[];
  readonly accounts: AccountRow[];
  readonly credentials: CredentialRow[];
  readonly clinics: ClinicRow[];
  readonly practitioners: PractitionerRow[];
  readonly practitionerClinics: PractitionerClinicRow[];
  readonly clinicServices: ClinicServiceRow[];
  readonly workplaces: Workplace[];
  readonly planted: ReadonlyMap<Case, readonly ClinicRow[]>;
};

/** Ids count up from a fixed day, so that they depend on the seed and not on the day of loading. */
const FIRST_ID_AT = Date.UTC(2026, 0, 1);
export const idMaker = (random: Random): (() => string) => {
  let n = 0;
  return () => uuidv7(FIRST_ID_AT + n++, random.bytes(10));
};

/** Records a dated fact of a company or a practitioner. */
export type Certify = (
  kind: CredentialRow["kind"],
  subject: { readonly providerId: string } | { readonly practitionerId: string },
  validFrom: string,
  validUntil?: string | null,
  number?: string | null,
) => void;

const PUBLIC_SINCE = "2020-01-01";
const MORE_LANGUAGES = ["de", "ar", "tr", "pl", "uk", "fr"];

export function generateNetwork(options: NetworkOptions): Network {
  const random = new Random(options.seed, "network");
  const nextId = idMaker(new Random(options.seed, "network ids"));
  const nextCredentialId = idMaker(new Random(options.seed, "credential ids"));
  const map = readMap();
  const kinds = kindsOfClinic();
  const allServices = services();
  const cvr = cvrNumbers();
  const named = new Map<string, number>();
  const lastOfKind = new Map<string, { provider: ProviderRow; clinics: number }>();
  const planted = new Map<Case, ClinicRow[]>();
  const publicly = new Map<string, boolean>();
  const network: Network = {
    providers: [],
    accounts: [],
    credentials: [],
    clinics: [],
    practitioners: [],
    practitionerClinics: [],
    clinicServices: [],
    workplaces: [],
    planted,
  };
  const certify: Certify = (kind, subject, validFrom, validUntil = null, number = null) => {
    const by = { source: "fictional", recordedBy: "seed-network-manager", approvedBy: "seed-approver" };
    const who = { providerId: null, practitionerId: null, ...subject };
    network.credentials.push({ id: nextCredentialId(), kind, ...who, number, validFrom, validUntil, ...by });
  };
  const employ = staff(options.seed, nextId, network, certify);

  for (const plan of planClinics(options.clinics, kinds, map, random)) {
    const kind = kinds.find((k) => k.kind === plan.kind);
    if (!kind) throw new Error(`no kind ${plan.kind}`);
    const name = clinicName(kind, plan, named);
    const houseMate = plan.planted === "SAME_HOUSE" ? planted.get("SAME_HOUSE")?.[0] : undefined;
    const chain = lastOfKind.get(kind.kind);
    // some companies run two or three clinics; a planted case keeps to itself
    const joins = houseMate ? true : chain !== undefined && plan.planted === null && !plan.full && chain.clinics < 3 && random.chance(0.08);
    const owner = joins && chain ? chain.provider : newProvider(kind, plan, name);
    const row = newClinic(kind, plan, name, owner.id, houseMate);
    network.clinics.push(row);
    if (plan.planted) planted.set(plan.planted, [...(planted.get(plan.planted) ?? []), row]);
    lastOfKind.set(kind.kind, {
      provider: owner,
      clinics: joins && chain ? chain.clinics + 1 : plan.planted && plan.planted !== "SAME_HOUSE" ? 3 : 1,
    });
    const offered = servicesOffered(kind, plan, row, allServices, random);
    for (const service of offered) network.clinicServices.push(newClinicService(nextId(), row, service, kind));
    employ(kind, plan, row, offered, publicly.get(owner.id) ?? false);
  }
  return network;

  function newProvider(kind: KindOfClinic, plan: PlannedClinic, name: string): ProviderRow {
    const row: ProviderRow = {
      id: nextId(),
      legalName: `${name} ${random.chance(0.8) ? "ApS" : "I/S"} (fiktiv)`,
      cvr: cvr.next().value,
      kind: kind.kind,
    };
    const agreed = `${random.int(2021, 2024)}-0${random.int(1, 9)}-01`;
    certify("AGREEMENT", { providerId: row.id }, agreed, plan.planted === "AGREEMENT_ENDS" ? addDays(options.from, 28) : null);
    const hasPublicAgreement = random.chance(kind.publicAgreementShare);
    if (hasPublicAgreement)
      certify("PUBLIC_AGREEMENT", { providerId: row.id }, PUBLIC_SINCE, null, providerNumber(network.providers.length));
    publicly.set(row.id, hasPublicAgreement);
    network.providers.push(row);
    network.accounts.push({ providerId: row.id, ...account(network.accounts.length), blockedAt: null, blockedReason: null });
    return row;
  }

  function newClinic(
    kind: KindOfClinic,
    plan: PlannedClinic,
    name: string,
    providerId: string,
    houseMate: ClinicRow | undefined,
  ): ClinicRow {
    const n = network.clinics.length + 1;
    const { town } = plan;
    const place = houseMate ?? map.near(town, random);
    const address = plan.planted === "LETTERS" ? "Åboulevarden 7" : map.address(random);
    return {
      id: nextId(),
      providerId,
      name,
      pNumber: pNumber(n),
      sorId: sorId(n),
      gln: gln(n),
      address: houseMate?.address ?? address,
      postnr: town.postnr,
      town: town.town,
      kommuneCode: town.kommuneCode,
      regionCode: town.regionCode,
      lat: place.lat,
      lon: place.lon,
      pos: toPlane(place.lat, place.lon),
      placePrecision: "GIVEN",
      phone: phone(n),
      email: `post@klinik-${n}.example`,
      videoUrl: kind.channels.some(([channel]) => channel === "ONLINE") ? `https://video.klinik-${n}.example/venter` : null,
      wayIn: n % 3 === 0 ? "Indgang fra gården, 1. sal." : null,
      accessibility: n % 2 === 0 ? ["STEP_FREE", "PARKING"] : [],
      languages: ["da", ...(random.chance(0.6) ? ["en"] : []), ...(random.chance(0.2) ? [random.pick(MORE_LANGUAGES)] : [])],
      treatsChildren: plan.full || random.chance(0.65),
      cancellationHours: random.pick([null, null, 24, 24, 48]),
      practiceSystem: kind.systems.length > 0 ? random.pick(kind.systems) : null,
      closesOnBankDays: random.chance(0.5),
    };
  }
}

function clinicName(kind: KindOfClinic, plan: PlannedClinic, named: Map<string, number>): string {
  const town = plan.planted === "LETTERS" ? `på Næsset ÆØÅ, ${plan.town.town}` : plan.town.town;
  const key = `${kind.kind} ${town}`;
  const n = (named.get(key) ?? 0) + 1;
  named.set(key, n);
  const numbered = kind.namePattern.includes("{nn}") || n === 1 ? kind.namePattern : `${kind.namePattern} {nn}`;
  return numbered.replace("{town}", town).replace("{nn}", String(n).padStart(2, "0"));
}

function servicesOffered(
  kind: KindOfClinic,
  plan: PlannedClinic,
  row: ClinicRow,
  all: readonly SeedService[],
  random: Random,
): SeedService[] {
  const offers = Object.entries(kind.profiles[plan.profile] ?? {});
  const chosen = offers.filter(([, share]) => random.chance(share) || plan.full).map(([code]) => code);
  const codes = new Set(chosen.flatMap((code) => [code, ...(COMES_WITH[code] ?? [])]));
  return all.filter((s) => codes.has(s.code) && (row.treatsChildren || !CHILD_SERVICES.has(s.code)));
}

function newClinicService(id: string, row: ClinicRow, service: SeedService, kind: KindOfClinic): ClinicServiceRow {
  const channels: Channel[] = kind.channels.map(([channel]) => channel).filter((channel) => service.channels.includes(channel));
  return {
    id,
    clinicId: row.id,
    providerId: row.providerId,
    serviceCode: service.code,
    serviceBit: service.bit,
    pos: row.pos,
    channels,
    languages: row.languages,
    treatsChildren: row.treatsChildren,
  };
}
