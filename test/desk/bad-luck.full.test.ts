/**
 * What goes wrong around a page, on two gateways: wrong fields, double presses, two tabs, a time that somebody else takes, a hold that runs out, a session
 * that ends, a gateway that is started again. Nothing is booked twice, nothing typed is lost, and each time the page says what to do.
 */
import { describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { beginSession, type SignedIn } from "../../src/platform/people/web-sessions.js";
import { announce } from "../../src/platform/trail/event-bus.js";
import { relayOutbox } from "../../src/platform/trail/relay-outbox.js";
import { CLINIC, FINANCE, MEMBER, NETWORK, TEAM, withDesk } from "./desk.js";
import { payable } from "./journeys/payable.js";

const MOST_MS = 120_000;

describe("the desk in bad luck", () => {
  const desk = withDesk({ gateways: 2 });
  /** A member who has chosen the first time that is offered, and sees its price. */
  const deciding = async (free = 2) => {
    const { app, browser, scene } = desk();
    const { member, claim } = await scene.someone();
    for (let n = 0; n < free; n += 1) await scene.freeSlot();
    const opened = await browser.open(app, MEMBER(member));
    await choose(opened.page);
    await opened.page.getByText(/Tiden er reserveret til dig i/).waitFor();
    return { ...opened, member, claim };
  };
  const choose = async (page: Page): Promise<void> => {
    await page.goto("/member");
    await page.getByRole("link", { name: "Find en tid" }).click();
    await page.locator(".times button").first().click();
    await page.getByRole("button", { name: "Bekræft tiden" }).waitFor();
  };
  const bookings = (memberId: string) => desk().app.rows("select state from booking where member_id = $1 order by booked_at", [memberId]);
  const signInAgain = async (page: Page, who: SignedIn): Promise<void> => {
    const { app } = desk();
    const value = await beginSession(app.app.database, who, 600);
    await page.context().addCookies([{ name: "desk", value, url: app.url, httpOnly: true, sameSite: "Strict" }]);
    await page.evaluate(`window.dispatchEvent(new Event("focus"))`);
    await page.getByText("Du er blevet logget ud.").last().waitFor({ state: "detached" });
  };
  /** The field is marked, its words say what to write, and what was typed still stands in it. */
  const isWrong = async (page: Page, label: string | RegExp, typed: string, says: RegExp): Promise<void> => {
    const field = page.getByLabel(label);
    await page.locator(".field.wrong").first().waitFor();
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await field.inputValue()).toBe(typed);
    const told = (await field.getAttribute("aria-describedby"))?.split(" ").at(-1) ?? "";
    expect(await page.locator(`[id="${told}"]`).textContent()).toMatch(says);
  };

  it(
    "says at its field what is wrong, and keeps what was typed: a member's bill, a clinic's rate, a company's number, an amount of finance",
    async () => {
      const { app, browser, scene, clinic } = desk();
      const { member } = await scene.someone();
      const { page: ofMember } = await browser.open(app, MEMBER(member));
      await ofMember.goto("/member/bills");
      await ofMember.getByRole("button", { name: "Indsend en regning eller henvisning" }).click();
      await ofMember.getByRole("button", { name: "En regning", exact: true }).click();
      await ofMember.getByLabel("Dokumentets nummer").fill("portal-7");
      await ofMember.getByLabel("Beløb i kroner").fill("fem hundrede");
      await ofMember.getByRole("button", { name: "Send", exact: true }).click();
      await isWrong(ofMember, "Beløb i kroner", "fem hundrede", /Skriv et beløb i kroner/);

      const { page: ofClinic } = await browser.open(app, CLINIC(clinic), "DESK");
      await ofClinic.goto("/clinic/about");
      await ofClinic.getByRole("button", { name: "Foreslå en ny pris" }).click();
      await ofClinic.getByLabel("Kroner").fill("syv hundrede");
      await ofClinic.getByRole("button", { name: "Send forslaget" }).click();
      await isWrong(ofClinic, "Kroner", "syv hundrede", /Skriv et beløb i kroner/);

      const { page: ofNetwork } = await browser.open(app, NETWORK, "DESK");
      await ofNetwork.goto("/network/clinics");
      await ofNetwork.getByRole("button", { name: "Tilføj en virksomhed" }).click();
      await ofNetwork.getByLabel("Navn", { exact: true }).fill("Ny klinik ApS");
      await ofNetwork.getByLabel(/^CVR-nummer/).fill("12345678");
      await ofNetwork.getByRole("button", { name: "Gem", exact: true }).click();
      // this one only the gateway knows to be wrong: the last digit is a check digit
      await isWrong(ofNetwork, /^CVR-nummer/, "12345678", /\S/);
      expect(await ofNetwork.getByLabel("Navn", { exact: true }).inputValue()).toBe("Ny klinik ApS");
      expect(await app.rows("select count(*)::int as n from provider where cvr = '12345678'")).toEqual([{ n: 0 }]);

      const { lineId } = await payable(desk());
      await app.rows("update settlement_line set state = 'DISPUTED' where id = $1", [lineId]);
      const { page: ofFinance } = await browser.open(app, FINANCE, "DESK");
      await ofFinance.goto("/finance/disputes");
      await ofFinance.locator("table .link").last().click();
      await ofFinance.getByRole("button", { name: "Ret beløbet" }).click();
      await ofFinance.getByLabel(/^Tag tilbage, kroner/).fill("halvdelen");
      await ofFinance.getByRole("button", { name: "Ret beløbet" }).click();
      await isWrong(ofFinance, /^Tag tilbage, kroner/, "halvdelen", /Skriv et beløb i kroner/);

      const { page: ofTeam } = await browser.open(app, TEAM, "DESK");
      await ofTeam.goto("/team/caller");
      await ofTeam.getByLabel("Navn, CPR-nummer, telefon eller sagsnummer").fill("01018");
      await ofTeam.getByRole("button", { name: "Slå op" }).click();
      await isWrong(ofTeam, "Navn, CPR-nummer, telefon eller sagsnummer", "01018", /Skriv et CPR-nummer/);
    },
    MOST_MS,
  );

  it(
    "books once however often it is pressed",
    async () => {
      const { page, member } = await deciding();
      await page.getByRole("button", { name: "Bekræft tiden" }).click({ clickCount: 4, delay: 5 });
      await page.waitForURL(/appointment/);
      expect(await bookings(member.id)).toEqual([{ state: "CONFIRMED" }]);
    },
    MOST_MS,
  );

  it(
    "books once when two tabs of the same person confirm the same time, and shows the second what is free next",
    async () => {
      const { page, context, member } = await deciding();
      const other = await context.newPage();
      await choose(other);
      await page.getByRole("button", { name: "Bekræft tiden" }).click();
      await page.waitForURL(/appointment/);
      await other.getByRole("button", { name: "Bekræft tiden" }).click();
      await other.getByText("Tiden blev taget for et øjeblik siden").waitFor();
      await other.locator(".times button").first().waitFor();
      expect(await bookings(member.id)).toEqual([{ state: "CONFIRMED" }]);
    },
    MOST_MS,
  );

  it(
    "offers the next best when a colleague books the time while somebody of the health team reads its price",
    async () => {
      const { app, browser, scene } = desk();
      const [mine, theirs] = [await scene.someone(), await scene.someone()];
      await scene.freeSlot();
      await scene.freeSlot();
      const at = async (who: SignedIn, reference: string): Promise<Page> => {
        const { page } = await browser.open(app, who, "DESK");
        await page.goto("/team/caller");
        await page.getByLabel("Navn, CPR-nummer, telefon eller sagsnummer").fill(reference);
        await page.keyboard.press("Enter");
        await page.getByRole("link", { name: reference }).click();
        await page.getByRole("link", { name: "Find tid" }).click();
        await page.locator(".slots button").first().click();
        await page.getByRole("button", { name: "Book tiden" }).waitFor();
        return page;
      };
      const [first, second] = [
        await at(TEAM, mine.claim.reference),
        await at({ ...TEAM, subject: "health-team-2", name: "Tove" }, theirs.claim.reference),
      ];
      await first.getByRole("button", { name: "Book tiden" }).click();
      await first.getByText("Tiden er booket.").waitFor();
      await second.getByRole("button", { name: "Book tiden" }).click();
      await second.locator(".beside [role=alert]").waitFor();
      expect(await bookings(theirs.member.id)).toEqual([]);
      await second.locator(".beside button.second").first().click();
      // what is offered is free: it needs no reason to be booked all the same
      await second.getByRole("button", { name: "Book tiden" }).click();
      await second.getByText("Tiden er booket.").waitFor();
      expect([await bookings(mine.member.id), await bookings(theirs.member.id)]).toEqual([
        [{ state: "CONFIRMED" }],
        [{ state: "CONFIRMED" }],
      ]);
    },
    MOST_MS,
  );

  it(
    "says that a hold has run out, holds again when asked, and offers others where somebody was faster",
    async () => {
      const { app } = desk();
      const { page, member } = await deciding();
      await app.rows("update hold set expires_at = clock_now() - interval '1 second' where member_id = $1", [member.id]);
      await page.clock.install();
      await page.clock.fastForward(11 * 60_000);
      await page.getByText("Reservationen er udløbet.").waitFor();
      await app.rows(
        "update slot set booked = capacity where id = (select slot_id from hold where member_id = $1 order by expires_at desc limit 1)",
        [member.id],
      );
      await page.getByRole("button", { name: "Reservér igen" }).click();
      await page.getByText("Tiden blev taget for et øjeblik siden").waitFor();
      await page.locator(".times button").first().click();
      await page.getByRole("button", { name: "Bekræft tiden" }).click();
      await page.waitForURL(/appointment/);
      expect(await bookings(member.id)).toEqual([{ state: "CONFIRMED" }]);
    },
    MOST_MS,
  );

  it(
    "keeps a report as it was written while the session ends, and sends it once after signing in again",
    async () => {
      const { app, browser, scene } = desk();
      const { member } = await scene.someone();
      const { page, context } = await browser.open(app, MEMBER(member));
      await page.goto("/member/report");
      await page.getByRole("button", { name: "Videre" }).click();
      await page.getByText("Nakkesmerter").click();
      await page.getByRole("button", { name: "Videre" }).click();
      await page
        .getByLabel("Hvornår begyndte det?")
        .fill(((await app.rows("select (clock_today() - 9)::text as day"))[0] as { day: string }).day);
      await page.getByRole("button", { name: "Videre" }).click();
      await page.getByLabel("Ja, del det med den klinik").check();
      await page.getByRole("button", { name: "Videre" }).click();
      await context.clearCookies();
      await page.getByRole("button", { name: "Send anmeldelsen" }).click();
      await page.getByText("Du er blevet logget ud.").last().waitFor();
      expect(await app.rows("select id from claim where member_id = $1 and condition_code = 'NECK_PAIN'", [member.id])).toEqual([]);
      await signInAgain(page, MEMBER(member));
      await page.getByRole("button", { name: "Send anmeldelsen" }).dblclick();
      await page.getByText("Din anmeldelse er modtaget").waitFor();
      expect(await app.rows("select id from claim where member_id = $1 and condition_code = 'NECK_PAIN'", [member.id])).toHaveLength(1);
    },
    MOST_MS,
  );

  it(
    "goes on at the other gateway when one is started again: the same press books once, and what is live goes on being so",
    async () => {
      const { app, browser, scene, gateways } = desk();
      const live = await app.make.clinic();
      const { page, member } = await deciding();
      const [on] = await app.rows("select (clock_today() + 9)::text as day");
      const ofClinic = await browser.open(app, CLINIC(live), "DESK");
      const { day } = on as { day: string };
      await ofClinic.page.goto(`/clinic?on=${day}`);
      await ofClinic.page.getByText("Direkte", { exact: true }).waitFor();
      await ofClinic.page.getByRole("button", { name: "Luk tid", exact: true }).click();
      await ofClinic.page
        .getByLabel(/^Begrundelse|^Grund/)
        .first()
        .fill("Kursus for alle");
      for (const each of [0, 1]) {
        await gateways.stop(each);
        if (each === 0) {
          await page.getByRole("button", { name: "Bekræft tiden" }).dblclick();
          await page.waitForURL(/appointment/);
        }
        // the stream that was at that one begins again at the other, by itself
        await ofClinic.page.waitForTimeout(1_500);
        await ofClinic.page.getByText("Direkte", { exact: true }).waitFor();
        await gateways.start(each);
      }
      expect(await bookings(member.id)).toEqual([{ state: "CONFIRMED" }]);
      expect(
        await ofClinic.page
          .getByLabel(/^Begrundelse|^Grund/)
          .first()
          .inputValue(),
      ).toBe("Kursus for alle");
      await ofClinic.page.keyboard.press("Escape");
      const [start] = await app.rows("select (($1::date + time '11:00') at time zone 'Europe/Copenhagen') as at", [day]);
      await scene.booked({ slot: await app.make.slot(live, { startsAt: (start as { at: Date }).at }) });
      await relayOutbox(app.app.database, announce);
      await ofClinic.page.getByText(/Ny aftale: Bente Test Prøve/).waitFor();
    },
    MOST_MS,
  );

  it(
    "says so while no gateway answers at all, and the same press books once when one is back",
    async () => {
      const { app, browser, clinic, gateways } = desk();
      const { page, member } = await deciding();
      const team = await browser.open(app, TEAM, "DESK");
      await team.page.goto("/team");
      await team.page.getByText("Direkte", { exact: true }).waitFor();
      const { page: atClinic } = await browser.open(app, CLINIC(clinic), "DESK");
      await atClinic.goto("/clinic");
      await atClinic.getByRole("button", { name: "Luk tid", exact: true }).waitFor();
      await Promise.all([gateways.stop(0), gateways.stop(1)]);
      await atClinic.getByRole("button", { name: "Luk tid", exact: true }).click();
      await atClinic.getByRole("button", { name: "Prøv igen" }).waitFor();
      await page.getByRole("button", { name: "Bekræft tiden" }).click();
      await page.getByText("Der kom intet svar. Prøv igen: intet sker to gange.").waitFor();
      await team.page.getByText("Ikke direkte").waitFor();
      await Promise.all([gateways.start(0), gateways.start(1)]);
      await page.getByRole("button", { name: "Bekræft tiden" }).dblclick();
      await page.waitForURL(/appointment/);
      expect(await bookings(member.id)).toEqual([{ state: "CONFIRMED" }]);
      await team.page.getByText("Direkte", { exact: true }).waitFor();
      await atClinic.getByRole("button", { name: "Prøv igen" }).click();
      await atClinic.getByRole("heading", { name: /berørt/ }).waitFor();
    },
    MOST_MS,
  );
});
