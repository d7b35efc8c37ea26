/**
 * How the main screens look, beside committed pictures: both schemes, both languages, on a phone and at a desk. The clock of the tests stands at an ordinary
 * Wednesday, and the people and times are the same in each run. `npm run desk:looks` renews the pictures.
 */
import { afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { BrowserContext, Page } from "playwright-core";
import type { SignedIn } from "../../src/platform/people/web-sessions.js";
import { at, dayIn, type MadeClinic } from "../support/make.js";
import { until } from "./browser.js";
import { looksWrong } from "./compare.js";
import { CLINIC, FINANCE, MEMBER, NETWORK, TEAM, withDesk } from "./desk.js";
import { payable } from "./journeys/payable.js";

const PLACES = [
  { name: "Klinikken ved åen", address: "Åboulevarden 12", postnr: "8000", town: "Aarhus C", lat: 56.1567, lon: 10.2108 },
  { name: "Ryg & Knæ Randers", address: "Storegade 3", postnr: "8900", town: "Randers C", lat: 56.4607, lon: 10.0364 },
  { name: "Fysioterapien i Vejle", address: "Havnegade 21", postnr: "7100", town: "Vejle", lat: 55.7093, lon: 9.5357 },
];
const MOST_MS = 60_000;

describe("the desk looks as it did", () => {
  const desk = withDesk();
  const clinics: MadeClinic[] = [];
  const contexts: BrowserContext[] = [];
  let booked: Awaited<ReturnType<ReturnType<typeof desk>["scene"]["booked"]>>;
  let waiting: Awaited<ReturnType<ReturnType<typeof desk>["scene"]["someone"]>>;

  beforeAll(async () => {
    const { app, scene } = desk();
    // the clinic that every desk of the tests begins with is not seen here
    await app.rows("update clinic_service set active = false");
    for (const { name, address, postnr, town, lat, lon } of PLACES) {
      const of = await app.make.provider({ legal_name: `${name} ApS` });
      const place = { postnr, town, lat, lon, regionCode: "1082", kommuneCode: "0751" };
      clinics.push(await app.make.clinic({ of, place, row: { name, address } }));
    }
    const [first] = clinics;
    if (!first) throw new Error("no clinic was made");
    booked = await scene.booked({
      slot: await app.make.slot(first, { startsAt: at(dayIn(4), "10:15") }),
      claim: { row: { reference: "C-1001" } },
    });
    for (const [n, clinic] of clinics.entries())
      for (const [day, time] of [
        [3, "09:00"],
        [4, "13:30"],
        [5, "11:15"],
      ] as const)
        await app.make.slot(clinic, { startsAt: at(dayIn(day + n), time) });
    waiting = await scene.someone({ row: { reference: "C-1002" } }, { row: { given_names: "Mads Test", family_name: "Holm" } });
    await scene.someone({ row: { reference: "C-1003" } }, { row: { given_names: "Signe Test", family_name: "Lund" } });
  }, 120_000);
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });

  /** At a desk half the size is enough to see what moved, and a quarter of the bytes. */
  const open = async (who: SignedIn, size: "PHONE" | "DESK", colorScheme: "light" | "dark", at: string, ready: string): Promise<Page> => {
    const { app, browser } = desk();
    const { page, context } = await browser.open(app, who, size, { colorScheme, deviceScaleFactor: size === "DESK" ? 0.5 : 1 });
    contexts.push(context);
    await page.goto(at);
    await page.getByText(ready).first().waitFor();
    await until(page, `!document.querySelector(".loading")`);
    return page;
  };
  const english = async (page: Page, ready: string): Promise<void> => {
    await page.getByRole("button", { name: "English" }).click();
    await page.getByText(ready).first().waitFor();
    await until(page, `!document.querySelector(".loading")`);
  };

  it(
    "to a member",
    async () => {
      const home = await open(MEMBER(booked.member), "PHONE", "light", "/member", "Klinikken ved åen");
      expect(await looksWrong(home, "member-home")).toBeNull();
      const find = await open(MEMBER(waiting.member), "PHONE", "dark", "/member", "Find en tid");
      await find.getByRole("link", { name: "Find en tid" }).click();
      await find.locator(".times button").first().waitFor();
      expect(await looksWrong(find, "member-find-dark")).toBeNull();
      await find.locator(".times button").first().click();
      await find.getByText("Du betaler").waitFor();
      await find.getByText(/Tiden er reserveret/).waitFor();
      await find.evaluate(`document.querySelector(".held").lastChild.data = "Tiden er reserveret til dig i 9:59"`);
      expect(await looksWrong(find, "member-hold-dark")).toBeNull();
      // given back, so that no other picture shows that it is held
      await find.getByRole("button", { name: "Vælg en anden tid" }).click();
      await find.locator(".times button").first().waitFor();
    },
    MOST_MS,
  );

  it(
    "to a clinic",
    async () => {
      const [clinic] = clinics;
      if (!clinic) throw new Error("no clinic was made");
      const week = await open(CLINIC(clinic), "DESK", "light", `/clinic?on=${dayIn(4)}&view=week`, "Åbn tid");
      await week.locator(".booked").first().waitFor();
      await week.getByText("Direkte", { exact: true }).waitFor();
      expect(await looksWrong(week, "clinic-week")).toBeNull();
    },
    MOST_MS,
  );

  it(
    "to the health team",
    async () => {
      const board = await open(TEAM, "DESK", "dark", "/team", "Løfter om første tid");
      await board.getByText("Direkte", { exact: true }).waitFor();
      await board.getByText("Mads Test Holm").first().waitFor();
      expect(await looksWrong(board, "team-board-dark")).toBeNull();
      const file = await open(TEAM, "DESK", "light", "/team", "Mads Test Holm");
      await file.getByRole("link", { name: "Mads Test Holm" }).first().click();
      await file.getByRole("heading", { name: "Løftet, trin for trin" }).waitFor();
      await english(file, "The promise, step by step");
      expect(await looksWrong(file, "team-case-english")).toBeNull();
    },
    MOST_MS,
  );

  it(
    "to the network manager and to finance",
    async () => {
      const map = await open(NETWORK, "DESK", "light", "/network", "Her mangler der tider");
      expect(await looksWrong(map, "network-map")).toBeNull();
      await payable(desk());
      const money = await open(FINANCE, "DESK", "light", "/finance", "Skyldes klinikkerne");
      await money.getByRole("button", { name: "Luk et batch" }).first().click();
      await money.getByText("1 klinik får penge for 1 behandling").waitFor();
      expect(await looksWrong(money, "finance-close")).toBeNull();
    },
    MOST_MS,
  );
});
