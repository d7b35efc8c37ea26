/** The check that a regression does not pass: it must see one, and must not see one where only the machine was busy. */
import { readFileSync } from "node:fs";
import { check, fallen, partOf, type Ratios } from "../../bench/check.js";
import { PART_NAMES } from "../../bench/part-names.js";

const BASELINE: Ratios = { "search by distance: floor CPU / CPU": 0.6, "booking: floor CPU / CPU": 0.16, "intake: cpuRatio": 0.5 };

/** Answers from a list, try by try, and what was asked for. */
function tries(...answers: Ratios[]): { readonly asked: string[][]; readonly measure: (parts: readonly string[]) => Promise<Ratios> } {
  const asked: string[][] = [];
  const measure = (parts: readonly string[]): Promise<Ratios> => {
    asked.push([...parts]);
    return Promise.resolve(answers[asked.length - 1] ?? {});
  };
  return { asked, measure };
}

const silent = (): void => {};
const slower = (by: number): Ratios => Object.fromEntries(Object.entries(BASELINE).map(([name, was]) => [name, was / by]));

describe("what counts as fallen", () => {
  it("is a ratio more than a quarter under the committed one", () => {
    const now = { ...BASELINE, "booking: floor CPU / CPU": 0.1199 };
    expect(fallen(BASELINE, now)).toEqual([{ name: "booking: floor CPU / CPU", was: 0.16, is: 0.1199 }]);
  });

  it("is not a quarter, nor a ratio that rose", () => {
    expect(fallen(BASELINE, { ...BASELINE, "booking: floor CPU / CPU": 0.12, "intake: cpuRatio": 0.9 })).toEqual([]);
  });

  it("is a ratio that is no longer measured, or is no number", () => {
    const { "intake: cpuRatio": _, ...others } = BASELINE;
    expect(fallen(BASELINE, others)).toEqual([{ name: "intake: cpuRatio", was: 0.5, is: null }]);
    expect(fallen(BASELINE, { ...BASELINE, "intake: cpuRatio": NaN })).toHaveLength(1);
  });
});

describe("the check", () => {
  it("measures once when nothing fell", async () => {
    const { asked, measure } = tries(slower(1.2));
    await expect(check(BASELINE, measure, silent)).resolves.toEqual([]);
    expect(asked).toEqual([["search", "booking", "intake"]]);
  });

  it("measures again only what fell, and forgives what the second try keeps", async () => {
    const { asked, measure } = tries({ ...BASELINE, "booking: floor CPU / CPU": 0.1 }, { "booking: floor CPU / CPU": 0.15 });
    await expect(check(BASELINE, measure, silent)).resolves.toEqual([]);
    expect(asked).toEqual([["search", "booking", "intake"], ["booking"]]);
  });

  it("answers what fell three times, and says each", async () => {
    const { asked, measure } = tries(slower(2), slower(2), slower(2));
    const said: string[] = [];
    await expect(check(BASELINE, measure, (line) => void said.push(line))).resolves.toEqual(
      Object.entries(BASELINE).map(([name, was]) => ({ name, was, is: was / 2 })),
    );
    expect(asked).toHaveLength(3);
    expect(said).toHaveLength(9);
    expect(said[0]).toBe("try 1 of 3: search by distance: floor CPU / CPU was 0.6, is 0.3");
  });
});

describe("the committed ratios", () => {
  const committed: Ratios = JSON.parse(readFileSync("docs/bench/baseline.json", "utf8"));

  it("each belong to a part of the bench", () => {
    expect(Object.keys(committed).filter((name) => !PART_NAMES.some((part) => part === partOf(name)))).toEqual([]);
  });

  it("cover the search, the booking, the intake, the settlement, the rules and the matching", () => {
    const covered = new Set(Object.keys(committed).map(partOf));
    expect([...covered].sort()).toEqual(["booking", "intake", "matching", "rules", "search", "settlement"]);
  });

  it("are ratios: of processor time, and above nothing", () => {
    for (const [name, ratio] of Object.entries(committed)) {
      expect(name).toMatch(/CPU/);
      expect(ratio).toBeGreaterThan(0);
    }
  });
});
