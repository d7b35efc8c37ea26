import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { CombinedError } from "@urql/core";
import { useWords } from "../words";

/** Grey lines in the place of what is coming; told to those who listen instead of look. */
export function Loading() {
  const say = useWords();
  return (
    <div className="loading" role="status">
      <span className="hidden">{say.loading}</span>
      <i />
      <i />
      <i />
    </div>
  );
}

export function Failed({ error, again }: { readonly error: CombinedError; readonly again: () => void }) {
  const say = useWords();
  // the gateway's own sentence says what to do; a lost connection has none
  const told = error.graphQLErrors[0]?.message;
  return (
    <div className="card" role="alert">
      <p>{told ?? say.failed}</p>
      <Button onPress={again}>{say.tryAgain}</Button>
    </div>
  );
}

export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="empty">{children}</p>;
}
