/** The developers' console as a person sees it. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { startBrowser, violations } from "../desk/browser.js";
import { startConsole } from "./console-gateway.js";

it("in a browser: another role has other operations, and one opens in a tab and runs, is kept in the history and copied as cURL", async () => {
  const { app, stop } = await startConsole();
  const browser = await startBrowser();
  try {
    const { page, complaints, context } = await browser.visit(app, "DESK");
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto("/console");
    await page.getByRole("combobox", { name: /^As/ }).selectOption("health-team");
    await page.getByLabel("Find").fill("promise-board");
    await page.getByRole("button", { name: /^promise-board/ }).click();
    await page.getByLabel("Query Editor").getByText("promiseBoard").first().waitFor();
    await page.getByRole("button", { name: /Execute query/ }).click();
    await page.locator(".result-window", { hasText: '"promiseBoard"' }).waitFor();
    // the library's tabs, and its editor that scrolls: the keyboard reaches both
    const ours = (await violations(page)).filter(
      (each) => !/^(nested-interactive|scrollable-region-focusable): .*graphiql-tab|CodeMirror/.test(each),
    );
    expect(ours).toEqual([]);
    await page.getByRole("button", { name: "Copy as cURL" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const copied = (await page.evaluate("navigator.clipboard.readText()")) as string;
    const answer = await promisify(execFile)("sh", ["-c", copied]);
    expect(JSON.parse(answer.stdout).data.promiseBoard.edges.length).toBeGreaterThan(0);
    await page.getByRole("button", { name: /Show History/ }).click();
    await page
      .getByRole("button", { name: /PromiseBoard/ })
      .first()
      .waitFor();
    await page.getByRole("button", { name: /Show Documentation Explorer/ }).click();
    await page.getByRole("link", { name: "Query", exact: true }).click();
    await page.getByRole("link", { name: "promiseBoard", exact: true }).waitFor();
    // another role has other operations
    await page.getByRole("combobox", { name: /^As/ }).selectOption("finance");
    await page.getByRole("button", { name: /Show Operations/ }).click();
    await page.getByLabel("Find").fill("");
    await page.getByRole("button", { name: /^settlement-batches/ }).waitFor();
    expect(await page.getByRole("button", { name: /^promise-board/ }).count()).toBe(0);
    expect(await page.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })")).not.toContain("eyJ");
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await stop();
  }
}, 120_000);
