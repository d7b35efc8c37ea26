/** New public tariffs and price caps: previewed, agreed by a second person, and missing ones listed before anybody meets them. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { addDays } from "../../src/kernel/calendar.js";
import { fitTariff, readTariffs } from "../../src/features/rates/tariffs/tariff-line.js";
import { decidePrice } from "../../src/rules/price/price.js";
import { startApp, type Asker, type TestApp } from "../support/app.js";
import { dayIn } from "../support/make.js";

const document = (name: string): string => readFileSync(`schema/operations/network/${name}.graphql`, "utf8");
const HEADER = "service;session;full_fee;public_share;patient_share";
const GROUP = [HEADER, "GROUP_TRAINING;FIRST;150,00;60,00;90,00", "group_training;FOLLOW_UP;1.150,50;60.50;1.090,00"].join("\r\n");

let t: TestApp;
let anna: Asker;
let bo: Asker;
beforeAll(async () => {
  t = await startApp();
  anna = t.as({ sub: "anna", role: "NETWORK_MANAGER" });
  bo = t.as({ sub: "bo", role: "NETWORK_MANAGER" });
});
afterAll(() => t.stop());

const act = async (as: Asker, name: string, input: object): Promise<any> => {
  const answer = await as(document(name), { input: { idempotencyKey: randomUUID(), ...input } });
  return Object.values(answer.data ?? { fault: answer.errors })[0];
};
const codes = (of: any): string[] => of.errors.map((e: any) => e.code);
const missing = async (): Promise<any[]> => (await anna(document("missing-tariffs"), { days: 180 })).data.missingTariffs;

describe("public tariffs", () => {
  it("that are missing are listed, previewed, agreed by a second person, and then there", async () => {
    const gaps = (list: any[]) => list.filter((each) => each.service.code === "GROUP_TRAINING").map((each) => [each.session, each.from]);
    expect(gaps(await missing())).toEqual([
      ["FIRST", dayIn(0)],
      ["FOLLOW_UP", dayIn(0)],
    ]);
    const input = { content: GROUP, validFrom: dayIn(0), source: "Takstmappe" };
    const seen = await act(anna, "propose-tariffs", { ...input, preview: true });
    expect(seen).toMatchObject({ errors: [], proposal: null });
    expect(seen.changes).toEqual([
      { field: `GROUP_TRAINING FIRST from ${dayIn(0)}`, before: null, after: "150.00 = 60.00 + 90.00" },
      { field: `GROUP_TRAINING FOLLOW_UP from ${dayIn(0)}`, before: null, after: "1150.50 = 60.50 + 1090.00" },
    ]);
    const { proposal } = await act(anna, "propose-tariffs", input);
    expect(codes(await act(anna, "approve-proposal", { id: proposal.id }))).toEqual(["FOUR_EYES"]);
    expect((await act(bo, "approve-proposal", { id: proposal.id })).errors).toEqual([]);
    expect(gaps(await missing())).toEqual([]);
    expect(codes(await act(anna, "propose-tariffs", input))).toEqual(["NOTHING_TO_CHANGE"]);
  });

  it("end the ones before them, and leave days that are priced alone", async () => {
    const later = addDays(dayIn(0), 40);
    const content = [HEADER, "GROUP_TRAINING;FIRST;160,00;60,00;100,00"].join("\n");
    const { proposal, changes } = await act(anna, "propose-tariffs", { content, validFrom: later, source: "Takstmappe" });
    expect(changes[0]).toMatchObject({ before: "150.00 = 60.00 + 90.00", after: "160.00 = 60.00 + 100.00" });
    await act(bo, "approve-proposal", { id: proposal.id });
    expect(
      await t.rows(
        "select valid_from as f, valid_until as u from public_tariff where service_code = 'GROUP_TRAINING' and session = 'FIRST' order by 1",
      ),
    ).toEqual([
      { f: dayIn(0), u: later },
      { f: later, u: null },
    ]);
    expect(
      codes(
        await act(anna, "propose-tariffs", { content: content.replace("FIRST", "FOLLOW_UP"), validFrom: dayIn(-1), source: "Takstmappe" }),
      ),
    ).toEqual(["TARIFF_OVERLAP"]);
  });

  it("are refused with every line's reasons", async () => {
    const content = [
      HEADER,
      "YOGA;FIRST;1,00;0,50;0,50",
      "PODIATRY;THIRD;1,00;0,50;0,60",
      "PODIATRY;FIRST;1,5;0,50;0,60",
      "PODIATRY;FIRST;1,10;0,50;0,60",
    ].join("\n");
    const no = await act(anna, "propose-tariffs", { content, validFrom: dayIn(0), source: "Takstmappe" });
    expect(no.errors.map((e: any) => [e.path.at(-2), e.code])).toEqual([
      ["2", "SERVICE_UNKNOWN"],
      ["3", "VALUE_UNKNOWN"],
      ["3", "SHARES_DIFFER"],
      ["4", "AMOUNT_INVALID"],
      ["5", "LINE_REPEATED"],
    ]);
    expect(codes(await act(anna, "propose-tariffs", { content: "a;b", validFrom: dayIn(0), source: "Takstmappe" }))).toEqual([
      "HEADER_MISSING",
    ]);
  });

  it("are read from bytes of any kind without a throw", () => {
    for (const content of ["", "\0", HEADER, '"', "sep=;\n", new Uint8Array([0xff, 0xfe, 0]), new Uint8Array([0xc3, 0x28])])
      expect(readTariffs(content, { validFrom: "2026-01-01", validUntil: null }).faults.length).toBeGreaterThan(0);
  });

  it("of a period that was priced are not replaced behind it", () => {
    const tariff = {
      service: "PODIATRY",
      session: "FIRST",
      fullFeeMinor: 2,
      publicShareMinor: 1,
      patientShareMinor: 1,
      validUntil: null,
    } as const;
    const standing = [{ ...tariff, id: "1", validFrom: "2026-01-01" }];
    const next = { ...tariff, fullFeeMinor: 4, patientShareMinor: 3 };
    expect(fitTariff({ ...next, validFrom: "2026-06-01" }, standing, "2026-07-01")).toMatchObject({
      does: "REFUSE",
      refusal: { code: "TARIFF_IN_USE" },
    });
    expect(fitTariff({ ...next, validFrom: "2026-07-01" }, standing, "2026-07-01")).toMatchObject({ does: "ADD", closes: { id: "1" } });
    expect(fitTariff({ ...tariff, validFrom: "2026-01-01" }, standing, "2026-07-01")).toEqual({ does: "NOTHING" });
  });
});

describe("a price cap", () => {
  it("is another from a day on, once a second person has agreed, and the rules read it on the day of the treatment", async () => {
    const from = dayIn(2);
    const input = { caps: [{ cap: "PRC-PSYCH-1000", amountMinor: "110000" }], validFrom: from, source: "decision 7" };
    const { proposal } = await act(anna, "propose-price-caps", input);
    expect((await act(bo, "approve-proposal", { id: proposal.id })).errors).toEqual([]);
    const { priceCaps } = (await anna(document("price-caps"))).data;
    expect(
      priceCaps.filter((each: any) => each.cap === "PRC-PSYCH-1000").map((each: any) => [each.amount.amountMinor, each.validFrom]),
    ).toEqual([
      ["100000", null],
      ["110000", from],
    ]);
    const paid = (treatedOn: string): number =>
      decidePrice({
        product: "OCCUPATIONAL",
        under: "BASE",
        serviceType: "PSYCHOLOGIST",
        mode: "OWN_CHOICE",
        treatedOn,
        feeOre: 150_000,
        caps: [{ key: "PRC-PSYCH-1000", from, ore: 110_000 }],
      }).insurerReimbursesMemberOre;
    expect([paid(dayIn(1)), paid(from)]).toEqual([100_000, 110_000]);
    const twice = await act(anna, "propose-price-caps", input);
    expect(codes(await act(bo, "approve-proposal", { id: twice.proposal.id }))).toEqual(["SETTING_EXISTS"]);
  });

  it("that there is none of, of nothing, or of the past is refused", async () => {
    const caps = [
      { cap: "PRC-NOBODY", amountMinor: "1" },
      { cap: "PRC-F-MASSAGE-300", amountMinor: "0" },
      { cap: "PRC-F-MASSAGE-300", amountMinor: "5" },
    ];
    expect(codes(await act(anna, "propose-price-caps", { caps, validFrom: dayIn(-3), source: "decision 8" })).sort()).toEqual([
      "AMOUNT_NOT_POSITIVE",
      "DAY_IN_PAST",
      "LINE_REPEATED",
      "SETTING_UNKNOWN",
    ]);
  });
});
