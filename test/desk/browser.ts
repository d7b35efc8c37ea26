/** A real browser for the desk's tests: Chromium as npm brings it, or the one that CHROMIUM names. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import { beginSession, type SignedIn } from "../../src/platform/people/web-sessions.js";
import type { TestApp } from "../support/app.js";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export type DeskBrowser = {
  /** A page of somebody who is signed in, with everything that the browser complained of. */
  readonly open: (
    app: TestApp,
    who: SignedIn,
    size?: keyof typeof SIZES,
    more?: BrowserContextOptions,
  ) => Promise<{ page: Page; complaints: string[]; context: BrowserContext }>;
  /** A page of nobody yet. */
  readonly visit: (
    app: { readonly url: string },
    size?: keyof typeof SIZES,
    more?: BrowserContextOptions,
  ) => Promise<{ page: Page; complaints: string[]; context: BrowserContext }>;
  readonly close: () => Promise<void>;
};

const axe = readFileSync(AXE, "utf8");
export const SIZES = { PHONE: { width: 390, height: 844 }, DESK: { width: 1280, height: 900 } };

export async function startBrowser(): Promise<DeskBrowser> {
  // the package unpacks into the system's temporary folder and takes what lies there, whatever its version
  const home = mkdtempSync(path.join(tmpdir(), "desk-browser-"));
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = home;
  process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs24.x";
  mkdirSync(home, { recursive: true });
  const executablePath = process.env["CHROMIUM"] ?? (await (await import("@sparticuz/chromium")).default.executablePath());
  // it finds its fonts there, too: without any font a line of text has no height
  const browser: Browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--font-render-hinting=none"],
    env: {
      ...(process.env as Record<string, string>),
      TMPDIR: home,
      FONTCONFIG_FILE: fontsFile(home),
      LD_LIBRARY_PATH: [path.join(home, "al2023/lib"), process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(":"),
    },
  });
  if (before === undefined) delete process.env["TMPDIR"];
  else process.env["TMPDIR"] = before;
  const visit: DeskBrowser["visit"] = async (app, size = "PHONE", more = {}) => {
    const context = await browser.newContext({
      viewport: SIZES[size],
      locale: "da-DK",
      reducedMotion: "reduce",
      baseURL: app.url,
      ...more,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    return { page, complaints, context };
  };
  return {
    visit,
    open: async (app, who, size = "PHONE", more = {}) => {
      const visited = await visit(app, size, more);
      const value = await beginSession(app.app.database, who, 3_600);
      await visited.context.addCookies([{ name: "desk", value, url: app.url, httpOnly: true, sameSite: "Strict" }]);
      return visited;
    },
    close: async () => {
      await browser.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The package's own names a fixed folder; without any font at all not even the page's own is drawn. */
function fontsFile(home: string): string {
  const file = path.join(home, "fonts.conf");
  const dirs = [path.join(home, "fonts"), "/usr/share/fonts"].map((dir) => `<dir>${dir}</dir>`).join("");
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${dirs}<cachedir>${path.join(home, "cache")}</cachedir></fontconfig>`);
  return file;
}

const POLL_MS = 5;
const MOST_POLLS_MS = 30_000;

/** Until this is so in the page. Playwright's own way of waiting for it is refused by the page's policy, as it evaluates a text there. */
export async function until(page: Page, expression: string): Promise<void> {
  for (const end = performance.now() + MOST_POLLS_MS; performance.now() < end; await page.waitForTimeout(POLL_MS))
    if (await page.evaluate(expression)) return;
  throw new Error(`it did not become so: ${expression}`);
}

/** What axe finds wrong with the page as it is now. */
export async function violations(page: Page): Promise<string[]> {
  // as the browser's tools do: the page's own policy lets no foreign script in
  if (await page.evaluate(`typeof axe === "undefined"`)) await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run({ resultTypes: ["violations"] })).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    );
  });
}
