import type postgres from "postgres";
import { TEST_PERSONS, type CprSealer } from "./members.js";

/** Raised when the generator gives other rows for the same parameters. */
export const VERSION = 1;

export type SeedOptions = {
  readonly clinics?: number;
  readonly members?: number;
  readonly slots?: number;
  readonly seed?: number;
  /** First day of slots, 'YYYY-MM-DD'; today in Denmark unless given. */
  readonly from?: string;
  /** Whether the test persons have claims, so that there is something to look at; not unless asked for. */
  readonly claims?: boolean;
  /** Removes everything but the reference data first. */
  readonly reset?: boolean;
  /** Without it, members have no civil registration number. */
  readonly sealer?: CprSealer;
};

/** What the installation remembers of its seed; `asked` is the number of slots wanted, `slots` the number made. */
export type SeedRecord = {
  readonly version: number;
  readonly seed: number;
  readonly clinics: number;
  readonly practitioners: number;
  readonly members: number;
  readonly asked: number;
  readonly slots: number;
  readonly from: string;
  /** Number of claims made; missing in a record of before there were any. */
  readonly claims?: number;
};

const CLINICS = 420;
const SLOTS = 200_000;
/** What a clinic of average size can publish in eight weeks without being open all day. */
const SLOTS_PER_CLINIC = 1000;

export type FullOptions = Required<Omit<SeedOptions, "reset" | "sealer">> & Pick<SeedOptions, "sealer">;

/** `today` is the database's day in Copenhagen. */
export function withDefaults(given: SeedOptions, today: string): FullOptions {
  const slots = given.slots ?? SLOTS;
  return {
    slots,
    clinics: given.clinics ?? Math.max(CLINICS, Math.ceil(slots / SLOTS_PER_CLINIC)),
    members: given.members ?? TEST_PERSONS,
    seed: given.seed ?? 1,
    from: given.from ?? today,
    claims: given.claims ?? false,
    ...(given.sealer ? { sealer: given.sealer } : {}),
  };
}

/** What was asked for explicitly and is not what is there; the day is only compared when it was asked for. */
export function mismatch(record: SeedRecord, given: SeedOptions): string[] {
  const full = withDefaults(given, record.from);
  const pairs: [string, string | number, string | number][] = [
    ["version", record.version, VERSION],
    ["seed", record.seed, full.seed],
    ["clinics", record.clinics, full.clinics],
    ["members", record.members, full.members],
    ["slots", record.asked, full.slots],
    ...(given.from === undefined ? [] : [["from", record.from, given.from] satisfies [string, string, string]]),
    ...(given.claims && !record.claims ? [["claims", 0, "some"] satisfies [string, number, string]] : []),
  ];
  return pairs.filter(([, there, asked]) => there !== asked).map(([name, there, asked]) => `${name}: ${there} there, ${asked} asked for`);
}

export async function seededBefore(tx: postgres.ISql): Promise<SeedRecord | null> {
  const [row] = await tx<{ value: SeedRecord }[]>`select value from installation where key = 'seed'`;
  return row?.value ?? null;
}
