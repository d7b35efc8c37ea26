/** Callers who ask for more than they pay for: cheap documents that cost the database much, and failures on purpose. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { parse, getOperationAST } from "graphql";
import type pg from "pg";
import { makeSchema } from "../../../src/assembly/schema.js";
import { costOf, evaluate, objectsIn } from "../../../src/gateway/admission/cost.js";
import { withinBudget } from "../../../src/platform/postgres/connections/budget.js";
import { Overloaded, OverBudget } from "../../../src/platform/postgres/database-errors.js";
import { Places } from "../../../src/platform/postgres/connections/places.js";
import { transaction } from "../../../src/platform/postgres/transaction.js";
import { ANONYMOUS } from "../../../src/platform/viewer.js";
import { globalId, startApp, type TestApp } from "../../support/app.js";
import { asserted } from "../../support/asserted.js";
import { newTestId } from "../../support/make.js";

const schema = makeSchema();
const costed = (document: string) => {
  const parsed = parse(document);
  return costOf(schema, parsed, getOperationAST(parsed)!);
};

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ RATE_LIMITS: "true" });
});
afterAll(() => app.stop());

describe("many ids", () => {
  const ids = Array.from({ length: 100 }, () => globalId("Booking", newTestId()));
  const aliases = (list: string): string => Array.from({ length: 15 }, (_, i) => `a${i}: nodes(ids: ${list}) { id }`).join(" ");

  it("cost what they are, written out or in a variable, found or not", () => {
    expect(evaluate(costed(`{ nodes(ids: ${JSON.stringify(ids)}) { id } }`), {})).toBe(
      evaluate(costed("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"), { ids }),
    );
    expect(evaluate(costed("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"), { ids })).toBeGreaterThanOrEqual(300);
    expect(evaluate(costed("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"), { ids: ids[0] })).toBeLessThan(20);
  });

  it("of fifteen aliases are refused before anything is asked of the database", async () => {
    const member = await app.make.member();
    const { errors, statements } = await app.asMember(member)(`query ($ids: [ID!]!) { ${aliases("$ids")} }`, { ids });
    expect(errors?.map((error) => error.extensions.code)).toEqual(["QUERY_TOO_COMPLEX"]);
    // whose token it is, and nothing else
    expect(statements).toBeLessThanOrEqual(2);
  });

  it("that find nothing are not given back", async () => {
    const member = await app.make.member();
    const ask = app.asMember(member);
    const { extensions } = await ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids });
    expect(extensions.cost.requested).toBeGreaterThanOrEqual(300);
    expect(extensions.cost.actual ?? extensions.cost.requested).toBe(extensions.cost.requested);
  });
});

describe("what an answer holds", () => {
  const { places } = costed("{ clinics(first: 2) { edges { cursor node { cursor: address { postalCode } } } } }");

  it("is counted by the types of the schema: a field that is called cursor makes nothing free", () => {
    const node = { cursor: { postalCode: "8000" } };
    const data = {
      clinics: {
        edges: [
          { cursor: "x", node },
          { cursor: "y", node },
        ],
      },
    };
    // the connection, two clinics and two addresses; an edge is a place in the list
    expect(objectsIn(data, 100, places)).toBe(5);
  });

  it("is counted alike whatever the caller calls it", async () => {
    const clinic = await app.make.clinic();
    const member = await app.make.member();
    const ask = app.asMember(member);
    const plain = "{ clinics(first: 30) { edges { node { address { town } services { code } practitioners { id } } } } }";
    const named =
      "{ clinics(first: 30) { edges { node { cursor: address { cursor: town } services { cursor: code } practitioners { cursor: id } } } } }";
    expect((await ask(named)).extensions.cost.actual).toBe((await ask(plain)).extensions.cost.actual);
    expect(clinic.id).toBeDefined();
  });
});

it("a failure of the caller's own making is paid for", async () => {
  const member = await app.make.member();
  const ask = app.asMember(member);
  const bad = '{ clinics(first: 90, after: "x") { edges { node { id name } } } }';
  const before = (await ask("{ viewer { role } }")).extensions.cost.available as number;
  const { errors, extensions } = await ask(bad);
  expect(errors?.map((error) => error.extensions.code)).toEqual(["BAD_USER_INPUT"]);
  const after = (await ask("{ viewer { role } }")).extensions.cost.available as number;
  expect(before - after).toBeGreaterThanOrEqual(Math.floor(extensions.cost.requested / 10));
});

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

it("what takes longer than it may is told to be asked again, not to be a fault of ours", async () => {
  const member = await app.make.member();
  await app.asMember(member)("{ viewer { role } }");
  const holder = await app.fresh.database.pool.connect();
  try {
    await holder.query("begin; lock table claim in access exclusive mode");
    const { status, errors, headers } = await app.asMember(member)("{ claims(first: 1) { edges { node { id } } } }");
    expect([status, errors?.[0].extensions.code, errors?.[0].extensions.retryable]).toEqual([503, "OVERLOADED", true]);
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
  } finally {
    await holder.query("rollback");
    holder.release();
  }
});
