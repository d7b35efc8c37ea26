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
