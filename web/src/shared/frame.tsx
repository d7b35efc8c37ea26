import { Link, Outlet } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { START } from "../router";
import { useSession } from "../session";
import { useLanguage } from "../words";

/** What stands around each page: who is signed in, the language, and what everybody has to know at once. */
export function Frame() {
  const { person, hasEnded, signOut } = useSession();
  const { language, speak, say } = useLanguage();
  const offline = useOffline();
  return (
    <>
      <a className="skip" href="#content">
        {say.skipToContent}
      </a>
      <header className="frame">
        <Link to={person ? START[person.role] : "/"} className="brand">
          {say.appName}
        </Link>
        <div className="frame-end">
          {person && (
            <span className="who">
              {person.name}
              {person.organisation && <small>{person.organisation}</small>}
            </span>
          )}
          <Button className="quiet" onPress={() => speak(language === "da" ? "en" : "da")}>
            {say.otherLanguage}
          </Button>
          {person && (
            <Button className="quiet" onPress={() => void signOut()}>
              {say.signOut}
            </Button>
          )}
        </div>
      </header>
      <div role="status" className="notices">
        {offline && <p className="notice warn">{say.offline}</p>}
        {hasEnded && (
          <p className="notice warn">
            {say.sessionEnded}{" "}
            <a href="/sign-in" target="_blank" rel="noopener">
              {say.signIn}
            </a>
          </p>
        )}
      </div>
      <main id="content">
        <Outlet />
      </main>
    </>
  );
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
