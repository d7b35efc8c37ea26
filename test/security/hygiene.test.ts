/** Nothing of anybody leaves in an error, and nothing of anybody is printed: canaries go in everywhere, everything that comes out is searched. */
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { startApp as startWith } from "../../src/assembly/app.js";
import { makeSchema } from "../../src/assembly/schema.js";
import { makeApollo } from "../../src/gateway/execution/server.js";
import { schemaSeenBy } from "../../src/gateway/admission/role-schema.js";
import { loadConfig } from "../../src/assembly/config.js";
import { createLog } from "../../src/platform/log.js";
import { ROLES } from "../../src/platform/viewer.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { start } from "../gateway/world.js";
import { newTestId } from "../support/make.js";
import { operationsOf, requestFor } from "./matrix/requests.js";
import type { House } from "./matrix/world.js";

const DIR = `.data/hygiene-${process.pid}`;
const CPR = "0101701234";
const CANARIES = [CPR, "010170-1234", "Kanariesen", "kanarie@fugl.example", "+4599887766", "Fuglevej 7", "HEMMELIG_DIAGNOSE"];
const seen = (text: string): string[] => CANARIES.filter((canary) => text.includes(canary));

describe("when a resolver throws", () => {
  const printed: string[] = [];
  const log = createLog("trace", (line) => void printed.push(line));
  const message = `duplicate key value violates unique constraint "member_identity" Detail: Key (cpr)=(${CANARIES.join(") (")}) at /srv/app/src/members/secret.ts:12`;
  let world: Awaited<ReturnType<typeof start>>;
  const schema = makeSchema();
  beforeAll(async () => {
    for (const root of [schema.getQueryType(), schema.getMutationType()]) {
      for (const field of Object.values(root?.getFields() ?? {})) {
        field.resolve = () => {
          throw Object.assign(new Error(message), { code: "23505", detail: message, query: message, parameters: [CPR] });
        };
      }
    }
    const { apollo } = makeApollo({
      schema,
      production: true,
      introspection: false,
      onFailure: ({ traceId, operation, error }) => log.error("a request failed", { traceId, operation, err: error }),
    });
    await apollo.start();
    world = await start({ apollo: apollo as never });
  });
  afterAll(() => world.stop());

  it.each(ROLES.filter((role) => role !== "WORKER"))(
    "%s reads a code and a trace id, whichever operation it was",
    async (role) => {
      const nobody: House = { member: {} as never, clinic: {} as never, ids: {} };
      const mine = schemaSeenBy(schema, role);
      let failed = 0;
      for (const operation of operationsOf(mine)) {
        const { document, variables } = requestFor(mine, operation, 0, nobody, nobody, null, "own");
        const answer = await world.ask(document, variables, role === "ANONYMOUS" ? undefined : role);
        expect([operation.name, seen(answer.text)]).toEqual([operation.name, []]);
        expect(answer.text).not.toMatch(/constraint|duplicate|\/srv|\.ts|node_modules|23505/);
        const error = answer.body.errors?.[0];
        if (error?.extensions.code !== "INTERNAL") continue;
        failed += 1;
        expect(error.message).toBe("Something went wrong on our side. Quote the trace id.");
        expect(error.extensions.traceId).toMatch(/^[\w-]{8,64}$/);
      }
      expect(failed).toBeGreaterThan(3);
      expect(seen(printed.join("\n"))).toEqual([]);
      expect(printed.join("\n")).not.toMatch(/Detail:|\(cpr\)/);
    },
    60_000,
  );
});

describe("of a day's work at the most talkative level", () => {
  const printed: string[] = [];
  let app: TestApp;
  let talkative: Awaited<ReturnType<typeof startWith>>;
  beforeAll(async () => {
    app = await startApp();
    const config = loadConfig({
      DATA_DIR: DIR,
      PORT: "0",
      RUN_JOBS: "true",
      SEED: "none",
      LOG_LEVEL: "trace",
      RATE_LIMITS: "false",
    });
    talkative = await startWith({ config, databaseUrl: app.fresh.url, log: createLog("trace", (line) => void printed.push(line)) });
  }, 60_000);
  afterAll(async () => {
    await talkative.stop();
    await app.stop();
    await rm(DIR, { recursive: true, force: true });
  });

  it("nothing printed holds a number, a name, a telephone or a diagnosis", async () => {
    const member = await app.make.member({
      row: {
        given_names: "Pip",
        family_name: "Kanariesen",
        email: "kanarie@fugl.example",
        phone: "+4599887766",
        address_line: "Fuglevej 7",
      },
    });
    const clinic = await app.make.clinic();
    const claim = await app.make.claim(member, { row: { condition_code: "HEMMELIG_DIAGNOSE" } });
    const slot = await app.make.slot(clinic);
    const token = await talkative.identity.issuer?.mint({ sub: member.subject, role: "MEMBER" });
    const ask = async (query: string, variables: object = {}) =>
      (
        await fetch(`${talkative.url}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
          body: JSON.stringify({ query, variables }),
        })
      ).text();
    const answers = [
      await ask("{ viewer { members { name phone email } } }"),
      await ask("mutation($i: BookSlotInput!) { bookSlot(input: $i) { booking { id } errors { code } } }", {
        i: { idempotencyKey: newTestId(), claimId: globalId("Claim", claim.id), slotId: globalId("Slot", slot.id) },
      }),
      await ask("query($t: ID!) { claim(id: $t) { id } }", { t: `${CPR} Kanariesen` }),
      await ask(`{ claim(id: "${CPR}") { id } }`),
      await ask("mutation($i: OpenClaimInput!) { openClaim(input: $i) { errors { code } } }", {
        i: { condition: { code: "HEMMELIG_DIAGNOSE", aroseOn: CPR } },
      }),
      await ask(`{ "${CPR}"`),
    ];
    expect(answers[0]).toContain("Kanariesen");
    for (const answer of answers.slice(2)) expect(seen(answer)).toEqual([]);
    await fetch(`${talkative.url}/graphql?query={claim(id:"${CPR}"){id}}`, { headers: { authorization: `Bearer ${CPR}.Kanariesen.x` } });
    // a server that goes away in the middle prints the most
    await app
      .rows("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()")
      .catch(() => {});
    await ask("{ viewer { members { name } } }");
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(seen(printed.join("\n"))).toEqual([]);
  }, 60_000);
});
