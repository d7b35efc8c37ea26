/** Away to the provider of identities, and back with a session. Whatever goes wrong ends at the sign-in page with a word for it. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { HttpFault, sendAnswer } from "../http/answer.js";
import { attemptCookie, attemptOf, sessionCookie } from "./cookie.js";
import type { Act, Begun } from "./door.js";
import type { SignInProblem } from "./exchange.js";
import { ATTEMPT_SECONDS } from "./provider.js";

export type ProviderDoor = {
  /** Seconds after which this caller may try again; null while it may. */
  readonly waits: (req: IncomingMessage) => Promise<number | null>;
  /** Where the desk is to the browser, which the provider sends back there. */
  readonly originOf: (req: IncomingMessage) => string;
  /** Where the browser goes, and what it brings back in its cookie. */
  readonly begin: (callback: string, to: string) => Promise<{ readonly url: string; readonly attempt: string } | SignInProblem>;
  readonly finish: (came: URL, attempt: string) => Promise<(Begun & { readonly to: string }) | SignInProblem>;
  /** Where the browser signs out at the provider, too; null where it does not. */
  readonly leave: (req: IncomingMessage) => Promise<string | null>;
};

const CALLBACK = "/desk/callback";
/** A page to go on with after signing in: one of ours, and nothing that could be somebody else's address. */
const PATH = /^\/[\w/.~-]{0,200}$/;

export function providerActs(provider: ProviderDoor, secure: boolean, isPage: (at: string) => boolean): Readonly<Record<string, Act>> {
  const taken = async (req: IncomingMessage): Promise<void> => {
    const seconds = await provider.waits(req);
    if (seconds !== null)
      throw new HttpFault(429, "RATE_LIMITED", "Too many attempts to sign in.", { "retry-after": seconds }, { retryAfterSeconds: seconds });
  };
  return {
    "GET /desk/sign-in": async (req, res) => {
      await taken(req);
      const asked = new URL(req.url ?? "/", "http://desk").searchParams.get("to") ?? "/";
      const to = PATH.test(asked) && !asked.startsWith("//") && isPage(asked) ? asked : "/";
      const begun = await provider.begin(`${provider.originOf(req)}${CALLBACK}`, to);
      if (typeof begun === "string") return goTo(res, problemPage(begun));
      goTo(res, begun.url, [attemptCookie(begun.attempt, ATTEMPT_SECONDS, secure)]);
    },
    [`GET ${CALLBACK}`]: async (req, res) => {
      await taken(req);
      const attempt = attemptOf(req, secure);
      const came = new URL(req.url ?? "/", provider.originOf(req));
      const done = attempt === null ? "EXPIRED" : await provider.finish(came, attempt);
      // it has come back once
      const spent = attemptCookie("", 0, secure);
      if (typeof done === "string") return goTo(res, problemPage(done), [spent]);
      goTo(res, done.to, [spent, sessionCookie(done.cookie, done.seconds, secure)]);
    },
  };
}

const problemPage = (problem: SignInProblem): string => `/sign-in?problem=${problem}`;

function goTo(res: ServerResponse, location: string, cookies: string[] = []): void {
  sendAnswer(res, 303, "text/plain; charset=utf-8", "", { location, ...(cookies.length > 0 ? { "set-cookie": cookies } : {}) });
}
