/** A whole gateway on a database of its own: the product's schema, listener and tokens, in this process. */
import "reflect-metadata";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import request from "supertest";
import { startApp as start, type App } from "../../src/assembly/app.js";
import { globalId } from "../../src/gateway/api/global-id.js";
import type { DevClaims } from "../../src/gateway/identity/dev-issuer.js";
import { loadConfig } from "../../src/assembly/config.js";
import { createLog } from "../../src/platform/log.js";
import { freshDatabase, type FreshDatabase } from "./database.js";
import { maker, type Make } from "./make.js";

export { globalId };

export type Answer = {
  readonly status: number;
  readonly data: any;
  readonly errors: any[] | undefined;
  readonly extensions: any;
  readonly text: string;
  readonly headers: Record<string, string>;
  /** Round trips to the database that this request took. */
  readonly statements: number;
};

export type Asker = (document: string, variables?: object, headers?: Record<string, string>) => Promise<Answer>;

/** The way into a gateway, for everyone who may come. */
export type Door = {
  /** Asks as this person; null asks without a token. */
  readonly as: (claims: DevClaims | null, more?: Record<string, string>) => Asker;
  /** As a member made by `make.member`. */
  readonly asMember: (member: { readonly subject: string }) => Asker;
  /** As staff of a clinic made by `make.clinic`. */
  readonly asClinic: (clinic: { readonly cvr: string }, sub?: string) => Asker;
  /** As the health team, with a purpose. */
  readonly asHealthTeam: (sub?: string) => Asker;
  readonly asFinance: (sub?: string) => Asker;
};

/** A database with something in it, whichever gateways stand before it. */
export type TestWorld = {
  readonly fresh: FreshDatabase;
  readonly make: Make;
  /** Rows of any statement, as the owner: for asserting what is in the tables. */
  readonly rows: <R extends object = any>(text: string, values?: readonly unknown[]) => Promise<R[]>;
};

export type TestApp = Door &
  TestWorld & {
    readonly app: App;
    readonly url: string;
    /** A second gateway on the same database. */
    readonly another: () => Promise<TestApp>;
    readonly stop: () => Promise<void>;
  };

export function doorOf(as: Door["as"]): Door {
  return {
    as,
    asMember: ({ subject }) => as({ sub: subject, role: "MEMBER" }),
    asClinic: ({ cvr }, sub = "clinic-staff") => as({ sub, role: "CLINIC_STAFF", cvr }),
    asHealthTeam: (sub = "health-team") => as({ sub, role: "HEALTH_TEAM" }, { "x-purpose": "CASE_HANDLING:C-1004" }),
    asFinance: (sub = "finance-1") => as({ sub, role: "FINANCE" }),
  };
}

export function worldOn(fresh: FreshDatabase): TestWorld {
  return {
    fresh,
    make: maker(fresh.database.pool),
    rows: async <R extends object>(text: string, values: readonly unknown[] = []) =>
      (await fresh.database.pool.query(text, [...values])).rows as R[],
  };
}

/** A request as it goes over the wire. */
export function bodyOf(query: string, variables: object): string {
  return JSON.stringify({ query, variables }, (_, v: unknown) => (typeof v === "bigint" ? String(v) : v));
}

export async function startApp(env: Record<string, string> = {}, on?: FreshDatabase): Promise<TestApp> {
  const fresh = on ?? (await freshDatabase({ reference: true }));
  const dir = await mkdtemp(path.join(tmpdir(), "gateway-test-"));
  const config = loadConfig({
    DATA_DIR: dir,
    PORT: "0",
    RUN_JOBS: "false",
    PROMISE_REFRESH_SECONDS: "0",
    SEED: "none",
    LOG_LEVEL: "silent",
    RATE_LIMITS: "false",
    ...env,
  });
  const { url: databaseUrl, workerUrl, retentionUrl } = fresh;
  const logins = { ...(workerUrl ? { workerUrl } : {}), ...(retentionUrl ? { retentionUrl } : {}) };
  const app = await start({ config, databaseUrl, ...logins, log: createLog(config.logLevel) });
  const { issuer } = app.identity;

  const as = (claims: DevClaims | null, more: Record<string, string> = {}): Asker => {
    const token = claims ? issuer?.mint(claims) : undefined;
    return async (query, variables = {}, headers = {}) => {
      const before = app.database.statements;
      const asked = request(app.url)
        .post("/graphql")
        .set({ "content-type": "application/json", ...more, ...headers });
      if (token) asked.set("authorization", `Bearer ${await token}`);
      const response = await asked.send(bodyOf(query, variables));
      const body = (response.body ?? {}) as { data?: unknown; errors?: unknown[]; extensions?: unknown };
      return {
        status: response.status,
        data: body.data,
        errors: body.errors as any[] | undefined,
        extensions: body.extensions,
        text: response.text,
        headers: response.headers as Record<string, string>,
        statements: app.database.statements - before,
      };
    };
  };
  const stop = async (): Promise<void> => {
    await app.stop();
    await rm(dir, { recursive: true, force: true });
    if (!on) await fresh.drop();
  };
  return { app, url: app.url, ...worldOn(fresh), ...doorOf(as), another: () => startApp(env, fresh), stop };
}
