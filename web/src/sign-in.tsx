import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { DESK_HEADERS, useSession } from "./session";
import { Loading } from "./shared/states";
import { useWords } from "./words";

type Offered = { readonly key: string; readonly name: string; readonly role: string };

/** On a developer's machine: the fictional people by name. Elsewhere the gateway sends everybody to the provider of identities. */
export function SignIn() {
  const say = useWords();
  const { reload } = useSession();
  const [people, setPeople] = useState<readonly Offered[] | null>(null);
  useEffect(() => {
    void fetch("/desk/people", { headers: DESK_HEADERS }).then(async (answer) => {
      if (answer.ok) setPeople(((await answer.json()) as { people: Offered[] }).people);
      else window.location.replace("/desk/sign-in");
    });
  }, []);
  if (!people) return <Loading />;
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
      <ul className="people">
        {people.map(({ key, name, role }) => (
          <li key={key}>
            <Button onPress={() => void signIn(key)}>
              {name} <small>{role}</small>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
