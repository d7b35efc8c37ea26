/** Pages that stand beside the API outside production. */
import type { IncomingMessage, ServerResponse } from "node:http";

export type Page = { readonly type: string; readonly body: string | (() => Promise<string>); readonly csp: string };

/** Whether they answer this path, and the answer. */
export type Pages = {
  readonly owns: (at: string) => boolean;
  readonly answer: (req: IncomingMessage, res: ServerResponse, at: string) => Promise<void>;
};
