/** From what a provider of identities says to a session of the desk: the rules, the member behind the login, and a line in the trail. */
import { bindLogin } from "../features/members/bind-login.js";
import { resolveViewer } from "../features/members/resolve-viewer.js";
import { exchange, type Login, type SignInProblem } from "../gateway/desk/exchange.js";
import { Declined, NoAttempt, openProvider } from "../gateway/desk/provider.js";
import type { ProviderDoor } from "../gateway/desk/provider-door.js";
import type { Claims } from "../gateway/identity/viewer.js";
import type { Log } from "../platform/log.js";
import type { PersonalData } from "../platform/people/personal-data.js";
import { beginSession } from "../platform/people/web-sessions.js";
import type { Database } from "../platform/postgres/database.js";
import { transaction } from "../platform/postgres/transaction.js";
import { write } from "../platform/postgres/write.js";
import { auditRow } from "../platform/trail/audit.js";
import { WORKER, type Acting } from "../platform/viewer.js";
import type { SignInSettings } from "./settings/sign-in-settings.js";

type SignInWorld = { readonly database: Database; readonly personal: PersonalData; readonly log: Log; readonly inTheClear: boolean };
type Door = Pick<ProviderDoor, "begin" | "finish"> & { readonly leave: (back: string) => Promise<string | null> };

export function signInWith(
  { provider: settings, seconds }: SignInSettings,
  { database, personal, log, inTheClear }: SignInWorld,
): Door | null {
  if (settings === null) return null;
  const provider = openProvider({ ...settings, inTheClear });
  const problemOf = (error: unknown): SignInProblem => {
    if (error instanceof Declined) return "CANCELLED";
    if (error instanceof NoAttempt) return "EXPIRED";
    log.warn("nobody could sign in with the provider of identities", { err: error });
    return "UNREACHABLE";
  };
  return {
    begin: (callback, to) => provider.begin(callback, to).catch(problemOf),
    finish: async (came, attempt) => {
      const back = await provider.finish(came, attempt).catch(problemOf);
      if (typeof back === "string") return back;
      const refused = async (problem: SignInProblem): Promise<SignInProblem> => {
        await noteRefusal(database, back.claims, problem);
        return problem;
      };
      const login = exchange(settings.rules, back.claims);
      if (typeof login === "string") return refused(login);
      const is = await whoIs(database, personal, login);
      if (typeof is === "string") return refused(is);
      const [first, ...others] = is;
      const who = { subject: login.subject, assurance: login.assurance, name: login.name, ...first, mayBe: [first, ...others] };
      return { cookie: await beginSession(database, who, seconds, "provider"), seconds, to: back.to };
    },
    leave: (back) => provider.leave(back).catch(() => null),
  };
}

/** What of it this gateway knows: the member of the login, organisations with an agreement, the insurer's own people. */
async function whoIs(database: Database, personal: PersonalData, login: Login): Promise<readonly [Acting, ...Acting[]] | SignInProblem> {
  const known: Acting[] = [];
  let problem: SignInProblem = "NO_ROLE";
  for (const acting of login.mayBe) {
    if (acting.role === "MEMBER") {
      const bound = await bindLogin(database, personal, login);
      if (bound === "NOT_A_MEMBER" || bound === "OTHER_LOGIN") {
        problem = bound;
        continue;
      }
    }
    if (await resolveViewer(database, claimsOf(login, acting))) known.push(acting);
  }
  const [first, ...others] = known;
  return first ? [first, ...others] : problem;
}

function claimsOf({ subject, assurance }: Login, { role, cvr }: Acting): Claims {
  return { subject, role, cvr, assurance, purpose: null, tokenId: null, issuedAt: 0, expiresAt: 0, boundTo: null };
}

/** Who was turned away and why; a claim that is no usable subject names nobody. */
async function noteRefusal(database: Database, claims: Readonly<Record<string, unknown>>, problem: SignInProblem): Promise<void> {
  // the binding has written its own line, with the member in it
  if (problem === "NOT_A_MEMBER" || problem === "OTHER_LOGIN") return;
  const subject = String(claims["sub"]).slice(0, 200);
  const audited = { operation: "signIn", object: "Session", outcome: "REFUSED", rule: problem, purpose: "OPERATION" } as const;
  await transaction(database, WORKER, (tx) =>
    write(tx, { audit_event: [auditRow({ ...WORKER, subject, role: "ANONYMOUS" }, "desk", audited)] }),
  );
}
