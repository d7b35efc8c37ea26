/** Whom an adult lets see, and what somebody tries who is not let. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addDays, addMonths } from "../../src/kernel/calendar.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { ANONYMOUS, type Viewer } from "../../src/platform/viewer.js";
import { attend, bookSlot, cancel, confirm, decline, dispute, move, uuidOf } from "../bookings/documents.js";
import { sceneOf } from "../bookings/scene.js";
import { asserted } from "../support/asserted.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { today } from "../support/clock.js";
import type { MadeClinic, MadeMember } from "../support/make.js";
import { expectOnRecord, expectTold } from "../support/told.js";

const AUTHORITY = "authority { id state scopes validFrom validThrough representative { id } thirdParty }";
const GRANT = `mutation ($input: GrantAuthorityInput!) { grantAuthority(input: $input) { ${AUTHORITY} errors { code path } } }`;
const WITHDRAW = `mutation ($input: WithdrawAuthorityInput!) { withdrawAuthority(input: $input) { ${AUTHORITY} errors { code } } }`;
const LIST = "query ($memberId: ID) { authorities(memberId: $memberId) { id member { id } state } }";
const CLAIM =
  "query ($id: ID!) { claim(id: $id) { id history(first: 20) { edges { node { kind } } } consents { id } designations { clinic { id } } } }";
const CLAIMS = "query ($filter: ClaimFilterInput) { claims(first: 50, filter: $filter) { edges { node { id } } } }";
const BOOKING = "query ($id: ID!) { booking(id: $id) { id startsAt distanceKm } }";
const MEMBER = "query ($id: ID!) { member(id: $id) { id } }";
const LOG = "query ($memberId: ID!) { member(id: $memberId) { accessLog(first: 50) { edges { node { operation purpose role } } } } }";

let t: TestApp;
let team: Asker;
let clinic: MadeClinic;
let scene: ReturnType<typeof sceneOf>;
beforeAll(async () => {
  t = await startApp();
  team = t.asHealthTeam();
  clinic = await t.make.clinic();
  scene = sceneOf(t, () => clinic);
});
afterAll(() => t.stop());

const grant = async (member: MadeMember, representative: MadeMember | null, more: object = {}) => {
  const input = {
    idempotencyKey: randomUUID(),
    memberId: globalId("Member", member.id),
    representativeId: representative && globalId("Member", representative.id),
    scopes: ["CLAIMS"],
    validThrough: addMonths(today(), 6),
    textVersion: "2025-1",
    ...more,
  };
  const payload = (await team(GRANT, { input })).data.grantAuthority;
  return { ...payload, codes: payload.errors.map((e: { code: string }) => e.code) };
};
const case_ = async () => {
  const { member, claim, bookingId } = await scene.booked();
  const representative = await t.make.member();
  return { member, representative, claimId: globalId("Claim", claim.id), claim, bookingId, as: t.asMember(representative) };
};
const sees = async (as: Asker, { claimId, bookingId }: { claimId: string; bookingId: string }) => ({
  claim: (await as(CLAIM, { id: claimId })).data.claim !== null,
  listed: (await as(CLAIMS)).data.claims.edges.some((e: { node: { id: string } }) => e.node.id === claimId),
  booking: (await as(BOOKING, { id: bookingId })).data.booking !== null,
});
const NOTHING = { claim: false, listed: false, booking: false };

describe("an authority", () => {
  test("opens its scope and nothing beside it", async () => {
    const of = await case_();
    expect(await sees(of.as, of)).toEqual(NOTHING);
    expect((await grant(of.member, of.representative)).authority).toMatchObject({ state: "LIVE", scopes: ["CLAIMS"], validFrom: today() });
    expect(await sees(of.as, of)).toEqual({ claim: true, listed: true, booking: false });
    const { claim } = (await of.as(CLAIM, { id: of.claimId })).data;
    expect(claim.history.edges.length).toBeGreaterThan(0);
    expect([claim.consents, claim.designations]).toEqual([[], []]);
    expect((await of.as(MEMBER, { id: globalId("Member", of.member.id) })).data.member).toBeNull();
    await grant(of.member, of.representative, { scopes: ["APPOINTMENTS"] });
    expect(await sees(of.as, of)).toEqual({ claim: true, listed: true, booking: true });
    expect((await of.as(BOOKING, { id: of.bookingId })).data.booking.distanceKm).toBeNull();
  });

  test("opens nothing that the record leads to, unless its scope opens that as well", async () => {
    const of = await case_();
    await grant(of.member, of.representative);
    const around = await of.as(
      `query ($id: ID!) { claim(id: $id) { member { id email } policy { id product } firstBooking { id state } derivation { outcome }
        bookings(first: 5) { edges { node { id } } } holds { id } reimbursements(first: 5) { edges { node { id } } }
        decisions(first: 5) { edges { node { member { id email } booking { id state } } } } statusReports { id }
        providers(near: { home: true }, first: 5) { edges { node { id } } errors { code } } } }`,
      { id: of.claimId },
    );
    expect(around.errors).toBeUndefined();
    const none = { edges: [] };
    expect(around.data.claim).toMatchObject({ member: null, policy: null, firstBooking: null, derivation: null, bookings: none });
    expect(around.data.claim).toMatchObject({ holds: [], reimbursements: none, statusReports: [] });
    expect(around.data.claim.providers).toMatchObject({ edges: [], errors: [{ code: "NOT_FOUND" }] });
    for (const { node } of around.data.claim.decisions.edges) expect(node).toEqual({ member: null, booking: null });

    const other = await case_();
    await grant(other.member, other.representative, { scopes: ["APPOINTMENTS"] });
    const beside = await other.as(
      "query ($id: ID!) { booking(id: $id) { member { id email } claim { id condition { code } } decision { id ruleVersion } clinic { name } cancellation { late guarantee } } }",
      { id: other.bookingId },
    );
    expect(beside.errors).toBeUndefined();
    expect(beside.data.booking).toMatchObject({ member: null, claim: null, decision: null, clinic: { name: expect.any(String) } });
  });

  test("does not open a relative's case, nor the case to the representative's own children or parents", async () => {
    const of = await case_();
    const child = await t.make.member({ row: { birth_date: "2018-05-05" } });
    await t.make.guardianship(of.member, child);
    const childs = await t.make.claim(child);
    await grant(of.member, of.representative);
    expect((await of.as(CLAIM, { id: globalId("Claim", childs.id) })).data.claim).toBeNull();
    const guardian = await t.make.member();
    const young = await t.make.member({ row: { birth_date: "2016-05-05" } });
    await t.make.guardianship(guardian, young);
    await grant(of.member, young);
    expect(await sees(t.asMember(guardian), of)).toEqual(NOTHING);
  });

  test("lets nobody act: nothing is booked, moved, cancelled, closed or said through it", async () => {
    const of = await case_();
    await grant(of.member, of.representative, { scopes: ["CLAIMS", "APPOINTMENTS"] });
    const slot = await scene.freeSlot();
    // one that took place: what the member says of it pays the clinic, or holds the payment back
    const { bookingId: past } = await scene.booked();
    const [{ claim_id: pastClaim }] = await t.rows("select claim_id from booking where id = $1", [uuidOf(past)]);
    await scene.begun(uuidOf(past));
    expect((await attend(t.asClinic(clinic), past)).codes).toEqual([]);
    const [{ member_id: pastMember }] = await t.rows("select member_id from claim where id = $1", [pastClaim]);
    await grant({ ...of.member, id: pastMember }, of.representative, { scopes: ["APPOINTMENTS"] });
    expect((await of.as(BOOKING, { id: past })).data.booking).not.toBeNull();
    const answers = [
      await bookSlot(of.as, of.claim, slot),
      await move(of.as, of.bookingId, slot),
      await cancel(of.as, of.bookingId),
      await decline(of.as, of.bookingId),
      await confirm(of.as, past),
      await dispute(of.as, past),
    ];
    expect(answers.map(({ codes }) => codes)).toEqual(answers.map(() => ["NOT_FOUND"]));
    const close = "mutation ($input: CloseClaimInput!) { closeClaim(input: $input) { errors { code } } }";
    const consent = "mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { errors { code } } }";
    expect((await of.as(close, { input: { claimId: of.claimId, reason: "not needed" } })).data.closeClaim.errors).toEqual([
      { code: "NOT_FOUND" },
    ]);
    const given = { idempotencyKey: randomUUID(), claimId: of.claimId, textVersion: "2025-1" };
    expect((await of.as(consent, { input: given })).data.giveConsent.errors).toEqual([{ code: "NOT_FOUND" }]);
    expect((await attend(of.as, of.bookingId).catch((e: Error) => e.message)) as string).toContain("GRAPHQL_VALIDATION_FAILED");
    expect(await t.rows("select state from booking where id = (select first_booking_id from claim where id = $1)", [of.claim.id])).toEqual([
      { state: "CONFIRMED" },
    ]);
  });

  test("opens nothing before its first day and after its last", async () => {
    const of = await case_();
    const { authority } = await grant(of.member, of.representative, { validFrom: addDays(today(), 1) });
    expect([authority.state, await sees(of.as, of)]).toEqual(["AHEAD", NOTHING]);
    await t.rows("update authority set valid_from = $2, valid_through = $3 where member_id = $1", [
      of.member.id,
      addDays(today(), -9),
      today(),
    ]);
    expect((await sees(of.as, of)).claim).toBe(true);
    await t.rows("update authority set valid_through = $2 where member_id = $1", [of.member.id, addDays(today(), -1)]);
    expect(await sees(of.as, of)).toEqual(NOTHING);
  });

  test("is withdrawn by the member at once, and never by whom it names", async () => {
    const of = await case_();
    const { authority } = await grant(of.member, of.representative, { scopes: ["CLAIMS", "APPOINTMENTS"] });
    const input = { authorityId: authority.id };
    expect((await of.as(LIST, {})).data.authorities).toMatchObject([
      { id: authority.id, member: { id: globalId("Member", of.member.id) } },
    ]);
    await expectOnRecord(t, "authorities");
    expect((await of.as(WITHDRAW, { input })).data.withdrawAuthority.errors).toEqual([{ code: "NOT_FOUND" }]);
    expect((await t.asMember(await t.make.member())(WITHDRAW, { input })).data.withdrawAuthority.errors).toEqual([{ code: "NOT_FOUND" }]);
    expect((await sees(of.as, of)).booking).toBe(true);
    const withdrawn = (await t.asMember(of.member)(WITHDRAW, { input })).data.withdrawAuthority;
    expect(withdrawn).toMatchObject({ authority: { state: "WITHDRAWN" }, errors: [] });
    expect(await sees(of.as, of)).toEqual(NOTHING);
    expect((await of.as(LIST, {})).data.authorities).toEqual([]);
    expect((await t.asMember(of.member)(LIST, {})).data.authorities).toMatchObject([{ state: "WITHDRAWN" }]);
    expect((await t.asMember(of.member)(WITHDRAW, { input })).data.withdrawAuthority.errors).toEqual([{ code: "AUTHORITY_WITHDRAWN" }]);
  });

  test("leaves what was read through it on the member's access log", async () => {
    const of = await case_();
    await grant(of.member, of.representative);
    await of.as(CLAIM, { id: of.claimId });
    const { edges } = (await t.asMember(of.member)(LOG, { memberId: globalId("Member", of.member.id) })).data.member.accessLog;
    expect(edges.map((e: { node: object }) => e.node)).toContainEqual({ operation: "claim", purpose: "AUTHORITY", role: "MEMBER" });
  });

  test("ends with the person: who is erased is represented no more", async () => {
    const of = await case_();
    await grant(of.member, of.representative);
    await t.rows("update member set erased_at = clock_now() where id = $1", [of.member.id]);
    expect((await sees(of.as, of)).claim).toBe(false);
  });
});

describe("granting one", () => {
  test("is the team's, from what an adult has signed, for one party and a year at most", async () => {
    const [member, other] = [await t.make.member(), await t.make.member()];
    const child = await t.make.member({ row: { birth_date: "2012-05-05" } });
    expect((await grant(child, other)).codes).toEqual(["MEMBER_NOT_OF_AGE"]);
    expect((await grant(member, member)).codes).toEqual(["AUTHORITY_FOR_ONESELF"]);
    expect((await grant(member, null)).codes).toEqual(["AUTHORITY_PARTY_UNCLEAR"]);
    expect((await grant(member, other, { thirdParty: "A pension company" })).codes).toEqual(["AUTHORITY_PARTY_UNCLEAR"]);
    expect((await grant(member, other, { validThrough: addDays(today(), -1) })).codes).toEqual(["AUTHORITY_PERIOD_INVALID"]);
    expect((await grant(member, other, { validThrough: addMonths(today(), 12) })).codes).toEqual([]);
    expect((await grant(member, other, { validThrough: addDays(addMonths(today(), 12), 1) })).codes).toEqual(["AUTHORITY_PERIOD_INVALID"]);
    const nobody = { id: randomUUID() } as MadeMember;
    expect((await grant(nobody, other)).codes).toEqual(["NOT_FOUND"]);
    expect((await grant(member, nobody)).codes).toEqual(["NOT_FOUND"]);
    const third = await grant(member, null, { thirdParty: "A pension company" });
    expect(third.authority).toMatchObject({ representative: null, thirdParty: "A pension company", state: "LIVE" });
    expect((await t.asMember(member)(GRANT, { input: {} })).status).toBe(400);
  });

  test("is refused by the database to everybody else", async () => {
    const [member, other] = [await t.make.member(), await t.make.member()];
    const viewer: Viewer = { ...ANONYMOUS, role: "MEMBER", subject: other.subject, memberIds: [other.id], assurance: "HIGH" };
    const attempt = transaction(t.app.database, viewer, (tx) =>
      tx.query(
        asserted(
          `insert into authority (id, member_id, representative_id, scopes, valid_from, valid_through, text_version, assurance, granted_by)
       values ($1, $2, $3, '{CLAIMS}', clock_today(), clock_today(), '1', 'HIGH', $4)`,
          [randomUUID(), member.id, other.id, other.subject],
        ),
      ),
    );
    await expect(attempt).rejects.toThrow(/row-level security/);
  });
});

it("others are told what these acts did", () => expectTold(t, "authority.granted", "authority.withdrawn"));
