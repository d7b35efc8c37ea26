/** What the desk's tests stand on: one gateway, one browser, a clinic, and a person of each role. */
import { afterAll, beforeAll } from "@jest/globals";
import type { SignedIn } from "../../src/platform/people/web-sessions.js";
import { sceneOf } from "../bookings/scene.js";
import { startApp, type TestApp } from "../support/app.js";
import type { MadeClinic, MadeMember } from "../support/make.js";
import { startBrowser, type DeskBrowser } from "./browser.js";

export type Desk = {
  readonly app: TestApp;
  readonly browser: DeskBrowser;
  readonly clinic: MadeClinic;
  readonly scene: ReturnType<typeof sceneOf>;
};

const own = { cvr: null, assurance: "HIGH" } as const;
export const MEMBER = (member: MadeMember): SignedIn => ({ ...own, subject: member.subject, role: "MEMBER", name: "Bente Prøve" });
export const CLINIC = ({ cvr }: MadeClinic): SignedIn => ({ ...own, subject: "clinic-staff", role: "CLINIC_STAFF", cvr, name: "Karin" });
export const NETWORK: SignedIn = { ...own, subject: "network", role: "NETWORK_MANAGER", name: "Nora" };
export const FINANCE: SignedIn = { ...own, subject: "finance", role: "FINANCE", name: "Freja" };
export const TEAM: SignedIn = { ...own, subject: "health-team", role: "HEALTH_TEAM", name: "Tina" };

const START_MS = 120_000;

/** Started before the tests of a file and ended after them. */
export function withDesk(): () => Desk {
  let made: Desk | undefined;
  beforeAll(async () => {
    const [app, browser] = await Promise.all([startApp(), startBrowser()]);
    const clinic = await app.make.clinic();
    made = { app, browser, clinic, scene: sceneOf(app, () => clinic) };
  }, START_MS);
  afterAll(async () => {
    await made?.browser.close();
    await made?.app.stop();
  });
  return () => {
    if (!made) throw new Error("the desk did not start");
    return made;
  };
}
