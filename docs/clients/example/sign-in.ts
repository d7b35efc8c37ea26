/** Signing in an app of its own: code flow with PKCE, no secret in the app. */
import * as oidc from "openid-client";

export type SigningIn = { readonly url: string; readonly finish: (came: URL) => Promise<string> };

/** `resource` names the gateway, so that the token is one for it and for nobody else. */
export async function signIn(issuer: string, clientId: string, redirect: string, resource: string): Promise<SigningIn> {
  const local = new URL(issuer).hostname === "127.0.0.1";
  const known = await oidc.discovery(
    new URL(issuer),
    clientId,
    undefined,
    oidc.None(),
    local ? { execute: [oidc.allowInsecureRequests] } : {},
  );
  const verifier = oidc.randomPKCECodeVerifier();
  const state = oidc.randomState();
  const url = oidc.buildAuthorizationUrl(known, {
    redirect_uri: redirect,
    scope: "openid mitid",
    resource,
    state,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  return {
    // opened in the system's browser, never in a view of the app
    url: url.href,
    finish: async (came) => {
      const tokens = await oidc.authorizationCodeGrant(known, came, { pkceCodeVerifier: verifier, expectedState: state });
      return tokens.access_token;
    },
  };
}
