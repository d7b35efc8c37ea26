/** What the desk's tests stand on: one gateway, one browser, a clinic, and a person of each role. */
import type { SignedIn } from "../../src/platform/people/web-sessions.js";
import { sceneOf } from "../bookings/scene.js";
import { doorOf, startApp, type TestApp } from "../support/app.js";
import { freshDatabase } from "../support/database.js";
import type { MadeClinic, MadeMember } from "../support/make.js";
import { startBalancer } from "./balancer.js";
import { startBrowser, type DeskBrowser } from "./browser.js";

export type Desk = {
  /** The gateway that the pages ask; of two, what stands before them. */
  readonly app: TestApp;
  /** All that run, behind `app`. */
  readonly gateways: Gateways;
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

/** A full run begins several of these at once. */
const START_MS = 300_000;

type Gateways = {
  /** How many requests of the graph each of them answered. */
  readonly answered: () => readonly number[];
  /** Ends one of them, and starts it again at the same address. */
  readonly stop: (at: number) => Promise<void>;
  readonly start: (at: number) => Promise<void>;
};

/** Started before the tests of a file and ended after them. Of two gateways, each answers the next request of the one before. */
export function withDesk({ gateways = 1 }: { readonly gateways?: 1 | 2 } = {}): () => Desk {
  let made: Desk | undefined;
  let end: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const [fresh, browser] = await Promise.all([freshDatabase({ reference: true }), startBrowser()]);
    const running: (TestApp | null)[] = [];
    for (let n = 0; n < gateways; n += 1) running.push(await startApp({}, fresh));
    const urls = running.map((each) => each?.url ?? "");
    /** Whichever runs now: each has keys and connections of its own. */
    const current = (): TestApp => {
      const found = running.find((each) => each !== null);
      if (!found) throw new Error("no gateway runs");
      return found;
    };
    const balancer = gateways === 1 ? null : await startBalancer(() => urls);
    const app: TestApp = {
      ...current(),
      ...doorOf((...who) => current().as(...who)),
      url: balancer?.url ?? current().url,
      get app() {
        return current().app;
      },
    };
    const clinic = await app.make.clinic();
    made = {
      app,
      browser,
      clinic,
      scene: sceneOf(app, () => clinic),
      gateways: {
        answered: () => urls.map((url) => balancer?.answered.get(url) ?? 0),
        stop: async (n) => {
          await running[n]?.stop();
          running[n] = null;
        },
        start: async (n) => {
          running[n] = await startApp({ PORT: new URL(urls[n] ?? "").port }, fresh);
        },
      },
    };
    end = async () => {
      await browser.close();
      await balancer?.stop();
      await Promise.all(running.map((each) => each?.stop()));
      await fresh.drop();
    };
  }, START_MS);
  afterAll(() => end?.());
  return () => {
    if (!made) throw new Error("the desk did not start");
    return made;
  };
}
