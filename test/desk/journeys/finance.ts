/** Finance: closing after looking, a second person's approval, the file, an amount down to its ground, the bank, a month. */
import { fromNow } from "../../support/clock.js";
import { violations } from "../browser.js";
import { FINANCE, type Desk } from "../desk.js";
import { payable } from "./payable.js";

export function financeJourneys(desk: () => Desk): void {
  it("closes a batch once after seeing what it gathers, does not approve its own, and gets the file when another has approved", async () => {
    const { app, browser } = desk();
    const { clinic } = await payable(desk());
    const { page, complaints } = await browser.open(app, FINANCE, "DESK");
    await page.goto("/finance");
    await page.getByRole("heading", { name: "Betalinger", exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    const batches = async () => (await app.rows("select id, state, closed_by, approved_by from settlement_batch order by id desc"))[0];
    await page.getByRole("button", { name: "Luk et batch" }).first().click();
    await page.getByText("1 klinik får penge for 1 behandling").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await batches()).toBeUndefined();
    await page.getByRole("button", { name: "Luk med 1 betaling" }).dblclick();
    await page.getByText("En anden person skal nu godkende det.").waitFor();
    expect(await app.rows("select count(*)::int as n from settlement_batch")).toEqual([{ n: 1 }]);
    await page.getByRole("link", { name: "Åbn batchet" }).click();
    await page.getByRole("button", { name: "Godkend" }).click();
    await page.getByText("En anden skal tage stilling til det. Bed en kollega om at se på det.").waitFor();
    expect((await batches()).state).toBe("CLOSED");
    expect(await violations(page)).toEqual([]);
    const second = await browser.open(app, { ...FINANCE, subject: "finance-second", name: "Frans" }, "DESK");
    await second.page.goto(page.url());
    await second.page.getByRole("button", { name: "Godkend" }).dblclick();
    await second.page.getByRole("button", { name: "Lav fil til banken" }).click();
    await second.page.getByRole("button", { name: "Hent" }).waitFor();
    expect(await violations(second.page)).toEqual([]);
    const [download] = await Promise.all([
      second.page.waitForEvent("download"),
      second.page.getByRole("button", { name: "Hent" }).first().click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^STL-.*\.xml$/);
    // an amount opens to its treatment, its rate and who pays what
    await second.page
      .getByRole("link", { name: /ApS|Test|klinik/i })
      .last()
      .click();
    await second.page.locator("table .link").first().click();
    await second.page.getByRole("heading", { name: "Aftalt pris" }).waitFor();
    await second.page.getByText("Medlemmet betaler").waitFor();
    expect(await violations(second.page)).toEqual([]);
    expect((await batches()).approved_by).toBe("finance-second");
    const [{ paid }] = await app.rows("select count(*)::int as paid from settlement_payment where provider_id = $1", [clinic.providerId]);
    expect(paid).toBe(1);
    expect([...complaints, ...second.complaints]).toEqual([]);
  }, 120_000);

  it("decides a dispute with the clinic's answer beside it, and takes back no more than an amount", async () => {
    const { app, browser } = desk();
    const { lineId } = await payable(desk());
    await app.rows("update settlement_line set state = 'DISPUTED', ready_at = $2 where id = $1", [lineId, fromNow(-60_000)]);
    const { page, complaints } = await browser.open(app, FINANCE, "DESK");
    await page.goto("/finance/disputes");
    await page.locator("table .link").last().click();
    await page.getByText("Klinikken har ikke svaret endnu.").waitFor();
    await page.getByRole("button", { name: "Ret beløbet" }).click();
    await page.getByLabel("Tag tilbage, kroner").fill("halvdelen");
    await page.getByRole("button", { name: "Ret beløbet" }).click();
    await page.getByText("Skriv et beløb i kroner").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Den betales", exact: true }).dblclick();
    await page.locator(".sheet").waitFor({ state: "detached" });
    expect(await app.rows("select state from settlement_line where id = $1", [lineId])).toEqual([{ state: "READY" }]);
    expect(complaints).toEqual([]);
  }, 120_000);

  it("shows the bank beside the books, refuses a file that is none, and asks for a month to be closed once", async () => {
    const { app, browser } = desk();
    const { page, complaints } = await browser.open(app, FINANCE, "DESK");
    await page.goto("/finance/bank");
    await page.getByRole("heading", { name: "Poster at bogføre" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Læs en fil fra banken" }).click();
    await page.setInputFiles("input[type=file]", { name: "bank.xml", mimeType: "text/xml", buffer: Buffer.from("<ikke en fil") });
    await page.locator(".sheet .refusals").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Måneder" }).click();
    await page.getByRole("button", { name: "Måneden før" }).click();
    await page.getByRole("button", { name: "Bed om at lukke" }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Bed om at lukke" }).last().dblclick();
    await page.getByRole("button", { name: "Enig" }).waitFor();
    expect(await app.rows("select count(*)::int as n from accounting_act")).toEqual([{ n: 1 }]);
    await page.getByRole("button", { name: "Enig" }).click();
    await page.locator(".refusals").waitFor();
    const second = await browser.open(app, { ...FINANCE, subject: "finance-second", name: "Frans" }, "DESK");
    await second.page.emulateMedia({ colorScheme: "dark" });
    await second.page.goto("/finance/months");
    await second.page.getByRole("button", { name: "Enig" }).click();
    await second.page.getByText("Udført").first().waitFor();
    expect(await violations(second.page)).toEqual([]);
    expect([...complaints, ...second.complaints]).toEqual([]);
  }, 120_000);
}
