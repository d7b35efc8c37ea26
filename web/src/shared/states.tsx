import type { CombinedError, TypedDocumentNode } from "@urql/core";
import { useCallback, useEffect, useMemo, type ReactNode } from "react";
import { Button } from "react-aria-components";
import { useQuery } from "urql";
import { useLanguage, useWords } from "../words";
import { Icon, type IconName } from "./icons";

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

/** Why nothing is shown, and pressing again; where the gateway is busy, the page presses by itself when it was told to. */
export function Failed({ error, again }: { readonly error: CombinedError; readonly again: () => void }) {
  const say = useWords();
  const { language } = useLanguage();
  const [first] = error.graphQLErrors;
  const busy = first !== undefined && first.extensions["retryable"] === true;
  const seconds = busy ? Number(first.extensions["retryAfterSeconds"] ?? BUSY_SECONDS) : null;
  useEffect(() => {
    if (seconds === null) return;
    const later = setTimeout(again, seconds * 1_000);
    return () => clearTimeout(later);
  }, [error]);
  // the gateway's own sentence says what to do, in English; a lost connection has none
  const told = language === "en" ? first?.message : undefined;
  return (
    <div className="card failed" role="alert">
      <Icon name="alert" />
      <p>{seconds === null ? (told ?? say.failed) : say.busyNow(seconds)}</p>
      <Button className="second" onPress={again}>
        {say.tryAgain}
      </Button>
    </div>
  );
}

/** How long to wait where the gateway does not say. */
const BUSY_SECONDS = 5;

/** Nothing is here, which is an answer too: what it means, and what to do first. */
export function Empty({ children, icon, action }: { readonly children: ReactNode; readonly icon?: IconName; readonly action?: ReactNode }) {
  return (
    <div className="empty">
      {icon && <Icon name={icon} />}
      <p>{children}</p>
      {action}
    </div>
  );
}

/**
 * What a page shows, asked once; what was seen before is shown at once and asked again behind it. `state` is what to show in the place
 * of the page while there is nothing of it, else null.
 */
export function useScreen<Result, Variables extends object>(
  query: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  pause = false,
): { readonly data: Result | undefined; readonly state: ReactNode; readonly again: () => void; readonly fetching: boolean } {
  const asked = useMemo(() => variables, [JSON.stringify(variables)]);
  const [{ data, error, fetching }, ask] = useQuery({ query, variables: asked, requestPolicy: "cache-and-network", pause });
  const again = useCallback(() => ask({ requestPolicy: "network-only" }), [ask]);
  const state = data ? null : error ? <Failed error={error} again={again} /> : pause ? null : <Loading />;
  return { data, state, again, fetching };
}
