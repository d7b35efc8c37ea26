/** A member on a phone: from the first page to a booked appointment and back, in a real browser. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { sceneOf } from "../bookings/scene.js";
import { startApp, type TestApp } from "../support/app.js";
import type { MadeClinic } from "../support/make.js";
import { startBrowser, violations, type DeskBrowser } from "./browser.js";

describe("the desk of a member", () => {
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

  const signedIn = async () => {
    const who = await scene.someone();
    const slots = [await scene.freeSlot(), await scene.freeSlot(), await scene.freeSlot()];
    const person = { subject: who.member.subject, role: "MEMBER", cvr: null, assurance: "HIGH", name: "Max Berggren" } as const;
    return { ...who, slots, ...(await browser.open(app, person)) };
  };

  it("goes from the first page to a booked appointment in four taps, and gives it back", async () => {
    const { page, complaints, member } = await signedIn();
    await page.goto("/");
    await page.getByRole("link", { name: "Find en tid" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "Find en tid" }).click();
    await page.locator(".times button").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator(".times button").first().click();
    await page.getByText("Du betaler").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Bekræft tiden" }).click();
    await page.waitForURL(/appointment/);
    await page.getByRole("button", { name: "Aflys tiden" }).waitFor();
    expect(await violations(page)).toEqual([]);
    const booked = await app.rows("select state from booking where member_id = $1", [member.id]);
    expect(booked).toEqual([{ state: "CONFIRMED" }]);
    await page.getByRole("button", { name: "Aflys tiden" }).click();
    await page.getByText("Det koster ikke noget at aflyse nu.").waitFor();
    await page.getByRole("button", { name: "Ja, aflys" }).click();
    await page.getByText("Tiden er aflyst.").waitFor();
    expect(complaints).toEqual([]);
  }, 120_000);

  it("shows the next that fit when the time is taken while it is looked at, and books nothing twice on a double press", async () => {
    const { page, member, claim, slots } = await signedIn();
    await page.goto(`/member`);
    await page.getByRole("link", { name: "Find en tid" }).click();
    await page.locator(".times button").first().click();
    await page.getByRole("button", { name: "Bekræft tiden" }).waitFor();
    const [first] = await app.rows<{ id: string }>("select id from slot where booked = 0 and state = 'OPEN' order by starts_at limit 1");
    await app.rows("update slot set booked = capacity where id = $1", [first?.id]);
    await page.getByRole("button", { name: "Bekræft tiden" }).dblclick();
    await page.getByText("Tiden blev taget for et øjeblik siden").waitFor();
    await page.locator(".times button").first().click();
    await page.getByRole("button", { name: "Bekræft tiden" }).dblclick();
    await page.waitForURL(/appointment/);
    const booked = await app.rows("select claim_id from booking where member_id = $1", [member.id]);
    expect(booked).toEqual([{ claim_id: claim.id }]);
    expect(slots.length).toBe(3);
  }, 120_000);

  it("shows nothing after signing out, not by the back button either, and the session opens nothing any more", async () => {
    const { page, context } = await signedIn();
    await page.goto("/");
    await page.getByText("Dine sager").waitFor();
    const [cookie] = await context.cookies();
    await page.getByRole("button", { name: "Log ud" }).click();
    await page.getByRole("heading", { name: "Log ind" }).waitFor();
    await page.goBack();
    await page.waitForTimeout(500);
    expect(await page.getByText("Fysioterapi").count()).toBe(0);
    const asked = await fetch(`${app.url}/desk/session`, { headers: { "x-desk": "1", cookie: `desk=${cookie?.value}` } });
    expect(await asked.json()).toMatchObject({ person: null });
    const body = JSON.stringify({ query: "{ viewer { members { id } } }" });
    const headers = { "x-desk": "1", cookie: `desk=${cookie?.value}`, "content-type": "application/json" };
    expect((await fetch(`${app.url}/graphql`, { method: "POST", headers, body })).status).toBe(401);
  }, 120_000);
});

describe("the desk's cookie", () => {
  let app: TestApp;
  beforeAll(async () => void (app = await startApp()), 60_000);
  afterAll(() => app.stop());

  it("counts only where the desk's own page asks", async () => {
    const { beginSession } = await import("../../src/platform/people/web-sessions.js");
    const who = { subject: "health-team-1", role: "HEALTH_TEAM", cvr: null, assurance: "HIGH", name: "Karin" } as const;
    const value = await beginSession(app.app.database, who, 60);
    const ask = (headers: Record<string, string>) => fetch(`${app.url}/desk/session`, { headers: { cookie: `desk=${value}`, ...headers } });
    expect(await (await ask({ "x-desk": "1", "sec-fetch-site": "same-origin" })).json()).toMatchObject({ person: { name: "Karin" } });
    expect((await ask({})).status).toBe(403);
    expect((await ask({ "x-desk": "1", "sec-fetch-site": "cross-site" })).status).toBe(403);
    const preflight = await fetch(`${app.url}/graphql`, { method: "OPTIONS", headers: { origin: "https://evil.example" } });
    expect(preflight.headers.get("access-control-allow-headers") ?? "").not.toContain("x-desk");
  });
});
