/** Tokens as an attacker makes them: signed by the right key and wrong in what they say, or right and in the wrong hands. */
import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from "jose";
import { keyFault, keysFromFile, keySetFaults } from "../../../src/gateway/identity/keys.js";
import { proofChecker, type Possession } from "../../../src/gateway/identity/proof.js";
import { makeIdentify, Unauthenticated } from "../../../src/gateway/identity/viewer.js";
import { ANONYMOUS, type Role } from "../../../src/platform/viewer.js";

const ISSUER = "https://broker.example";
const AUDIENCE = "provider-network-gateway";
const NSIS = "https://data.gov.dk/concept/core/nsis/";
const URL_ASKED = "https://api.example/graphql";
const CLOCK = Date.parse("2026-12-02T09:00:00Z");
const now = CLOCK / 1_000;
type Pair = { privateKey: CryptoKey; publicKey: CryptoKey };
let dir: string;
let issuer: Pair;
let caller: Pair;
let thief: Pair;
let thumbprint: string;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "attacks-"));
  [issuer, caller, thief] = (await Promise.all([1, 2, 3].map(() => generateKeyPair("ES256", { extractable: true })))) as [Pair, Pair, Pair];
  thumbprint = await calculateJwkThumbprint(await exportJWK(caller.publicKey));
  await writeFile(path.join(dir, "jwks.json"), JSON.stringify({ keys: [{ ...(await exportJWK(issuer.publicKey)), alg: "ES256" }] }));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const identify = (more: Partial<Parameters<typeof makeIdentify>[0]> = {}) =>
  makeIdentify({
    keys: keysFromFile(path.join(dir, "jwks.json")),
    issuer: ISSUER,
    audience: AUDIENCE,
    now: () => CLOCK,
    checkProof: proofChecker(
      () => Promise.resolve(true),
      () => CLOCK,
    ),
    resolveViewer: ({ subject, role, cvr, assurance, purpose }) => ({ ...ANONYMOUS, subject, role, cvr, assurance, purpose }),
    ...more,
  });

const BODY = { iss: ISSUER, aud: AUDIENCE, sub: "staff-1", iat: now, exp: now + 300, jti: "token-1", acr: `${NSIS}High` };
/** As bytes, so that a claim may be anything that JSON can say. */
async function signed(json: string): Promise<string> {
  return new CompactSign(Buffer.from(json)).setProtectedHeader({ alg: "ES256", typ: "at+jwt" }).sign(issuer.privateKey);
}
const token = (claims: object, role: Role = "HEALTH_TEAM"): Promise<string> =>
  signed(JSON.stringify({ ...BODY, gateway_role: role, ...claims }));

describe("a token signed by the issuer's own key", () => {
  it("opens what it is for", async () => {
    const { viewer } = await identify()(`Bearer ${await token({})}`);
    expect(viewer).toMatchObject({ role: "HEALTH_TEAM", subject: "staff-1", assurance: "HIGH" });
  });

  const refused: [string, object, Role?][] = [
    ["lives longer than a person's may", { exp: now + 3_610 }],
    ["lives longer than a system's may", { exp: now + 43_210, cvr: "12345678" }, "CLINIC_SYSTEM"],
    ["lives for ever", { exp: 9_999_999_999 }],
    ["was issued in the future", { iat: now + 10, exp: now + 100 }],
    ["was issued so far in the future that it seems to live no time at all", { iat: now + 4_000, exp: now + 4_100 }],
    ["has a time that is text", { iat: `${now}` }],
    ["has an empty subject", { sub: "" }],
    ["has a subject of blanks", { sub: " " }],
    ["has a subject with a NUL", { sub: "staff-1\u0000" }],
    ["has a subject with a line break", { sub: "staff-1\nstaff-2" }],
    ["has a subject that is seen as another", { sub: "staff-1\u200b" }],
    ["has a subject that turns the line around", { sub: "\u202estaff-1" }],
    ["has a subject of 201 characters", { sub: "x".repeat(201) }],
    ["has a subject that is a list", { sub: ["staff-1"] }],
    ["has a subject that is a number", { sub: 1 }],
    ["has an id that is an object", { jti: {} }],
    ["has an id with a NUL", { jti: "\u0000" }],
    ["acts for a company that is a list", { cvr: ["12345678"] }],
    ["acts for a company of seven digits", { cvr: "1234567" }],
    ["is of a role that every object has", { gateway_role: "constructor" }],
    ["is of several roles", { gateway_role: ["HEALTH_TEAM"] }],
    ["is bound to a certificate, which nobody checks here", { cnf: { "x5t#S256": "x".repeat(43) } }],
    ["is bound to a key and to something else", { cnf: { jkt: "x".repeat(43), kid: "1" } }],
    ["is bound to nothing", { cnf: {} }],
    ["is bound to null", { cnf: null }],
  ];
  // a row of two values and a function of three would leave Jest waiting for `done`
  it.each(refused)("is refused when it %s", async (...[, claims, role]) => {
    await expect(identify()(`Bearer ${await token(claims, role)}`)).rejects.toThrow(Unauthenticated);
  });

  it.each(["constructor", "__proto__", "toString", "hasOwnProperty"].flatMap((name) => [name, `${NSIS}${name}`]))(
    "has no level of assurance that is called %s",
    async (acr) => {
      const { viewer } = await identify()(`Bearer ${await token({ acr })}`);
      expect(viewer.role).toBe("ANONYMOUS");
    },
  );

  it("has only the claims that are its own", async () => {
    const hidden = `{"iss":"${ISSUER}","aud":"${AUDIENCE}","sub":"s","iat":${now},"exp":${now + 60},"__proto__":{"gateway_role":"FINANCE"}}`;
    await expect(identify()(`Bearer ${await signed(hidden)}`)).rejects.toThrow(Unauthenticated);
    // whatever a careless library made every object have
    const bare = JSON.stringify({ ...BODY, acr: undefined });
    Object.defineProperty(Object.prototype, "gateway_role", { value: "FINANCE", configurable: true });
    try {
      await expect(identify()(`Bearer ${await signed(bare)}`)).rejects.toThrow(Unauthenticated);
    } finally {
      Reflect.deleteProperty(Object.prototype, "gateway_role");
    }
  });

  it("may live as long as the settings say", async () => {
    const lifetimes = { persons: 7_200, machines: 60 };
    await identify({ lifetimes })(`Bearer ${await token({ exp: now + 7_200 })}`);
    await expect(identify({ lifetimes })(`Bearer ${await token({ exp: now + 120 }, "INTEGRATION")}`)).rejects.toThrow(Unauthenticated);
  });
});

type Proof = { by?: Pair; of?: Pair; claims?: Record<string, unknown>; header?: Record<string, unknown>; about?: string };
async function proofOf(access: string, { by = caller, of = by, claims = {}, header = {} }: Proof = {}): Promise<string> {
  const body = {
    jti: randomUUID(),
    htm: "POST",
    htu: URL_ASKED,
    iat: now,
    ath: createHash("sha256").update(access).digest("base64url"),
    ...claims,
  };
  const kept = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  return new SignJWT(kept)
    .setProtectedHeader({ alg: "ES256", typ: "dpop+jwt", jwk: await exportJWK(of.publicKey), ...header } as never)
    .sign(by.privateKey);
}
const with_ = (proof: string | undefined, more: Partial<Possession> = {}): Possession => ({
  proof,
  method: "POST",
  url: URL_ASKED,
  ...more,
});

describe("a token that is bound to a key", () => {
  const bound = () => token({ cnf: { jkt: thumbprint } }, "INTEGRATION");

  it("opens what it is for with the key's proof, each request with a new one", async () => {
    const ask = identify();
    const access = await bound();
    for (let i = 0; i < 3; i += 1)
      expect((await ask(`DPoP ${access}`, undefined, with_(await proofOf(access)))).viewer.role).toBe("INTEGRATION");
  });

  it("takes no proof twice, also when the token is remembered", async () => {
    const ask = identify();
    const access = await bound();
    const proof = await proofOf(access);
    await ask(`DPoP ${access}`, undefined, with_(proof));
    await expect(ask(`DPoP ${access}`, undefined, with_(proof))).rejects.toThrow(Unauthenticated);
  });

  const stolen: [string, (access: string) => Promise<[string, Possession | undefined]>][] = [
    ["as a bearer token", async (t) => [`Bearer ${t}`, undefined]],
    ["as a bearer token with a proof", async (t) => [`Bearer ${t}`, with_(await proofOf(t))]],
    ["without a proof", async (t) => [`DPoP ${t}`, with_(undefined)]],
    ["with the thief's proof", async (t) => [`DPoP ${t}`, with_(await proofOf(t, { by: thief }))]],
    ["with a proof that names the key and is not by it", async (t) => [`DPoP ${t}`, with_(await proofOf(t, { by: thief, of: caller }))]],
    ["with a proof about another token", async (t) => [`DPoP ${t}`, with_(await proofOf(await token({}, "INTEGRATION")))]],
    ["with a proof about no token", async (t) => [`DPoP ${t}`, with_(await proofOf(t, { claims: { ath: undefined } }))]],
    ["with a proof about another method", async (t) => [`DPoP ${t}`, with_(await proofOf(t, { claims: { htm: "GET" } }))]],
    [
      "with a proof about another host",
      async (t) => [`DPoP ${t}`, with_(await proofOf(t, { claims: { htu: "https://evil.example/graphql" } }))],
    ],
    [
      "with a proof about another path",
      async (t) => [`DPoP ${t}`, with_(await proofOf(t, { claims: { htu: "https://api.example/other" } }))],
    ],
    [
      "with a proof about the same in the clear",
      async (t) => [`DPoP ${t}`, with_(await proofOf(t, { claims: { htu: "http://api.example/graphql" } }))],
    ],
    ["with an old proof", async (t) => [`DPoP ${t}`, with_(await proofOf(t, { claims: { iat: now - 61 } }))]],
    ["with a proof of tomorrow", async (t) => [`DPoP ${t}`, with_(await proofOf(t, { claims: { iat: now + 86_400 } }))]],
    ["with a proof without an id", async (t) => [`DPoP ${t}`, with_(await proofOf(t, { claims: { jti: undefined } }))]],
    ["with a proof that is an access token", async (t) => [`DPoP ${t}`, with_(await proofOf(t, { header: { typ: "at+jwt" } }))]],
    [
      "with a proof that shows its private key",
      async (t) => [`DPoP ${t}`, with_(await proofOf(t, { header: { jwk: await exportJWK(caller.privateKey) } }))],
    ],
    ["with two proofs", async (t) => [`DPoP ${t}`, with_(`${await proofOf(t)}, ${await proofOf(t)}`)]],
  ];
  it.each(stolen)("opens nothing %s", async (_name, send) => {
    const [authorization, possession] = await send(await bound());
    await expect(identify()(authorization, undefined, possession)).rejects.toThrow(Unauthenticated);
  });

  it("is compared by what an address means, not by how it is spelled", async () => {
    const access = await bound();
    const proof = await proofOf(access, { claims: { htu: "HTTPS://API.example:443/graphql?query=x#y" } });
    await identify()(`DPoP ${access}`, undefined, with_(proof));
  });

  it("is asked of the roles that the settings name: theirs without a key open nothing", async () => {
    const boundRoles = new Set<Role>(["INTEGRATION"]);
    await expect(identify({ boundRoles })(`Bearer ${await token({}, "INTEGRATION")}`)).rejects.toThrow(Unauthenticated);
    await identify({ boundRoles })(`Bearer ${await token({})}`);
    const access = await bound();
    await identify({ boundRoles })(`DPoP ${access}`, undefined, with_(await proofOf(access)));
  });

  it("is turned away, where its caller has nothing left to ask with, before a proof is looked at and used up", async () => {
    const access = await bound();
    let looked = 0;
    const ask = identify({ checkProof: () => ((looked += 1), Promise.resolve()) });
    const turnAway = (viewer: { subject: string }): Promise<void> => Promise.reject(new Error(`nothing left for ${viewer.subject}`));
    await expect(ask(`DPoP ${access}`, undefined, with_(await proofOf(access)), turnAway)).rejects.toThrow("nothing left for staff-1");
    expect(looked).toBe(0);
    await ask(`DPoP ${access}`, undefined, with_(await proofOf(access)), () => Promise.resolve());
    expect(looked).toBe(1);
    // a token that needs none is not asked about
    await ask(`Bearer ${await token({})}`, undefined, undefined, turnAway);
  });

  it("and to something else that nobody checks here opens nothing, however good its proof", async () => {
    const access = await token({ cnf: { jkt: thumbprint, "x5t#S256": "x".repeat(43) } }, "INTEGRATION");
    await expect(identify()(`DPoP ${access}`, undefined, with_(await proofOf(access)))).rejects.toThrow(Unauthenticated);
  });

  it("is not what a token without a key may be sent as", async () => {
    const access = await token({}, "INTEGRATION");
    await expect(identify()(`DPoP ${access}`, undefined, with_(await proofOf(access)))).rejects.toThrow(Unauthenticated);
  });
});

describe("the issuer's keys", () => {
  it("are refused when whoever reads them can sign, or when they are too short", async () => {
    const short: JWK = { kty: "RSA", e: "AQAB", n: Buffer.alloc(128, 0xff).toString("base64url") };
    const long: JWK = { kty: "RSA", e: "AQAB", n: Buffer.alloc(256, 0xff).toString("base64url") };
    const padded: JWK = { kty: "RSA", e: "AQAB", n: Buffer.concat([Buffer.alloc(200), Buffer.alloc(128, 0xff)]).toString("base64url") };
    expect(keyFault(await exportJWK(issuer.publicKey))).toBeNull();
    expect(keyFault(long)).toBeNull();
    for (const bad of [await exportJWK(issuer.privateKey), short, padded, { kty: "oct", k: "c2VjcmV0" }, null, "key"])
      expect(keyFault(bad)).not.toBeNull();
    expect(keySetFaults({ keys: [long] })).toEqual([]);
    for (const bad of [{}, { keys: [] }, null, { keys: [long, short] }]) expect(keySetFaults(bad)).not.toEqual([]);
  });

  it("open nothing while one of a file's keys is such a key", async () => {
    const file = path.join(dir, "private.json");
    await writeFile(file, JSON.stringify({ keys: [await exportJWK(issuer.privateKey)] }));
    await expect(identify({ keys: keysFromFile(file) })(`Bearer ${await token({})}`)).rejects.toThrow("private part");
  });
});
