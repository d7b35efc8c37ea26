import type { TypedDocumentNode } from "@urql/core";
import { useCallback, useRef, useState } from "react";
import { useClient } from "urql";

export type Fault = { readonly message: string; readonly remedy?: string | null; readonly code?: string };

type Keyed = { readonly input: { readonly idempotencyKey: string } };

/**
 * One act of a person's. The key is made when the person decides and kept until the outcome is known: a second press, a lost answer
 * or a gateway that started again sends the same key, so nothing is done twice.
 */
export function useAct<Result, Variables extends Keyed>(document: TypedDocumentNode<Result, Variables>) {
  const client = useClient();
  const key = useRef<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [unknown, setUnknown] = useState(false);
  const act = useCallback(
    async (input: Omit<Variables["input"], "idempotencyKey">, more: Omit<Variables, "input"> | object = {}): Promise<Result | null> => {
      if (busy) return null;
      key.current ??= crypto.randomUUID();
      setBusy(true);
      const { data, error } = await client
        .mutation(document, { ...more, input: { ...input, idempotencyKey: key.current } } as unknown as Variables)
        .toPromise();
      setBusy(false);
      setUnknown(error !== undefined);
      // only an answer ends the act
      if (data) key.current = null;
      return data ?? null;
    },
    [busy, client, document],
  );
  return { act, busy, unknown };
}
