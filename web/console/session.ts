/** What the gateway says the console has: whom one can be, with a token for each, and the operations that are registered. */
export type ConsoleRole = {
  readonly role: string;
  readonly label: string;
  /** Null acts without one. */
  readonly token: string | null;
  /** Sent as x-purpose where a role says what it reads personal data for. */
  readonly purpose?: string;
};
export type ReadyOperation = {
  readonly role: string;
  readonly name: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
};
export type ConsoleSession = {
  readonly roles: readonly ConsoleRole[];
  readonly operations: readonly ReadyOperation[];
  readonly links: readonly { readonly label: string; readonly href: string }[];
};

/** Asked again where a token may have ended, or an example is about what was just done. */
export async function askSession(): Promise<ConsoleSession> {
  const answer = await fetch("/console/session.json");
  return (await answer.json()) as ConsoleSession;
}

export function headersOf({ token, purpose }: ConsoleRole): Readonly<Record<string, string>> {
  return { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(purpose ? { "x-purpose": purpose } : {}) };
}

/** An example's keys are made when it is taken. */
export function filledIn(variables: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(variables, null, 2).replaceAll("{{uuid}}", () => crypto.randomUUID());
}

/** What a terminal runs to ask the same; a quote is closed, escaped and opened again, as shells want it. */
export function curlOf(url: string, headers: Readonly<Record<string, string>>, body: object): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
  const said = Object.entries({ "content-type": "application/json", ...headers });
  return [
    `curl -s ${quoted(url)}`,
    ...said.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    `-d ${quoted(JSON.stringify(body))}`,
  ].join(" \\\n  ");
}
