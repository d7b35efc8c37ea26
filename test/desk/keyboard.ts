/**
 * A person without a pointer: Tab until what is wanted has the focus, then Enter. Each stop on the way is judged as WCAG 2.2 does: it has a name (4.1.2), its
 * focus can be seen (2.4.7), nothing lies over it (2.4.11), and it comes after the one before it where both stand in the same part of the page (2.4.3).
 */
import type { Page } from "playwright-core";

type Stop = { readonly name: string; readonly faults: readonly string[] };

/** More stops than any page of the desk has before what one came for. */
const MOST_STOPS = 120;

/** The focused element as a person meets it; where it stands is kept in the page, so that the next one can be compared with it. */
const LOOK = `(() => {
  const at = document.activeElement;
  const before = globalThis.stopBefore;
  globalThis.stopBefore = null;
  if (!at || at === document.body) return { name: "", faults: [] };
  const words = (node) => (node?.getAttribute("aria-label") ?? node?.innerText ?? node?.textContent ?? "").replace(/\\s+/g, " ").trim();
  const named = (at.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => words(document.getElementById(id))).join(" ").trim();
  const name = at.getAttribute("aria-label") || named || [...(at.labels ?? [])].map(words).join(" ") || words(at);
  const faults = [];
  if (!name) faults.push("has no name: " + at.outerHTML.slice(0, 120));
  if (at.tabIndex > 0) faults.push(name + " has a place of its own in the order");

  const around = at.closest("label");
  const drawn = [at, around, at.closest("li"), at.querySelector(".reach")].filter(Boolean).map((node) => getComputedStyle(node));
  const ringed = ({ outlineStyle, outlineWidth, stroke }) => (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || stroke !== "none";
  if (!drawn.some(ringed))
    faults.push(name + " does not show that it has the focus");

  const box = (around ?? at).getBoundingClientRect();
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) faults.push(name + " is outside of what is seen");
  else {
    const within = (least, value, most) => Math.min(Math.max(value, least), most);
    const on = document.elementFromPoint(within(1, (box.left + box.right) / 2, innerWidth - 1), within(1, (box.top + box.bottom) / 2, innerHeight - 1));
    if (on && !at.contains(on) && !on.contains(at) && !around?.contains(on)) faults.push(name + " lies under " + on.outerHTML.slice(0, 80));
  }

  const part = at.closest("nav, form, li, tr, article, section, header, main, [role=group], [role=dialog], .actions, .times, .slots");
  globalThis.stopBefore = { part, name, top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left };
  if (part && before?.part === part) {
    const [top, bottom] = [box.top + scrollY, box.bottom + scrollY];
    const above = bottom <= before.top + 1;
    const left = top < before.bottom - 1 && bottom > before.top + 1 && box.right <= before.left;
    if (above || left) faults.push(name + " comes after " + before.name + ", but stands before it");
  }
  return { name, faults };
})()`;

export type Keyboard = {
  /** Goes on with Tab until this has the focus. */
  readonly to: (name: RegExp | string) => Promise<void>;
  /** Goes on with Tab until this has the focus, and presses it. */
  readonly press: (name: RegExp | string, key?: "Enter" | "Space") => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** What was wrong with the stops so far. */
  readonly faults: () => readonly string[];
};

export function keyboardOf(page: Page): Keyboard {
  const faults = new Set<string>();
  const fits = (name: string, wanted: RegExp | string): boolean => (typeof wanted === "string" ? name === wanted : wanted.test(name));
  const look = async (): Promise<Stop> => (await page.evaluate(LOOK)) as Stop;
  const to: Keyboard["to"] = async (wanted) => {
    const passed: string[] = [];
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      await page.keyboard.press("Tab");
      const stop = await look();
      for (const fault of stop.faults) faults.add(fault);
      if (fits(stop.name, wanted)) return;
      passed.push(stop.name);
    }
    throw new Error(`no stop is called ${String(wanted)}; there were: ${[...new Set(passed)].join(" | ")}`);
  };
  return {
    to,
    press: async (wanted, key = "Enter") => {
      await to(wanted);
      await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
    faults: () => [...faults],
  };
}
