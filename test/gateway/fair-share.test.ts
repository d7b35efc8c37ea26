import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { expect, it } from "@jest/globals";
import { FairShare } from "../../src/gateway/http/fair-share.js";
import { JsonShape } from "../../src/gateway/http/body/json-shape.js";
import { ANONYMOUS, type Viewer } from "../../src/platform/viewer.js";

const system = (subject: string): Viewer => ({ ...ANONYMOUS, role: "CLINIC_SYSTEM", subject });
const sent = (text: string): IncomingMessage =>
  Object.assign(Readable.from([Buffer.from(text)]), { headers: { "content-length": String(text.length) }, complete: true }) as never;

it("a body that is refused is followed by a rest for what went by of it, its sender's and nobody else's", async () => {
  const share = new FairShare({ allowLarge: () => true });
  const read = (who: string, text: string): Promise<Buffer> => share.bodyOf(sent(text), system(who), null, new JsonShape());
  const good = `"${"x".repeat(200_000)}"`;
  await expect(read("attacker", "[".repeat(1_000_000))).rejects.toMatchObject({ status: 413 });
  const began = performance.now();
  await read("another", good);
  const others = performance.now() - began;
  expect((await read("attacker", good)).length).toBe(good.length);
  // 20 ms, and one for each 5 kB
  expect(performance.now() - began).toBeGreaterThanOrEqual(200);
  expect(others).toBeLessThan(200);
});

it("a body that arrives faster than it is counted rests at its sender's while others are there, and is whole all the same", async () => {
  const pieces = Array.from({ length: 10 }, (_, i) => Buffer.from(String(i).repeat(50_000)));
  const request = (): IncomingMessage =>
    Object.assign(Readable.from(pieces), { headers: { "content-length": "500000" }, complete: true }) as never;
  const counting = {
    takes: () => {
      const until = performance.now() + 5;
      while (performance.now() < until);
      return true;
    },
  } as unknown as JsonShape;
  const share = new FairShare({ allowLarge: () => true });
  const read = async (who: string): Promise<number> => {
    const began = performance.now();
    expect((await share.bodyOf(request(), system(who), null, counting)).equals(Buffer.concat(pieces))).toBe(true);
    return performance.now() - began;
  };
  await read("one");
  await share.inTurn(system("another"), null, () => Promise.resolve());
  // ten pieces of 5 ms, and after each a rest of three times as long
  expect(await read("one")).toBeGreaterThanOrEqual(180);
});
