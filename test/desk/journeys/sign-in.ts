/** Signing in with a provider, in the browser. */
import { erhverv } from "../broker.js";
import { violations } from "../browser.js";
import type { Desk } from "../desk.js";
import { newSubject, startProviderDesk, type ProviderDesk } from "../provider-desk.js";

export function signInJourneys(desk: () => Desk): void {
  let beside: ProviderDesk;
  beforeAll(async () => {
    beside = await startProviderDesk(desk().app.fresh);
  }, 120_000);
  afterAll(() => beside.stop());

  it("signs in, shows whom it may go on as, and after signing out everywhere the back button shows nothing", async () => {
    const { app, login } = beside;
    const { browser } = desk();
    const [one, two] = [await app.make.clinic(), await app.make.clinic()];
    const key = login(erhverv("Karin Prøve", newSubject(), [one.cvr, two.cvr]));
    const { page, complaints } = await browser.visit(app, "DESK");
    await page.goto("/clinic");
    await page.goto("/");
    await page.getByRole("link", { name: "Log ind med MitID" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "Log ind med MitID" }).click();
    await page.getByRole("link", { name: "nobody" }).click();
    await page.getByText("Du blev ikke logget ind.").waitFor();
    await page.getByRole("link", { name: "Log ind med MitID" }).click();
    await page.getByRole("link", { name: key }).click();
    await page.waitForURL(/\/clinic$/);
    await page.getByText("Ingen tider er åbnet endnu.").waitFor();
    expect(await page.evaluate("document.cookie")).toBe("");
    expect(await page.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })")).not.toMatch(/eyJ|token/i);
    await page.getByRole("link", { name: /Min konto/ }).click();
    expect(await violations(page)).toEqual([]);
    const [{ legal_name: name }] = await app.rows("select legal_name from provider where cvr = $1", [two.cvr]);
    await page.getByRole("button", { name: new RegExp(name as string) }).click();
    await page.waitForURL(/\/clinic$/);
    await page
      .locator(".who small")
      .getByText(name as string)
      .waitFor();
    await page.getByRole("link", { name: /Min konto/ }).click();
    await page.getByRole("button", { name: "Log mig ud alle steder" }).click();
    // the provider asks whether to sign out there as well
    await page.waitForURL(/session\/end/);
    await page.goBack();
    await page.getByRole("heading", { name: "Log ind" }).waitFor();
    expect(await page.getByText(name as string).count()).toBe(0);
    // the stream of what happens ends with the session, and asks once more
    expect(complaints.filter((each) => !each.includes("401 (Unauthorized)"))).toEqual([]);
  }, 120_000);
}
