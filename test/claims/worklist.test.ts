/** What members hand in, what they are denied and complain of, and the list the health team works from. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addDays, addMonths, localDateOf, workday } from "../../src/kernel/calendar.js";
import { SERVICES } from "../../src/rules/codes.js";
import { inOrder, teamOf, type WorkItem } from "../../src/features/claims/worklist/worklist.js";
import { uuidOf } from "../bookings/documents.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { now, today } from "../support/clock.js";
import { expectOnRecord } from "../support/told.js";

const OPEN =
  "mutation ($input: OpenClaimInput!) { openClaim(input: $input) { claim { id under state informationNeeds: information { needs } } errors { code path remedy } } }";
const SUBMIT =
  "mutation ($input: SubmitDocumentInput!) { submitDocument(input: $input) { submission { id state kind day } errors { code path } replayed } }";
const DECIDE =
  "mutation ($input: DecideSubmissionInput!) { decideSubmission(input: $input) { submission { id state note } errors { code } } }";
const DENY = "mutation ($input: DenyClaimInput!) { denyClaim(input: $input) { claim { id state } errors { code } } }";
const DENIALS =
  "query ($id: ID!) { claim(id: $id) { state denials { reasons { code rule clause message(language: DA) remedy(language: EN) } note complaintThrough complaint { id state dueOn answer } } submissions { state } history(first: 20) { edges { node { kind reasons { code rule clause message(language: DA) remedy(language: EN) } } } } } }";
const COMPLAIN =
  "mutation ($input: RecordComplaintInput!) { recordComplaint(input: $input) { complaint { id state dueOn } errors { code } } }";
const ANSWER = "mutation ($input: AnswerComplaintInput!) { answerComplaint(input: $input) { complaint { state } errors { code } } }";
const WORK =
  "query ($team: Team, $kind: WorkKind) { worklist(team: $team, kind: $kind) { kind team claim { id } submission { id } complaint { id } dueOn overdue } }";

let t: TestApp;
let team: Asker;
beforeAll(async () => {
  t = await startApp();
  team = t.asHealthTeam();
});
afterAll(() => t.stop());

const key = () => ({ idempotencyKey: randomUUID() });
const ask = async (asker: Asker, document: string, input: object): Promise<any> => {
  const { data, text } = await asker(document, { input });
  if (!data) throw new Error(text);
  return Object.values(data)[0];
};
const report = (asker: Asker, memberId: string, more: object = {}) =>
  ask(asker, OPEN, {
    ...key(),
    memberId: globalId("Member", memberId),
    service: "PHYSIOTHERAPY",
    condition: { aroseOn: addDays(today(), -5) },
    ...more,
  });
const read = async (asker: Asker, id: string) => (await asker(DENIALS, { id })).data.claim;

describe("a treatment under an option", () => {
  test("is reported by the member, and the cover is found from the policy", async () => {
    const member = await t.make.member({ policy: { optional: ["A", "F"] } });
    const self = t.asMember(member);
    expect(await report(self, member.id, { service: "DIETICIAN" })).toMatchObject({ claim: { under: "A" }, errors: [] });
    expect(await report(self, member.id, { service: "PHYSIOTHERAPY" })).toMatchObject({ claim: { under: "BASE" } });
    expect(await report(self, member.id, { service: "MASSAGE", under: "F" })).toMatchObject({ claim: { under: "F" } });
    expect((await report(self, member.id, { service: "ADDICTION_TREATMENT" })).errors).toMatchObject([
      { code: expect.stringMatching(/OPTIONAL|NOT_IN/) },
    ]);
    const { policies } = (
      await self("query ($id: ID!) { member(id: $id) { policies { coversFor(service: MASSAGE) } } }", { id: globalId("Member", member.id) })
    ).data.member;
    expect(policies[0].coversFor).toContain("F");
  });
});

describe("what a member hands in", () => {
  const referral = { referral: { type: "GP", issuedOn: addDays(today(), -3) } };

  test("a referral is received at once and found sufficient by the team, and the claim goes on", async () => {
    const member = await t.make.member();
    const self = t.asMember(member);
    const { claim } = await report(self, member.id);
    expect(claim.state).toBe("AWAITING_INFORMATION");
    const handed = await ask(self, SUBMIT, { ...key(), claimId: claim.id, documentReference: "portal-77", ...referral });
    expect(handed).toMatchObject({ errors: [], submission: { state: "WAITING", kind: "REFERRAL" } });
    expect((await ask(self, SUBMIT, { ...key(), claimId: claim.id, documentReference: "portal-77", ...referral })).errors).toMatchObject([
      { code: "SUBMISSION_RECORDED" },
    ]);
    const work = (await team(WORK, { kind: "SUBMISSION", team: "PHYSICAL" })).data.worklist;
    expect(work).toContainEqual({
      kind: "SUBMISSION",
      team: "PHYSICAL",
      claim: { id: claim.id },
      submission: { id: handed.submission.id },
      complaint: null,
      dueOn: workday(today(), 2),
      overdue: false,
    });
    expect((await team(WORK, { kind: "SUBMISSION", team: "MENTAL" })).data.worklist).toEqual([]);
    expect((await ask(team, DECIDE, { submissionId: handed.submission.id, accept: true })).errors).toEqual([]);
    const [row] = await t.rows(
      "select state, referral_type, information_approved_at is not null as approved, referral_issued_on from claim where reference is not null and member_id = $1",
      [member.id],
    );
    expect(row).toEqual({
      state: "AWAITING_INFORMATION",
      referral_type: "GP",
      approved: true,
      referral_issued_on: referral.referral.issuedOn,
    });
    // nothing is missing any more: somebody has to decide
    expect((await team(WORK, { kind: "REPORT" })).data.worklist.map((item: any) => item.claim.id)).toContain(claim.id);
    expect((await ask(team, DECIDE, { submissionId: handed.submission.id, accept: false, note: "for sent" })).errors).toMatchObject([
      { code: "ALREADY_HANDLED" },
    ]);
  });

  test("is not enough with a reason; a stranger's claim is unknown; a bill belongs to a therapist of own choice", async () => {
    const [member, other] = [await t.make.member(), await t.make.member()];
    const self = t.asMember(member);
    const { claim } = await report(self, member.id);
    expect(
      (await ask(t.asMember(other), SUBMIT, { ...key(), claimId: claim.id, documentReference: "x", ...referral })).errors,
    ).toMatchObject([{ code: "NOT_FOUND" }]);
    const bill = { bill: { treatedOn: today(), reference: "R-1", feeMinor: "45000" } };
    expect((await ask(self, SUBMIT, { ...key(), claimId: claim.id, documentReference: "x", ...bill })).errors).toMatchObject([
      { code: "BILL_IN_NETWORK" },
    ]);
    const handed = await ask(self, SUBMIT, { ...key(), claimId: claim.id, documentReference: "x", ...referral });
    const decide = { submissionId: handed.submission.id, accept: false };
    expect((await ask(team, DECIDE, decide)).errors).toMatchObject([{ code: "REASON_MISSING" }]);
    expect(await ask(team, DECIDE, { ...decide, note: "The date cannot be read." })).toMatchObject({ submission: { state: "REJECTED" } });
    expect(await read(self, claim.id)).toMatchObject({ state: "AWAITING_INFORMATION", submissions: [{ state: "REJECTED" }] });
  });
});

describe("a denial", () => {
  const denied = async () => {
    const member = await t.make.member();
    const self = t.asMember(member);
    const { claim } = await report(self, member.id);
    const input = { claimId: claim.id, reasons: ["REFERRAL_MISSING", "NOT_REASONABLE"], note: "Ring gerne." };
    expect((await ask(t.asHealthTeam("denier"), DENY, input)).errors).toEqual([]);
    return { self, member, claim };
  };

  test("is kept with rule, clause and remedy of each reason, in both languages", async () => {
    const { self, claim } = await denied();
    const { denials, history } = await read(self, claim.id);
    // the history tells the same
    expect(history.edges[0].node).toEqual({ kind: "DENIED", reasons: denials[0].reasons });
    expect(denials).toEqual([
      {
        reasons: [
          {
            code: "REFERRAL_MISSING",
            rule: "REF-PHYSIO",
            clause: expect.stringContaining("section"),
            message: expect.any(String),
            remedy: expect.stringMatching(/referral/i),
          },
          {
            code: "NOT_REASONABLE",
            rule: "CLM-REASONABLE",
            clause: expect.any(String),
            message: "Behandlingen er ikke rimelig",
            remedy: null,
          },
        ],
        note: "Ring gerne.",
        complaintThrough: addMonths(today(), 6),
        complaint: null,
      },
    ]);
    await expect(t.rows("update denial set note = 'x'")).rejects.toThrow();
  });

  test("is complained of once, answered by somebody else in seven working days, and the claim decided anew", async () => {
    const { self, claim } = await denied();
    const complaint = await ask(self, COMPLAIN, { ...key(), claimId: claim.id });
    expect(complaint).toMatchObject({ errors: [], complaint: { state: "OPEN", dueOn: workday(today(), 7) } });
    expect((await ask(self, COMPLAIN, { ...key(), claimId: claim.id })).errors).toMatchObject([{ code: "COMPLAINT_RECORDED" }]);
    expect((await team(WORK, { kind: "COMPLAINT" })).data.worklist).toContainEqual(
      expect.objectContaining({ complaint: { id: complaint.complaint.id }, dueOn: workday(today(), 7) }),
    );
    const answer = { complaintId: complaint.complaint.id, reopen: true, answer: "Vi ser på sagen igen." };
    expect((await ask(t.asHealthTeam("denier"), ANSWER, answer)).errors).toMatchObject([{ code: "COMPLAINT_OWN_DECISION" }]);
    const decisions = () => t.rows("select 1 from decision where claim_id = $1", [uuidOf(claim.id)]);
    const decided = (await decisions()).length;
    expect(await ask(t.asHealthTeam("complaints-officer"), ANSWER, answer)).toMatchObject({ complaint: { state: "REOPENED" }, errors: [] });
    // its case is another one now: told to others, and decided anew on record
    expect(
      await t.rows(
        `select exists (select from outbox o where o.written_in = a.written_in and o.topic = 'claim.changed') as told
         from audit_event a where operation = 'answerComplaint' and outcome = 'ALLOWED'`,
      ),
    ).toEqual([{ told: true }]);
    expect((await decisions()).length).toBe(decided + 1);
    expect(await read(self, claim.id)).toMatchObject({
      state: "AWAITING_INFORMATION",
      denials: [{ complaint: { state: "REOPENED", answer: "Vi ser på sagen igen." } }],
    });
    // decided anew, it can be denied anew, and that is another denial
    expect((await ask(team, DENY, { claimId: claim.id, reasons: ["NOT_REASONABLE"] })).errors).toEqual([]);
    expect((await read(self, claim.id)).denials).toHaveLength(2);
  });

  test("is not complained of later than six months after, nor where nothing was denied", async () => {
    const { self, member, claim } = await denied();
    await t.rows("alter table denial disable trigger denial_is_append_only");
    await t.rows("update denial set complaint_until = clock_today() - 1 where member_id = $1", [member.id]);
    await t.rows("alter table denial enable trigger denial_is_append_only");
    expect((await ask(self, COMPLAIN, { ...key(), claimId: claim.id })).errors).toMatchObject([{ code: "COMPLAINT_TOO_LATE" }]);
    const open = await report(self, member.id);
    expect((await ask(self, COMPLAIN, { ...key(), claimId: open.claim.id })).errors).toMatchObject([{ code: "CLAIM_NOT_DENIED" }]);
  });
});

describe("the worklist", () => {
  test("has what is due first on top, whatever kind it is", () => {
    const at = (day: string, kind: WorkItem["kind"], due: string | null = null): WorkItem => ({
      kind,
      id: kind,
      since: new Date(`${day}T10:00:00Z`),
      due_on: due,
    });
    // 2026-11-26 is a Thursday
    const order = inOrder(
      [at("2026-11-26", "REPORT"), at("2026-11-27", "ESCALATED"), at("2026-11-20", "COMPLAINT", "2026-12-01"), at("2026-11-25", "REPORT")],
      [],
    );
    expect(order.map(({ kind, dueOn }) => `${kind} ${dueOn}`)).toEqual([
      "REPORT 2026-11-27",
      "REPORT 2026-11-30",
      "ESCALATED 2026-11-30",
      "COMPLAINT 2026-12-01",
    ]);
  });

  test("gives every treatment to one team", () => {
    expect(new Set(SERVICES.map(teamOf))).toEqual(new Set(["PHYSICAL", "MENTAL", "SPECIALIST", "OTHER"]));
  });

  test("holds a report that nobody has decided, and is nobody's but the team's", async () => {
    const member = await t.make.member();
    const { claim } = await report(team, member.id, {
      service: "PSYCHOLOGIST",
      condition: { code: "STRESS", aroseOn: addDays(today(), -5) },
    });
    const mine = (await team(WORK, { team: "MENTAL" })).data.worklist.filter((item: any) => item.claim.id === claim.id);
    expect(mine).toMatchObject([{ kind: "REPORT", dueOn: workday(localDateOf(now()), 2), overdue: false }]);
    await expectOnRecord(t, "worklist");
    expect((await t.asMember(member)(WORK)).status).toBe(400);
  });
});

describe("a case on somebody's own list", () => {
  const take = (asker: Asker, claimId: string, mine = true) =>
    ask(asker, "mutation ($input: TakeClaimInput!) { takeClaim(input: $input) { claim { handledBy isMine } errors { code } } }", {
      claimId,
      mine,
    });

  test("is taken, taken over, and given back by whoever has it, each time on record", async () => {
    const { id } = await t.make.claim(await t.make.member());
    const claimId = globalId("Claim", id);
    const [eva, ida] = [t.asHealthTeam("eva"), t.asHealthTeam("ida")];
    expect(await take(eva, claimId)).toEqual({ claim: { handledBy: "eva", isMine: true }, errors: [] });
    // once more changes nothing
    expect((await take(eva, claimId)).errors).toEqual([]);
    expect((await take(ida, claimId, false)).errors).toEqual([{ code: "CLAIM_OF_ANOTHER" }]);
    expect((await take(ida, claimId)).claim).toEqual({ handledBy: "ida", isMine: true });
    expect((await take(eva, claimId, false)).errors).toEqual([{ code: "CLAIM_OF_ANOTHER" }]);
    expect((await take(ida, claimId, false)).claim).toEqual({ handledBy: null, isMine: false });
    const lines = await t.rows(
      "select actor from audit_event where operation = 'takeClaim' and object_id = $1 and outcome = 'ALLOWED' order by seq",
      [id],
    );
    expect(lines.map(({ actor }) => actor)).toEqual(["eva", "ida", "ida"]);
  });
});
