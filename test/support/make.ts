/**
 * Rows that a test needs and nothing it does not care about, written as the owner of the tables. Every builder takes only
 * what matters; the rest is an ordinary case: a physiotherapy clinic in Aarhus, an employee with everything in order.
 */
import { randomBytes } from "node:crypto";
import DataLoader from "dataloader";
import type { Pool } from "pg";
import { isWorkingDay, addDays, addMonths, endOfDay, localDateOf, resolveLocal, workday } from "../../src/kernel/calendar.js";
import { uuidv7 } from "../../src/kernel/id.js";
import { toPlane } from "../../src/kernel/place.js";
import type { CredentialKind } from "../../schema/states.js";
import { fromNow, now, today } from "./clock.js";

let lastMs = 0;
let withinMs = 0;
/** Sorts after all that this process made before, also within a millisecond: "newest first" has one right answer. */
export function newTestId(): string {
  const ms = Date.now();
  withinMs = ms === lastMs ? withinMs + 1 : 0;
  lastMs = ms;
  const random = randomBytes(10);
  random.writeUInt16BE(withinMs);
  return uuidv7(ms, random);
}

let counter = 10_000_000 + Math.floor(Math.random() * 80_000_000);
const next = (): string => String((counter += 1)).slice(-8);

type Row = Record<string, unknown>;
type MadeProvider = Row & { readonly agreed?: Row | null; readonly publiclyAgreed?: boolean };
type MadePractitioner = Row & { readonly authorised?: Row | null; readonly rabApproved?: Row | null };
type Insert = (table: string, row: Row) => Promise<void>;

export const AARHUS = { postnr: "8000", town: "Aarhus C", lat: 56.1535, lon: 10.2034, regionCode: "1082", kommuneCode: "0751" };

export type MadeClinic = {
  readonly id: string;
  readonly providerId: string;
  readonly cvr: string;
  readonly practitionerId: string;
  readonly services: readonly string[];
};
export type MadeMember = { readonly id: string; readonly policyId: string; readonly subject: string; readonly familyId: string };
export type MadeSlot = { readonly id: string; readonly startsAt: Date; readonly endsAt: Date; readonly externalId: string };
export type MadeClaim = { readonly id: string; readonly reference: string; readonly memberId: string };

/** A Danish day `n` working days from now (negative for the past), and an instant on it. */
export function dayIn(n: number): string {
  if (n >= 0) return n === 0 ? today() : workday(today(), n);
  let day = today();
  for (let left = -n; left > 0;) {
    day = addDays(day, -1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}
export function at(day: string, time = "10:00"): Date {
  const local = resolveLocal(day, time);
  if (local.kind === "GAP") throw new Error(`${time} does not exist on ${day}`);
  return local.kind === "ONE" ? local.at : local.earlier;
}

const names = new Map<string, string>();
/** Half of what a row costs is the plan of its statement: a connection makes each once. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) names.set(text, (name = `make ${names.size}`));
  return name;
}

export function maker(pool: Pool) {
  /** What several ask for at the same moment, as houses that are made side by side do, is one statement. */
  const inserts = new DataLoader<{ readonly text: string; readonly row: Row }, void>(
    async (asked) => {
      const byText = new Map<string, Row[]>();
      for (const { text, row } of asked) byText.set(text, [...(byText.get(text) ?? []), row]);
      for (const [text, rows] of byText) {
        const values = [JSON.stringify(rows, (_, v: unknown) => (typeof v === "bigint" ? String(v) : v))];
        await pool.query({ name: nameOf(text), text, values });
      }
      return asked.map(() => undefined);
    },
    { cache: false },
  );
  const insert: Insert = (table, row) => {
    const columns = Object.keys(row).join(", ");
    const text = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`;
    return inserts.load({ text, row });
  };
  let services: ReadonlyMap<string, number> | null = null;
  const bits = async (codes: readonly string[]): Promise<{ code: string; bit: number }[]> => {
    const known = async (): Promise<ReadonlyMap<string, number>> => {
      const { rows } = await pool.query<{ code: string; bit: number }>("select code, bit from service");
      return new Map(rows.map(({ code, bit }) => [code, bit]));
    };
    services ??= await known();
    return codes.flatMap((code) => {
      const bit = services?.get(code);
      return bit === undefined ? [] : [{ code, bit }];
    });
  };

  /** A dated fact of a company, a clinic or a practitioner; open and long in force unless told otherwise. */
  async function credential(kind: CredentialKind, subject: Row, row: Row = {}): Promise<string> {
    const id = newTestId();
    await insert("credential", {
      id,
      kind,
      ...subject,
      valid_from: "2020-01-01",
      valid_until: null,
      source: "test",
      recorded_by: "maker",
      recorded_at: now(),
      approved_by: "approver",
      version: 1,
      ...row,
    });
    return id;
  }

  /** With an agreement since 2020, and a provider number where it is `publiclyAgreed`. */
  async function provider({ agreed = {}, publiclyAgreed = false, ...more }: MadeProvider = {}): Promise<{ id: string; cvr: string }> {
    const row = {
      id: newTestId(),
      legal_name: "Testklinik ApS",
      cvr: next(),
      kind: "PHYSIOTHERAPIST",
      version: 1,
      ...more,
    };
    await insert("provider", row);
    if (agreed !== null) await credential("AGREEMENT", { provider_id: row.id }, agreed);
    if (publiclyAgreed) await credential("PUBLIC_AGREEMENT", { provider_id: row.id }, { number: "012345" });
    await insert("provider_account", {
      provider_id: row.id,
      registration_number: "0040",
      account_number: "0440116243",
      changed_at: now(),
    });
    return { id: row.id, cvr: row.cvr };
  }

  /** Authorised since 2020; with a RAB approval where it is given, and `authorised: null` for somebody without. */
  async function practitioner(clinicId: string, { authorised = {}, rabApproved = null, ...more }: MadePractitioner = {}): Promise<string> {
    const row = {
      id: newTestId(),
      given_names: "Åse Test",
      family_name: "Øvelund",
      gender: "female",
      authorisation_id: next(),
      profession: "PHYSIOTHERAPIST",
      languages: ["da"],
      treats_children: true,
      version: 1,
      ...more,
    };
    await insert("practitioner", row);
    if (authorised !== null) await credential("AUTHORISATION", { practitioner_id: row.id }, authorised);
    if (rabApproved !== null) await credential("RAB_APPROVAL", { practitioner_id: row.id }, rabApproved);
    await insert("practitioner_clinic", { practitioner_id: row.id, clinic_id: clinicId });
    return row.id;
  }

  /** With one practitioner and, per service, an agreed first and follow-up rate. */
  async function clinic(
    options: {
      of?: { id: string; cvr: string };
      services?: readonly string[];
      place?: typeof AARHUS;
      rates?: boolean;
      firstMinor?: number;
      followUpMinor?: number;
      practitioner?: MadePractitioner;
    } & { row?: Row } = {},
  ): Promise<MadeClinic> {
    const { services = ["PHYSIOTHERAPY"], place = AARHUS, rates = true, firstMinor = 65_000, followUpMinor = 45_000 } = options;
    const owner = options.of ?? (await provider());
    const id = newTestId();
    const { x, y } = toPlane(place.lat, place.lon);
    const pos = `(${x},${y})`;
    await insert("clinic", {
      id,
      provider_id: owner.id,
      name: "Testklinikken",
      p_number: `1${next()}0`,
      address: "Testgade 1",
      postnr: place.postnr,
      town: place.town,
      kommune_code: place.kommuneCode,
      region_code: place.regionCode,
      lat: place.lat,
      lon: place.lon,
      pos,
      languages: ["da"],
      treats_children: true,
      allows_overlap: false,
      closes_on_bank_days: false,
      version: 1,
      ...options.row,
    });
    for (const { code, bit } of await bits(services)) {
      await insert("clinic_service", {
        id: newTestId(),
        clinic_id: id,
        provider_id: owner.id,
        service_code: code,
        service_bit: bit,
        pos,
        channels: ["IN_PERSON", "ONLINE", "PHONE"],
        languages: ["da"],
        treats_children: true,
        active: true,
      });
      if (rates) {
        await rate({ clinicId: id, providerId: owner.id, service: code, session: "FIRST", amountMinor: firstMinor });
        await rate({ clinicId: id, providerId: owner.id, service: code, session: "FOLLOW_UP", amountMinor: followUpMinor });
      }
    }
    return { id, providerId: owner.id, cvr: owner.cvr, practitionerId: await practitioner(id, options.practitioner), services };
  }

  async function rate(r: {
    clinicId: string;
    providerId: string;
    service: string;
    session: string;
    amountMinor: number;
    from?: string;
    until?: string | null;
    row?: Row;
  }): Promise<string> {
    const id = newTestId();
    await insert("agreed_rate", {
      id,
      clinic_id: r.clinicId,
      provider_id: r.providerId,
      service_code: r.service,
      session: r.session,
      channel: "ANY",
      amount_minor: r.amountMinor,
      valid_from: r.from ?? "2024-01-01",
      valid_until: r.until ?? null,
      state: "APPROVED",
      proposed_by: "maker",
      proposed_at: now(),
      approved_by: "approver",
      approved_at: now(),
      version: 1,
      ...r.row,
    });
    return id;
  }

  /** Three working days from now at ten unless told otherwise. */
  async function slot(
    of: MadeClinic,
    options: { startsAt?: Date; minutes?: number; services?: readonly string[]; capacity?: number; row?: Row } = {},
  ): Promise<MadeSlot> {
    const startsAt = options.startsAt ?? at(dayIn(3));
    const endsAt = new Date(startsAt.getTime() + (options.minutes ?? 45) * 60_000);
    const mask = (await bits(options.services ?? of.services)).reduce((sum, { bit }) => sum | (1n << BigInt(bit)), 0n);
    const made = { id: newTestId(), startsAt, endsAt, externalId: `x-${next()}` };
    await insert("slot", {
      id: made.id,
      clinic_id: of.id,
      provider_id: of.providerId,
      practitioner_id: of.practitionerId,
      external_id: made.externalId,
      starts_at: startsAt,
      ends_at: endsAt,
      service_mask: mask,
      channel: "IN_PERSON",
      audience: "BOTH",
      languages: ["da"],
      funding: "PRIVATE",
      capacity: options.capacity ?? 1,
      booked: 0,
      on_call: false,
      overlap_allowed: false,
      state: "OPEN",
      source: "API",
      version: 1,
      published_at: now(),
      ...options.row,
    });
    return made;
  }

  /** An adult employee in Aarhus under a mandatory company scheme since 2024. */
  async function member(options: { familyId?: string; row?: Row; policy?: Row } = {}): Promise<MadeMember> {
    const id = newTestId();
    const subject = `subject-${next()}`;
    const familyId = options.familyId ?? newTestId();
    await insert("member", {
      id,
      identity_subject: subject,
      family_id: familyId,
      given_names: "Bente Test",
      family_name: "Prøve",
      birth_date: "1980-05-17",
      gender: "female",
      address_line: "Prøvevej 2",
      postnr: AARHUS.postnr,
      lat: AARHUS.lat,
      lon: AARHUS.lon,
      protected_address: false,
      phone: "+4520000000",
      email: "bente@medlem.example",
      residence: "DK",
      version: 1,
      ...options.row,
    });
    const policyId = newTestId();
    await insert("policy", {
      id: policyId,
      member_id: id,
      product: "OCCUPATIONAL",
      role: "EMPLOYEE",
      scheme: "MANDATORY",
      cover_start: "2024-01-01",
      cover_end: null,
      optional: ["B"],
      group_child_age: 24,
      suspended: false,
      danmark_member: false,
      ...options.policy,
    });
    return { id, policyId, subject: (options.row?.["identity_subject"] as string | undefined) ?? subject, familyId };
  }

  async function guardianship(guardian: MadeMember, child: MadeMember): Promise<void> {
    await insert("guardianship", { guardian_id: guardian.id, child_id: child.id, checked_on: dayIn(-5) });
  }

  async function consent(of: MadeMember, claimId: string | null, row: Row = {}): Promise<string> {
    const id = newTestId();
    const givenOn = (row["given_on"] as string | undefined) ?? dayIn(-2);
    await insert("consent", {
      id,
      member_id: of.id,
      claim_id: claimId,
      given_by: of.id,
      purpose: "TREATMENT",
      text_version: "2025-1",
      assurance: "SUBSTANTIAL",
      given_on: givenOn,
      expires_on: addMonths(givenOn, 12),
      created_at: now(),
      ...row,
    });
    return id;
  }

  /** Approved yesterday, with consent: its guarantee runs and nothing stands in the way of a booking. */
  async function claim(of: MadeMember, options: { service?: string; consent?: boolean; row?: Row } = {}): Promise<MadeClaim> {
    const id = newTestId();
    const reference = `C-${next()}`;
    const receivedAt = at(dayIn(-1), "09:00");
    const start = localDateOf(receivedAt);
    const latest = workday(start, 10);
    await insert("claim", {
      id,
      reference,
      member_id: of.id,
      policy_id: of.policyId,
      product: "OCCUPATIONAL",
      under: "BASE",
      service_code: options.service ?? "PHYSIOTHERAPY",
      mode: "NETWORK",
      state: "APPROVED",
      received_at: receivedAt,
      approved_at: receivedAt,
      information_required: false,
      work_related: "YES",
      condition_code: "BACK_PAIN",
      condition_arose_on: dayIn(-10),
      referral_type: "GP",
      referral_issued_on: dayIn(-5),
      referral_requested: false,
      portion_authorised: null,
      portion_used: 0,
      flags: {},
      crisis: null,
      exceptions: {},
      wishes: {},
      guarantee_outcome: "RUNNING",
      guarantee_class: "NETWORK_10",
      clock_start_on: start,
      first_target_on: workday(start, 4),
      target_on: workday(start, 5),
      latest_on: latest,
      deadline_at: endOfDay(latest),
      promise_state: "SAFE",
      created_at: receivedAt,
      version: 1,
      ...options.row,
    });
    if (options.consent !== false) await consent(of, id);
    return { id, reference, memberId: of.id };
  }

  /** Where the insurer lets the claim be treated. */
  async function designation(of: MadeClaim, at: MadeClinic, row: Row = {}): Promise<string> {
    const id = newTestId();
    await insert("designation", {
      id,
      claim_id: of.id,
      member_id: of.memberId,
      clinic_id: at.id,
      reason: "the nearest with a time",
      designated_by: "team",
      designated_at: now(),
      ...row,
    });
    return id;
  }

  /** Confirmed, with nothing of what booking writes beside it: for tests of what is done with a booking, not of booking. */
  async function booking(
    of: { readonly clinic: MadeClinic; readonly slot: MadeSlot; readonly member: { readonly id: string }; readonly claimId: string },
    row: Row = {},
  ): Promise<string> {
    const id = newTestId();
    const { clinic, slot, member, claimId } = of;
    await insert("booking", {
      id,
      reference: `B-${id}`,
      slot_id: slot.id,
      seat: 1,
      clinic_id: clinic.id,
      provider_id: clinic.providerId,
      practitioner_id: clinic.practitionerId,
      claim_id: claimId,
      member_id: member.id,
      service_code: clinic.services[0],
      under: "BASE",
      session_number: 1,
      starts_at: slot.startsAt,
      ends_at: slot.endsAt,
      treated_on: slot.startsAt.toISOString().slice(0, 10),
      channel: "IN_PERSON",
      state: "CONFIRMED",
      quote: {},
      rate_id: newTestId(),
      insurer_pays_minor: 1,
      member_pays_minor: 0,
      free_cancellation_until: slot.startsAt,
      decision_id: newTestId(),
      actor: "x",
      actor_role: "MEMBER",
      chosen_because: [],
      booked_at: now(),
      version: 1,
      ...row,
    });
    return id;
  }

  /** Ten minutes from now on, unless told otherwise. Whether the slot is held in full stands in the slot's own row. */
  async function hold(
    on: { readonly id: string },
    of: { readonly member: { readonly id: string; readonly familyId: string }; readonly claimId: string },
    row: Row = {},
  ): Promise<string> {
    const id = newTestId();
    await insert("hold", {
      id,
      slot_id: on.id,
      member_id: of.member.id,
      family_id: of.member.familyId,
      claim_id: of.claimId,
      service_code: "PHYSIOTHERAPY",
      state: "PENDING",
      expires_at: fromNow(600_000),
      renewals: 0,
      created_at: now(),
      actor: "x",
      ...row,
    });
    return id;
  }

  /** One treatment counted against what is covered. */
  async function usage(
    of: { readonly memberId: string; readonly policyId: string | null; readonly claimId: string },
    on: string,
    row: Row = {},
  ): Promise<void> {
    await insert("treatment_usage", {
      id: newTestId(),
      member_id: of.memberId,
      policy_id: of.policyId,
      claim_id: of.claimId,
      service_code: "PHYSIOTHERAPY",
      under: "BASE",
      mode: "NETWORK",
      year: Number(on.slice(0, 4)),
      treated_on: on,
      state: "COUNTED",
      ...row,
    });
  }

  return {
    credential,
    designation,
    insert,
    provider,
    practitioner,
    clinic,
    rate,
    slot,
    member,
    guardianship,
    consent,
    claim,
    booking,
    hold,
    usage,
  };
}

export type Make = ReturnType<typeof maker>;
