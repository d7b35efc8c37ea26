import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { parse } from "graphql";
import { storedOperations } from "../../src/assembly/operations.js";
import { registeredDocuments } from "../../src/gateway/admission/registered-documents.js";
import { ANONYMOUS, type Role } from "../../src/platform/viewer.js";
import { startApp, type TestApp } from "../support/app.js";

describe("a caller who asks for much", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ RATE_LIMITS: "true" });
  });
  afterAll(() => app.stop());

  const LARGE = "{ services { code name } clinics(first: 100) { edges { node { id name practitioners { id } } } } }";

  it("reads what it cost, gets back what the answer did not hold, and is told to wait when nothing is left, by every gateway", async () => {
    const member = await app.make.member();
    const other = await app.another();
    const first = await app.asMember(member)(LARGE);
    expect(first.status).toBe(200);
    expect(first.extensions.cost).toMatchObject({ maximum: 1_000, restoreRate: 300 });
    expect(first.extensions.cost.actual).toBeLessThan(first.extensions.cost.requested);
    expect(first.statements).toBeLessThanOrEqual(6);
    const MUTATION = `mutation { ${Array.from({ length: 15 }, (_, i) => `a${i}: withdrawConsent(input: { claimId: "x" }) { errors { code } }`).join(" ")} }`;
    let refused: Awaited<ReturnType<ReturnType<TestApp["asMember"]>>> | undefined;
    for (let i = 0; i < 60 && !refused; i += 1) {
      const answer = await (i % 2 ? app : other).as({ sub: member.subject, role: "MEMBER" })(MUTATION);
      if (answer.status === 429) refused = answer;
    }
    expect(refused?.errors?.[0]).toMatchObject({ extensions: { code: "RATE_LIMITED", retryable: true } });
    expect(Number(refused?.headers["retry-after"])).toBeGreaterThan(0);
    const stranger = await app.make.member();
    expect((await app.asMember(stranger)("{ services { code } }")).status).toBe(200);
    await other.stop().catch(() => {});
  }, 60_000);

  it("without a login is counted by address", async () => {
    await app.as(null)("{ services { code } }");
    const [bucket] = await app.rows("select key from rate_bucket where key like 'ADDRESS:%'");
    expect(bucket.key).toBe("ADDRESS:127.0.0.1");
  });
});

describe("registered documents", () => {
  const text = "query Find($id: ID!) { claim(id: $id) { id state } }";
  const registered = registeredDocuments([text, ...storedOperations().map(({ document }) => document)], () => Promise.resolve([]));
  afterAll(() => registered.stop());
  const may = (role: Role, document: string): Promise<boolean> => registered.trusted("", { ...ANONYMOUS, role }, parse(document));

  it("are known by what they say, however a client prints them", async () => {
    expect(await may("MEMBER", text)).toBe(true);
    expect(await may("MEMBER", "query Find(\n  $id: ID!\n) {\n  claim(id: $id) { __typename id state }\n}")).toBe(true);
    for (const { document } of storedOperations()) expect(await may("MEMBER", document)).toBe(true);
  });

  it("are all that people and strangers may run; systems under contract write their own", async () => {
    const own = "query Find($id: ID!) { claim(id: $id) { id state reference } }";
    for (const role of ["ANONYMOUS", "MEMBER", "CLINIC_STAFF", "HEALTH_TEAM", "FINANCE", "NETWORK_MANAGER"] as const)
      expect([role, await may(role, own)]).toEqual([role, false]);
    for (const role of ["CLINIC_SYSTEM", "INTEGRATION", "BANK_CHANNEL"] as const)
      expect([role, await may(role, own)]).toEqual([role, true]);
    expect(await may("MEMBER", "query Find($id: ID!) { alias: claim(id: $id) { id state } }")).toBe(false);
  });
});
