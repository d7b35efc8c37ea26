import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "@jest/globals";
import { Presence, Turns, type Rest } from "../../src/gateway/http/turns.js";

/** Enters and notes who got in, in which order. */
function noting(turns: Turns): { inside: string[]; enter: (who: string) => Promise<(rest?: Rest) => void> } {
  const inside: string[] = [];
  return {
    inside,
    enter: async (who) => {
      const leave = await turns.enter(who);
      inside.push(who);
      return leave;
    },
  };
}
const soon = (): Promise<void> => pause(5);

describe("turns", () => {
  it("let a caller who is alone have three at once, and the next when one of them is over", async () => {
    const { inside, enter } = noting(new Turns());
    const all = Array.from({ length: 5 }, () => enter("a"));
    await soon();
    expect(inside).toHaveLength(3);
    (await all[0]!)();
    await soon();
    expect(inside).toHaveLength(4);
  });

  it("let one who sends much have one at a time while somebody else is there, who waits for none of his", async () => {
    let now = 0;
    const { inside, enter } = noting(new Turns(new Presence(() => now)));
    await enter("victim");
    const mine = Array.from({ length: 4 }, () => enter("attacker"));
    await soon();
    expect(inside).toEqual(["victim", "attacker"]);
    await enter("victim 2");
    (await mine[0]!)();
    await pause(30);
    expect(inside).toEqual(["victim", "attacker", "victim 2", "attacker"]);
    // a second later nobody else is there
    now = 2_000;
    (await mine[1]!)();
    await pause(30);
    expect(inside.filter((who) => who === "attacker")).toHaveLength(4);
  });

  it("begin after a rest of three times as long as the thread was busy", async () => {
    const turns = new Turns(new Presence(() => 0));
    await turns.enter("victim");
    const first = await turns.enter("attacker");
    const second = turns.enter("attacker");
    const until = performance.now() + 20;
    while (performance.now() < until);
    await soon();
    const left = performance.now();
    first();
    (await second)();
    expect(performance.now() - left).toBeGreaterThanOrEqual(50);
  });

  it("are not gained by coming during a rest, and one who comes after it has his at once", async () => {
    const { inside, enter } = noting(new Turns(new Presence(() => 0)));
    await enter("victim");
    const first = await enter("a");
    void enter("a").then((leave) => leave());
    first({ leastMs: 40 });
    void enter("a").then((leave) => leave());
    await soon();
    expect(inside).toEqual(["victim", "a"]);
    await pause(150);
    expect(inside).toEqual(["victim", "a", "a", "a"]);
    await enter("a");
    expect(inside).toHaveLength(5);
  });

  it("are followed by the rest that the work is worth, also where nobody waits yet", async () => {
    const turns = new Turns(new Presence(() => 0));
    await turns.enter("victim");
    for (const rest of [{ leastMs: 40 }, { times: 8 }] satisfies Rest[]) {
      const leave = await turns.enter("attacker");
      const until = performance.now() + 6;
      while (performance.now() < until);
      await soon();
      leave(rest);
      const left = performance.now();
      (await turns.enter("attacker"))();
      expect(performance.now() - left).toBeGreaterThanOrEqual(35);
    }
  });

  it("of different kinds know of each other who is there", async () => {
    const presence = new Presence(() => 0);
    await new Turns(presence).enter("victim");
    const { inside, enter } = noting(new Turns(presence));
    void enter("attacker");
    void enter("attacker");
    await soon();
    expect(inside).toHaveLength(1);
  });

  it("are refused to who has two thousand waiting", async () => {
    const turns = new Turns();
    for (let i = 0; i < 3; i += 1) await turns.enter("a");
    for (let i = 0; i < 2_000; i += 1) void turns.enter("a");
    await expect(turns.enter("a")).rejects.toMatchObject({ status: 503, code: "OVERLOADED" });
    await turns.enter("b");
  });
});
