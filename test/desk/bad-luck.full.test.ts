/** What goes wrong around a page: two tabs of one person, and a gateway that is started again in the middle. */
import { describe, expect, it } from "@jest/globals";
import { startApp } from "../support/app.js";
import { MEMBER, TEAM, withDesk } from "./desk.js";

describe("the desk in bad luck", () => {
  const desk = withDesk();

  it("books once when two tabs of the same person confirm the same time, and shows the second what is free next", async () => {
    const { app, browser, scene } = desk();
    const { member } = await scene.someone();
    await scene.freeSlot();
    await scene.freeSlot();
    const { page, context } = await browser.open(app, MEMBER(member));
    const other = await context.newPage();
    for (const tab of [page, other]) {
      await tab.goto("/member");
      await tab.getByRole("link", { name: "Find en tid" }).click();
      await tab.locator(".times button").first().click();
      await tab.getByRole("button", { name: "Bekræft tiden" }).waitFor();
    }
    await page.getByRole("button", { name: "Bekræft tiden" }).click();
    await page.waitForURL(/appointment/);
    await other.getByRole("button", { name: "Bekræft tiden" }).click();
    await other.getByText("Tiden blev taget for et øjeblik siden").waitFor();
    await other.locator(".times button").first().waitFor();
    expect(await app.rows("select state from booking where member_id = $1", [member.id])).toEqual([{ state: "CONFIRMED" }]);
  }, 120_000);

  it("loses nothing when the gateway is started again while a person decides: the same press books once, and a board is live again", async () => {
    const { app, browser, scene } = desk();
    const { member } = await scene.someone();
    await scene.freeSlot();
    const first = await startApp({}, app.fresh);
    const { page } = await browser.open(first, MEMBER(member));
    const team = await browser.open(first, TEAM, "DESK");
    await team.page.goto("/team");
    await team.page.getByText("Direkte", { exact: true }).waitFor();
    await page.goto("/member");
    await page.getByRole("link", { name: "Find en tid" }).click();
    await page.locator(".times button").first().click();
    await page.getByText("Du betaler").waitFor();
    await first.stop();
    await page.getByRole("button", { name: "Bekræft tiden" }).click();
    await page.getByText("Der kom intet svar. Prøv igen: intet sker to gange.").waitFor();
    await team.page.getByText("Ikke direkte").waitFor();
    const again = await startApp({ PORT: new URL(first.url).port }, app.fresh);
    try {
      await page.getByRole("button", { name: "Bekræft tiden" }).dblclick();
      await page.waitForURL(/appointment/);
      expect(await app.rows("select state from booking where member_id = $1", [member.id])).toEqual([{ state: "CONFIRMED" }]);
      await team.page.getByText("Direkte", { exact: true }).waitFor();
    } finally {
      await again.stop();
    }
  }, 120_000);
});
