/** The network manager: the map, a clinic's papers and how it is paused, a rate that another approves, a file line by line, what if. */
import { violations } from "../browser.js";
import { NETWORK, type Desk } from "../desk.js";

const second = () => ({ ...NETWORK, subject: "network-second", name: "Nanna" });

export function networkJourneys(desk: () => Desk): void {
  it("sees where times are missing on a map of its own, and what a scenario would do", async () => {
    const { app, browser, scene } = desk();
    await scene.someone();
    const { page, complaints } = await browser.open(app, NETWORK, "DESK");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).origin));
    await page.goto("/network");
    await page.getByRole("heading", { name: "Her mangler der tider" }).waitFor();
    expect(await page.locator("svg.country .land").count()).toBe(1);
    expect(await page.locator("svg.country .dot").count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violations(page)).toEqual([]);
    expect([...new Set(asked)]).toEqual([app.url]);
    await page.getByRole("link", { name: "Hvad nu hvis" }).click();
    await page.getByLabel("Flere anmeldelser i procent").fill("mange");
    await page.getByRole("button", { name: "Regn ud" }).click();
    await page.getByText("Skriv et tal fra -100 til 300.").waitFor();
    await page.getByLabel("Flere anmeldelser i procent").fill("50");
    await page.getByRole("button", { name: "Gem scenariet" }).dblclick();
    await page.getByRole("button", { name: "Slet 50 % flere" }).waitFor();
    await page.getByRole("heading", { name: "Sammenligning" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Slet 50 % flere" }).click();
    await page.getByText("Ingen er gemt.").waitFor();
    expect(complaints).toEqual([]);
  }, 120_000);

  it("pauses a clinic after seeing what hangs on it, and has a rate approved by another beside today's", async () => {
    const { app, browser, scene } = desk();
    const clinic = await app.make.clinic();
    const kept = await scene.booked({ slot: await app.make.slot(clinic, { startsAt: scene.nextStart(3) }) });
    const [{ name }] = await app.rows("select name from clinic where id = $1", [clinic.id]);
    const { page, complaints } = await browser.open(app, NETWORK, "DESK");
    await page.goto("/network/clinics");
    await page.getByRole("heading", { name: "Kræver opmærksomhed" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel("Navn eller by").fill("findes slet ikke");
    await page.getByText("Ingen klinik passer.").waitFor();
    await page.getByLabel("Navn eller by").fill(String(name).toUpperCase());
    await page
      .getByRole("link", { name: name as string })
      .last()
      .waitFor();
    await page.goto(`/network/clinic/${Buffer.from(`Clinic:${clinic.id}`).toString("base64url")}`);
    await page.getByRole("button", { name: "Ophør eller pause" }).first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Foreslå en pris" }).click();
    await page.getByLabel("Kroner").fill("716,50");
    await page.getByRole("button", { name: "Foreslå", exact: true }).dblclick();
    await page.getByText("716,50 kr.").waitFor();
    const rates = () =>
      app.rows("select state, amount_minor::int from agreed_rate where clinic_id = $1 and proposed_by <> 'maker'", [clinic.id]);
    expect(await rates()).toEqual([{ state: "PROPOSED", amount_minor: 71_650 }]);
    await page.getByRole("button", { name: "Ophør eller pause" }).first().click();
    await page.getByRole("heading", { name: "Det hænger på det" }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await app.rows("select state from booking where id = $1", [kept.id])).toEqual([{ state: "CONFIRMED" }]);
    await page.getByLabel("Grund").fill("Vandskade");
    await page.getByRole("button", { name: "Gør det, og flyt 1 aftale" }).dblclick();
    await page.getByText("Det er gjort").waitFor();
    const suspended = await app.rows("select count(*)::int as n from credential where clinic_id = $1 and kind = 'SUSPENSION'", [clinic.id]);
    expect(suspended).toEqual([{ n: 1 }]);
    await page.goto("/network/rates");
    await page
      .getByRole("button", { name: /^Godkend Fysioterapi/ })
      .last()
      .click();
    await page.locator(".refusals").waitFor();
    const other = await browser.open(app, second(), "DESK");
    await other.page.goto("/network/rates");
    await other.page.getByText("I dag", { exact: true }).first().waitFor();
    expect(await violations(other.page)).toEqual([]);
    await other.page
      .getByRole("button", { name: /^Godkend Fysioterapi/ })
      .last()
      .dblclick();
    await other.page.getByText("716,50 kr.").waitFor({ state: "detached" });
    expect(await rates()).toEqual([{ state: "APPROVED", amount_minor: 71_650 }]);
    expect([...complaints, ...other.complaints]).toEqual([]);
  }, 120_000);

  it("reads a file only after showing each line, says why a line is refused, and saves it once", async () => {
    const { app, browser } = desk();
    const { page, complaints } = await browser.open(app, NETWORK, "DESK");
    await page.goto("/network/intake");
    await page.getByText("Ingen filer er læst ind endnu.").waitFor();
    expect(await violations(page)).toEqual([]);
    const content =
      "external_id;legal_name;cvr;kind;agreement_from;agreement_source\n" +
      "fil-1;Filklinik ApS (fiktiv);10150817;PHYSIOTHERAPIST;2026-01-01;Aftale 1\nfil-2;Forkert ApS;12345678;PHYSIOTHERAPIST;;\n";
    await page.setInputFiles("input[type=file]", { name: "firmaer.csv", mimeType: "text/csv", buffer: Buffer.from(content) });
    await page.getByRole("heading", { name: "Det ville ske" }).waitFor();
    const saved = async () => (await app.rows("select count(*)::int as n from provider where external_id like 'fil-%'"))[0].n;
    expect(await saved()).toBe(0);
    await page.locator("code", { hasText: "cvr" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Gem 1 linje" }).dblclick();
    await page.getByRole("heading", { name: "Det er gemt" }).waitFor();
    expect(await saved()).toBe(1);
    await page.getByRole("link", { name: "Til godkendelse" }).click();
    await page.getByRole("heading", { name: "Papirer, flytninger og takster" }).waitFor();
    await page.getByText("Filklinik ApS (fiktiv)").first().waitFor();
    expect(complaints).toEqual([]);
  }, 120_000);
}
