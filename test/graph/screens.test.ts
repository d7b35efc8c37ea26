/** A screen is one request, and its statements are few and do not grow with what it shows. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { filled, storedOperations } from "../../src/assembly/operations.js";
import { makeHouse } from "../security/matrix/world.js";
import { globalId, startApp, type Answer, type Asker, type TestApp } from "../support/app.js";
import { today } from "../support/clock.js";
import { addDays } from "../../src/kernel/calendar.js";
import { statementsOf } from "./counted.js";

const MOST = 8;
/** A case has its papers beside its decisions, bookings and history; a week has who of the last month is not marked yet. */
const WIDER: Readonly<Record<string, number>> = { "clinic/week-screen": 9, "health-team/case-screen": 10 };
const SCREENS = storedOperations().filter(({ name }) => name.endsWith("-screen"));

describe("screens", () => {
  let app: TestApp;
  let askers: Readonly<Record<string, Asker>>;
  let known: Record<string, string>;
  const counts: Record<string, { readonly one: string[]; readonly many: string[] }> = {};
  const answers = new Map<string, Answer>();

  beforeAll(async () => {
    app = await startApp();
    const clinic = await app.make.clinic();
    const member = await app.make.member();
    const house = await makeHouse(app, { clinic, member }, false);
    askers = {
      "member-app": app.asMember(member),
      clinic: app.asClinic(clinic),
      "health-team": app.asHealthTeam(),
      network: app.as({ sub: "network", role: "NETWORK_MANAGER" }),
      finance: app.asFinance(),
    };
    const id = (type: string): string => globalId(type, house.ids[type] ?? "");
    known = {
      claimId: id("Claim"),
      bookingId: id("Booking"),
      memberId: globalId("Member", member.id),
      clinicId: globalId("Clinic", clinic.id),
      batchId: id("SettlementBatch"),
      today: today(),
      "today+0": today(),
      "today+14": addDays(today(), 14),
      "today+7": addDays(today(), 7),
    };
    const dispute = (lines: number): Promise<unknown> =>
      app.rows(
        `begin; set local session_replication_role = replica;
         update settlement_line set state = 'DISPUTED', payment_id = null
          where id in (select id from settlement_line where clinic_id = '${clinic.id}' order by kind = 'CORRECTION', id desc limit ${lines});
         commit`,
      );
    const run = async (): Promise<Map<string, string[]>> => {
      const found = new Map<string, string[]>();
      for (const { client, name, document, variables } of SCREENS) {
        const ask = askers[client] as Asker;
        const { answer, statements } = await statementsOf(app, () => ask(document, filled(variables, known) as object));
        if (answer.errors) throw new Error(`${client}/${name}: ${answer.text.slice(0, 500)}`);
        found.set(`${client}/${name}`, statements);
        answers.set(`${client}/${name}`, answer);
      }
      return found;
    };
    await dispute(1);
    await run();
    const one = await run();
    const child = await app.make.member({ familyId: member.familyId, row: { birth_date: `${Number(today().slice(0, 4)) - 9}-05-05` } });
    await app.make.guardianship(member, child);
    for (let n = 0; n < 3; n += 1) await makeHouse(app, { clinic, member }, false);
    const second = await app.make.clinic({ of: { id: clinic.providerId, cvr: clinic.cvr } });
    await makeHouse(app, { clinic: second, member: await app.make.member() }, false);
    // of lines that fit nothing, and of lines in dispute, the screens show what they are about
    await dispute(2);
    await app.rows(
      "update bank_exception set details = details || jsonb_build_object('reference', (select min(end_to_end_id) from settlement_payment))",
    );
    const many = await run();
    for (const [name, statements] of one) counts[name] = { one: statements, many: many.get(name) ?? [] };
  }, 120_000);
  afterAll(async () => app.stop());

  it("are thirty", () => {
    expect(SCREENS.map(({ client, name }) => `${client}/${name}`).sort()).toEqual([
      "clinic/about-screen",
      "clinic/money-screen",
      "clinic/my-times-screen",
      "clinic/questions-screen",
      "clinic/week-screen",
      "finance/bank-screen",
      "finance/batch-screen",
      "finance/batches-screen",
      "finance/disputes-screen",
      "finance/months-screen",
      "finance/payment-screen",
      "health-team/board-screen",
      "health-team/case-screen",
      "health-team/changes-screen",
      "health-team/find-and-book-screen",
      "health-team/member-screen",
      "health-team/work-screen",
      "member-app/appointment-screen",
      "member-app/bills-screen",
      "member-app/find-screen",
      "member-app/home-screen",
      "member-app/my-data-screen",
      "member-app/report-screen",
      "member-app/settings-screen",
      "network/clinic-screen",
      "network/clinics-screen",
      "network/intake-screen",
      "network/map-screen",
      "network/rates-screen",
      "network/scenarios-screen",
    ]);
  });

  it.each(SCREENS.map(({ client, name }) => `${client}/${name}`))(`%s takes few statements, whatever it shows`, (name) => {
    const { one = [], many = [] } = counts[name] ?? {};
    const most = WIDER[name] ?? MOST;
    expect(many.length > most ? [many.length, ...many] : []).toEqual([]);
    expect(one.length > most ? [one.length, ...one] : []).toEqual([]);
    expect(many.length).toBeGreaterThan(0);
    // two lists of a screen that are there at the same moment read what they lead to together, and otherwise each
    const times = (of: readonly string[], statement: string): number => of.filter((each) => each === statement).length;
    const more = many.filter((statement) => times(many, statement) > times(one, statement) + 1);
    expect(more).toEqual([]);
  });

  it("show what the tables hold", async () => {
    const home = answers.get("member-app/home-screen")?.data.viewer.members;
    const [{ n }] = await app.rows(
      "select count(*)::int as n from booking b join member m on m.id = b.member_id where m.id = $1 and b.state = 'CONFIRMED'",
      [Buffer.from(home[0].id, "base64url").toString().split(":")[1]],
    );
    expect(home[0].bookings.edges).toHaveLength(Math.min(5, n));
    const batches = await app.rows("select reference from settlement_batch order by reference desc limit 5");
    expect(answers.get("finance/batches-screen")?.data.settlementBatches.edges.map((e: any) => e.node.reference)).toEqual(
      batches.map(({ reference }) => reference),
    );
    const screen = answers.get("finance/batches-screen")?.data;
    const disputed = await app.rows(
      `select l.id, b.reference, k.name from settlement_line l join booking b on b.id = l.booking_id join clinic k on k.id = l.clinic_id
       where l.state = 'DISPUTED' order by l.id limit 5`,
    );
    expect(disputed.length).toBeGreaterThan(0);
    expect(screen.disputedLines.edges.map(({ node }: any) => [node.id, node.booking.reference, node.clinic.name])).toEqual(
      disputed.map(({ id, reference, name }) => [globalId("SettlementLine", id), reference, name]),
    );
    expect(screen.bankExceptions.edges[0].node.payment).toMatchObject({ endToEndId: screen.bankExceptions.edges[0].node.reference });
    const payees = screen.settlementBatches.edges.flatMap(({ node }: any) => node.payments.edges.map((e: any) => e.node.organisation));
    expect(payees.length).toBeGreaterThan(0);
    const companies = await app.rows("select id, legal_name from provider");
    for (const { id, legalName } of payees)
      expect(companies.map((c) => [globalId("Organisation", c["id"]), c["legal_name"]])).toContainEqual([id, legalName]);
    const [booking] = answers.get("member-app/home-screen")?.data.viewer.members[0].bookings.edges ?? [];
    expect(booking.node).toMatchObject({
      meeting: { channel: "IN_PERSON", address: { town: "Aarhus C" } },
      clinic: { name: "Testklinikken" },
    });
  });
});
