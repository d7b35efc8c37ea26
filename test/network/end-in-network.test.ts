/** A part of the network is suspended or ended, and a dated fact of it is agreed to by a second person; others are told of both. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { dayIn, type MadeClinic } from "../support/make.js";
import { expectTold } from "../support/told.js";

const document = (name: string): string => readFileSync(`schema/operations/network/${name}.graphql`, "utf8");
let t: TestApp;
let clinic: MadeClinic;
beforeAll(async () => {
  t = await startApp();
});
beforeEach(async () => {
  clinic = await t.make.clinic();
});
afterAll(() => t.stop());

const manager = (sub = "manager"): Asker => t.as({ sub, role: "NETWORK_MANAGER" });
const act = async (as: Asker, name: string, input: object): Promise<any> => {
  const answer = await as(document(name), { input: { idempotencyKey: randomUUID(), ...input } });
  return Object.values(answer.data ?? { fault: answer.errors })[0];
};
const codes = (of: any): string[] => of.errors.map((e: any) => e.code);
const told = (topic: string) =>
  t
    .rows<{ payload: object }>("select payload from outbox where topic = $1 order by seq desc limit 1", [topic])
    .then(([row]) => row?.payload);
const end = (more: object = {}) =>
  act(manager(), "end-in-network", {
    subjectId: globalId("Clinic", clinic.id),
    kind: "SUSPENSION",
    from: dayIn(10),
    until: dayIn(20),
    reason: "Closed for repairs",
    ...more,
  });
const suspensions = () => t.rows<{ id: string }>("select id from credential where clinic_id = $1", [clinic.id]);

describe("the suspension of a clinic", () => {
  it("only shows what hangs on it in a preview, and then stands once, told to its company as a record and a kind", async () => {
    expect(codes(await end({ preview: true }))).toEqual([]);
    expect(await suspensions()).toEqual([]);
    const done = await end();
    expect(codes(done)).toEqual([]);
    const [row] = await suspensions();
    expect(done.credential.id).toBe(globalId("Credential", row!.id));
    expect(await told("network.ended")).toEqual({ credentialId: row!.id, providerId: clinic.providerId, kind: "SUSPENSION" });
    expect(codes(await end())).toHaveLength(1);
    expect(await suspensions()).toHaveLength(1);
    expect(
      await t.rows("select part, actor, changes from network_change where operation = 'endInNetwork' and part_id = $1", [clinic.id]),
    ).toEqual([{ part: "CLINIC", actor: "manager", changes: [{ field: "SUSPENSION", before: null, after: expect.any(String) }] }]);
  });

  it("of no sensible period changes nothing", async () => {
    expect(codes(await end({ from: dayIn(-1), until: dayIn(-2) }))).toEqual(["DAY_IN_PAST", "PERIOD_EMPTY"]);
    expect(await suspensions()).toEqual([]);
  });
});

describe("a proposal", () => {
  const propose = async (): Promise<string> => {
    const { proposal, errors } = await act(manager("one"), "propose-credential", {
      subjectId: globalId("Organisation", clinic.providerId),
      kind: "PUBLIC_AGREEMENT",
      number: "123456",
      validFrom: dayIn(0),
      source: "The register, asked today",
    });
    expect(errors).toEqual([]);
    return proposal.id;
  };
  const agreements = () =>
    t.rows("select number from credential where provider_id = $1 and kind = 'PUBLIC_AGREEMENT'", [clinic.providerId]);

  it("is carried out by another person than made it", async () => {
    const id = await propose();
    expect(codes(await act(manager("one"), "approve-proposal", { id }))).toEqual(["FOUR_EYES"]);
    expect(await agreements()).toEqual([]);
    expect(codes(await act(manager("two"), "approve-proposal", { id }))).toEqual([]);
    expect(await agreements()).toEqual([{ number: "123456" }]);
    expect(await told("proposal.approved")).toMatchObject({ kind: "CREDENTIALS" });
  });

  it("that is turned down changes nothing, and is decided once", async () => {
    const id = await propose();
    expect(codes(await act(manager("two"), "reject-proposal", { id }))).toEqual([]);
    expect(codes(await act(manager("two"), "approve-proposal", { id }))).toHaveLength(1);
    expect(await agreements()).toEqual([]);
  });
});

it("others are told what these acts did", () => expectTold(t, "network.ended", "proposal.approved", "proposal.rejected"));
