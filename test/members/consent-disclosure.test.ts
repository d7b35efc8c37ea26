/** Nothing is disclosed to a clinic outside a valid consent: on its last day, in the middle of a request, for another purpose, at 15. */
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addDays, addMonths } from "../../src/kernel/calendar.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { fromNow, today } from "../support/clock.js";
import { newTestId, type MadeClinic, type MadeMember } from "../support/make.js";
import { GIVE, key, send, WITHDRAW } from "../claims/claims-api.js";
import { asserted } from "../support/asserted.js";
import { BOOK_SLOT } from "../support/documents.js";

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.stop());

const SERVICE = "SPECIALIST_EXAMINATION";
const REVEAL = "mutation ($input: RevealCivilNumberInput!) { revealCivilNumber(input: $input) { civilNumber errors { code } } }";

type Booked = { readonly clinic: MadeClinic; readonly member: MadeMember; readonly claimId: string; readonly bookingId: string };

/** An appointment tomorrow that the clinic may identify its patient for, and a consent as told; null is none. */
async function booked(consent: object | null): Promise<Booked> {
  const clinic = await t.make.clinic({ services: [SERVICE] });
  const member = await t.make.member();
  const claim = await t.make.claim(member, { service: SERVICE, consent: false });
  if (consent) await t.make.consent(member, claim.id, consent as Record<string, unknown>);
  const startsAt = fromNow(86_400_000);
  const slot = await t.make.slot(clinic, { startsAt });
  const bookingId = await t.make.booking({ clinic, slot, member, claimId: claim.id });
  return { clinic, member, claimId: claim.id, bookingId };
}

const reveal = async ({ clinic, bookingId }: Pick<Booked, "clinic" | "bookingId">): Promise<string[]> =>
  (
    await t.asClinic(clinic)(REVEAL, { input: { bookingId: globalId("Booking", bookingId), reason: "identification" } })
  ).data.revealCivilNumber.errors.map((error: { code: string }) => error.code);

describe("a number is shown to the treating clinic", () => {
  test("on the last day of the consent and not on the next, not before it is given, and not after it was withdrawn", async () => {
    const yearAgo = addMonths(today(), -12);
    expect(await reveal(await booked({ given_on: yearAgo, expires_on: today() }))).toEqual([]);
    expect(await reveal(await booked({ given_on: addDays(yearAgo, -1), expires_on: addDays(today(), -1) }))).toEqual(["CONSENT_MISSING"]);
    expect(await reveal(await booked({ given_on: addDays(today(), 1) }))).toEqual(["CONSENT_MISSING"]);
    expect(await reveal(await booked(null))).toEqual(["CONSENT_MISSING"]);
    const one = await booked({});
    expect(await reveal(one)).toEqual([]);
    await send(t.asMember(one.member), WITHDRAW, { claimId: globalId("Claim", one.claimId) });
    expect(await reveal(one)).toEqual(["CONSENT_MISSING"]);
    const rows = await t.rows("select outcome from audit_event where operation = 'revealCivilNumber' and member_id = $1", [one.member.id]);
    expect(rows).toEqual([{ outcome: "ALLOWED" }]);
  });

  test("not for a consent of another purpose, of another claim, or replaced by one that has ended", async () => {
    expect(await reveal(await booked({ purpose: "INFORMATION" }))).toEqual(["CONSENT_MISSING"]);
    const other = await booked(null);
    await t.make.consent(other.member, (await t.make.claim(other.member, { consent: false })).id);
    expect(await reveal(other)).toEqual(["CONSENT_MISSING"]);
    const replaced = await booked({ replaced_by: newTestId() });
    expect(await reveal(replaced)).toEqual(["CONSENT_MISSING"]);
  });

  test("until midnight in Copenhagen a year on, also for a consent of 29 February", async () => {
    const at = async (given: string, expires: string, ...instants: string[]): Promise<boolean[]> => {
      const { bookingId } = await booked({ given_on: given, expires_on: expires });
      const rows = instants.map((instant) => t.rows("select consent_stands_at($1, $2) as stands", [bookingId, instant]));
      return (await Promise.all(rows)).map(([row]) => row.stands);
    };
    expect(await at("2025-06-10", addMonths("2025-06-10", 12), "2026-06-10T21:59:59.999Z", "2026-06-10T22:00:00Z")).toEqual([true, false]);
    expect(await at("2028-02-29", addMonths("2028-02-29", 12), "2029-02-28T22:59:59.999Z", "2029-02-28T23:00:00Z")).toEqual([true, false]);
    expect(await at("2025-06-10", "2026-06-10", "2025-06-09T21:59:59.999Z", "2025-06-09T22:00:00Z")).toEqual([false, true]);
  });

  test("is no way to ask about another clinic's bookings", async () => {
    const { bookingId, clinic } = await booked({});
    const other = await t.make.clinic();
    const asked = async (providerId: string | null, role: "CLINIC_STAFF" | "MEMBER") => {
      const viewer = { ...WORKER, role, subject: "s", providerId };
      const [row] = await transaction(t.app.database, viewer, (tx) =>
        tx.query(asserted<{ stands: boolean }>("select consent_stands($1) as stands", [bookingId])),
      );
      return row?.stands;
    };
    expect([
      await asked(clinic.providerId, "CLINIC_STAFF"),
      await asked(other.providerId, "CLINIC_STAFF"),
      await asked(null, "MEMBER"),
    ]).toEqual([true, false, false]);
  });
});

describe("a withdrawal in the middle of a booking", () => {
  test("comes before it or after it, never in between: what was booked was booked under a consent", async () => {
    const clinic = await t.make.clinic();
    const outcomes = { booked: 0, refused: 0 };
    for (let round = 0; round < 16; round += 1) {
      const member = await t.make.member();
      const claim = await t.make.claim(member);
      const slot = await t.make.slot(clinic, { startsAt: new Date(slotStart(round)) });
      const ask = t.asMember(member);
      // the first rounds begin with the withdrawal, the last with the booking, those between with both
      const book = async () => {
        await pause(Math.max(0, 4 - round) * 40);
        return ask(BOOK_SLOT, {
          input: { idempotencyKey: key(), claimId: globalId("Claim", claim.id), slotId: globalId("Slot", slot.id) },
        });
      };
      const withdraw = async () => {
        await pause(round < 13 ? round * 2 : 200);
        return send(ask, WITHDRAW, { claimId: globalId("Claim", claim.id) });
      };
      const [answer, withdrawn] = await Promise.all([book(), withdraw()]);
      expect(withdrawn.errors).toEqual([]);
      const codes = answer.data.bookSlot.errors.map((error: { code: string }) => error.code);
      // each writes its line while it holds the member, so the order of lines is the order of acts
      const lines = await t.rows(
        "select operation from audit_event where member_id = $1 and outcome = 'ALLOWED' and operation in ('bookSlot', 'withdrawConsent') order by seq",
        [member.id],
      );
      const order = lines.map(({ operation }: { operation: string }) => operation);
      if (codes.length === 0) {
        outcomes.booked += 1;
        expect(order).toEqual(["bookSlot", "withdrawConsent"]);
      } else {
        outcomes.refused += 1;
        expect([codes, order]).toEqual([["CONSENT_WITHDRAWN"], ["withdrawConsent"]]);
        expect(await t.rows("select 1 from booking where member_id = $1", [member.id])).toEqual([]);
      }
    }
    expect([outcomes.booked > 0, outcomes.refused > 0]).toEqual([true, true]);
  }, 60_000);
});

const slotStart = (round: number): number => {
  const day = fromNow(3 * 86_400_000);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 5) + round * 50 * 60_000;
};

describe("at the 15th birthday", () => {
  async function family(daysLater: number): Promise<{ guardian: MadeMember; child: MadeMember; claimId: string }> {
    const guardian = await t.make.member();
    const row = { birth_date: addDays(addMonths(today(), -12 * 15), daysLater) };
    const child = await t.make.member({ familyId: guardian.familyId, row, policy: { role: "GROUP_CHILD" } });
    await t.make.guardianship(guardian, child);
    return { guardian, child, claimId: globalId("Claim", (await t.make.claim(child, { consent: false })).id) };
  }
  const give = (claimId: string, more: object = {}) => ({ idempotencyKey: key(), claimId, textVersion: "2025-1", ...more });

  test("consent passes from the guardian to the young person", async () => {
    const before = await family(1);
    const high = (member: MadeMember) => t.as({ sub: member.subject, role: "MEMBER", assurance: "High" });
    expect((await send(high(before.child), GIVE, give(before.claimId))).codes).toEqual(["CONSENT_NEEDS_GUARDIAN"]);
    expect((await send(high(before.guardian), GIVE, give(before.claimId))).consent.state).toBe("LIVE");
    const after = await family(0);
    expect((await send(high(after.guardian), GIVE, give(after.claimId))).codes).toEqual(["NOT_FOUND"]);
    expect((await send(high(after.guardian), WITHDRAW, { claimId: after.claimId })).codes).toEqual(["NOT_FOUND"]);
    const named = await send(t.asHealthTeam(), GIVE, give(after.claimId, { givenById: globalId("Member", after.guardian.id) }));
    expect(named.codes).toEqual(["CONSENT_NOT_YOURS"]);
    expect((await send(t.asMember(after.child), GIVE, give(after.claimId))).consent).toMatchObject({
      state: "LIVE",
      givenBy: { id: globalId("Member", after.child.id) },
    });
  });
});
