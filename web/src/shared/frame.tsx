import { Link, Navigate, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { PLACES } from "../places";
import { START } from "../root";
import { useSession } from "../session";
import { useLanguage } from "../words";
import { Icon } from "./icons";
import { SignInAgain } from "./refusals";

/** What stands around each page: where one can go, who is signed in, the language, and what everybody has to know at once. */
export function Frame() {
  const { person, hasEnded, signOut } = useSession();
  const { language, speak, say } = useLanguage();
  const offline = useOffline();
  const at = useRouterState({ select: ({ location }) => location.pathname });
  const places = person ? PLACES[person.role] : [];
  const start = person ? START[person.role] : "/";
  const place = places.filter(({ to }) => at === to || at.startsWith(`${to}/`)).at(-1);
  useEffect(() => {
    document.title = [place?.[language], say.appName].filter(Boolean).join(" · ");
  }, [place, language, say]);
  useFocusOnContent(at);
  return (
    <div className={places.length > 0 ? `desk ${person?.role === "MEMBER" ? "of-member" : "of-staff"}` : "desk"}>
      <a className="skip" href="#content">
        {say.skipToContent}
      </a>
      <header className="frame">
        <Link to={start} className="brand">
          <Icon name="shield" />
          {say.appName}
        </Link>
        {places.length > 0 && (
          <nav className="places" aria-label={say.places}>
            {places.map(({ to, icon, ...words }) => (
              <Link key={to} to={to} activeOptions={{ exact: to === start, includeSearch: false }} activeProps={{ "aria-current": "page" }}>
                <Icon name={icon} />
                <span>{words[language]}</span>
              </Link>
            ))}
          </nav>
        )}
        <div className="frame-end">
          {person && (
            <Link to="/me" className="who">
              <Icon name="person" />
              <span className="hidden">{say.account}: </span>
              <span className="who-name">
                {person.name}
                {person.organisation && <small>{person.organisationName ?? `CVR ${person.organisation}`}</small>}
              </span>
            </Link>
          )}
          <div className="frame-acts">
            <Button className="quiet" onPress={() => speak(language === "da" ? "en" : "da")}>
              {say.otherLanguage}
            </Button>
            {person && (
              <Button className="quiet" onPress={() => void signOut()}>
                {say.signOut}
              </Button>
            )}
          </div>
        </div>
      </header>
      <div className="body">
        <div role="status" className="notices">
          {offline && <p className="notice warn">{say.offline}</p>}
          {hasEnded && <SignInAgain />}
        </div>
        <main id="content" tabIndex={-1}>
          {person || hasEnded || at === "/sign-in" || at === "/" ? <Outlet /> : <Navigate to="/sign-in" replace />}
        </main>
      </div>
    </div>
  );
}

/** A page that was gone to begins at its content: Tab goes on there and not at the top again, and a screen reader says where one is. */
function useFocusOnContent(at: string): void {
  const before = useRef(at);
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    const content = document.getElementById("content");
    // a field of the new page that waits for a text has it already
    if (!content?.contains(document.activeElement)) content?.focus({ preventScroll: true });
  }, [at]);
}

function useOffline(): boolean {
  const [offline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const look = (): void => setOffline(!navigator.onLine);
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, []);
  return offline;
}
