/** Who is signed in. The token never reaches the page: the gateway keeps it, and the browser holds a cookie that no script reads. */
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from "react";

export type Role = "MEMBER" | "CLINIC_STAFF" | "HEALTH_TEAM" | "NETWORK_MANAGER" | "FINANCE";
export type Person = {
  /** Changes with each sign-in. */
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string | null;
};

type Session = {
  /** Undefined while it is not known. */
  readonly person: Person | null | undefined;
  /** The session ended while the page was open: what was typed stays, and one signs in again. */
  readonly hasEnded: boolean;
  readonly ended: () => void;
  readonly signOut: () => Promise<void>;
  readonly reload: () => Promise<void>;
  /** What the gateway takes for now. */
  readonly now: () => Date;
};

const SessionContext = createContext<Session | null>(null);

/** Sent with everything that the pages ask: a form of another site cannot. */
export const DESK_HEADERS = { "x-desk": "1" } as const;

async function askSession(): Promise<{ readonly person: Person | null; readonly now: string } | null> {
  const answer = await fetch("/desk/session", { headers: DESK_HEADERS }).catch(() => null);
  return answer?.ok ? ((await answer.json()) as { readonly person: Person | null; readonly now: string }) : null;
}

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [person, setPerson] = useState<Person | null | undefined>(undefined);
  const [hasEnded, setHasEnded] = useState(false);
  const [aheadMs, setAheadMs] = useState(0);
  const reload = useCallback(async () => {
    const found = await askSession();
    if (found) setAheadMs(Date.parse(found.now) - Date.now());
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
      if (found.person.name === person?.name && found.person.organisation === person.organisation && found.person.role === person.role)
        setHasEnded(false);
      else window.location.replace("/");
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
  const signOut = useCallback(async () => {
    await fetch("/desk/sign-out", { method: "POST", headers: DESK_HEADERS });
    window.location.replace("/");
  }, []);
  const session = useMemo(
    () => ({ person, hasEnded, ended: () => setHasEnded(true), signOut, reload, now: () => new Date(Date.now() + aheadMs) }),
    [person, hasEnded, signOut, reload, aheadMs],
  );
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("a page stands inside a session");
  return session;
}
