import type { CombinedError } from "@urql/core";
import { useQuery } from "urql";
import { hasCode } from "../graph/client";
import { CodeWords } from "../graph/public";
import { useSession } from "../session";
import { useLanguage, useWords } from "../words";
import type { Fault } from "./act";

/** Every reason at once, each with what to do. */
export function Refusals({ errors }: { readonly errors: readonly Fault[] }) {
  const told = useTold(errors.length > 0);
  if (errors.length === 0) return null;
  return (
    <div className="refusals" role="alert">
      <ul>
        {errors.map((fault, i) => (
          <li key={i}>{told(fault)}</li>
        ))}
      </ul>
    </div>
  );
}

/** A reason in the language that is spoken. The graph's sentence about the case is English; Danish has the words of its code. */
export function useTold(wanted: boolean): (fault: Fault) => string {
  const { language } = useLanguage();
  const danish = language === "da";
  const [{ data }] = useQuery({ query: CodeWords, variables: ERROR_CODES, pause: !danish || !wanted });
  return ({ code, message, remedy }) => {
    const known = danish ? data?.words[0]?.values.find(({ value }) => value === code) : undefined;
    return [known?.label ?? message, known ? known.remedy : remedy].filter(Boolean).join(" ");
  };
}

const ERROR_CODES = { names: ["ErrorCode"], language: "DA" } as const;

/** What became of an act that was not done: every reason, or that nobody knows yet and that pressing again is safe. */
export function Outcome({ of }: { readonly of: { readonly errors: readonly Fault[]; readonly trouble: CombinedError | null } }) {
  const { language, say } = useLanguage();
  const { hasEnded } = useSession();
  if (!of.trouble) return <Refusals errors={of.errors} />;
  // the sheet that the press is in lies over the page's own notice
  if (hasEnded && hasCode(of.trouble, "UNAUTHENTICATED")) return <SignInAgain />;
  const told = language === "en" ? of.trouble.graphQLErrors[0]?.message : undefined;
  return (
    <p className="refusals" role="alert">
      {told} {say.unknownOutcome}
    </p>
  );
}

/** The session is over: one signs in beside the page, and what was typed stays in it. */
export function SignInAgain() {
  const say = useWords();
  return (
    <p className="notice warn" role="alert">
      {say.sessionEnded}{" "}
      <a href="/sign-in" target="_blank" rel="noopener">
        {say.signIn}
      </a>
    </p>
  );
}

/** What is said about one field, by the last part of its path. */
export function faultAt(errors: readonly Fault[], field: string): Fault | undefined {
  return errors.find(({ path }) => path?.at(-1) === field);
}
