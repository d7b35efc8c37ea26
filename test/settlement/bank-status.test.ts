/** What a status report does to payments: refusals of a second sending never reject the first. */
import { readBankFile } from "../../src/features/settlement/bank/index.js";
import { planImport, type KnownPayment } from "../../src/features/settlement/bank/import-plan.js";
import { statusReport } from "./bank.js";

const ID = "STL-2026-000001-0001";
const payment = (state: KnownPayment["standing"]["state"]): KnownPayment => ({
  id: "p1",
  payee: { kind: "COMPANY", id: "v1" },
  endToEndId: ID,
  batchReference: "STL-2026-000001",
  amountMinor: 10_000n,
  lines: 1,
  standing: { state, booked: state === "PAID" },
});
const reason = (code: string): string => `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn></StsRsnInf>`;
const group = (status: string, code: string): string =>
  statusReport("STL-2026-000001", [], "03", status)
    .replace("</GrpSts>", `</GrpSts>${reason(code)}`)
    .replace(/<OrgnlPmtInfAndSts>.*<\/OrgnlPmtInfAndSts>/, "");
const batch = (code: string): string =>
  statusReport("STL-2026-000001", []).replace("-P1</OrgnlPmtInfId>", `-P1</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts>${reason(code)}`);
const one = (status: string, code?: string): string =>
  statusReport("STL-2026-000001", [{ id: ID, kroner: "100.00", status, ...(code ? { reason: code } : {}) }]);
const outcome = (content: string, state: KnownPayment["standing"]["state"]) => {
  const { moved, misfits } = planImport(readBankFile(content).facts, [payment(state)]);
  return [moved.map((m) => m.to.state), misfits.map((m) => m.reason)];
};

const DUPLICATES = ["DU01", "DU02", "DU03", "DU04", "DU05", "AM05", "DUPL"];
const STATES = ["SENT", "ACCEPTED", "PAID", "REJECTED", "RETURNED"] as const;

it.each(DUPLICATES)("a refusal as duplicate (%s) of a message, a batch or a payment rejects nothing, from any state", (code) => {
  for (const content of [group("RJCT", code), batch(code), one("RJCT", code)])
    for (const state of STATES) expect(outcome(content, state)).toEqual([[], ["REFUSED_AS_DUPLICATE"]]);
});

it("a refusal of a message as duplicate is about all that the report says below it", () => {
  const content = group("RJCT", "DU01").replace(
    "</OrgnlGrpInfAndSts>",
    `</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>STL-2026-000001-P1</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>${ID}</OrgnlEndToEndId><TxSts>RJCT</TxSts></TxInfAndSts></OrgnlPmtInfAndSts>`,
  );
  expect(outcome(content, "SENT")).toEqual([[], expect.arrayContaining(["REFUSED_AS_DUPLICATE"])]);
});

it("one duplicate among several reasons is enough", () => {
  const content = group("RJCT", "NARR").replace("</OrgnlGrpInfAndSts>", `${reason("DU01")}</OrgnlGrpInfAndSts>`);
  expect(outcome(content, "SENT")).toEqual([[], ["REFUSED_AS_DUPLICATE"]]);
});

it("any rejection after acceptance needs a person, on whichever level it stands", () => {
  for (const content of [group("RJCT", "AC01"), batch("AC01"), one("RJCT", "AC01"), one("CANC")])
    expect(outcome(content, "ACCEPTED")).toEqual([[], ["REJECTED_AFTER_ACCEPTANCE"]]);
  expect(outcome(one("RJCT", "AC01"), "SENT")).toEqual([["REJECTED"], []]);
});

it("an acceptance after a rejection needs a person too", () => {
  expect(outcome(one("ACSP"), "REJECTED")).toEqual([[], ["ACCEPTED_AFTER_REJECTION"]]);
  expect(outcome(group("ACSP", "NARR"), "REJECTED")).toEqual([[], ["ACCEPTED_AFTER_REJECTION"]]);
});

it.each<[string, string[], string[]]>([
  ["ACCC", ["ACCEPTED"], []],
  ["ACFC", ["ACCEPTED"], []],
  ["ACIS", ["ACCEPTED"], []],
  ["ACTC", ["ACCEPTED"], []],
  ["PATC", [], []],
  ["PDNG", [], []],
  ["CANC", ["REJECTED"], []],
  ["BLCK", [], ["PAYMENT_BLOCKED"]],
  ["XXXX", [], ["STATUS_UNKNOWN"]],
])("the status %s is known", (status, moved, misfits) => expect(outcome(one(status), "SENT")).toEqual([moved, misfits]));
