/**
 * A provider of identities as the brokers of MitID and MitID Erhverv are one: a real one (oidc-provider), whose logins say what theirs say. Its page
 * to sign in is a list of people.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair } from "jose";
import Provider, { type Adapter, type AdapterFactory } from "oidc-provider";

/** An app without a secret, and the gateway that its tokens are for. */
export const APP = { id: "member-app", redirect: "http://127.0.0.1/signed-in" };
export const RESOURCE = "urn:provider-network-gateway";
export const CLIENT = { id: "gateway-desk", secret: "a-secret-of-the-test-that-is-long-enough" };
const NSIS = "https://data.gov.dk/concept/core/nsis/";

/** Claims of a login, as the broker names them. */
export type BrokerLogin = {
  readonly sub: string;
  readonly "mitid.identity_name": string;
  readonly loa: string;
  readonly "dk.cpr"?: string;
  readonly "nemlogin.cvr"?: string | readonly string[];
  readonly "nemlogin.privileges"?: readonly string[];
};
export const mitId = (name: string, sub: string, cpr?: string, loa = "Substantial"): BrokerLogin => ({
  sub,
  "mitid.identity_name": name,
  loa: `${NSIS}${loa}`,
  ...(cpr ? { "dk.cpr": cpr } : {}),
});
export const erhverv = (name: string, sub: string, cvr: string | readonly string[], privileges: readonly string[] = []): BrokerLogin => ({
  ...mitId(name, sub, undefined, "High"),
  "nemlogin.cvr": cvr,
  "nemlogin.privileges": privileges,
});

/** What SIGN_IN_RULES says in the tests, and the guide of operators shows. */
export const rulesFor = (insurerCvr: string) => ({
  scope: "openid mitid",
  acr: `${NSIS}Substantial`,
  claims: { subject: "sub", name: "mitid.identity_name", assurance: "loa", civilNumber: "dk.cpr", cvr: "nemlogin.cvr" },
  rules: [
    { role: "HEALTH_TEAM", cvr: insurerCvr, where: { "nemlogin.privileges": "urn:insurer:health-team" } },
    { role: "CLINIC_STAFF" },
    { role: "MEMBER" },
  ],
});

export type Broker = {
  readonly issuer: string;
  readonly logins: Map<string, BrokerLogin>;
  /** Known only when the gateway listens. */
  readonly serve: (desk: string) => void;
  readonly stop: () => Promise<void>;
};

/** Cookies of one browser; whatever runs on this machine shares a host, as cookies know no ports. */
export class Jar {
  readonly #kept = new Map<string, string>();
  copy(): Jar {
    const other = new Jar();
    for (const [name, value] of this.#kept) other.#kept.set(name, value);
    return other;
  }
  async get(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#kept].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, { redirect: "manual", ...init, headers: { ...init.headers, cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === "" || /max-age=0|expires=thu, 01 jan 1970/i.test(set)) this.#kept.delete(name);
      else this.#kept.set(name, value);
    }
    return answer;
  }
  /** From this address over the provider's page, where this login is chosen, to the one with which it sends the browser back. */
  async through(begin: string, key: string, until: string): Promise<string> {
    let at = begin;
    for (let hops = 0; hops < 10 && !at.includes(`${until}?`); hops += 1) {
      const answer = await this.get(at);
      const location = answer.headers.get("location");
      if (location === null && !/\/people\//.test(at)) throw new Error(`${at} answered ${answer.status}: ${await answer.text()}`);
      at = location === null ? `${at}/${encodeURIComponent(key)}` : new URL(location, at).href;
    }
    return at;
  }
}

/** In memory, and said so: the provider warns about its own. */
function inMemory(): AdapterFactory {
  const kept = new Map<string, any>();
  const byUid = new Map<string, string>();
  return (model): Adapter => ({
    upsert: async (id, payload) => {
      kept.set(`${model} ${id}`, payload);
      if (payload.uid) byUid.set(payload.uid, id);
    },
    find: async (id) => kept.get(`${model} ${id}`),
    findByUid: async (uid) => kept.get(`${model} ${byUid.get(uid)}`),
    findByUserCode: async () => undefined,
    consume: async (id) => void (kept.get(`${model} ${id}`).consumed = Math.floor(Date.now() / 1_000)),
    destroy: async (id) => void kept.delete(`${model} ${id}`),
    revokeByGrantId: async () => undefined,
  });
}

export async function startBroker(): Promise<Broker> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwks = { keys: [{ ...(await exportJWK(privateKey)), alg: "RS256", use: "sig" }] } as any;
  const logins = new Map<string, BrokerLogin>();
  let handle: (req: IncomingMessage, res: ServerResponse) => void = (_req, res) => void res.writeHead(503).end();
  const server = createServer((req, res) => handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const claims = ["mitid.identity_name", "dk.cpr", "loa", "nemlogin.cvr", "nemlogin.privileges"];
  return {
    issuer,
    logins,
    serve: (desk) => {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: CLIENT.id,
            client_secret: CLIENT.secret,
            redirect_uris: [`${desk}/desk/callback`],
            post_logout_redirect_uris: [`${desk}/sign-in`],
          },
          { client_id: APP.id, token_endpoint_auth_method: "none", application_type: "native", redirect_uris: [APP.redirect] },
        ],
        claims: { openid: ["sub"], mitid: claims },
        conformIdTokenClaims: false,
        adapter: inMemory(),
        jwks,
        ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 60, IdToken: 60 },
        pkce: { required: () => true },
        features: {
          devInteractions: { enabled: false },
          rpInitiatedLogout: {
            enabled: true,
            logoutSource: (ctx, form) => void (ctx.body = `<!doctype html><title>Broker</title>${form}`),
            postLogoutSuccessSource: (ctx) => void (ctx.body = "Signed out"),
          },
          resourceIndicators: {
            enabled: true,
            useGrantedResource: () => true,
            getResourceServerInfo: () => ({
              scope: "",
              audience: RESOURCE,
              accessTokenFormat: "jwt",
              accessTokenTTL: 600,
              jwt: { sign: { alg: "RS256" } },
            }),
          },
        },
        // what the gateway reads of a token
        extraTokenClaims: () => ({ gateway_role: "MEMBER", acr: `${NSIS}Substantial` }),
        cookies: { keys: ["of the test"], names: { session: "broker", interaction: "broker-act", resume: "broker-resume" } },
        interactions: { url: (_ctx, interaction) => `/people/${interaction.uid}` },
        findAccount: (_ctx, key) => ({ accountId: key, claims: () => ({ ...logins.get(key)! }) }),
        // who signs in has consented
        loadExistingGrant: async (ctx) => {
          const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client!.clientId, accountId: ctx.oidc.session!.accountId! });
          grant.addOIDCScope("openid mitid");
          await grant.save();
          return grant;
        },
      });
      const callback = provider.callback();
      handle = (req, res) => {
        const [, uid, key] = /^\/people\/([\w-]+)(?:\/(.+))?$/.exec(req.url ?? "") ?? [];
        if (!uid) return void callback(req, res);
        const chosen = key === undefined ? undefined : decodeURIComponent(key);
        if (chosen === undefined) return listPeople(res, uid, [...logins.keys()]);
        const result = chosen === "nobody" ? { error: "access_denied" } : { login: { accountId: chosen }, consent: {} };
        void provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false });
      };
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listPeople(res: ServerResponse, uid: string, keys: readonly string[]): void {
  const links = [...keys, "nobody"].map((key) => `<li><a href="/people/${uid}/${encodeURIComponent(key)}">${key}</a></li>`).join("");
  res.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(`<!doctype html><title>Broker</title><ul>${links}</ul>`);
}
