import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { INTAKE_SOURCES } from "../../src/features/capacity/intake/index.js";
import { LARGE_BYTES } from "../../src/gateway/http/fair-share.js";
import { addDays } from "../../src/kernel/calendar.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { today } from "../support/clock.js";
import { at, type MadeClinic } from "../support/make.js";

let t: TestApp;
beforeAll(async () => {
  // as in production: staff run registered documents only
  t = await startApp({ TRUSTED_DOCUMENTS_ONLY: "true" });
});
afterAll(() => t.stop());

const day = addDays(today(), 5);
const put = async (
  clinic: MadeClinic | null,
  type: string,
  body: string | Buffer,
  search: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<{ status: number; body: any }> => {
  const token = clinic && (await t.app.identity.issuer?.mint({ sub: "practice", role: "CLINIC_STAFF", cvr: clinic.cvr }));
  const address = `${t.url}/graphql?${String(new URLSearchParams(clinic ? { clinicId: globalId("Clinic", clinic.id), ...search } : search))}`;
  const response = await fetch(address, {
    method: "PUT",
    headers: { "content-type": type, ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    body: typeof body === "string" ? body : new Uint8Array(body),
  });
  return { status: response.status, body: await response.json() };
};
const terms = (clinic: MadeClinic) => ({ practitionerId: globalId("Practitioner", clinic.practitionerId), services: "PHYSIOTHERAPY" });
const csv = (...times: string[]): string =>
  ["external_id;starts_at;minutes", ...times.map((time, n) => `put-${n};${time};45`)].join("\r\n");
const slots = (clinic: MadeClinic) =>
  t.rows("select external_id, state, source from slot where clinic_id = $1 order by external_id", [clinic.id]);

describe("a file that is put to the endpoint", () => {
  test("as CSV is published, with the same answer per line as the mutation gives", async () => {
    const clinic = await t.make.clinic();
    const content = csv(`${day} 09:30`, "nonsense");
    const sent = await put(clinic, "text/csv; charset=utf-8", content, { ...terms(clinic), mode: "CONTINUE" });
    expect(sent).toMatchObject({
      status: 200,
      body: {
        counts: { inserted: 1, refused: 1 },
        errors: [],
        lines: [
          { line: 2, outcome: "INSERTED" },
          { line: 3, outcome: "REFUSED", errors: [{ code: "TIME_INVALID" }] },
        ],
      },
    });
    expect(await slots(clinic)).toEqual([{ external_id: "put-0", state: "OPEN", source: "CSV" }]);
    expect(await put(clinic, "text/csv", content, terms(clinic))).toMatchObject({
      status: 422,
      body: { counts: null, errors: [{ code: "TIME_INVALID" }] },
    });
  });

  test("with a key has one effect and is answered the same; without one it is a fresh act each time", async () => {
    const clinic = await t.make.clinic();
    const key = { "idempotency-key": `"${randomUUID()}"` };
    const first = await put(clinic, "text/csv", csv(`${day} 10:00`), terms(clinic), key);
    const again = await put(clinic, "text/csv", csv(`${day} 10:00`), terms(clinic), key);
    expect(again).toEqual({ status: 200, body: { ...first.body, replayed: true } });
    const third = await put(clinic, "text/csv", csv(`${day} 10:00`), terms(clinic));
    expect(third.body).toMatchObject({ replayed: false, counts: { unchanged: 1 } });
    const other = await put(clinic, "text/csv", csv(`${day} 11:00`), terms(clinic), key);
    expect(other).toMatchObject({ status: 422, body: { errors: [{ code: "IDEMPOTENCY_KEY_REUSED" }] } });
  });

  test("is the same however it comes: its size told before or not, in one piece or many, as itself or inside a mutation", async () => {
    const clinic = await t.make.clinic();
    // longer than an ordinary request, so that it is read by another thread
    const content = csv(...Array.from({ length: 4_000 }, (_, n) => (n === 0 ? `${day} 12:00` : `nonsense number ${n} that is refused`)));
    const key = { "idempotency-key": randomUUID() };
    const first = await put(clinic, "text/csv", content, { ...terms(clinic), mode: "CONTINUE" }, key);
    expect(first).toMatchObject({ status: 200, body: { counts: { inserted: 1, refused: 3_999 } } });
    const bytes = new TextEncoder().encode(content);
    const pieces = new ReadableStream({
      start: (controller) => {
        for (let at = 0; at < bytes.length; at += 7_777) controller.enqueue(bytes.slice(at, at + 7_777));
        controller.close();
      },
    });
    const token = await t.app.identity.issuer?.mint({ sub: "practice", role: "CLINIC_STAFF", cvr: clinic.cvr });
    const search = new URLSearchParams({ clinicId: globalId("Clinic", clinic.id), ...terms(clinic), mode: "CONTINUE" });
    const again = await fetch(`${t.url}/graphql?${String(search)}`, {
      method: "PUT",
      headers: { "content-type": "text/csv", authorization: `Bearer ${token ?? ""}`, ...key },
      body: pieces,
      duplex: "half",
    });
    expect(await again.json()).toEqual({ ...first.body, replayed: true });
    const other = await put(clinic, "text/csv", `${content} `, { ...terms(clinic), mode: "CONTINUE" }, key);
    expect(other).toMatchObject({ status: 422, body: { errors: [{ code: "IDEMPOTENCY_KEY_REUSED" }] } });
  });

  test("as NDJSON of one schedule, and as a calendar", async () => {
    const clinic = await t.make.clinic();
    const [start, end] = [at(day, "09:00").toISOString(), at(day, "10:00").toISOString()];
    const slot = { resourceType: "Slot", id: "s1", schedule: { reference: "Schedule/10" }, status: "free", start, end };
    const ndjson = await put(clinic, "application/fhir+ndjson", JSON.stringify(slot), { ...terms(clinic), schedule: "Schedule/10" });
    expect(ndjson).toMatchObject({ status: 200, body: { counts: { inserted: 1 } } });
    const stamp = (instant: string): string => instant.replace(/[-:]|\.\d+/g, "");
    const calendar = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:${stamp(start)}\nDTEND:${stamp(end)}\nEND:VEVENT\nEND:VCALENDAR`;
    const who = { practitionerId: globalId("Practitioner", clinic.practitionerId) };
    const busy = await put(clinic, "text/calendar", calendar, { ...who, staleAfterMinutes: "60" });
    expect(busy).toMatchObject({ status: 200, body: { feed: { state: "KNOWN" }, counts: { withdrawn: 1 } } });
    expect(await slots(clinic)).toMatchObject([{ state: "WITHDRAWN" }]);
  });

  test("is refused without a token, for another's clinic, of an unknown kind, with unknown words, and beyond the size", async () => {
    const clinic = await t.make.clinic();
    const foreign = await t.make.clinic();
    const file = csv(`${day} 09:30`);
    expect((await put(null, "text/csv", file, { clinicId: globalId("Clinic", clinic.id) })).status).toBe(401);
    const other = await put(foreign, "text/csv", file, { ...terms(clinic), clinicId: globalId("Clinic", clinic.id) });
    expect(other).toMatchObject({ status: 422, body: { errors: [{ code: "NOT_FOUND" }] } });
    expect((await put(clinic, "application/pdf", file, terms(clinic))).status).toBe(415);
    expect((await put(clinic, "text/csv", file, terms(clinic), { "content-encoding": "gzip" })).status).toBe(415);
    const odd = await put(clinic, "text/csv", file, { ...terms(clinic), "0101701234": "x" });
    expect(odd.status).toBe(400);
    expect(JSON.stringify(odd.body)).not.toContain("0101701234");
    expect((await put(clinic, "text/csv", file, { ...terms(clinic), services: "NONE" })).status).toBe(400);
    expect(await slots(clinic)).toEqual([]);
    const tooLarge = await put(clinic, "text/csv", Buffer.alloc(4_000_001, 32), terms(clinic));
    expect(tooLarge).toMatchObject({ status: 422, body: { errors: [{ code: "INPUT_TOO_LARGE" }] } });
    expect((await put(clinic, "text/csv", Buffer.alloc(12_000_001, 32), terms(clinic))).status).toBe(413);
  });
});

test("the largest file that a source takes fits into one request, as itself and as Base64", () => {
  const ROOM_FOR_THE_REST = 100_000;
  for (const { code, maxBytes } of INTAKE_SOURCES)
    expect([code, Math.ceil(maxBytes / 3) * 4 + ROOM_FOR_THE_REST <= LARGE_BYTES]).toEqual([code, true]);
});
