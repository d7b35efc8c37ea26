/** One main journey of each role without a pointer. */
import type { Page } from "playwright-core";
import { SIZES, violations } from "../browser.js";
import { CLINIC, FINANCE, MEMBER, NETWORK, TEAM, type Desk } from "../desk.js";
import { keyboardOf, type Keyboard } from "../keyboard.js";
import type { SignedIn } from "../../../src/platform/people/web-sessions.js";
import { payable } from "./payable.js";

const MOST_MS = 60_000;

export function byKeyboard(desk: () => Desk): void {
  let opened: { keys: Keyboard; complaints: string[]; page: Page } | null = null;
  const begin = async (who: SignedIn, at: string, size: keyof typeof SIZES = "DESK") => {
    const { app, browser } = desk();
    const { page, complaints } = await browser.open(app, who, size);
    await page.goto(at);
    const keys = keyboardOf(page);
    opened = { keys, complaints, page };
    return { page, ...keys };
  };
  afterEach(async () => {
    const { keys, complaints, page } = opened ?? {};
    opened = null;
    expect({ faults: keys?.faults(), complaints }).toEqual({ faults: [], complaints: [] });
    await page?.context().close();
  });

  it(
    "a member finds, holds and books a time",
    async () => {
      const { app, scene } = desk();
      const { member } = await scene.someone();
      await scene.freeSlot();
      const { page, press } = await begin(MEMBER(member), "/member", "PHONE");
      await page.getByRole("link", { name: "Find en tid" }).waitFor();
      expect(await violations(page)).toEqual([]);
      await press("Gå til indholdet");
      await press("Find en tid");
      await page.locator(".times button").first().waitFor();
      // a new page begins at its content, past what stands around every page
      await press(/^(man|tirs|ons|tors|fre)/);
      await page.getByText("Du betaler").waitFor();
      await press("Bekræft tiden");
      await page.waitForURL(/appointment/);
      expect(await app.rows("select state from booking where member_id = $1", [member.id])).toEqual([{ state: "CONFIRMED" }]);
    },
    MOST_MS,
  );

  it(
    "a clinic marks who came, sees whom closing a day affects, and comes back to where it was",
    async () => {
      const { app, scene } = desk();
      const clinic = await app.make.clinic();
      const came = await scene.booked({ slot: await app.make.slot(clinic, { startsAt: scene.nextStart(4) }) });
      await scene.begun(came.id);
      const { page, press } = await begin(CLINIC(clinic), "/clinic");
      await page.getByText("Kom de?").waitFor();
      expect(await violations(page)).toEqual([]);
      await press(/^Kom: Bente Test Prøve/);
      await page.getByText("Kom de?").waitFor({ state: "detached" });
      expect(await app.rows("select state from booking where id = $1", [came.id])).toEqual([{ state: "ATTENDED" }]);
      await press("Luk tid");
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      // the focus comes back with the next picture that is drawn
      await page.waitForFunction("document.activeElement?.textContent === 'Luk tid'");
    },
    MOST_MS,
  );

  it(
    "the health team looks a caller up and books",
    async () => {
      const { app, scene } = desk();
      const { claim, member } = await scene.someone();
      await scene.freeSlot();
      const { page, press, to, type } = await begin(TEAM, "/team");
      await page.getByRole("heading", { name: "Løfter om første tid" }).waitFor();
      expect(await violations(page)).toEqual([]);
      await press("Find person");
      await page.getByLabel("Navn, CPR-nummer, telefon eller sagsnummer").waitFor();
      // the field waits for the number: nothing has to be pressed to begin
      await type(claim.reference);
      await page.keyboard.press("Enter");
      await page.getByRole("link", { name: claim.reference }).waitFor();
      await press(claim.reference);
      await page.getByRole("heading", { name: "Løftet, trin for trin" }).waitFor();
      await press("Find tid");
      await page.locator(".slots button").first().waitFor();
      await press(/Testklinikken/);
      await page.getByRole("button", { name: "Book tiden" }).waitFor();
      await to("Book tiden");
      await page.keyboard.press("Enter");
      await page.getByText("Tiden er booket.").waitFor();
      expect(await app.rows("select state from booking where member_id = $1", [member.id])).toEqual([{ state: "CONFIRMED" }]);
    },
    MOST_MS,
  );

  it(
    "the network manager finds a clinic and proposes a rate",
    async () => {
      const { app } = desk();
      const clinic = await app.make.clinic({ row: { name: "Tastaturklinikken" } });
      const { page, press, to, type } = await begin(NETWORK, "/network");
      await page.getByRole("heading", { name: "Her mangler der tider" }).waitFor();
      expect(await violations(page)).toEqual([]);
      await press("Klinikker");
      await page.getByRole("heading", { name: "Kræver opmærksomhed" }).waitFor();
      await to("Navn eller by");
      await type("Tastatur");
      await page.getByRole("link", { name: "Tastaturklinikken" }).waitFor();
      await press("Tastaturklinikken");
      await page.getByRole("button", { name: "Foreslå en pris" }).waitFor();
      await press("Foreslå en pris");
      await page.getByRole("dialog").waitFor();
      await to(/^Kroner/);
      await type("717,50");
      await press("Foreslå");
      await page.getByText("717,50 kr.").waitFor();
      const rates = await app.rows("select amount_minor::int from agreed_rate where clinic_id = $1 and state = 'PROPOSED'", [clinic.id]);
      expect(rates).toEqual([{ amount_minor: 71_750 }]);
    },
    MOST_MS,
  );

  it(
    "finance closes a batch after looking, and opens it",
    async () => {
      const { app } = desk();
      await payable(desk());
      const { page, press } = await begin(FINANCE, "/finance");
      await page.getByRole("heading", { name: "Betalinger", exact: true }).waitFor();
      expect(await violations(page)).toEqual([]);
      await press("Luk et batch");
      await page.getByRole("dialog").waitFor();
      await page.getByRole("button", { name: "Luk med 1 betaling" }).waitFor();
      await press("Luk med 1 betaling");
      await page.getByText("En anden person skal nu godkende det.").waitFor();
      await press("Åbn batchet");
      await page.getByRole("button", { name: "Godkend" }).waitFor();
      expect(await app.rows("select state from settlement_batch")).toEqual([{ state: "CLOSED" }]);
    },
    MOST_MS,
  );
}
