import { beforeAll, afterAll, describe, expect, test } from "@jest/globals";
import type { Claims } from "../../src/gateway/identity/viewer.js";
import { resolveViewer } from "../../src/features/members/resolve-viewer.js";
import { newId } from "../../src/platform/random.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER, type Role } from "../../src/platform/viewer.js";
import { write } from "../../src/platform/postgres/write.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";

let fresh: FreshDatabase;
const guardian = newId();
const child = newId();
const leapling = newId();
const erased = newId();
const provider = newId();

const claims = (role: Role, subject: string, cvr: string | null = null): Claims => ({
  role,
  subject,
  cvr,
  assurance: "SUBSTANTIAL",
  purpose: null,
  boundTo: null,
  tokenId: null,
  issuedAt: 0,
  expiresAt: 0,
});
const person = (id: string, subject: string | null, birthDate: string, erasedAt: string | null = null) => ({
  id,
  identity_subject: subject,
  family_id: guardian,
  given_names: "Test",
  family_name: "Person",
  birth_date: birthDate,
  gender: "female",
  protected_address: false,
  residence: "DK",
  erased_at: erasedAt,
  version: 1,
});

beforeAll(async () => {
  fresh = await freshDatabase();
  await transaction(
    fresh.database,
    WORKER,
    async (tx) => {
      await write(tx, {
        member: [
          person(guardian, "sub-guardian", "1980-01-01"),
          person(child, null, "2011-06-15"),
          person(leapling, null, "2012-02-29"),
          person(erased, "sub-erased", "1970-01-01", "2026-01-01T00:00:00Z"),
        ],
        provider: [
          {
            id: provider,
            legal_name: "Klinik ApS",
            cvr: "12345674",
            kind: "PHYSIOTHERAPIST",
          },
        ],
      });
      await write(tx, { guardianship: [child, leapling].map((id) => ({ guardian_id: guardian, child_id: id, checked_on: "2026-01-01" })) });
    },
    { role: null },
  );
});
afterAll(() => fresh.drop());

describe("a guardian", () => {
  /** The register was asked on the day before. */
  const seenAt = async (at: string, checkedOn = new Date(Date.parse(at) - 86_400_000).toISOString().slice(0, 10)) => {
    await fresh.database.pool.query("update guardianship set checked_on = $1::date", [checkedOn]);
    return (await resolveViewer(fresh.database, claims("MEMBER", "sub-guardian"), new Date(at)))?.memberIds;
  };

  test("acts for itself first, then for the children in its custody", async () => {
    const ids = await seenAt("2026-01-10T12:00:00Z");
    expect(ids?.[0]).toBe(guardian);
    expect([...(ids ?? [])].sort()).toEqual([guardian, child, leapling].sort());
  });

  test("stops acting for a child at midnight in Copenhagen when it turns 15", async () => {
    expect(await seenAt("2026-06-14T21:59:59.999Z")).toContain(child);
    expect(await seenAt("2026-06-14T22:00:00Z")).not.toContain(child);
  });

  test("stops acting for a child born on 29 February on 28 February of a common year", async () => {
    expect(await seenAt("2027-02-27T22:59:59Z")).toContain(leapling);
    expect(await seenAt("2027-02-27T23:00:00Z")).not.toContain(leapling);
  });

  test("acts for nobody when the register was last asked more than 30 days ago, or says that custody has ended", async () => {
    expect(await seenAt("2026-03-02T12:00:00Z", "2026-01-31")).toHaveLength(3);
    expect(await seenAt("2026-03-03T12:00:00Z", "2026-01-31")).toEqual([guardian]);
    await fresh.database.pool.query("update guardianship set ended_on = '2026-03-01' where child_id = $1", [child]);
    expect(await seenAt("2026-02-28T12:00:00Z")).toContain(child);
    expect(await seenAt("2026-03-01T12:00:00Z")).not.toContain(child);
  });
});

test("a subject that no member has is nobody here, and so is one that was erased", async () => {
  expect(await resolveViewer(fresh.database, claims("MEMBER", "sub-nobody"))).toBeNull();
  expect(await resolveViewer(fresh.database, claims("MEMBER", "sub-erased"))).toBeNull();
});

test("a clinic user belongs to the provider of its CVR number, or is nobody here", async () => {
  const staff = await resolveViewer(fresh.database, claims("CLINIC_STAFF", "anna", "12345674"));
  expect(staff).toMatchObject({ role: "CLINIC_STAFF", providerId: provider, memberIds: [] });
  expect(await resolveViewer(fresh.database, claims("CLINIC_SYSTEM", "system", "99999999"))).toBeNull();
  expect(await resolveViewer(fresh.database, claims("CLINIC_STAFF", "anna"))).toBeNull();
});

test("staff of the insurer need no record of their own, and no statement is spent on them", async () => {
  const before = fresh.database.statements;
  expect(await resolveViewer(fresh.database, claims("HEALTH_TEAM", "nurse"))).toMatchObject({
    role: "HEALTH_TEAM",
    memberIds: [],
    providerId: null,
  });
  expect(fresh.database.statements).toBe(before);
});
