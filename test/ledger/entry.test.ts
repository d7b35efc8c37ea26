import {
  disputeWindowEnds,
  lineForTreatment,
  pendingForBooking,
  postedForAttendance,
  voidedForBooking,
  type BookRows,
} from "../../src/features/ledger/entry.js";

let n = 0;
const by = { actor: "somebody", recordedAt: "2026-11-24T10:00:00Z", newId: () => `id-${(n += 1)}` };
const owed = {
  bookingId: "booking",
  providerId: "provider",
  clinicId: "clinic",
  insurerPaysMinor: 45_000,
  danmarkMinor: 6_000,
  treatedOn: "2026-11-20",
};
const sides = (rows: BookRows): Record<string, bigint> => {
  const totals: Record<string, bigint> = {};
  for (const p of rows["posting"] ?? [])
    totals[String(p["account"])] = (totals[String(p["account"])] ?? 0n) + BigInt(String(p["amount_minor"]));
  return totals;
};
const sum = (rows: BookRows): bigint => Object.values(sides(rows)).reduce((a, b) => a + b, 0n);

it("a booking's pending entry carries the booking's own id, so that nobody has to read the book to resolve it", () => {
  const rows = pendingForBooking(owed, by);
  expect(rows["ledger_entry"]).toMatchObject([
    { id: "booking", status: "PENDING", booking_id: "booking", resolves_id: null, effective_on: "2026-11-20" },
  ]);
  expect(sides(rows)).toEqual({ INSURER_EXPENSE: 45_000n, CLINIC_PAYABLE: -45_000n });
});

it("attendance posts it and recovers what 'danmark' pays, at most what the insurer pays", () => {
  const rows = postedForAttendance(owed, by);
  expect(rows["ledger_entry"]).toMatchObject([{ status: "POSTED", resolves_id: "booking" }]);
  expect(sides(rows)).toEqual({ INSURER_EXPENSE: 39_000n, CLINIC_PAYABLE: -45_000n, DANMARK_RECEIVABLE: 6_000n });
  expect(sides(postedForAttendance({ ...owed, danmarkMinor: 99_000 }, by))).toEqual({
    INSURER_EXPENSE: 0n,
    CLINIC_PAYABLE: -45_000n,
    DANMARK_RECEIVABLE: 45_000n,
  });
});

it("an ending without treatment moves no money and says why", () => {
  const rows = voidedForBooking({ bookingId: "booking", treatedOn: "2026-11-20", reason: "NO_SHOW" }, by);
  expect(rows["ledger_entry"]).toMatchObject([{ status: "VOIDED", resolves_id: "booking", reason: "NO_SHOW" }]);
  expect(rows["posting"]).toEqual([]);
});

it("every entry sums to zero, whatever the amounts", () => {
  for (const pays of [0n, 1n, 45_000n, 10n ** 15n]) {
    for (const danmark of [0n, 1n, pays, pays + 1n]) {
      const of = { ...owed, insurerPaysMinor: pays, danmarkMinor: danmark };
      expect(sum(pendingForBooking(of, by))).toBe(0n);
      expect(sum(postedForAttendance(of, by))).toBe(0n);
    }
  }
});

it("an attended treatment has one line, payable after the dispute window; one that costs the insurer nothing has none", () => {
  const readyAt = disputeWindowEnds("2026-11-20T10:00:00Z", 24);
  expect(lineForTreatment(owed, readyAt, by)["settlement_line"]).toMatchObject([
    { booking_id: "booking", amount_minor: 45_000n, kind: "TREATMENT", state: "READY", ready_at: "2026-11-21T10:00:00.000Z" },
  ]);
  expect(lineForTreatment({ ...owed, insurerPaysMinor: 0 }, readyAt, by)["settlement_line"]).toEqual([]);
});
