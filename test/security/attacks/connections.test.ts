/** Callers who would have more of the database than their share: how much one request may ask, and who gets a connection. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type pg from "pg";
import { withinBudget } from "../../../src/platform/postgres/connections/budget.js";
import { Places } from "../../../src/platform/postgres/connections/places.js";
import { readDirectory } from "../../../src/platform/postgres/directory.js";
import { Overloaded, OverBudget } from "../../../src/platform/postgres/database-errors.js";
import { transaction } from "../../../src/platform/postgres/transaction.js";
import { ANONYMOUS, WORKER } from "../../../src/platform/viewer.js";
import { startApp, type TestApp } from "../../support/app.js";
import { asserted } from "../../support/asserted.js";

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ RATE_LIMITS: "true", POOL_SIZE: "4" });
});
afterAll(() => app.stop());

describe("the budget of a request", () => {
  it("ends a request that asks the database more often than one may, whatever it was priced at", async () => {
    const once = () => transaction(app.fresh.database, ANONYMOUS, (tx) => tx.query(asserted("select 1")));
    await withinBudget(
      async () => {
        await once();
        await once();
        await expect(once()).rejects.toThrow(OverBudget);
      },
      { transactions: 2, roundTrips: 10 },
    );
    await withinBudget(
      async () => {
        await expect(
          transaction(app.fresh.database, ANONYMOUS, async (tx) => {
            for (let i = 0; i < 4; i += 1) await tx.query(asserted("select 1"));
          }),
        ).rejects.toThrow(OverBudget);
        // the connection went back whole
      },
      { transactions: 2, roundTrips: 3 },
    );
    await once();
    expect(app.fresh.database.pool.totalCount - app.fresh.database.pool.idleCount).toBe(0);
  });
});

describe("places", () => {
  it("are never all one caller's: the next one is let in while the first waits for himself", async () => {
    const places = new Places({ waitingCount: 0 } as pg.Pool, 10);
    const mine = await Promise.all(Array.from({ length: 5 }, () => places.enter("attacker")));
    let sixth = false;
    const waiting = places.enter("attacker").then((leave) => ((sixth = true), leave));
    const leave = await places.enter("victim");
    expect(sixth).toBe(false);
    mine[0]?.();
    (await waiting)();
    leave();
  });

  it("are refused at once where what waits would take too long", async () => {
    const pool = { waitingCount: 0 };
    const places = new Places(pool as pg.Pool, 2);
    const slow = await places.enter(null);
    slow(300);
    pool.waitingCount = 10;
    await (
      await places.enter("somebody")
    )();
    pool.waitingCount = 10_000;
    const began = performance.now();
    await expect(places.enter("somebody")).rejects.toThrow(Overloaded);
    expect(performance.now() - began).toBeLessThan(100);
  });
});

it("requests, searches, jobs and limits have connections of their own: where one kind has none left the others go on", async () => {
  const { database } = app.app;
  const ask = app.asMember(await app.make.member());
  expect((await ask("{ viewer { role } }")).status).toBe(200);
  const held = await Promise.all(Array.from({ length: database.pool.options.max }, () => database.pool.connect()));
  try {
    expect(await readDirectory(database, asserted("select 1 as n"))).toEqual([{ n: 1 }]);
    expect(await transaction(database, WORKER, (tx) => tx.query(asserted("select 1 as n")))).toEqual([{ n: 1 }]);
    const refused = await ask("{ claims(first: 1) { edges { node { id } } } }");
    // what it is charged was asked on the connections of limits, and is told
    expect([refused.status, refused.errors?.[0].extensions.retryable]).toEqual([503, true]);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(refused.extensions.cost.available).toBeGreaterThan(0);
  } finally {
    for (const client of held) client.release();
  }
  expect((await ask("{ claims(first: 1) { edges { node { id } } } }")).status).toBe(200);
});
