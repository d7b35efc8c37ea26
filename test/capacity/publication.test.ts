import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  LINE_OUTCOMES,
  outcomeLetters,
  outcomesIn,
  clashesAmong,
  type CheckedSlotLine,
  planSteps,
  withoutClashes,
  type StandingOpening,
  type PublicationStep,
  type RequestedTime,
  type TakenTime,
} from "../../src/features/capacity/publication/publication.js";
import { TIME_CLOSED } from "../../src/features/capacity/closures/closure.js";
import type { SlotLine } from "../../src/features/capacity/slots/slot-line.js";

const put = (n: number): CheckedSlotLine => ({ n, line: { action: "PUT", externalId: `e${n}` } as SlotLine, why: null });
const closed = (n: number): CheckedSlotLine => ({ ...put(n), why: TIME_CLOSED });
const withdraw = (n: number): CheckedSlotLine => ({ n, line: { action: "WITHDRAW", externalId: `e${n}` }, why: null });
const stands = (n: number, more: Partial<StandingOpening> = {}): StandingOpening => ({
  line: n,
  id: `s${n}`,
  state: "OPEN",
  offered: (more.state ?? "OPEN") === "OPEN",
  booked: 0,
  held: false,
  same: false,
  moves: true,
  ...more,
});
/** Its source offers it and its time is closed. */
const hidden = { state: "WITHDRAWN", offered: true, same: true, moves: false } as const;
const does = (steps: readonly PublicationStep[]): string[] =>
  steps.map((s) => (s.does === "REFUSE" ? s.refusals.map((r) => r.code).join() : s.does));

describe("the plan of a publication", () => {
  test.each([
    ["nothing stands", put(0), [], "INSERT"],
    ["the same stands", put(0), [stands(0, { same: true, moves: false })], "NOTHING"],
    ["the same stands and is booked", put(0), [stands(0, { same: true, moves: false, booked: 1 })], "NOTHING"],
    ["the same stands, withdrawn", put(0), [stands(0, { same: true, moves: false, state: "WITHDRAWN" })], "CHANGE"],
    ["another stands", put(0), [stands(0)], "CHANGE"],
    ["another stands and is booked", put(0), [stands(0, { booked: 1 })], "SLOT_BOOKED"],
    ["another stands and is held", put(0), [stands(0, { held: true })], "SLOT_HELD"],
    ["withdrawn but still booked", put(0), [stands(0, { same: true, booked: 1, state: "WITHDRAWN" })], "SLOT_BOOKED"],
    ["a withdrawal of nothing", withdraw(0), [], "NOTHING"],
    ["a withdrawal", withdraw(0), [stands(0)], "WITHDRAW"],
    ["a second withdrawal", withdraw(0), [stands(0, { state: "WITHDRAWN" })], "NOTHING"],
    ["a withdrawal of what is booked", withdraw(0), [stands(0, { booked: 1 })], "SLOT_BOOKED"],
    ["a withdrawal of what is held", withdraw(0), [stands(0, { held: true })], "SLOT_HELD"],
    ["nothing stands, in closed time", closed(0), [], "INSERT"],
    ["the same stands, hidden by a closing", closed(0), [stands(0, hidden)], "NOTHING"],
    ["the same stands, and its time was closed", closed(0), [stands(0, { same: true, moves: false })], "CHANGE"],
    ["the same stands booked, and its time was closed", closed(0), [stands(0, { same: true, moves: false, booked: 1 })], "NOTHING"],
    ["the same stands, and its time is open again", put(0), [stands(0, hidden)], "CHANGE"],
    ["a withdrawal of what a closing hides", withdraw(0), [stands(0, hidden)], "WITHDRAW"],
  ] as const)("%s", (_, line, standing, expected) => {
    expect(does(planSteps([line], standing))).toEqual([expected]);
  });

  test("only what changes its time, or opens again, takes time of its practitioner", () => {
    const takes = (standing: StandingOpening): unknown => (planSteps([put(0)], [standing])[0] as { takes?: boolean }).takes;
    expect(takes(stands(0, { moves: false }))).toBe(false);
    expect(takes(stands(0))).toBe(true);
    expect(takes(stands(0, { moves: false, same: true, state: "WITHDRAWN" }))).toBe(true);
    expect((planSteps([closed(0)], [stands(0)])[0] as { takes?: boolean }).takes).toBe(false);
  });
});

describe("clashes", () => {
  const change = (n: number): PublicationStep => ({ does: "CHANGE", n, id: `s${n}`, takes: true, why: null });

  test("a line on top of a slot that stays is refused, on top of one that leaves is not", () => {
    const steps: PublicationStep[] = [
      { does: "INSERT", n: 0, why: null },
      { does: "WITHDRAW", n: 1, id: "s1" },
      { does: "INSERT", n: 2, why: null },
    ];
    const answer = withoutClashes(steps, [
      { n: 0, slotId: "s1" },
      { n: 2, slotId: "elsewhere" },
    ]);
    expect(does(answer)).toEqual(["INSERT", "WITHDRAW", "SLOTS_OVERLAP"]);
  });

  test("a slot does not clash with itself, and two may change places", () => {
    const answer = withoutClashes(
      [change(0), change(1)],
      [
        { n: 0, slotId: "s0" },
        { n: 0, slotId: "s1" },
        { n: 1, slotId: "s0" },
      ],
    );
    expect(does(answer)).toEqual(["CHANGE", "CHANGE"]);
  });

  test("a line that is refused stays where it is and so refuses whoever counted on its place", () => {
    const answer = withoutClashes(
      [change(0), change(1), change(2)],
      [
        { n: 0, slotId: "s1" },
        { n: 1, slotId: "s2" },
        { n: 2, slotId: "elsewhere" },
      ],
    );
    expect(does(answer)).toEqual(["SLOTS_OVERLAP", "SLOTS_OVERLAP", "SLOTS_OVERLAP"]);
  });

  test("pairs that overlap are found as by comparing each with each", () => {
    const who = fc.constantFrom("p", "q");
    const taking = fc.array(fc.tuple(who, fc.nat(100), fc.integer({ min: 1, max: 20 })), { maxLength: 30 });
    /** Standing slots of one practitioner one after the other, with gaps. */
    const standing = fc.array(fc.tuple(who, fc.nat(6), fc.integer({ min: 1, max: 10 })), { maxLength: 30 });
    fc.assert(
      fc.property(taking, standing, (asked, stood) => {
        const lines: RequestedTime[] = asked.map(([practitionerId, from, length], n) => ({ n, practitionerId, from, to: from + length }));
        const at: Record<string, number> = { p: 0, q: 0 };
        const taken: TakenTime[] = stood.map(([practitionerId, gap, length], n) => {
          const from = (at[practitionerId] ?? 0) + gap;
          at[practitionerId] = from + length;
          return { id: `s${n}`, practitionerId, from, to: from + length };
        });
        const meets = (l: RequestedTime, s: TakenTime): boolean => s.practitionerId === l.practitionerId && s.from < l.to && l.from < s.to;
        const each = lines.flatMap((l) => taken.filter((s) => meets(l, s)).map((s) => `${l.n} ${s.id}`));
        expect(
          clashesAmong(lines, [...taken].reverse())
            .map((c) => `${c.n} ${c.slotId}`)
            .sort(),
        ).toEqual(each.sort());
      }),
    );
  });
});

test("outcomes are kept as one letter each and read back the same", () => {
  const outcomes = [...LINE_OUTCOMES, "REFUSED", "INSERTED"] as const;
  const letters = outcomeLetters(outcomes);
  // what is kept with a key today must be readable tomorrow: the letters do not change
  expect(letters).toBe("ICUWRXRI");
  expect(outcomesIn(letters)).toEqual(outcomes);
  expect(() => outcomesIn("I?")).toThrow();
});
