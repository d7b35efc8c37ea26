/**
 * Whether a page looks as it did. The committed picture is what `npm run desk:looks` drew. Text is in the page's own Inter, drawn by the Chromium that npm
 * brings, without hinting, so that another machine draws the same but for the edges of letters; what differs is counted in small windows, where a word, a
 * button or a line that is missing or has moved fills many pixels, and such edges fill few. A browser that CHROMIUM names draws letters in its own way:
 * its pictures are not compared.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pixelmatch from "pixelmatch";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";

const KEPT = path.resolve(import.meta.dirname, "looks");
/** What was drawn instead, to be looked at: a run's own temporary folder ends with it. */
const SEEN = path.resolve("node_modules/.cache/desk-looks");
const RENEW = process.env["UPDATE_LOOKS"] === "1";
/** How far a colour may be from the kept one, of 0 to 1. */
const SHADE = 0.1;
/** Side of a window, and how many of its pixels may differ. */
const WINDOW_PX = 32;
const MOST_IN_WINDOW = 60;
const MOST_BYTES = 70_000;

/** What is wrong with how the page looks; null for nothing. */
export async function looksWrong(page: Page, name: string): Promise<string | null> {
  await page.evaluate("document.fonts.ready.then(() => true)");
  await page.evaluate("document.activeElement?.blur()");
  // away from whatever would show that it is pointed at
  await page.mouse.move(0, 0);
  const drawn = await page.screenshot({ animations: "disabled", caret: "hide" });
  const file = path.join(KEPT, `${name}.png`);
  if (RENEW) {
    mkdirSync(KEPT, { recursive: true });
    writeFileSync(file, drawn);
    return drawn.length > MOST_BYTES ? `${name} is heavier than ${MOST_BYTES} bytes: ${drawn.length}` : null;
  }
  if (process.env["CHROMIUM"]) return null;
  const [now, before] = [PNG.sync.read(drawn), PNG.sync.read(readFileSync(file))];
  const { width, height } = before;
  const difference = new PNG({ width, height });
  const options = { threshold: SHADE, windowSize: WINDOW_PX };
  const sameSize = now.width === width && now.height === height;
  const most = sameSize ? pixelmatch(before.data, now.data, difference.data, width, height, options) : Infinity;
  if (most <= MOST_IN_WINDOW) return null;
  mkdirSync(SEEN, { recursive: true });
  writeFileSync(path.join(SEEN, `${name}.png`), drawn);
  writeFileSync(path.join(SEEN, `${name}.difference.png`), PNG.sync.write(difference));
  return `${name} looks different: ${most} pixels of a window of ${WINDOW_PX}; see ${SEEN}, and renew with npm run desk:looks where it is meant`;
}
