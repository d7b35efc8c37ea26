/** A proof of possession that was seen on its way, sent again: to the same gateway, to another one, to many at once. */
import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from "jose";
import { sweepUsedProofs } from "../../../src/platform/people/used-proofs.js";
import { globalId, startApp, type TestApp } from "../../support/app.js";
import { BOOK_SLOT } from "../../support/documents.js";

const PUBLIC = "https://gateway.example";
let first: TestApp;
let second: TestApp;
let key: Awaited<ReturnType<typeof generateKeyPair>>;
let access: string;

beforeAll(async () => {
  const settings = { PUBLIC_URL: PUBLIC, BOUND_TOKENS: "INTEGRATION,CLINIC_SYSTEM" };
  first = await startApp(settings);
  // it believes the same issuer
  second = await startApp({ ...settings, JWKS_FILE: first.app.identity.issuer?.jwksFile ?? "" }, first.fresh);
  key = await generateKeyPair("ES256", { extractable: true });
  const jkt = await calculateJwkThumbprint(await exportJWK(key.publicKey));
  access = (await first.app.identity.issuer?.mint({ sub: "claims-system", role: "INTEGRATION", more: { cnf: { jkt } } })) ?? "";
});
afterAll(async () => {
  await second.stop();
  await first.stop();
});

type Over = { readonly htm?: string; readonly path?: string; readonly token?: string };
const proofOf = async (jti: string = randomUUID(), { htm = "POST", path = "/graphql", token = access }: Over = {}): Promise<string> =>
  new SignJWT({ jti, htm, htu: `${PUBLIC}${path}`, ath: createHash("sha256").update(token).digest("base64url") })
    .setProtectedHeader({ alg: "ES256", typ: "dpop+jwt", jwk: await exportJWK(key.publicKey) })
    .setIssuedAt()
    .sign(key.privateKey);
const send = async (to: TestApp, proof: string): Promise<number> => {
  const answer = await fetch(`${to.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `DPoP ${access}`, dpop: proof },
    body: JSON.stringify({ query: "{ viewer { role } }" }),
  });
  return answer.status;
};
const remembered = () => first.rows("select hash from used_proof");

describe("a proof of possession", () => {
  test("that one gateway has taken is refused by it and by every other", async () => {
    const proof = await proofOf();
    expect(await send(first, proof)).toBe(200);
    expect(await send(second, proof)).toBe(401);
    expect(await send(first, proof)).toBe(401);
    expect(await send(second, await proofOf())).toBe(200);
  });

  test("that is sent to both at the same moment is taken once", async () => {
    for (let n = 0; n < 5; n += 1) {
      const proof = await proofOf();
      const statuses = await Promise.all([first, second, first, second].map((gateway) => send(gateway, proof)));
      expect(statuses.sort()).toEqual([200, 401, 401, 401]);
    }
  });

  test("is kept as a hash, no longer than it could be sent, and is then swept away", async () => {
    await first.rows("truncate used_proof");
    const jti = "an-id-that-can-be-recognised";
    expect(await send(first, await proofOf(jti))).toBe(200);
    const rows = await first.rows("select hash, expires_at - clock_timestamp() < interval '66 seconds' as soon from used_proof");
    expect(rows).toEqual([{ hash: expect.stringMatching(/^[0-9a-f]{64}$/), soon: true }]);
    expect(await sweepUsedProofs(first.app.database)).toBe(0);
    await first.rows("update used_proof set expires_at = clock_timestamp() - interval '1 second'");
    expect(await sweepUsedProofs(first.app.database)).toBe(1);
    expect(await remembered()).toEqual([]);
  });

  test("that is none leaves nothing behind to fill the memory with", async () => {
    await first.rows("truncate used_proof");
    const proof = await proofOf();
    expect(await send(first, `${proof.slice(0, -4)}AAAA`)).toBe(401);
    expect(await remembered()).toEqual([]);
    expect(await send(first, proof)).toBe(200);
  });
});

describe("the address of a document", () => {
  test("opens to a bound token with a proof over that very address, once, and in no other way", async () => {
    const clinic = await first.make.clinic();
    const member = await first.make.member();
    const claim = await first.make.claim(member);
    const slot = await first.make.slot(clinic);
    const { data } = await first.asMember(member)(BOOK_SLOT, {
      input: { idempotencyKey: randomUUID(), claimId: globalId("Claim", claim.id), slotId: globalId("Slot", slot.id) },
    });
    const path = `/documents/bookings/${data.bookSlot.booking.id}/calendar.ics`;
    const jkt = await calculateJwkThumbprint(await exportJWK(key.publicKey));
    const token = await first.app.identity.issuer?.mint({ sub: "system", role: "CLINIC_SYSTEM", cvr: clinic.cvr, more: { cnf: { jkt } } });
    if (!token) throw new Error("the development issuer mints");
    const open = async (authorization: string, proof: string | null): Promise<[number, string]> => {
      const answer = await fetch(`${first.url}${path}`, { headers: { authorization, ...(proof ? { dpop: proof } : {}) } });
      return [answer.status, (await answer.text()).slice(0, 15)];
    };
    const proof = await proofOf(randomUUID(), { htm: "GET", path, token });
    expect(await open(`DPoP ${token}`, proof)).toEqual([200, "BEGIN:VCALENDAR"]);
    for (const [authorization, wrong] of [
      [`DPoP ${token}`, proof],
      [`DPoP ${token}`, null],
      [`Bearer ${token}`, null],
      [`DPoP ${token}`, await proofOf(randomUUID(), { htm: "POST", path, token })],
      [`DPoP ${token}`, await proofOf(randomUUID(), { htm: "GET", token })],
      [`DPoP ${token}`, await proofOf(randomUUID(), { htm: "GET", path })],
    ] as const)
      expect((await open(authorization, wrong))[0]).toBe(401);
  });
});
