/** The promise to pay, as object and as paper: what, where, until when, how much; for whoever has to do with it, and of nobody by name. */
import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { cancel } from "../bookings/documents.js";
import { sceneOf } from "../bookings/scene.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import type { MadeClinic } from "../support/make.js";
import { expectOnRecord } from "../support/told.js";

const FIELDS =
  "reference state service { code } treatments clinic { id } ownChoice startsAt validThrough insurerPays { amountMinor } memberPays { amountMinor } pdf(language: $language) { fileName mediaType base64 }";
const OF_BOOKING = `query ($id: ID!, $language: Language!) { booking(id: $id) { id paymentGuarantee { ${FIELDS} } } }`;
const OF_CLAIM = `query ($id: ID!, $language: Language!) { claim(id: $id) { id paymentGuarantee { ${FIELDS} } } }`;

let t: TestApp;
let clinic: MadeClinic;
let scene: ReturnType<typeof sceneOf>;
beforeAll(async () => {
  t = await startApp();
  clinic = await t.make.clinic();
  scene = sceneOf(t, () => clinic);
});
afterAll(() => t.stop());

/** Everything that is written on the pages; the font is the one PDF readers have. */
const textOf = (base64: string): string => {
  const bytes = Buffer.from(base64, "base64");
  const parts: string[] = [];
  for (let at = bytes.indexOf("stream\n"); at >= 0; at = bytes.indexOf("stream\n", at + 1)) {
    try {
      parts.push(inflateSync(bytes.subarray(at + 7)).toString("latin1"));
    } catch {
      // the end of a stream
    }
  }
  return parts
    .join("")
    .replace(/\[((?:<[0-9a-f]*>|[\s\d.-])*)\] TJ/g, (_, list: string) =>
      [...list.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = ""]) => Buffer.from(hex, "hex").toString("latin1")).join(""),
    );
};
const guarantee = async (asker: Asker, document: string, id: string, language = "DA"): Promise<any> => {
  const { data, text } = await asker(document, { id, language });
  if (!data) throw new Error(text);
  return (data.booking ?? data.claim)?.paymentGuarantee;
};

describe("a payment guarantee", () => {
  test("of an appointment says what, where, when and how much, to member, team and clinic alike", async () => {
    const { member, bookingId, slot, asker } = await scene.booked();
    const own = await guarantee(asker, OF_BOOKING, bookingId);
    expect(own).toMatchObject({
      reference: expect.stringMatching(/^G-B-\d+$/),
      state: "VALID",
      service: { code: "PHYSIOTHERAPY" },
      treatments: 1,
      clinic: { id: globalId("Clinic", clinic.id) },
      ownChoice: false,
      startsAt: slot.startsAt.toISOString(),
      insurerPays: { amountMinor: "65000" },
      memberPays: { amountMinor: "0" },
      pdf: { mediaType: "application/pdf", fileName: `${own.reference}.pdf` },
    });
    for (const other of [t.asHealthTeam(), t.asClinic(clinic)]) expect(await guarantee(other, OF_BOOKING, bookingId)).toEqual(own);
    await expectOnRecord(t, "paymentGuarantee");
    const stranger = await t.make.clinic();
    expect(await guarantee(t.asClinic(stranger), OF_BOOKING, bookingId)).toBeUndefined();
    const danish = textOf(own.pdf.base64);
    const english = textOf((await guarantee(asker, OF_BOOKING, bookingId, "EN")).pdf.base64);
    expect(danish).toContain("Betalingsgaranti");
    expect(danish).toContain("650,00 kr.");
    expect(english).toContain("Payment guarantee");
    expect(english).toContain("DKK 650.00");
    for (const text of [danish, english]) {
      expect(text).toContain(own.reference);
      expect(text).not.toContain("Bente");
    }
    expect((await guarantee(asker, OF_BOOKING, bookingId)).pdf).toEqual(own.pdf);
    expect(member.id).not.toBe("");
  });

  test("ends with its appointment", async () => {
    const { bookingId, asker } = await scene.booked();
    expect((await cancel(asker, bookingId)).codes).toEqual([]);
    expect((await guarantee(asker, OF_BOOKING, bookingId)).state).toBe("VOID");
  });

  test("of an approved claim is there before anything is booked, and not before it is approved", async () => {
    const member = await t.make.member();
    const claim = await t.make.claim(member);
    expect(await guarantee(t.asMember(member), OF_CLAIM, globalId("Claim", claim.id))).toMatchObject({
      reference: `G-${claim.reference}`,
      state: "VALID",
      clinic: null,
      insurerPays: null,
      startsAt: null,
    });
    const open = await t.make.claim(member, { row: { state: "REPORTED", approved_at: null } });
    expect(await guarantee(t.asMember(member), OF_CLAIM, globalId("Claim", open.id))).toBeNull();
  });
});
