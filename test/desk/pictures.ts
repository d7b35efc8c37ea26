/**
 * npm run desk:pictures -- [address] [person]: draws docs/pictures/desk-*.png from a running gateway with the fictional network, and on the way does what the
 * README says that one can do in five minutes. Ends with 1 where that is not so, or where a picture is heavy.
 */
import { statSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { startBrowser, until, type DeskBrowser } from "./browser.js";

const FOLDER = path.resolve(import.meta.dirname, "../../docs/pictures");
const MOST_BYTES = 300_000;
const [, , url = "http://127.0.0.1:4000", only = ""] = process.argv;

type Tour = { readonly page: Page; readonly draw: (name: string) => Promise<void>; readonly say: (step: string) => void };
/** A person of the sign-in page, and what they do: each step is said when it is done. */
const TOURS: readonly (readonly [person: RegExp, size: "PHONE" | "DESK", steps: (tour: Tour) => Promise<void>])[] = [
  [
    /^Max Test Berggren/,
    "PHONE",
    async ({ page, draw, say }) => {
      await page.getByText("Dine sager").waitFor();
      say("the home page: your next appointment and your cases, each with its promised date");
      await draw("member-home");
      await page.getByRole("link", { name: "Find en tid" }).first().click();
      await page.locator(".times button").first().waitFor();
      say("'Find en tid': clinics by distance, each with what it costs you and days to spare");
      await draw("member-find");
      await page.locator(".times button").first().click();
      await page.getByText(/Tiden er reserveret til dig i/).waitFor();
      say("a time: it is held for you and counted down, with the price and until when it can be called off");
      await draw("member-hold");
      await page.getByRole("button", { name: "Bekræft tiden" }).click();
      await page.waitForURL(/appointment/);
      say("'Bekræft tiden': booked; move it, call it off or put it into a calendar");
    },
  ],
  [
    /^Karin/,
    "DESK",
    async ({ page, draw, say }) => {
      await page.locator(".booked").first().waitFor();
      say("the calendar of today, by practitioner; Max's appointment stands on its day");
      await page.getByText("Uge", { exact: true }).click();
      await page.locator(".booked").first().waitFor();
      await draw("clinic-week");
      say("'Uge': the week");
      await page.getByRole("button", { name: "Luk tid", exact: true }).click();
      await page.getByRole("heading", { name: /berørt/ }).waitFor();
      say("'Luk tid': who is affected and where each would go, before anything is done");
      await draw("clinic-close");
      await page.keyboard.press("Escape");
      await page.getByRole("link", { name: "Penge" }).click();
      await page.locator("main h1").waitFor();
      say("'Penge': what comes when, and for which treatments");
      await page.getByRole("link", { name: /Min konto/ }).click();
      await page.getByRole("heading", { name: "Fortsæt som" }).waitFor();
      say("the name at the bottom: the other clinic that Karin works for, and signing out everywhere");
    },
  ],
  [
    /^Tina/,
    "DESK",
    async ({ page, draw, say }) => {
      await page.getByRole("heading", { name: "Løfter om første tid" }).waitFor();
      await page.getByText("Direkte", { exact: true }).waitFor();
      // a gateway that has just begun still works them out
      await page.locator("main").getByText(/C-\d+/).first().waitFor();
      say("the board: promises that wait, the most urgent first, with the best steps ready to press");
      await draw("promises");
      await page.getByRole("link", { name: "Find person" }).click();
      await page.getByLabel("Navn, CPR-nummer, telefon eller sagsnummer").fill("C-1001");
      await page.getByRole("button", { name: "Slå op" }).click();
      await page.getByRole("link", { name: "C-1001" }).first().click();
      await page.getByRole("heading", { name: "Løftet, trin for trin" }).waitFor();
      say("'Find person', C-1001, the case: the promise step by step, each with its clause");
      await draw("case");
    },
  ],
  [
    /^Niels/,
    "DESK",
    async ({ page, draw, say }) => {
      await start(page, draw, say, "network");
      await page.getByRole("link", { name: "Klinikker" }).click();
      await page.getByRole("heading", { name: "Kræver opmærksomhed" }).waitFor();
      say("'Klinikker': what lacks papers or ends soon, then every clinic by name or town");
      await page.locator('main a[href^="/network/clinic/"]').first().click();
      await page.getByRole("button", { name: "Ophør eller pause" }).first().waitFor();
      say("a clinic: its papers, people and rates; 'Ophør eller pause' shows what hangs on it before anything is done");
      await page.getByRole("link", { name: "Godkend" }).click();
      await page.locator("main h1").waitFor();
      say("'Godkend': proposed rates beside today's, and what else another person has to agree to");
      await page.getByRole("link", { name: "Filer" }).click();
      await page.locator("input[type=file]").first().waitFor({ state: "attached" });
      say("'Filer': a file is shown line by line before it is saved");
      await page.getByRole("link", { name: "Hvad nu hvis" }).click();
      await page.getByLabel("Flere anmeldelser i procent").fill("20");
      await page.getByRole("button", { name: "Regn ud" }).click();
      await page.getByRole("button", { name: "Gem scenariet" }).waitFor();
      say("'Hvad nu hvis': a fifth more reports, worked out beside what is so today");
    },
  ],
  [
    /^Finn/,
    "DESK",
    async ({ page, draw, say }) => {
      await start(page, draw, say, "finance");
      await page.getByRole("button", { name: "Luk et batch" }).first().click();
      await page.getByLabel("Behandlinger til og med").waitFor();
      say("'Luk et batch': who would be paid what, and who is left out and why, before it is closed");
      await page.keyboard.press("Escape");
      await page.getByRole("link", { name: "Bank", exact: true }).click();
      await page.getByRole("heading", { name: "Poster at bogføre" }).waitFor();
      say("'Bank': the bank's balance beside the book's, and entries to post");
      await page.getByRole("link", { name: "Uenighed" }).click();
      await page.locator("main h1").waitFor();
      say("'Uenighed': what members dispute, with the clinic's answer beside it");
      await page.getByRole("link", { name: "Måneder" }).click();
      await page.getByRole("button", { name: "Måneden før" }).waitFor();
      say("'Måneder': a month's book, closed when a second person agrees");
    },
  ],
];

/** The first page of a role, whatever is on it. */
async function start(page: Page, draw: Tour["draw"], say: Tour["say"], name: string): Promise<void> {
  await page.locator("nav.places a").first().waitFor();
  await until(page, 'document.querySelector("main h1") && !document.querySelector(".loading")');
  say(`the first page: ${await page.locator("main h1").first().innerText()}`);
  await draw(name);
}

async function tour(browser: DeskBrowser, [person, size, steps]: (typeof TOURS)[number]): Promise<boolean> {
  const { page, complaints, context } = await browser.visit({ url }, size);
  const who = person.source.replace(/\W/g, " ").trim();
  const say = (step: string): void => void process.stdout.write(`${who}: ${step}\n`);
  try {
    await page.goto("/");
    await page.getByRole("button", { name: person }).click();
    await steps({ page, draw: (name) => draw(page, name), say });
    for (const each of complaints) say(`complaint: ${each}`);
    return complaints.length === 0;
  } catch (error) {
    say(`not so: ${(error as Error).message}`);
    return false;
  } finally {
    await context.close();
  }
}

async function draw(page: Page, name: string): Promise<void> {
  const file = path.join(FOLDER, `desk-${name}.png`);
  // what is looked at stands still
  await page.waitForTimeout(300);
  await page.screenshot({ path: file });
  if (statSync(file).size > MOST_BYTES) throw new Error(`${file} is heavier than ${MOST_BYTES} bytes`);
}

const browser = await startBrowser();
const went: boolean[] = [];
const { page, context } = await browser.visit({ url }, "DESK");
await page.goto("/");
await page.getByRole("button", { name: /^Karin/ }).waitFor();
await draw(page, "sign-in");
await page.goto("/console");
await page.getByRole("combobox", { name: /^As/ }).selectOption("health-team");
await page.getByLabel("Find").fill("promise");
await page.getByRole("button", { name: /^promise-board/ }).click();
await page.getByRole("button", { name: /Execute query/ }).click();
await page.locator(".result-window", { hasText: "promiseBoard" }).waitFor();
await draw(page, "console");
await context.close();
for (const each of TOURS.filter(([person]) => person.source.includes(only))) went.push(await tour(browser, each));
await browser.close();
process.exit(went.every(Boolean) ? 0 : 1);
