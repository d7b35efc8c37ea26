import type { CombinedError } from "@urql/core";
import { useWords } from "../words";
import type { Fault } from "./act";

/** Every reason at once, each with what to do. */
export function Refusals({ errors }: { readonly errors: readonly Fault[] }) {
  if (errors.length === 0) return null;
  return (
    <ul className="refusals" role="alert">
      {errors.map(({ message, remedy }, i) => (
        <li key={i}>
          {message} {remedy}
        </li>
      ))}
    </ul>
  );
}

/** What became of an act that was not done: every reason, or that nobody knows yet and that pressing again is safe. */
export function Outcome({ of }: { readonly of: { readonly errors: readonly Fault[]; readonly trouble: CombinedError | null } }) {
  const say = useWords();
  if (!of.trouble) return <Refusals errors={of.errors} />;
  return (
    <p className="refusals" role="alert">
      {of.trouble.graphQLErrors[0]?.message} {say.unknownOutcome}
    </p>
  );
}

/** What is said about one field, by the last part of its path. */
export function faultAt(errors: readonly Fault[], field: string): Fault | undefined {
  return errors.find(({ path }) => path?.at(-1) === field);
}
