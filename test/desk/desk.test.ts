/**
 * The desk in a real browser: one main journey of each role by the keyboard alone, and what protects the pages. All other journeys, bad luck, measures and
 * looks stand in the *.full.test.ts beside this file.
 */
import { describe, expect, it } from "@jest/globals";
import { beginSession } from "../../src/platform/people/web-sessions.js";
import { TEAM, withDesk } from "./desk.js";
import { byKeyboard } from "./journeys/by-keyboard.js";

describe("the desk", () => {
  const desk = withDesk();

  describe("by the keyboard alone", () => byKeyboard(desk));

  it("serves its pages with a policy that lets in no foreign script, style, frame or address", async () => {
    const { app } = desk();
    for (const at of ["/", "/sign-in", "/team/caller", "/member"]) {
      const answer = await fetch(`${app.url}${at}`);
      const policy = new Map(
        (answer.headers.get("content-security-policy") ?? "").split("; ").map((part): [string, string] => {
          const [name = "", ...sources] = part.split(" ");
          return [name, sources.join(" ")];
        }),
      );
      expect(Object.fromEntries(policy)).toEqual({
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": expect.stringMatching(/^'self' 'sha256-[\w+/=]{44}'$/),
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
      });
      // the back button after signing out: a page is never kept
      expect([at, answer.headers.get("cache-control")]).toEqual([at, "no-store"]);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      const html = await answer.text();
      expect(html).not.toMatch(/<script(?![^>]* src="\/)|<style|\son\w+=|https?:\/\//);
    }
  });

  it("takes what others wrote for text, whatever it looks like", async () => {
    const { app, browser, scene } = desk();
    const { claim, member } = await scene.someone();
    const nasty = `<img src=x onerror="globalThis.broken=1"><script>globalThis.broken=1</script>`;
    await app.rows("update member set given_names = $2 where id = $1", [member.id, nasty]);
    const { page, complaints } = await browser.open(app, TEAM, "DESK");
    await page.goto("/team/caller");
    await page.getByLabel("Navn, CPR-nummer, telefon eller sagsnummer").fill(claim.reference);
    await page.getByRole("button", { name: "Slå op" }).click();
    await page.getByText(nasty).first().waitFor();
    expect(await page.evaluate("globalThis.broken ?? null")).toBeNull();
    expect(await page.locator("main img").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("lets its cookie count only where the desk's own page asks", async () => {
    const { app } = desk();
    const value = await beginSession(app.app.database, TEAM, 60);
    const ask = (headers: Record<string, string>) => fetch(`${app.url}/desk/session`, { headers: { cookie: `desk=${value}`, ...headers } });
    expect(await (await ask({ "x-desk": "1", "sec-fetch-site": "same-origin" })).json()).toMatchObject({ person: { name: "Tina" } });
    expect((await ask({})).status).toBe(403);
    expect((await ask({ "x-desk": "1", "sec-fetch-site": "cross-site" })).status).toBe(403);
    const preflight = await fetch(`${app.url}/graphql`, { method: "OPTIONS", headers: { origin: "https://evil.example" } });
    expect(preflight.headers.get("access-control-allow-headers") ?? "").not.toContain("x-desk");
  });
});
