import { createHmac } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey } from "jose";
import { keysFromFile } from "../../src/gateway/identity/keys.js";
import { makeIdentify, Unauthenticated, type Claims } from "../../src/gateway/identity/viewer.js";
import { ANONYMOUS, type Viewer } from "../../src/platform/viewer.js";

const ISSUER = "https://broker.example";
const AUDIENCE = "provider-network-gateway";
const NSIS = "https://data.gov.dk/concept/core/nsis/";
const OWN_CVR = "12345678";
let dir: string;
let file: string;
let key: { privateKey: CryptoKey; publicKey: CryptoKey };
let stranger: CryptoKey;
/** Tokens are issued on the machine's clock. */
const now = () => Math.floor(Date.now() / 1_000);

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "tokens-"));
  file = path.join(dir, "jwks.json");
  key = await generateKeyPair("ES256", { extractable: true });
  stranger = (await generateKeyPair("ES256")).privateKey;
  await publish([["k1", key.publicKey]]);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function publish(keys: [string, CryptoKey][]): Promise<void> {
  const jwks = await Promise.all(
    keys.map(async ([kid, publicKey]) => ({ ...(await exportJWK(publicKey)), kid, alg: "ES256", use: "sig" })),
  );
  await writeFile(file, JSON.stringify({ keys: jwks }));
}

type Over = { claims?: Record<string, unknown>; header?: Record<string, unknown>; by?: CryptoKey };
async function token({ claims = {}, header = {}, by }: Over = {}): Promise<string> {
  const body = {
    iss: ISSUER,
    aud: AUDIENCE,
    sub: "staff-1",
    iat: now(),
    exp: now() + 300,
    jti: "t-1",
    gateway_role: "CLINIC_STAFF",
    cvr: OWN_CVR,
    acr: `${NSIS}Substantial`,
    ...claims,
  };
  const kept = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  return new SignJWT(kept).setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: "k1", ...header } as never).sign(by ?? key.privateKey);
}
const raw = (header: object, body: object, signature = ""): string =>
  [header, body].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".") + `.${signature}`;

const identify = (more: Partial<Parameters<typeof makeIdentify>[0]> = {}) =>
  makeIdentify({
    keys: keysFromFile(file),
    issuer: ISSUER,
    audience: AUDIENCE,
    revoked: ({ tokenId }) => tokenId === "revoked",
    resolveViewer: ({ subject, role, cvr, assurance, purpose }): Viewer | null =>
      cvr === OWN_CVR ? { ...ANONYMOUS, subject, role, cvr, assurance, purpose, providerId: "p" } : null,
    ...more,
  });

async function hmacWithPublicKey(): Promise<string> {
  const unsigned = raw(
    { alg: "HS256", typ: "at+jwt", kid: "k1" },
    { iss: ISSUER, aud: AUDIENCE, sub: "staff-1", iat: now(), exp: now() + 300, gateway_role: "CLINIC_STAFF", cvr: OWN_CVR },
  );
  const text = unsigned.slice(0, -1);
  return `${text}.${createHmac("sha256", await exportSPKI(key.publicKey))
    .update(text)
    .digest("base64url")}`;
}

const CORPUS: [string, () => Promise<string>][] = [
  ["a right one", () => token()],
  [
    "algorithm none",
    async () =>
      `${raw({ alg: "none", typ: "at+jwt" }, { iss: ISSUER, aud: AUDIENCE, sub: "staff-1", iat: now(), exp: now() + 300, gateway_role: "CLINIC_STAFF", cvr: OWN_CVR })}AA`,
  ],
  ["HMAC with the public key", hmacWithPublicKey],
  ["a key id that is a path", () => token({ header: { kid: "../../../dev/null" }, by: stranger })],
  ["another audience", () => token({ claims: { aud: "another-api" } })],
  ["another issuer", () => token({ claims: { iss: "https://evil.example" } })],
  ["an ID token", () => token({ header: { typ: "JWT" } })],
  ["no expiry", () => token({ claims: { exp: undefined } })],
  ["valid only in the future", () => token({ claims: { nbf: now() + 60 } })],
  ["expired for more than the tolerance", () => token({ claims: { iat: now() - 400, exp: now() - 6 } })],
  ["taken back", () => token({ claims: { jti: "revoked" } })],
  ["assurance Low", () => token({ claims: { acr: `${NSIS}Low` } })],
  ["a company that has no agreement", () => token({ claims: { cvr: "87654321" } })],
  ["a stranger's key under our key's id", () => token({ by: stranger })],
];

describe("of fourteen tokens", () => {
  it("exactly one opens what is behind a login", async () => {
    const ask = identify();
    const accepted: string[] = [];
    for (const [name, make] of CORPUS) {
      const seen = await ask(`Bearer ${await make()}`).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Unauthenticated);
        return null;
      });
      if (seen && seen.viewer.role !== "ANONYMOUS") accepted.push(name);
    }
    expect(CORPUS).toHaveLength(14);
    expect(accepted).toEqual(["a right one"]);
  });

  it.each(["worker", "WORKER", "ANONYMOUS", "", undefined])("none makes its bearer %p", async (role) => {
    await expect(identify()(`Bearer ${await token({ claims: { gateway_role: role } })}`)).rejects.toThrow(Unauthenticated);
  });
});

describe("keys", () => {
  const clock = Date.now;
  let ahead = 0;
  beforeAll(() => void (Date.now = () => clock() + ahead));
  afterAll(() => void (Date.now = clock));

  it("change while the gateway runs: a new one is found, a withdrawn one no longer counts", async () => {
    const ask = identify({ rememberMs: 0 });
    const old = await token();
    await ask(`Bearer ${old}`);
    const next = await generateKeyPair("ES256", { extractable: true });
    ahead += 1_050;
    await publish([
      ["k1", key.publicKey],
      ["k2", next.publicKey],
    ]);
    const fresh = await token({ header: { kid: "k2" }, by: next.privateKey });
    await ask(`Bearer ${fresh}`);
    await ask(`Bearer ${old}`);
    ahead += 1_050;
    await publish([["k2", next.publicKey]]);
    await ask(`Bearer ${fresh}`);
    ahead += 1_050;
    await expect(ask(`Bearer ${old}`)).rejects.toThrow(Unauthenticated);
    await publish([["k1", key.publicKey]]);
  });
});

describe("whom a token stands for", () => {
  it("is asked again at midnight in Copenhagen, when children turn fifteen", async () => {
    let clock = Date.parse("2026-11-24T23:59:58+01:00");
    let asked = 0;
    const ask = identify({
      now: () => clock,
      rememberMs: 10_000,
      resolveViewer: (claims: Claims) => ((asked += 1), { ...ANONYMOUS, ...claims, memberIds: [], providerId: "p" }),
    });
    const authorization = `Bearer ${await token({ claims: { iat: clock / 1_000 - 10, exp: clock / 1_000 + 300 } })}`;
    await ask(authorization);
    clock += 1_000;
    await ask(authorization);
    expect(asked).toBe(1);
    clock += 1_000;
    await ask(authorization);
    expect(asked).toBe(2);
  });

  it("is asked every ten seconds, and the signature worked out once a minute", async () => {
    let clock = Date.parse("2026-11-24T12:00:00+01:00");
    let [asked, verified] = [0, 0];
    const ask = identify({
      now: () => clock,
      keys: () => ((verified += 1), key.publicKey),
      resolveViewer: (claims: Claims) => ((asked += 1), { ...ANONYMOUS, ...claims, memberIds: [], providerId: "p" }),
    });
    const authorization = `Bearer ${await token({ claims: { iat: clock / 1_000 - 10, exp: clock / 1_000 + 70 } })}`;
    for (const seconds of [0, 5, 11, 22, 45, 61]) {
      clock = Date.parse("2026-11-24T12:00:00+01:00") + seconds * 1_000;
      await ask(authorization);
    }
    expect([asked, verified]).toEqual([5, 2]);
    clock += 15_000;
    await expect(ask(authorization)).rejects.toThrow(Unauthenticated);
  });

  it("is not answered from memory once the token is taken back", async () => {
    let taken = false;
    const ask = identify({ revoked: () => taken });
    const authorization = `Bearer ${await token()}`;
    await ask(authorization);
    taken = true;
    await expect(ask(authorization)).rejects.toThrow(Unauthenticated);
  });
});
