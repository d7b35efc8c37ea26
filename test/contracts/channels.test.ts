/** Every channel of the list, whatever its form: it writes what was ordered, and its reading back finds when it did not. */
import fc from "fast-check";
import { CHANNELS } from "../../src/features/settlement/channels/index.js";
import { orderRefusals, type OrderPayment, type PaymentOrder } from "../../src/features/settlement/payments/payment-order.js";
import { fileDifferences } from "../../src/features/settlement/payments/read-back.js";
import { ORDER } from "../settlement/payment-orders.js";
import { anyCharacter } from "../support/any-text.js";

it("no two channels share a code, and each says what it is in both languages", () => {
  expect(new Set(CHANNELS.map((c) => c.code)).size).toBe(CHANNELS.length);
  for (const c of CHANNELS) {
    expect(c.code).toMatch(/^[A-Z][A-Z0-9_]+$/);
    for (const text of [c.description, c.descriptionDa]) expect(text).toMatch(/^[A-ZÆØÅ].{19,}\.$/);
    expect(c.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
  }
});

it("a form may shorten a name to its first 20 characters, and nothing else", () => {
  const [channel] = CHANNELS;
  const read = channel?.readBack(channel.write(ORDER));
  if (!read) throw new Error("no channel");
  const cut = (field: "creditorName" | "text", most: number) =>
    fileDifferences(ORDER, { ...read, payments: read.payments.map((p) => ({ ...p, [field]: p[field]?.slice(0, most) })) });
  expect(cut("creditorName", 20)).toEqual([]);
  expect(cut("creditorName", 19)).toEqual(["a receiver's name is not what was ordered"]);
  expect(cut("text", 20)).toEqual(["a text is not what was ordered"]);
});

it("the example order may leave", () => expect(orderRefusals(ORDER)).toEqual([]));

/** The order with its payments changed, and the count and sum that a careless writer would state. */
function withPayments(change: (payments: readonly OrderPayment[]) => readonly OrderPayment[]): PaymentOrder {
  const payments = change(ORDER.payments);
  return { ...ORDER, payments, count: payments.length, controlSumMinor: payments.reduce((sum, p) => sum + p.amountMinor, 0n) };
}
const first = (change: (payment: OrderPayment) => OrderPayment) => withPayments(([one, ...more]) => (one ? [change(one), ...more] : more));

const DAMAGED: readonly (readonly [string, PaymentOrder])[] = [
  ["a payment dropped", withPayments((payments) => payments.slice(1))],
  ["a payment repeated", withPayments((payments) => [...payments, ...payments.slice(0, 1)])],
  ["the payments in another order", withPayments((payments) => [...payments].reverse())],
  ["no payment at all", withPayments(() => [])],
  ["one øre less", first((p) => ({ ...p, amountMinor: p.amountMinor - 1n }))],
  ["an amount in kroner for one in øre", first((p) => ({ ...p, amountMinor: p.amountMinor / 100n }))],
  ["a payment under another's id", first((p) => ({ ...p, endToEndId: `${p.endToEndId}X` }))],
  ["a payment to another account", first((p) => ({ ...p, creditorAccount: { bban: "99910000067890" } }))],
  ["a payment to another IBAN", first((p) => ({ ...p, creditorAccount: { iban: "DK5799900000012345" } }))],
  ["a payment in another's name", first((p) => ({ ...p, creditorName: "Kiropraktor Andenby I/S" }))],
  ["a payment with another text", first((p) => ({ ...p, text: `${p.text.slice(0, -1)}9` }))],
  ["another payer", { ...ORDER, debtor: { ...ORDER.debtor, iban: "DK7699920000055555" } }],
  ["another day", { ...ORDER, executionOn: "2026-11-25" }],
  ["another file's id", { ...ORDER, messageId: "STL-2026-000124" }],
];

describe.each(CHANNELS.map((channel) => [channel.code, channel] as const))("channel %s", (_, channel) => {
  const content = channel.write(ORDER);
  const found = (text: string): readonly string[] => fileDifferences(ORDER, channel.readBack(text));

  it("writes the same for the same order, under a name that says which", () => {
    expect(channel.write(structuredClone(ORDER))).toBe(content);
    expect(channel.fileName(ORDER)).toContain(ORDER.messageId);
    expect(channel.fileName(ORDER)).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);
  });

  it("reads back what was ordered", () => expect(found(content)).toEqual([]));

  it.each(DAMAGED)("finds %s", (_, order) => expect(found(channel.write(order))).not.toEqual([]));

  it.each(["CVR", "CPR"] as const)("orders to a NemKonto by %s under the bank's word, and finds that it is another's", (kind) => {
    const to = (number: string, word = "WORD-OF-THE-BANK"): PaymentOrder => ({
      ...first((p) => ({ ...p, creditorAccount: { nemKonto: { kind, number } } })),
      codes: { ...ORDER.codes, nemKonto: word },
    });
    const [one, other] = kind === "CVR" ? ["10000009", "10000017"] : ["2512489996", "0108629996"];
    expect(orderRefusals(to(one))).toEqual([]);
    if (!channel.carriesNemKonto) {
      // nothing is written for an account that the form cannot name
      expect(() => channel.write(to(one))).toThrow();
      return;
    }
    const written = channel.write(to(one));
    expect(channel.write(to(one, "ANOTHER-WORD"))).not.toBe(written);
    expect(fileDifferences(to(one), channel.readBack(written))).toEqual([]);
    for (const order of [to(other), ORDER, first((p) => ({ ...p, creditorAccount: { bban: `000000${one}`.slice(-14) } }))])
      expect(fileDifferences(order, channel.readBack(written))).toContain("a receiver's account is not what was ordered");
  });

  it("finds a count or a sum that is not the payments', where it states them", () => {
    const { statedCounts, statedSums } = channel.readBack(content);
    if (statedCounts.length > 0) expect(found(channel.write({ ...ORDER, count: ORDER.count + 1 }))).not.toEqual([]);
    if (statedSums.length > 0) expect(found(channel.write({ ...ORDER, controlSumMinor: ORDER.controlSumMinor + 1n }))).not.toEqual([]);
  });

  it("finds that a file was cut off before its last payment is told", () => {
    // up to where another last payment would last show, whatever the form makes of it
    const other: OrderPayment = { ...ORDER.payments[0]!, endToEndId: "Z", amountMinor: 7n, creditorName: "Z", text: "Z" };
    const renamed = channel.write(withPayments((payments) => [...payments.slice(0, -1), other]));
    let same = 0;
    while (content.at(-1 - same) === renamed.at(-1 - same)) same += 1;
    const told = content.length - same;
    expect(told).toBeGreaterThan(0);
    fc.assert(fc.property(fc.integer({ min: 0, max: told - 1 }), (at) => expect(found(content.slice(0, at))).not.toEqual([])));
  });

  it("answers to any text, and takes none of it for the order", () => {
    const any = fc.oneof(fc.string({ unit: anyCharacter }), fc.string({ unit: "grapheme" }), fc.json());
    fc.assert(fc.property(any, (text) => expect(found(text)).not.toEqual([])));
  });
});
