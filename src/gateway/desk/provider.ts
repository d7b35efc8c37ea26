/**
 * Signing in with a provider of identities: OpenID Connect's code flow with PKCE, state and nonce. The browser is sent there and back; what
 * the provider gives out is fetched by the gateway, and no token of it reaches the page or is kept.
 */
import { hkdfSync } from "node:crypto";
import { EncryptJWT, jwtDecrypt } from "jose";
import * as oidc from "openid-client";
import { z } from "zod";
import type { SignInRules } from "./exchange.js";

export type ProviderOptions = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly rules: SignInRules;
  /** For a provider on a developer's machine, which has no TLS. */
  readonly inTheClear: boolean;
};

/** What has to come back from the provider; sealed in a cookie until it does. */
const ATTEMPT = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), /** The page to go on with. */ to: z.string() });

export type Provider = {
  /** Where the browser is sent, and the sealed attempt that it brings back. */
  readonly begin: (callback: string, to: string) => Promise<{ readonly url: string; readonly attempt: string }>;
  /** What the provider says of the person who came back with this address. */
  readonly finish: (came: URL, attempt: string) => Promise<{ readonly claims: Readonly<Record<string, unknown>>; readonly to: string }>;
  /** Where the browser ends the session at the provider as well; null where it has no such place. */
  readonly leave: (back: string) => Promise<string | null>;
};

/** The browser came back without the attempt that it left with, or too late. */
export class NoAttempt extends Error {
  override readonly name = "NoAttempt";
}

/** The provider says that nobody signed in: the person turned back, or may not. */
export class Declined extends Error {
  override readonly name = "Declined";
}

export const ATTEMPT_SECONDS = 600;
const PROVIDER_SECONDS = 10;

export function openProvider({ issuer, clientId, clientSecret, rules, inTheClear }: ProviderOptions): Provider {
  // all gateways have the same secret, so any of them opens what another has sealed
  const key = new Uint8Array(hkdfSync("sha256", clientSecret, issuer, "desk-sign-in", 32));
  let found: Promise<oidc.Configuration> | undefined;
  const configuration = (): Promise<oidc.Configuration> =>
    (found ??= discover().catch((error: unknown) => {
      // the next person asks again
      found = undefined;
      throw error;
    }));
  const discover = (): Promise<oidc.Configuration> =>
    oidc.discovery(new URL(issuer), clientId, undefined, oidc.ClientSecretBasic(clientSecret), {
      timeout: PROVIDER_SECONDS,
      ...(inTheClear ? { execute: [oidc.allowInsecureRequests] } : {}),
    });

  return {
    begin: async (callback, to) => {
      const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), to };
      const url = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope: rules.scope,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: "S256",
        ...(rules.acr === undefined ? {} : { acr_values: rules.acr }),
      });
      const sealed = await new EncryptJWT(attempt)
        .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
        .setExpirationTime(`${ATTEMPT_SECONDS}s`)
        .encrypt(key);
      return { url: url.href, attempt: sealed };
    },
    finish: async (came, sealed) => {
      const opened = await jwtDecrypt(sealed, key, { requiredClaims: ["exp"] }).catch((error: unknown) => {
        throw new NoAttempt("no attempt to sign in", { cause: error });
      });
      const attempt = ATTEMPT.parse(opened.payload);
      const known = await configuration();
      try {
        const tokens = await oidc.authorizationCodeGrant(known, came, {
          pkceCodeVerifier: attempt.verifier,
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) throw new Error("the provider gave no ID token");
        const more = rules.userInfo ? await oidc.fetchUserInfo(known, tokens.access_token, claims.sub) : {};
        return { claims: { ...more, ...claims }, to: attempt.to };
      } catch (error) {
        if (error instanceof oidc.AuthorizationResponseError) throw new Declined(error.error, { cause: error });
        // another attempt of the same browser has overtaken this one, or its code was used
        if (error instanceof oidc.ResponseBodyError && error.error === "invalid_grant") throw new NoAttempt(error.error, { cause: error });
        if (error instanceof oidc.ClientError && error.code === "OAUTH_INVALID_RESPONSE") throw new NoAttempt(error.code, { cause: error });
        throw error;
      }
    },
    leave: async (back) => {
      const known = await configuration();
      if (known.serverMetadata().end_session_endpoint === undefined) return null;
      // by the client's name: an ID token in an address would be seen by the page
      return oidc.buildEndSessionUrl(known, { post_logout_redirect_uri: back }).href;
    },
  };
}
