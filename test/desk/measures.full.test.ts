/**
 * What the desk is measured by: presses of the journeys, requests and complaints of each screen, script of each role. Steady figures are asserted with
 * the other tests; `npm run desk:measure` also takes the times, looks at each screen in both schemes and languages, and prints the table.
 */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import type { Page, Request } from "playwright-core";
import { builtPages } from "../../src/assembly/built-pages.js";
import { at, dayIn } from "../support/make.js";
import type { SignedIn } from "../../src/platform/people/web-sessions.js";
import { until, violations } from "./browser.js";
import { payable } from "./journeys/payable.js";
import { CLINIC, FINANCE, MEMBER, NETWORK, TEAM, withDesk, type Desk } from "./desk.js";

const MEASURE = process.env["DESK_MEASURE"] === "1";
const TIMES = 10;
const FIRST_SCREEN_MS = 1_500;
const BETWEEN_MS = 300;
const MOST_SCRIPT_KB = 250;
const LEAST_TARGET_PX = 44;

type Row = readonly [what: string, figure: string, aim: string];
const rows: Row[] = [];
let screens = 0;

/** By role, what the places lead on to: a place, and the links to press from there. */
const DEEPER: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  MEMBER: [["/member", 'main a[href^="/member/find/"]', ".who"]],
  CLINIC_STAFF: [["/clinic", ".who"]],
  HEALTH_TEAM: [["/team", 'main a[href^="/team/case/"]', 'main a[href$="/book"]']],
  NETWORK_MANAGER: [["/network/clinics", 'main a[href^="/network/clinic/"]']],
  FINANCE: [["/finance", 'main a[href^="/finance/batch/"]', 'main a[href^="/finance/payment/"]']],
};

describe("the desk as measured", () => {
  const desk = withDesk();
  const people = async (): Promise<readonly (readonly [SignedIn, "PHONE" | "DESK"])[]> => {
    const { app, scene, clinic } = desk();
    const { member } = await scene.someone();
    await payable(desk());
    const close = "mutation ($input: CloseSettlementBatchInput!) { closeSettlementBatch(input: $input) { errors { code } } }";
    const { data } = await app.asFinance()(close, { input: { idempotencyKey: randomUUID(), through: dayIn(0) } });
    expect(data.closeSettlementBatch.errors).toEqual([]);
    return [
      [MEMBER(member), "PHONE"],
      [CLINIC(clinic), "DESK"],
      [TEAM, "DESK"],
      [NETWORK, "DESK"],
      [FINANCE, "DESK"],
    ];
  };

  it("counts the presses of the journeys", async () => {
    const { app, browser, scene } = desk();
    const { claim, member } = await scene.someone();
    await scene.freeSlot();
    await scene.freeSlot();
    const team = await counted((await browser.open(app, TEAM, "DESK")).page);
    await team.page.goto("/team/caller");
    await team.page.getByLabel("Navn, CPR-nummer, telefon eller sagsnummer").fill(claim.reference);
    await team.page.getByRole("button", { name: "Slå op" }).click();
    await team.page.getByRole("link", { name: claim.reference }).waitFor();
    await team.reset();
    await team.page.getByRole("link", { name: claim.reference }).click();
    await team.page.getByRole("link", { name: "Find tid" }).click();
    await team.page.locator(".slots button").first().click();
    await team.page.getByRole("button", { name: "Book tiden" }).click();
    await team.page.getByText("Tiden er booket.").waitFor();
    const byTeam = await team.presses();
    expect(await app.rows("select state from booking where member_id = $1", [member.id])).toEqual([{ state: "CONFIRMED" }]);

    const { member: other } = await scene.someone();
    const phone = await counted((await browser.open(app, MEMBER(other))).page);
    await phone.page.goto("/");
    await phone.page.getByRole("link", { name: "Find en tid" }).click();
    await phone.page.locator(".times button").first().click();
    await phone.page.getByRole("button", { name: "Bekræft tiden" }).click();
    await phone.page.waitForURL(/appointment/);
    const byMember = await phone.presses();

    const clinic = await app.make.clinic();
    const day = dayIn(4);
    for (let n = 0; n < 7; n += 1)
      await scene.booked({ slot: await app.make.slot(clinic, { startsAt: new Date(at(day, "13:00").getTime() + n * 2_700_000) }) });
    const own = await counted((await browser.open(app, CLINIC(clinic), "DESK")).page);
    await own.page.goto(`/clinic?on=${day}&view=week`);
    await own.page.locator(".booked").first().waitFor();
    await own.reset();
    await own.page.getByRole("button", { name: "Næste uge som denne" }).click();
    await own.page.getByRole("button", { name: /^Åbn \d+ tider$/ }).click();
    await own.page.getByText(/tider er åbnet/).waitFor();
    const published = await own.presses();
    await own.page.goto(`/clinic?on=${day}`);
    await own.page.locator(".booked").first().waitFor();
    await own.reset();
    await own.page.getByRole("button", { name: "Luk tid", exact: true }).click();
    await own.page.getByText("Eftermiddag", { exact: true }).click();
    await own.page.getByRole("heading", { name: "7 aftaler bliver berørt" }).waitFor();
    await own.page.getByRole("button", { name: /^Luk og flyt 7 aftaler/ }).click();
    await own.page.getByText("Tiden er lukket").waitFor();
    const closed = await own.presses();
    rows.push(
      ["presses, caller found to booked", String(byTeam), "6"],
      ["taps, member's start page to booked", String(byMember), "7"],
      ["presses, close an afternoon with 7 appointments, after a preview", String(closed), "5"],
      ["presses, publish next week like this one", String(published), "4"],
    );
    expect({ byTeam, byMember, closed, published }).toEqual({ byTeam: 4, byMember: 3, closed: 3, published: 2 });
  }, 120_000);

  it("asks once for each screen, without complaint, within the script of a role", async () => {
    const { app, browser } = desk();
    const wrong: string[] = [];
    for (const [who, size] of await people()) {
      const { page, complaints, context } = await browser.open(app, who, size);
      const asked: string[] = [];
      page.on("request", (request) => asked.push(...operationOf(request)));
      await page.goto("/");
      await page.locator(".who").waitFor();
      // a role without pages has nothing to measure
      if ((await page.locator("nav.places a").count()) === 0) {
        await context.close();
        continue;
      }
      await first(page);
      const script = await scriptOf(page);
      if (script > MOST_SCRIPT_KB) wrong.push(`${who.role}: ${script} kB of script`);
      const places = await page.locator("nav.places a").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
      const between: number[] = [];
      for (let turn = 0; turn < (MEASURE ? Math.ceil(TIMES / places.length) : 1); turn += 1)
        for (const to of [...places.slice(1), ...places.slice(0, 1)]) {
          asked.length = 0;
          between.push(await go(page, `nav.places a[href="${to}"]`));
          if (turn === 0) wrong.push(...(await judged(page, to, size, asked)));
        }
      // what the pages lead on to, each from the one before
      for (const [from, ...links] of DEEPER[who.role] ?? []) {
        if (new URL(page.url()).pathname !== from) await go(page, `nav.places a[href="${from}"]`);
        for (const link of links) {
          asked.length = 0;
          between.push(await go(page, link));
          wrong.push(...(await judged(page, link, size, asked)));
        }
      }
      wrong.push(...complaints.map((each) => `${who.role}: ${each}`));
      rows.push([`script of first load, ${who.role}`, `${script} kB`, `${MOST_SCRIPT_KB} kB`]);
      rows.push([`between screens, ${who.role}, median of ${between.length}`, `${median(between)} ms`, `${BETWEEN_MS} ms`]);
      if (MEASURE) rows.push([`first screen, ${who.role}`, `${median(await colds(desk(), who, size))} ms`, `${FIRST_SCREEN_MS} ms`]);
      await context.close();
    }
    rows.push([`of ${screens} screens, those that ask more than once, complain or fail axe`, String(wrong.length), "0"]);
    if (MEASURE) process.stdout.write(`\n${table()}\n`);
    expect(wrong).toEqual([]);
  }, 300_000);
});

/** What is wrong with the page as it is shown: asked more than once, too small for a thumb, or hard to read for somebody. */
async function judged(page: Page, name: string, size: "PHONE" | "DESK", asked: readonly string[]): Promise<string[]> {
  // words of codes are asked for once a session, whichever screen needs them first
  const own = asked.filter((operation) => operation !== "CodeWords");
  screens += 1;
  return [
    ...(own.length > 1 ? [`${name}: ${own.join(", ")}`] : []),
    ...(size === "PHONE" ? (await smallTargets(page)).map((each) => `${name}: below ${LEAST_TARGET_PX} px: ${each}`) : []),
    ...(MEASURE ? (await everyLook(page)).map((fault) => `${name}: ${fault}`) : []),
  ];
}

/** Presses of a person, as the page hears them; kept over the pages of a journey. */
async function counted(page: Page) {
  await page.addInitScript(`addEventListener("pointerdown", ({ isTrusted }) => {
    if (isTrusted) sessionStorage.setItem("presses", String(Number(sessionStorage.getItem("presses") ?? 0) + 1));
  }, true);`);
  return {
    page,
    reset: () => page.evaluate('sessionStorage.setItem("presses", "0")'),
    presses: async () => Number(await page.evaluate('sessionStorage.getItem("presses") ?? 0')),
  };
}

/** What the page asks the graph; a stream is what it listens to, beside. (urql takes streams for every answer, and says so in its header.) */
function operationOf(request: Request): string[] {
  if (!request.url().endsWith("/graphql") || request.headers()["accept"] === "text/event-stream") return [];
  const { operationName } = JSON.parse(request.postData() ?? "{}") as { operationName?: string };
  return [operationName ?? "?"];
}

const SHOWN = 'document.querySelector("main h1") && !document.querySelector(".loading")';

async function first(page: Page): Promise<number> {
  const at = performance.now();
  await page.goto("/");
  await until(page, SHOWN);
  return Math.round(performance.now() - at);
}

async function colds({ app, browser }: Desk, who: SignedIn, size: "PHONE" | "DESK"): Promise<number[]> {
  const taken: number[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    const { page, context } = await browser.open(app, who, size);
    taken.push(await first(page));
    await context.close();
  }
  return taken;
}

/** Presses a link, and waits for the page that it leads to. */
async function go(page: Page, link: string): Promise<number> {
  await page.evaluate('document.querySelector("main h1").dataset.before = "yes"; void 0');
  const at = performance.now();
  await page.locator(link).first().click();
  // the page before stays while the next is loaded
  await until(page, `!document.querySelector("[data-before]") && ${SHOWN}`).catch((error: unknown) => {
    throw new Error(`${link} led nowhere`, { cause: error });
  });
  const taken = Math.round(performance.now() - at);
  // what a screen asks for late would be a second request
  await page.waitForTimeout(150);
  return taken;
}

/** Both schemes, both languages. */
async function everyLook(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const language of ["da", "en"])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      if ((await page.evaluate("document.documentElement.lang")) !== language)
        await page.getByRole("button", { name: language === "en" ? "English" : "Dansk", exact: true }).click();
      faults.push(...(await violations(page)).map((each) => `${language} ${colorScheme} ${each}`));
    }
  await page.getByRole("button", { name: "Dansk", exact: true }).click();
  await page.emulateMedia({ colorScheme: "light" });
  return faults;
}

async function smallTargets(page: Page): Promise<string[]> {
  return page.locator("button:visible, a.button:visible, nav a:visible").evaluateAll(
    (found, least) =>
      found.flatMap((each) => {
        const { height, width } = each.getBoundingClientRect();
        return height >= least - 0.5 && width >= least - 0.5 ? [] : [`${each.textContent} ${Math.round(width)}x${Math.round(height)}`];
      }),
    LEAST_TARGET_PX,
  );
}

/** Of the scripts that the first screen has loaded, compressed. */
async function scriptOf(page: Page): Promise<number> {
  const names = (await page.evaluate(
    'performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname).filter((name) => name.endsWith(".js"))',
  )) as string[];
  const folder = await builtPages("web");
  const bytes = [...new Set(names)].map((name) => gzipSync(readFileSync(path.join(folder, name))).length);
  return Math.round(bytes.reduce((sum, each) => sum + each, 0) / 1_024);
}

function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
}

function table(): string {
  const lines: readonly Row[] = [["Measure", "Measured", "Aim, at most"], ...rows];
  const widths = [0, 1, 2].map((i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  return lines.map((line) => `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`).join("\n");
}
