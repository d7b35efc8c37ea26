/** The health team: the board, a caller from look-up to a booked time, and a session that ends in the middle. */
import { randomUUID } from "node:crypto";
import { watchPromises } from "../../../src/features/promise/watch/watch-promises.js";
import { beginSession } from "../../../src/platform/people/web-sessions.js";
import { bookSlot } from "../../bookings/documents.js";
import { globalId } from "../../support/app.js";
import { at, dayIn } from "../../support/make.js";
import { violations } from "../browser.js";
import { TEAM, type Desk } from "../desk.js";

export function teamJourneys(desk: () => Desk): void {
  it("books a caller's first appointment in three presses, and finds who waits on the board", async () => {
    const { app, browser, scene } = desk();
    const { claim, member } = await scene.someone();
    await scene.freeSlot();
    await scene.freeSlot();
    const { page, complaints } = await browser.open(app, TEAM, "DESK");
    await page.goto("/team");
    await page.getByRole("heading", { name: "Løfter om første tid" }).waitFor();
    await page.getByText("Direkte", { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "Find person" }).click();
    await page.getByLabel("Navn, CPR-nummer, telefon eller sagsnummer").fill(claim.reference);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Slå op" }).click();
    await page.getByRole("heading", { name: "Bente Test Prøve" }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(page.url()).not.toContain(claim.reference);
    await page.getByRole("link", { name: claim.reference }).click();
    await page.getByRole("heading", { name: "Løftet, trin for trin" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "Find tid" }).click();
    await page.locator(".slots button").first().click();
    await page.getByRole("button", { name: "Book tiden" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Book tiden" }).dblclick();
    await page.getByText("Tiden er booket.").waitFor();
    expect(await app.rows("select state from booking where member_id = $1", [member.id])).toEqual([{ state: "CONFIRMED" }]);
    const logged = await app.rows("select distinct purpose from audit_event where member_id = $1 and actor_role = 'HEALTH_TEAM'", [
      member.id,
    ]);
    expect(logged.map(({ purpose }) => purpose)).toContain(`CASE_HANDLING:${claim.reference}`);
    expect(complaints).toEqual([]);
  }, 120_000);

  it("keeps its own list on the board, and notes a consent that was said in the telephone", async () => {
    const { app, browser, scene } = desk();
    const { claim, member } = await scene.someone({ consent: false });
    const { page, complaints } = await browser.open(app, TEAM, "DESK");
    await page.goto("/team");
    await page.getByRole("button", { name: "Mine", exact: true }).first().click();
    await page.getByText("Ingen sager på din liste.").waitFor();
    await page.getByRole("button", { name: "Alles", exact: true }).click();
    const row = page.locator("li.promise").filter({ hasText: claim.reference });
    await row.getByRole("button", { name: /^Tag sagen for/ }).click();
    await row.getByText("på din liste").waitFor();
    await page.getByRole("button", { name: "Mine", exact: true }).first().click();
    await row.waitFor();
    expect(await page.locator("li.promise").count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    expect(await app.rows("select handled_by from claim where id = $1", [claim.id])).toEqual([{ handled_by: "health-team" }]);
    const another = await browser.open(app, { ...TEAM, subject: "health-team-2", name: "Tove" }, "DESK");
    await another.page.goto("/team");
    await another.page.locator("li.promise").filter({ hasText: claim.reference }).getByText("hos health-team").waitFor();
    await row.getByRole("link").first().click();
    await page.getByRole("button", { name: "Samtykke i telefonen" }).click();
    await page.getByText("Intet samtykke til denne sag endnu.").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Personen sagde ja" }).dblclick();
    await page.getByText("Samtykket er noteret.").waitFor();
    const consents = await app.rows("select count(*)::int as n from consent where member_id = $1 and claim_id = $2", [member.id, claim.id]);
    expect(consents).toEqual([{ n: 1 }]);
    expect([...complaints, ...another.complaints]).toEqual([]);
  }, 120_000);

  it("approves a report, denies another with its reasons, and loses nothing that was typed when the session ends", async () => {
    const { app, browser, scene } = desk();
    const reported = {
      row: {
        state: "REPORTED",
        approved_at: null,
        guarantee_outcome: "PENDING",
        promise_state: "NONE",
        clock_start_on: null,
        first_target_on: null,
        target_on: null,
        latest_on: null,
        deadline_at: null,
        guarantee_class: "NONE",
      },
    };
    const { claim: first } = await scene.someone(reported);
    const { claim: second } = await scene.someone(reported);
    const { page, complaints, context } = await browser.open(app, TEAM, "DESK");
    const open = async (reference: string): Promise<void> => {
      await page.goto("/team/work");
      await page.getByRole("heading", { name: "Arbejdsliste" }).waitFor();
      await page.getByRole("row").filter({ hasText: reference }).getByRole("link", { name: "Åbn sagen" }).click();
      await page.getByRole("button", { name: "Giv afslag" }).waitFor();
    };
    await open(first.reference);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Godkend" }).dblclick();
    await page.getByRole("button", { name: "Book bedste tid" }).waitFor();
    await open(second.reference);
    await page.getByRole("button", { name: "Giv afslag" }).click();
    await page.getByLabel("Besked til medlemmet").fill("Ring gerne til os.");
    await page.locator(".choose-list input").first().check();
    expect(await violations(page)).toEqual([]);
    await context.clearCookies();
    await page.getByRole("button", { name: "Send afslaget" }).click();
    await page.getByText("Du er blevet logget ud.").last().waitFor();
    expect(await page.getByLabel("Besked til medlemmet").inputValue()).toBe("Ring gerne til os.");
    const value = await beginSession(app.app.database, TEAM, 600);
    await context.addCookies([{ name: "desk", value, url: app.url, httpOnly: true, sameSite: "Strict" }]);
    await page.evaluate(`window.dispatchEvent(new Event("focus"))`);
    await page.getByText("Du er blevet logget ud.").last().waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Send afslaget" }).click();
    await page.getByText("Afslag", { exact: true }).waitFor();
    const states = await app.rows("select state from claim where id = any ($1::uuid[]) order by reference", [[first.id, second.id]]);
    expect(states.map(({ state }) => state).sort()).toEqual(["APPROVED", "DENIED"]);
    await page.goto("/team/changes");
    await page.getByText("Ingen har mistet en dækning").waitFor();
    expect(await violations(page)).toEqual([]);
    // the one refusal is the session's end
    expect(complaints.filter((each) => !each.includes("401"))).toEqual([]);
  }, 120_000);

  it("lists whom a clinic called off without a new time, says why nothing fits, and finds a time when there is one again", async () => {
    const { app, browser } = desk();
    const island = { postnr: "3700", town: "Rønne", lat: 55.1, lon: 14.7, regionCode: "1084", kommuneCode: "0400" };
    const clinic = await app.make.clinic({ place: island });
    const home = { postnr: island.postnr, lat: island.lat, lon: island.lon };
    const member = await app.make.member({ row: { given_names: "Ida Test", family_name: "Ø", ...home } });
    const claim = await app.make.claim(member);
    const startsAt = at(dayIn(4), "09:00");
    const slot = await app.make.slot(clinic, { startsAt });
    expect((await bookSlot(app.asMember(member), claim, slot)).codes).toEqual([]);
    const close = "mutation ($input: CloseTimeInput!) { closeTime(input: $input) { appointments { outcome } errors { code } } }";
    const [from, to] = [startsAt.toISOString(), new Date(startsAt.getTime() + 3_600_000).toISOString()];
    const input = { idempotencyKey: randomUUID(), clinicId: globalId("Clinic", clinic.id), from, to };
    const { data } = await app.asClinic(clinic)(close, { input });
    expect(data.closeTime).toEqual({ appointments: [{ outcome: "ESCALATED" }], errors: [] });
    await watchPromises(app.app.database);
    const { page, complaints } = await browser.open(app, TEAM, "DESK");
    await page.goto("/team/changes");
    const card = page.locator("article").filter({ hasText: "Ida Test Ø" });
    await card.getByText("Intet passer").waitFor();
    await card.getByText(/Rønne/).waitFor();
    await card.getByRole("link", { name: "+4520000000" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await app.make.slot(clinic, { startsAt: at(dayIn(4), "14:00") });
    await watchPromises(app.app.database);
    await page.reload();
    await card.getByText("Der er tider, som passer").waitFor();
    await card.getByRole("link", { name: "Find og book" }).click();
    await page.locator(".slots button").first().click();
    await page.getByRole("button", { name: "Book tiden" }).click();
    await page.getByText("Tiden er booket.").waitFor();
    expect(complaints).toEqual([]);
  }, 120_000);

  it("keeps a civil number out of addresses, the browser's keeping and its log", async () => {
    const { app, browser } = desk();
    const { page, complaints } = await browser.open(app, TEAM, "DESK");
    const said: string[] = [];
    page.on("request", (request) => said.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    await page.goto("/team/caller");
    await page.getByLabel("Navn, CPR-nummer, telefon eller sagsnummer").fill("010180-1234");
    await page.keyboard.press("Enter");
    await page.getByText("Ingen fundet.").waitFor();
    await page.getByRole("link", { name: "Løfter" }).click();
    await page.getByRole("heading", { name: "Løfter om første tid" }).waitFor();
    await page.goBack();
    await page.getByRole("button", { name: "Slå op" }).waitFor();
    const kept = await page.evaluate(`(async () => JSON.stringify([
      { ...localStorage }, { ...sessionStorage }, document.cookie, history.state, location.href, document.title,
      await indexedDB.databases(), await caches.keys(), document.body.innerHTML, [...document.querySelectorAll("input")].map(({ value }) => value),
    ]))()`);
    expect([...said, kept].join("\n")).not.toMatch(/010180-?1234/);
    expect(complaints).toEqual([]);
  }, 120_000);
}
