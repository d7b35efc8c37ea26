/** A clinic at its desk: who comes, live; marking, opening and closing; hours, money and what patients see. */
import { randomUUID } from "node:crypto";
import { announce } from "../../../src/platform/trail/event-bus.js";
import { relayOutbox } from "../../../src/platform/trail/relay-outbox.js";
import { globalId } from "../../support/app.js";
import { violations } from "../browser.js";
import { CLINIC, type Desk } from "../desk.js";
import { payable } from "./payable.js";

export function clinicJourneys(desk: () => Desk): void {
  const dayOf = async (id: string): Promise<string> =>
    (await desk().app.rows("select (starts_at at time zone 'Europe/Copenhagen')::date::text as day from booking where id = $1", [id]))[0]
      .day;

  it("sees a new appointment by itself, marks who came with one press, and closes a day after seeing who is affected", async () => {
    const { app, browser, clinic, scene } = desk();
    const kept = await scene.booked();
    const { page, complaints } = await browser.open(app, CLINIC(clinic), "DESK");
    await page.goto(`/clinic?on=${await dayOf(kept.id)}`);
    await page.locator(".booked").first().waitFor();
    await page.getByText("Direkte", { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    const before = await page.locator(".booked").count();
    const live = await scene.booked({ slot: await app.make.slot(clinic, { startsAt: await freeOn(desk(), await dayOf(kept.id)) }) });
    await relayOutbox(app.app.database, announce);
    await page.getByText(/Ny aftale: Bente Test Prøve/).waitFor();
    expect(await page.locator(".booked").count()).toBe(before + 1);
    await scene.begun(live.id);
    await page.reload();
    await page.getByRole("button", { name: /^Kom: Bente Test Prøve/ }).dblclick();
    await page.getByText("Kom de?").waitFor({ state: "detached" });
    expect(await app.rows("select state from booking where id = $1", [live.id])).toEqual([{ state: "ATTENDED" }]);
    // three presses: close, the part of the day is the whole of it already, and the press that says what it does
    await page.getByRole("button", { name: "Luk tid", exact: true }).click();
    await page.getByRole("heading", { name: /aftaler? bliver berørt/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: /^Luk og flyt \d+ aftaler?/ }).dblclick();
    await page.getByText("Tiden er lukket").waitFor();
    const [row] = await app.rows("select state from booking where id = $1", [kept.id]);
    expect(row.state).not.toBe("CONFIRMED");
    expect((await app.rows("select count(*)::int as n from closure where opened_at is null"))[0].n).toBe(1);
    await page.getByRole("button", { name: "Luk", exact: true }).last().click();
    await page.getByRole("link", { name: "Mine tider" }).click();
    await page.getByRole("button", { name: "Åbn igen" }).click();
    await page.getByText(/Åbnet igen/).waitFor();
    expect(complaints).toEqual([]);
  }, 120_000);

  it("opens times once however often they are opened, makes next week like this one, and writes weekly hours without recurrences", async () => {
    const { app, browser } = desk();
    const clinic = await app.make.clinic();
    const { page, complaints } = await browser.open(app, CLINIC(clinic), "DESK");
    const openings = async () =>
      (await app.rows("select count(*)::int as n from slot where clinic_id = $1 and state = 'OPEN'", [clinic.id]))[0].n;
    await page.goto("/clinic");
    await page.getByText("Ingen tider er åbnet endnu.").waitFor();
    const [{ monday }] = await app.rows("select (date_trunc('week', clock_today()) + interval '14 days')::date::text as monday");
    await page.goto(`/clinic?on=${monday}&view=week`);
    for (const turn of [1, 2]) {
      await page.getByRole("button", { name: "Åbn tid", exact: true }).click();
      await page.getByRole("button", { name: "Åbn 4 tider" }).click();
      await page.getByText(/tider er åbnet/).waitFor();
      await page.getByRole("button", { name: "Luk", exact: true }).last().click();
      expect([turn, await openings()]).toEqual([turn, 4]);
    }
    await page.getByRole("button", { name: "Næste uge som denne" }).click();
    await page.getByRole("button", { name: "Åbn 4 tider" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Åbn 4 tider" }).click();
    await page.getByText("4 tider er åbnet.").waitFor();
    expect(await openings()).toBe(8);
    await page.goto("/clinic/times");
    await page.getByRole("button", { name: "Tilføj åbningstider" }).click();
    await page.getByRole("button", { name: "Gem åbningstiderne" }).click();
    await page.getByText("Vælg mindst én ugedag.").waitFor();
    await page.getByLabel("tirsdag").check({ force: true });
    await page.getByLabel("onsdag").check({ force: true });
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Gem åbningstiderne" }).click();
    await page.getByText(/^Gemt: \d+ tider åbnet/).waitFor();
    await page.getByRole("button", { name: "Luk", exact: true }).last().click();
    await page.getByText("tirsdag og onsdag 09:00–15:00, 45 min.").waitFor();
    const rules = await app.rows("select definition->'rules'->0->>'rrule' as rrule from schedule where clinic_id = $1", [clinic.id]);
    expect(rules).toEqual([{ rrule: "FREQ=WEEKLY;BYDAY=TU,WE" }]);
    expect(complaints).toEqual([]);
  }, 120_000);

  it("answers a dispute and a status report once each, and makes a calendar link of one practitioner's", async () => {
    const { app, browser, scene } = desk();
    const { clinic, lineId } = await payable(desk());
    await app.rows("update settlement_line set state = 'DISPUTED' where id = $1", [lineId]);
    const asked = await scene.booked({ slot: await app.make.slot(clinic, { startsAt: scene.nextStart(3) }) });
    const request = `mutation ($input: RequestStatusReportInput!) { requestStatusReport(input: $input) { errors { code message } } }`;
    const answer = await app.asHealthTeam()(request, {
      input: {
        idempotencyKey: randomUUID(),
        claimId: globalId("Claim", asked.claim.id),
        bookingId: asked.bookingId,
        question: "Hvordan går det med ryggen?",
      },
    });
    expect(answer.data?.requestStatusReport.errors).toEqual([]);
    const { page, complaints } = await browser.open(app, CLINIC(clinic), "DESK");
    await page.goto("/clinic/questions");
    await page.getByText("Hvordan går det med ryggen?").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Svar", exact: true }).first().click();
    await page.getByText("Medlemmet blev behandlet som bestilt").click();
    await page.getByLabel("Med jeres egne ord").fill("Kom til tiden og gik efter 45 minutter.");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Send svaret" }).dblclick();
    await page.getByText("Besvaret").waitFor();
    await page.getByRole("button", { name: "Svar", exact: true }).click();
    await page.getByLabel("Flere behandlinger").fill("4");
    await page.getByLabel("Begrundelse").fill("Går længere uden smerter; styrken mangler.");
    await page.getByRole("button", { name: "Send svaret" }).dblclick();
    await page.getByText("Ingen rapporter mangler.").waitFor();
    const [{ answers, reports }] = await app.rows(
      `select (select count(*)::int from dispute_answer) as answers,
         (select count(*)::int from status_report where answered_at is not null) as reports`,
    );
    expect([answers, reports]).toEqual([1, 1]);
    await page.goto("/clinic/times");
    await page.getByRole("button", { name: "Jeres aftaler i jeres egen kalender" }).click();
    await page.getByLabel("Hvis aftaler").selectOption({ index: 1 });
    await page.getByRole("button", { name: "Lav et link" }).dblclick();
    await page.locator("code").first().waitFor();
    expect(await violations(page)).toEqual([]);
    const feeds = await app.rows("select practitioner_id from calendar_feed where practitioner_id = $1", [clinic.practitionerId]);
    expect(feeds).toHaveLength(1);
    expect(complaints).toEqual([]);
  }, 120_000);

  it("has a page for its money and one for what patients see, and says what is wrong at its field", async () => {
    const { app, browser, clinic } = desk();
    const { page, complaints } = await browser.open(app, CLINIC(clinic), "DESK");
    await page.goto("/clinic/money");
    await page.getByText("Der er ikke betalt noget endnu.").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel("Find en linje fra kontoudtoget").fill("STL-2026-000099-0001");
    await page.getByRole("button", { name: "Find", exact: true }).click();
    await page.getByText("Ingen betaling til jer har den tekst.").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Klinikken" }).click();
    await page.getByRole("button", { name: "Foreslå en ny pris" }).click();
    await page.getByLabel("Kroner").fill("syv hundrede");
    await page.getByRole("button", { name: "Send forslaget" }).click();
    await page.getByText("Skriv et beløb i kroner").waitFor();
    await page.getByLabel("Kroner").fill("715,50");
    await page.getByRole("button", { name: "Send forslaget" }).click();
    await page.getByText("Foreslået. Du kan se svaret her.").waitFor();
    expect(await violations(page)).toEqual([]);
    const proposed = await app.rows("select amount_minor::int from agreed_rate where clinic_id = $1 and state = 'PROPOSED'", [clinic.id]);
    expect(proposed).toEqual([{ amount_minor: 71_550 }]);
    expect(complaints).toEqual([]);
  }, 120_000);
}

/** An instant of that day at which nothing begins yet. */
async function freeOn({ app, clinic }: Desk, day: string): Promise<Date> {
  const [{ at }] = await app.rows(
    `select min(t) as at from generate_series(($2::date + time '00:30') at time zone 'Europe/Copenhagen',
       ($2::date + time '22:30') at time zone 'Europe/Copenhagen', interval '1 hour') t
     where not exists (select from slot s where s.clinic_id = $1 and s.starts_at < t + interval '45 minutes' and s.ends_at > t)`,
    [clinic.id, day],
  );
  return at as Date;
}
