import type { CombinedError, TypedDocumentNode } from "@urql/core";
import { useCallback, useRef, useState } from "react";
import { useClient } from "urql";

/** Why the gateway did not do it, and what to do about it. `path` names the field that it is about. */
export type Fault = {
  readonly message: string;
  readonly remedy?: string | null;
  readonly code?: string;
  readonly path?: readonly string[] | null;
};

type Asking = { readonly input: object };
type Keyed = { readonly input: { readonly idempotencyKey: string } };
type Payload<Result> = NonNullable<Exclude<Result[keyof Result], string | undefined>>;

export type Task<Result, Variables extends Asking> = {
  /** The payload where it was done, null where it was not; `errors` and `trouble` then say why. */
  readonly run: (input: Omit<Variables["input"], "idempotencyKey">, more?: object) => Promise<Payload<Result> | null>;
  readonly busy: boolean;
  readonly errors: readonly Fault[];
  /** The answer that refused it, for what else stands there. */
  readonly refused: Payload<Result> | null;
  /** Set where no answer came: whether it was done is not known, and pressing again is safe. */
  readonly trouble: CombinedError | null;
  readonly clear: () => void;
};

/**
 * One act of a person's. The key is made when the person decides and kept until the outcome is known: a second press, a lost answer
 * or a gateway that started again sends the same key, so nothing is done twice. Another decision has another key. An act that is the
 * same done twice takes no key and says so.
 */
export function useTask<Result extends object, Variables extends Asking>(
  document: TypedDocumentNode<Result, Variables>,
  ...unkeyed: Variables extends Keyed ? [] : ["UNKEYED"]
): Task<Result, Variables> {
  const client = useClient();
  const decided = useRef<{ readonly what: string; readonly key: string } | null>(null);
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<readonly Fault[]>([]);
  const [refused, setRefused] = useState<Payload<Result> | null>(null);
  const [trouble, setTrouble] = useState<CombinedError | null>(null);
  const keyed = unkeyed.length === 0;
  const run = useCallback(
    async (input: Omit<Variables["input"], "idempotencyKey">, more: object = {}): Promise<Payload<Result> | null> => {
      if (running.current) return null;
      running.current = true;
      const what = JSON.stringify(input);
      if (decided.current?.what !== what) decided.current = { what, key: crypto.randomUUID() };
      setBusy(true);
      const asked = keyed ? { ...input, idempotencyKey: decided.current.key } : input;
      const { data, error } = await client.mutation(document, { ...more, input: asked } as unknown as Variables).toPromise();
      running.current = false;
      setBusy(false);
      setTrouble(error ?? null);
      if (!data) return null;
      // only an answer ends the act
      decided.current = null;
      const payload = Object.values(data).find((value) => typeof value === "object") as Payload<Result> & {
        readonly errors: readonly Fault[];
      };
      setErrors(payload.errors);
      const done = payload.errors.length === 0;
      setRefused(done ? null : payload);
      return done ? payload : null;
    },
    [client, document, keyed],
  );
  const clear = useCallback(() => {
    setErrors([]);
    setRefused(null);
    setTrouble(null);
  }, []);
  return { run, busy, errors, refused, trouble, clear };
}
