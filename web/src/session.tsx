/** Who is signed in. The token never reaches the page: the gateway keeps it, and the browser holds a cookie that no script reads. */
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from "react";

export type Role = "MEMBER" | "CLINIC_STAFF" | "HEALTH_TEAM" | "NETWORK_MANAGER" | "FINANCE";
/** What somebody acts as. */
export type Acting = { readonly role: Role; readonly organisation: string | null; readonly organisationName: string | null };
export type Person = Acting & {
  /** Changes with each sign-in. */
  readonly key: string;
  readonly name: string;
  /** What else the person may be here. */
  readonly mayBe: readonly Acting[];
};

type Session = {
  /** Undefined while it is not known. */
  readonly person: Person | null | undefined;
  /** The session ended while the page was open: what was typed stays, and one signs in again. */
  readonly hasEnded: boolean;
  readonly ended: () => void;
  readonly signOut: (everywhere?: boolean) => Promise<void>;
  /** Goes on as something else that the person may be; the page begins anew. */
  readonly switchTo: (to: Acting) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** What the gateway takes for now. */
  readonly now: () => Date;
};

const SessionContext = createContext<Session | null>(null);

const NOBODY_YET = "1";
let shows = NOBODY_YET;

/**
 * Sent with everything that the pages ask: a form of another site cannot. It says whom this page shows, so that it does not act as somebody who
 * has signed in beside it in another tab.
 */
export const DESK_HEADERS = {
  get "x-desk"() {
    return shows;
  },
};

async function askSession(): Promise<{ readonly person: Person | null; readonly now: string } | null> {
  const answer = await fetch("/desk/session", { headers: { "x-desk": NOBODY_YET } }).catch(() => null);
  return answer?.ok ? ((await answer.json()) as { readonly person: Person | null; readonly now: string }) : null;
}

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [person, setPerson] = useState<Person | null | undefined>(undefined);
  const [hasEnded, setHasEnded] = useState(false);
  const [aheadMs, setAheadMs] = useState(0);
  const reload = useCallback(async () => {
    const found = await askSession();
    if (found) setAheadMs(Date.parse(found.now) - Date.now());
    shows = found?.person?.key ?? NOBODY_YET;
    setHasEnded(false);
    setPerson(found?.person ?? null);
  }, []);
  useEffect(() => void reload(), [reload]);
  // after signing in again in another window the page goes on where it was; for somebody else it begins anew
  useEffect(() => {
    if (!hasEnded) return;
    const back = async (): Promise<void> => {
      const found = await askSession();
      if (!found?.person) return;
      if (found.person.name === person?.name && found.person.organisation === person.organisation && found.person.role === person.role) {
        shows = found.person.key;
        setHasEnded(false);
      } else window.location.replace("/");
    };
    const seen = (): void => void back();
    window.addEventListener("focus", seen);
    return () => window.removeEventListener("focus", seen);
  }, [hasEnded, person]);
  // a page brought back from the browser's memory shows nobody's data: it asks again who is there
  useEffect(() => {
    const shown = (event: PageTransitionEvent): void => {
      if (event.persisted) window.location.reload();
    };
    window.addEventListener("pageshow", shown);
    return () => window.removeEventListener("pageshow", shown);
  }, []);
  const signOut = useCallback(async (everywhere = false) => {
    const answer = await fetch(`/desk/sign-out${everywhere ? "-everywhere" : ""}`, { method: "POST", headers: DESK_HEADERS });
    const { next } = answer.ok ? ((await answer.json()) as { readonly next: string | null }) : { next: null };
    window.location.replace(next ?? "/");
  }, []);
  const switchTo = useCallback(async ({ role, organisation }: Acting) => {
    await fetch("/desk/switch", {
      method: "POST",
      headers: { ...DESK_HEADERS, "content-type": "application/json" },
      body: JSON.stringify({ role, organisation }),
    });
    window.location.replace("/");
  }, []);
  const session = useMemo(
    () => ({ person, hasEnded, ended: () => setHasEnded(true), signOut, switchTo, reload, now: () => new Date(Date.now() + aheadMs) }),
    [person, hasEnded, signOut, switchTo, reload, aheadMs],
  );
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("a page stands inside a session");
  return session;
}
