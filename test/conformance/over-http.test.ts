/** GraphQL over HTTP, checked by the audits of graphql-http; the six deviations are decided, and explained in docs/conformance.md. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { serverAudits } from "graphql-http";
import { start } from "../gateway/world.js";

/** These want 200 for a document that does not parse, validate or coerce; the newest draft wants 4xx, and so do we. */
const WANT_200 = ["572B", "FDE2", "7B9B"];
/** These send GET without the header that keeps a foreign web page from sending it. */
const WITHOUT_PREFLIGHT = ["5A70", "D6D5", "6A70"];

const WAYS = [false, true].flatMap((production) => [false, true].map((compiled) => ({ production, compiled })));
describe.each(WAYS)("the 61 audits, in production: $production, compiled: $compiled", (way) => {
  let world: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    world = await start({}, way);
  });
  afterAll(() => world.stop());

  const deviations = async (fetchFn: typeof fetch): Promise<string[]> => {
    const audits = serverAudits({ url: `${world.url}/graphql`, fetchFn });
    expect(audits).toHaveLength(61);
    const results = await Promise.all(audits.map(async (audit) => [audit.id, (await audit.fn()).status] as const));
    return results
      .filter(([, status]) => status !== "ok")
      .map(([id, status]) => `${id} ${status}`)
      .sort();
  };

  it("show exactly the six deviations that are decided", async () => {
    const expected = [...WANT_200.map((id) => `${id} warn`), ...WITHOUT_PREFLIGHT.map((id) => `${id} notice`)].sort();
    expect(await deviations(fetch)).toEqual(expected);
  });

  it("show three when GET brings the preflight header", async () => {
    const withHeader: typeof fetch = (url, init) =>
      fetch(url, { ...init, headers: { ...(init?.headers as Record<string, string>), "apollo-require-preflight": "1" } });
    expect(await deviations(withHeader)).toEqual(WANT_200.map((id) => `${id} warn`).sort());
  });
});
