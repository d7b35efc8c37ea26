/** The guide for clients: what it shows stands in its example, the example runs from signing in to a booked time, and so do its commands. */
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { decision, danishTime, kroner, nearestTime } from "../../docs/clients/example/book.js";
import { gateway, SignInAgain } from "../../docs/clients/example/gateway.js";
import { BookingChanged } from "../../docs/clients/example/graph.js";
import { graph } from "../../docs/clients/example/make-graph.js";
import { signIn } from "../../docs/clients/example/sign-in.js";
import { announce } from "../../src/platform/trail/event-bus.js";
import { relayOutbox } from "../../src/platform/trail/relay-outbox.js";
import { sceneOf } from "../bookings/scene.js";
import { APP, Jar, mitId, RESOURCE, startBroker, type Broker } from "../desk/broker.js";
import { startApp, type TestApp } from "../support/app.js";
import type { MadeClinic } from "../support/make.js";

const FOLDER = "docs/clients/example";
const guide = readFileSync("docs/clients/README.md", "utf8");
const blocks = (kind: string): string[] =>
  [...guide.matchAll(new RegExp("^```" + kind + "\n([^]*?)^```", "gm"))].map(([, text = ""]) => text);

let broker: Broker;
let app: TestApp;
let clinic: MadeClinic;
let scene: ReturnType<typeof sceneOf>;
beforeAll(async () => {
  broker = await startBroker();
  broker.serve("http://127.0.0.1");
  app = await startApp({ JWKS_URL: `${broker.issuer}/jwks`, ISSUER: broker.issuer, AUDIENCE: RESOURCE, TRUSTED_DOCUMENTS_ONLY: "true" });
  clinic = await app.make.clinic();
  // the scene's own acts have other tokens than those of this issuer: it only makes rows
  scene = sceneOf(app, () => clinic);
});
afterAll(async () => {
  await app.stop();
  await broker.stop();
});

const member = async () => {
  const who = await scene.someone();
  broker.logins.set(who.member.subject, mitId("Bente", who.member.subject));
  const asked = await signIn(broker.issuer, APP.id, APP.redirect, RESOURCE);
  const token = await asked.finish(new URL(await new Jar().through(asked.url, who.member.subject, "/signed-in")));
  return { ...who, token, mine: gateway(app.url, () => token) };
};

it("shows only what its example holds, and types that are those of the graph", async () => {
  // how far a piece is indented is the page's business, and the loop that listens stands in this file
  const plain = (text: string): string => text.replaceAll(/^ +/gm, "");
  const files = [...readdirSync(FOLDER).map((file) => `${FOLDER}/${file}`), import.meta.filename];
  const all = files.map((file) => plain(readFileSync(file, "utf8")));
  const shown = blocks("ts").map(plain);
  expect(shown.length).toBeGreaterThan(6);
  expect(shown.filter((text) => !all.some((source) => source.includes(text)))).toEqual([]);
  expect(readFileSync(`${FOLDER}/graph.ts`, "utf8")).toBe(await graph());
});

it("signs in, finds the nearest time, books it once however often it is pressed, and hears of it", async () => {
  const { mine, member: who, claim } = await member();
  await scene.freeSlot();
  await scene.freeSlot();
  const heard: string[] = [];
  const leaving = new AbortController();
  const listening = (async () => {
    for await (const { bookingChanged } of mine.listen(BookingChanged, { bookingId: null }, leaving.signal)) {
      heard.push(`${bookingChanged.change} ${bookingChanged.booking.state}`);
      break;
    }
  })();
  const found = await nearestTime(mine, "8000");
  const decided = decision(found.claimId, found.slotId);
  const [once, twice] = await Promise.all([decided(mine), decided(mine)]);
  expect(once).toEqual(twice);
  expect(once).toEqual({ booked: expect.any(String) });
  expect(await app.rows("select claim_id, state from booking where member_id = $1", [who.id])).toEqual([
    { claim_id: claim.id, state: "CONFIRMED" },
  ]);
  await relayOutbox(app.app.database, announce);
  await listening;
  expect(heard).toEqual(["CONFIRMED CONFIRMED"]);
  const again = await decision(found.claimId, found.slotId)(mine);
  expect(again).toMatchObject({ refused: [{ code: "SLOT_TAKEN", remedy: expect.anything() }, { code: "MEMBER_BUSY" }] });
});

it("sends the same again when an answer is lost, and books once", async () => {
  const { token, member: who } = await member();
  await scene.freeSlot();
  let lost = 0;
  const between = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on("data", (part: Buffer) => parts.push(part));
    req.on("end", () => {
      const headers = { "content-type": "application/json", authorization: req.headers.authorization ?? "" };
      void fetch(`${app.url}${req.url}`, { method: "POST", headers, body: Buffer.concat(parts) }).then(async (answer) => {
        const body = await answer.text();
        // done, and nobody hears of it
        if (body.includes("bookSlot") && (lost += 1) === 1) return res.destroy();
        return res.writeHead(answer.status, { "content-type": "application/json" }).end(body);
      });
    });
  });
  await new Promise<void>((resolve) => between.listen(0, "127.0.0.1", resolve));
  const mine = gateway(`http://127.0.0.1:${(between.address() as AddressInfo).port}`, () => token);
  const found = await nearestTime(mine, "8000");
  expect(await decision(found.claimId, found.slotId)(mine)).toEqual({ booked: expect.any(String) });
  expect(lost).toBe(2);
  expect(await app.rows("select state from booking where member_id = $1", [who.id])).toEqual([{ state: "CONFIRMED" }]);
  between.close();
  between.closeAllConnections();
});

it("asks for another sign-in when the token is no longer good, and says amounts and times as Danes write them", async () => {
  await expect(
    nearestTime(
      gateway(app.url, () => "e.e.e"),
      "8000",
    ),
  ).rejects.toThrow(SignInAgain);
  expect(kroner("89550").replaceAll("\u00a0", " ")).toBe("895,50 kr.");
  expect(danishTime("2026-03-29T06:30:00Z")).toMatch(/søndag den 29\. marts 2026.*08\.30/);
});
