/** Documents by their address: the same token opens the same things as in the graph, and the bytes are the same. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addDays } from "../../src/kernel/calendar.js";
import type { DevClaims } from "../../src/gateway/identity/dev-issuer.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { dayIn, type MadeClinic } from "../support/make.js";
import { approve, close, exportFile } from "./acts.js";
import { attend } from "./attended.js";

let t: TestApp;
let clinic: MadeClinic;
let other: MadeClinic;
let batchId: string;
const period = { from: addDays(dayIn(0), -30), until: addDays(dayIn(0), 1) };
const FILE = "{ fileName mediaType url base64 }";
const DOCUMENTS = `query ($id: ID!, $from: LocalDate!, $until: LocalDate!) { clinic(id: $id) { statement(from: $from, until: $until) {
  csv ${FILE} pdf ${FILE} lines(first: 1) { edges { node { payment { selfBills { pdf(language: DA) ${FILE} } } } } } } } }`;

beforeAll(async () => {
  t = await startApp({ PUBLIC_URL: "https://gateway.example" });
  clinic = await t.make.clinic();
  other = await t.make.clinic();
  await attend(t, clinic, { count: 2 });
  const { batch } = (await close(t.asFinance("a"))).data.closeSettlementBatch;
  batchId = batch.id;
  await approve(t.asFinance("b"), batchId);
  await exportFile(t.asFinance("a"), batchId);
});
afterAll(() => t.stop());

const staff = (of: MadeClinic): DevClaims => ({ sub: "practice", role: "CLINIC_STAFF", cvr: of.cvr });
const FINANCE: DevClaims = { sub: "finance-a", role: "FINANCE" };
const fetched = async (url: string, who: DevClaims | null, init: RequestInit = {}) => {
  const token = who && (await t.app.identity.issuer?.mint(who));
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const answer = await fetch(url.replace("https://gateway.example", t.url), { ...init, headers });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
};
const documents = async (): Promise<any> => {
  const { statement } = (await t.asClinic(clinic)(DOCUMENTS, { id: globalId("Clinic", clinic.id), ...period })).data.clinic;
  return { csv: statement.csv, pdf: statement.pdf, selfBill: statement.lines.edges[0].node.payment.selfBills[0].pdf };
};

describe("a document's address", () => {
  test.each(["csv", "pdf", "selfBill"])("of the %s gives the bytes of the graph to the clinic it is for", async (name) => {
    const { url, base64, fileName, mediaType } = (await documents())[name];
    expect(url).toMatch(/^https:\/\/gateway\.example\/documents\//);
    const { status, headers, bytes } = await fetched(url, staff(clinic));
    expect([status, headers.get("content-type"), headers.get("content-disposition"), headers.get("cache-control")]).toEqual([
      200,
      mediaType,
      `attachment; filename="${fileName}"`,
      "no-store",
    ]);
    expect(bytes.toString("base64")).toBe(base64);
    expect((await fetched(url, FINANCE)).bytes.toString("base64")).toBe(base64);
  });

  test("of a payment file gives the bytes that left for the bank, and to finance alone", async () => {
    const asked = "query ($id: ID!) { node(id: $id) { ... on SettlementBatch { files { url content fileName } } } }";
    const [file] = (await t.asFinance()(asked, { id: batchId })).data.node.files;
    const { status, headers, bytes } = await fetched(file.url, FINANCE);
    expect([status, bytes.toString("utf8")]).toEqual([200, file.content]);
    expect(headers.get("content-disposition")).toBe(`attachment; filename="${file.fileName}"`);
    for (const who of [staff(clinic), null]) {
      const refused = await fetched(file.url, who);
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(refused.bytes.toString()).not.toContain("Document");
      expect(refused.headers.get("content-type")).toContain("json");
    }
  });

  test("opens nothing to another clinic, to a member and to nobody, as the graph opens nothing", async () => {
    const { csv, selfBill } = await documents();
    const member = await t.make.member();
    for (const url of [csv.url, selfBill.url]) {
      expect((await fetched(url, staff(other))).status).toBe(404);
      for (const who of [{ sub: member.id, role: "MEMBER" } as const, null]) {
        const refused = await fetched(url, who);
        expect(refused.status).toBeGreaterThanOrEqual(400);
        expect(refused.headers.get("content-type")).toContain("json");
      }
    }
    const wrong = await fetch(csv.url.replace("https://gateway.example", t.url), { headers: { authorization: "Bearer none" } });
    expect(wrong.status).toBe(401);
  });

  test("opens where staff run registered documents only, as in production", async () => {
    const { csv, selfBill } = await documents();
    const strict = await startApp({ TRUSTED_DOCUMENTS_ONLY: "true" }, t.fresh);
    try {
      const token = await strict.app.identity.issuer?.mint(staff(clinic));
      for (const { url, base64 } of [csv, selfBill]) {
        const answer = await fetch(url.replace("https://gateway.example", strict.url), { headers: { authorization: `Bearer ${token}` } });
        expect(Buffer.from(await answer.arrayBuffer()).toString("base64")).toBe(base64);
      }
    } finally {
      await strict.stop();
    }
  });

  test("that is none, or asked in another way, says so", async () => {
    const { csv } = await documents();
    for (const path of ["/documents/", "/documents/clinics/x/statement.xls", "/documents/../graphql.pdf"])
      expect((await fetched(`${t.url}${path}`, staff(clinic))).status).toBe(404);
    expect((await fetched(csv.url, staff(clinic), { method: "POST" })).status).toBe(405);
    const noPeriod = await fetched(csv.url.split("?")[0], staff(clinic));
    expect([noPeriod.status, JSON.parse(noPeriod.bytes.toString()).errors[0].extensions.code]).toEqual([400, "BAD_USER_INPUT"]);
    expect((await fetched(csv.url.replace(/clinics\/[^/]+/, "clinics/bm9uZQ"), staff(clinic))).status).toBeGreaterThanOrEqual(400);
  });
});
