import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { DESK_HEADERS, useSession, type Role } from "./session";
import { Loading } from "./shared/states";
import { useWords } from "./words";

type Offered = { readonly key: string; readonly name: string; readonly role: Role; readonly place: string | null };
type Ways = { readonly provider: boolean; readonly people: readonly Offered[] };

/** Signing in: with the provider of identities, and on a developer's machine as one of the fictional people. */
export function SignIn() {
  const say = useWords();
  const { reload } = useSession();
  const [ways, setWays] = useState<Ways | null>(null);
  useEffect(() => {
    void fetch("/desk/people", { headers: DESK_HEADERS }).then(async (answer) => setWays((await answer.json()) as Ways));
  }, []);
  if (!ways) return <Loading />;
  const asked = new URLSearchParams(window.location.search).get("problem") ?? "";
  const problem = Object.entries(say.signInProblems).find(([code]) => code === asked)?.[1];
  const signIn = async (key: string): Promise<void> => {
    await fetch("/desk/sign-in", {
      method: "POST",
      headers: { ...DESK_HEADERS, "content-type": "application/json" },
      body: JSON.stringify({ key }),
    });
    await reload();
    window.location.replace("/");
  };
  return (
    <div className="phone">
      <h1>{say.signIn}</h1>
      {problem && (
        <p className="refusals" role="alert">
          {problem}
        </p>
      )}
      {ways.provider && (
        <p>
          <a className="button" href="/desk/sign-in">
            {say.signInWithMitId}
          </a>
        </p>
      )}
      {ways.people.length > 0 && <p>{say.fictionalPeople}</p>}
      <ul className="people">
        {ways.people.map(({ key, name, role, place }) => (
          <li key={key}>
            <Button onPress={() => void signIn(key)}>
              {name} <small>{[say.roles[role], place].filter(Boolean).join(", ")}</small>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
