import { Button } from "react-aria-components";
import { useSession, type Acting } from "./session";
import { useWords } from "./words";

/** Whoever is signed in: as what, as what else, and out of all browsers at once. */
export function Me() {
  const say = useWords();
  const { person, signOut, switchTo } = useSession();
  if (!person) return null;
  const named = ({ role, organisation, organisationName }: Acting): string =>
    [say.roles[role], organisationName ?? (organisation && `CVR ${organisation}`)].filter(Boolean).join(", ");
  return (
    <div className="phone">
      <h1>{person.name}</h1>
      <p>{say.signedInAs(named(person))}</p>
      {person.mayBe.length > 0 && (
        <section aria-labelledby="others">
          <h2 id="others">{say.goOnAs}</h2>
          <ul className="people">
            {person.mayBe.map((each) => (
              <li key={`${each.role} ${each.organisation}`}>
                <Button onPress={() => void switchTo(each)}>{named(each)}</Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="out">
        <h2 id="out">{say.signedInElsewhere}</h2>
        <p>{say.everywhereMeans}</p>
        <Button className="second" onPress={() => void signOut(true)}>
          {say.signOutEverywhere}
        </Button>
      </section>
    </div>
  );
}
