/** A proof of possession that was seen on its way, sent again: to the same gateway, to another one, to many at once. */
import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from "jose";
import { sweepUsedProofs } from "../../../src/platform/people/used-proofs.js";
import { startApp, type TestApp } from "../../support/app.js";

const PUBLIC = "https://gateway.example";
let first: TestApp;
let second: TestApp;
let key: Awaited<ReturnType<typeof generateKeyPair>>;
let access: string;

beforeAll(async () => {
  const settings = { PUBLIC_URL: PUBLIC, BOUND_TOKENS: "INTEGRATION" };
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

const proofOf = async (jti: string = randomUUID()): Promise<string> =>
  new SignJWT({
    jti,
    htm: "POST",
    htu: `${PUBLIC}/graphql`,
    ath: createHash("sha256").update(access).digest("base64url"),
  })
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
