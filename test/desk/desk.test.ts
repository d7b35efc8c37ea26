/** The desk in a real browser: one gateway and one browser for the journeys of every role, and what the cookie lets in. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { beginSession, type SignedIn } from "../../src/platform/people/web-sessions.js";
import { sceneOf } from "../bookings/scene.js";
import { startApp, type TestApp } from "../support/app.js";
import type { MadeClinic, MadeMember } from "../support/make.js";
import { startBrowser, type DeskBrowser } from "./browser.js";
import { badLuck } from "./bad-luck.js";
import { clinicJourneys } from "./clinic-journeys.js";
import { financeJourneys } from "./finance-journeys.js";
import { measures } from "./measures.js";
import { memberJourneys } from "./member-journeys.js";
import { networkJourneys } from "./network-journeys.js";
import { signInJourneys } from "./sign-in-journeys.js";
import { teamJourneys } from "./team-journeys.js";

export type Desk = {
  readonly app: TestApp;
  readonly browser: DeskBrowser;
  readonly clinic: MadeClinic;
  readonly scene: ReturnType<typeof sceneOf>;
};

export const MEMBER = (member: MadeMember): SignedIn => ({
  subject: member.subject,
  role: "MEMBER",
  cvr: null,
  assurance: "HIGH",
  name: "Bente Prøve",
});
export const CLINIC = (clinic: MadeClinic): SignedIn => ({
  subject: "clinic-staff",
  role: "CLINIC_STAFF",
  cvr: clinic.cvr,
  assurance: "HIGH",
  name: "Karin",
});
export const NETWORK: SignedIn = { subject: "network", role: "NETWORK_MANAGER", cvr: null, assurance: "HIGH", name: "Nora" };
export const FINANCE: SignedIn = { subject: "finance", role: "FINANCE", cvr: null, assurance: "HIGH", name: "Freja" };
export const TEAM: SignedIn = { subject: "health-team", role: "HEALTH_TEAM", cvr: null, assurance: "HIGH", name: "Tina" };

describe("the desk", () => {
  let app: TestApp;
  let browser: DeskBrowser;
  let clinic: MadeClinic;
  let scene: ReturnType<typeof sceneOf>;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), startBrowser()]);
    clinic = await app.make.clinic();
    scene = sceneOf(app, () => clinic);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });
  const desk = (): Desk => ({ app, browser, clinic, scene });

  describe("of a member", () => memberJourneys(desk));
  describe("of a clinic", () => clinicJourneys(desk));
  describe("of the health team", () => teamJourneys(desk));
  describe("of the network manager", () => networkJourneys(desk));
  describe("of finance", () => financeJourneys(desk));
  describe("in bad luck", () => badLuck(desk));
  describe("as measured", () => measures(desk));
  describe("with a provider of identities", () => signInJourneys(desk));

  it("lets its cookie count only where the desk's own page asks", async () => {
    const value = await beginSession(app.app.database, TEAM, 60);
    const ask = (headers: Record<string, string>) => fetch(`${app.url}/desk/session`, { headers: { cookie: `desk=${value}`, ...headers } });
    expect(await (await ask({ "x-desk": "1", "sec-fetch-site": "same-origin" })).json()).toMatchObject({ person: { name: "Tina" } });
    expect((await ask({})).status).toBe(403);
    expect((await ask({ "x-desk": "1", "sec-fetch-site": "cross-site" })).status).toBe(403);
    const preflight = await fetch(`${app.url}/graphql`, { method: "OPTIONS", headers: { origin: "https://evil.example" } });
    expect(preflight.headers.get("access-control-allow-headers") ?? "").not.toContain("x-desk");
  });
});
