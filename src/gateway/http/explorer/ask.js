// One request to the gateway, and the facts about it that are worth a line.

/** `viewer` is an entry of the session; staff of the health team also say what they read a person's data for. */
export function credentials(viewer) {
  return {
    ...(viewer?.token ? { authorization: `Bearer ${viewer.token}` } : {}),
    ...(viewer?.purpose ? { "x-purpose": viewer.purpose } : {}),
  };
}

export async function ask(viewer, query, variables) {
  const began = performance.now();
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", ...credentials(viewer) },
    body: JSON.stringify({ query, variables }),
  });
  const answer = await response.json();
  const ms = Math.round(performance.now() - began);
  const { requested, actual } = answer.extensions?.cost ?? {};
  const cost = requested === undefined ? "" : `cost ${actual ?? requested}`;
  const facts = [`HTTP ${response.status}`, `${ms} ms`, cost, `trace ${response.headers.get("x-request-id")}`].filter(Boolean);
  return { answer, ms, failed: !response.ok || Boolean(answer.errors), facts: facts.join(" · ") };
}
