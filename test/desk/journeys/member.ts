/** A member on a phone: finding, booking, moving and giving back a time, reporting, and seeing who saw what. */
import { violations } from "../browser.js";
import { MEMBER, type Desk } from "../desk.js";

export function memberJourneys(desk: () => Desk): void {
  const signedIn = async () => {
    const { app, scene, browser } = desk();
    const who = await scene.someone();
    const slots = [await scene.freeSlot(), await scene.freeSlot(), await scene.freeSlot()];
    return { ...who, app, slots, ...(await browser.open(app, MEMBER(who.member))) };
  };

  it("goes from the first page to a booked appointment in four taps, moves it, and gives it back", async () => {
    const { page, complaints, member, app } = await signedIn();
    await page.goto("/");
    await page.getByRole("link", { name: "Find en tid" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "Find en tid" }).click();
    await page.locator(".times button").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator(".times button").first().click();
    await page.getByText(/Tiden er reserveret til dig i \d+:\d\d/).waitFor();
    await page.getByText("Du betaler").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Bekræft tiden" }).click();
    await page.waitForURL(/appointment/);
    await page.getByRole("button", { name: "Aflys tiden" }).waitFor();
    expect(await violations(page)).toEqual([]);
    const state = () => app.rows("select state from booking where member_id = $1 order by booked_at", [member.id]);
    expect(await state()).toEqual([{ state: "CONFIRMED" }]);
    const first = page.url();
    await page.getByRole("link", { name: "Flyt tiden" }).click();
    await page.locator(".times button").nth(1).click();
    await page.getByRole("button", { name: "Flyt til denne tid" }).dblclick();
    await page.waitForURL((url) => url.href.includes("appointment") && url.href !== first);
    expect(await state()).toEqual([{ state: "MOVED" }, { state: "CONFIRMED" }]);
    await page.getByRole("button", { name: "Aflys tiden" }).click();
    await page.getByText("Det koster ikke noget at aflyse nu.").waitFor();
    await page.getByRole("button", { name: "Ja, aflys" }).click();
    await page.getByText("Tiden er aflyst.").waitFor();
    expect(complaints).toEqual([]);
  }, 120_000);

  it("says which wish was set aside because no time meets it", async () => {
    const { page, claim, app, complaints } = await signedIn();
    await app.rows("update claim set wishes = $2 where id = $1", [claim.id, { language: "is" }]);
    await page.goto("/member");
    await page.getByRole("link", { name: "Find en tid" }).click();
    await page.locator(".times button").first().waitFor();
    await page.getByText("Ønsker, der er fraveget, fordi ingen tid opfylder dem: behandlingens sprog.").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  }, 120_000);

  it("shows the next that fit when the time is taken while it is looked at, and books nothing twice on a double press", async () => {
    const { page, member, claim, app } = await signedIn();
    await page.goto(`/member`);
    await page.getByRole("link", { name: "Find en tid" }).click();
    await page.locator(".times button").first().waitFor();
    const [first] = await app.rows<{ id: string }>("select id from slot where booked = 0 and state = 'OPEN' order by starts_at limit 1");
    await app.rows("update slot set booked = capacity where id = $1", [first?.id]);
    await page.locator(".times button").first().click();
    await page.getByText("Tiden blev taget for et øjeblik siden").waitFor();
    await page.locator(".times button").first().click();
    await page.getByRole("button", { name: "Bekræft tiden" }).dblclick();
    await page.waitForURL(/appointment/);
    const booked = await app.rows("select claim_id from booking where member_id = $1", [member.id]);
    expect(booked).toEqual([{ claim_id: claim.id }]);
    await app.rows("update slot set booked = 0 where id = $1", [first?.id]);
  }, 120_000);

  it("books once when the answer is lost and the button is pressed again, and says so when a hold has run out", async () => {
    const { page, member, app } = await signedIn();
    await page.clock.install();
    await page.goto(`/member`);
    await page.getByRole("link", { name: "Find en tid" }).click();
    await page.locator(".times button").first().click();
    await page.getByText(/Tiden er reserveret/).waitFor();
    await page.clock.fastForward(11 * 60_000);
    await page.getByText("Reservationen er udløbet.").waitFor();
    let lost = 0;
    await page.route("**/graphql", async (route) => {
      if (!route.request().postData()?.includes('"operationName":"BookSlot"') || lost++ > 0) return route.continue();
      // it is done, and nobody hears of it
      await route.fetch();
      await route.abort();
    });
    await page.getByRole("button", { name: "Bekræft tiden" }).click();
    await page.getByText("Der kom intet svar. Prøv igen: intet sker to gange.").waitFor();
    await page.getByRole("button", { name: "Bekræft tiden" }).click();
    await page.waitForURL(/appointment/);
    expect(lost).toBe(2);
    expect(await app.rows("select state from booking where member_id = $1", [member.id])).toEqual([{ state: "CONFIRMED" }]);
  }, 120_000);

  it("reports a complaint in five steps, hands in a referral, and withdraws a consent", async () => {
    const { page, complaints, member, app } = await signedIn();
    await page.goto("/member/report");
    await page.getByRole("button", { name: "Videre" }).click();
    await page.getByRole("button", { name: "Videre" }).click();
    await page.getByText("Vælg eller skriv noget, før du går videre.").waitFor();
    await page.getByText("Nakkesmerter").click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Videre" }).click();
    await page.getByLabel("Hvornår begyndte det?").fill((await app.rows("select (clock_today() - 9)::text as day"))[0].day as string);
    await page.getByRole("button", { name: "Videre" }).click();
    await page.getByLabel("Ja, del det med den klinik").check();
    await page.getByRole("button", { name: "Videre" }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Send anmeldelsen" }).dblclick();
    await page.getByText("Din anmeldelse er modtaget").waitFor();
    const made = () => app.rows("select condition_code from claim where member_id = $1 and condition_code = 'NECK_PAIN'", [member.id]);
    expect(await made()).toEqual([{ condition_code: "NECK_PAIN" }]);
    await page.getByRole("link", { name: "Regninger" }).click();
    await page.getByRole("button", { name: "Indsend en regning eller henvisning" }).click();
    await page.getByLabel("Dokumentets nummer").fill("portal-1");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByText("Modtaget. Du kan følge svaret her.").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "Mine data" }).click();
    await page.getByRole("button", { name: "Træk tilbage" }).first().click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Ja, træk det tilbage" }).click();
    await page.getByText("Trukket tilbage").first().waitFor();
    // who saw what is said in words, and for the purpose that the role has
    await page.getByText("din egen sag").first().waitFor();
    expect(await app.rows("select distinct purpose from audit_event where member_id = $1", [member.id])).toEqual([{ purpose: "OWN_CASE" }]);
    expect(complaints).toEqual([]);
  }, 120_000);

  it("shows nothing after signing out, not by the back button either, and the session opens nothing any more", async () => {
    const { page, context, app } = await signedIn();
    await page.goto("/");
    await page.getByText("Dine sager").waitFor();
    const [cookie] = await context.cookies();
    await page.getByRole("button", { name: "Log ud" }).click();
    await page.getByRole("heading", { name: "Log ind" }).waitFor();
    await page.goBack();
    await page.waitForTimeout(500);
    expect(await page.getByText("Fysioterapi").count()).toBe(0);
    // the other gateway hears of it within two seconds
    await page.waitForTimeout(2_000);
    const ask = () => fetch(`${app.url}/desk/session`, { headers: { "x-desk": "1", cookie: `desk=${cookie?.value}` } });
    for (const asked of [await ask(), await ask()]) expect(await asked.json()).toMatchObject({ person: null });
    const body = JSON.stringify({ query: "{ viewer { members { id } } }" });
    const headers = { "x-desk": "1", cookie: `desk=${cookie?.value}`, "content-type": "application/json" };
    for (let n = 0; n < 2; n += 1) expect((await fetch(`${app.url}/graphql`, { method: "POST", headers, body })).status).toBe(401);
  }, 120_000);
}
