/** A gateway of the desk with a provider as MitID's brokers are, on a database of its own or beside another gateway. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { FreshDatabase } from "../support/database.js";
import { startApp, type TestApp } from "../support/app.js";
import { CLIENT, rulesFor, startBroker, type Broker, type BrokerLogin } from "./broker.js";

/** The insurer's CVR number in the rules of these tests. */
export const INSURER = "10151007";
export const INDEX_KEY = randomBytes(32).toString("base64");

export type ProviderDesk = {
  readonly app: TestApp;
  readonly broker: Broker;
  /** Whom the provider lists from now on, by their subject. */
  readonly login: (said: BrokerLogin) => string;
  readonly stop: () => Promise<void>;
};

export const newSubject = (): string => `broker-${randomBytes(6).toString("hex")}`;

export async function startProviderDesk(on?: FreshDatabase): Promise<ProviderDesk> {
  const dir = mkdtempSync(path.join(tmpdir(), "sign-in-"));
  const broker = await startBroker();
  const rules = path.join(dir, "rules.json");
  writeFileSync(rules, JSON.stringify(rulesFor(INSURER)));
  const env = {
    SIGN_IN_ISSUER: broker.issuer,
    SIGN_IN_CLIENT_ID: CLIENT.id,
    SIGN_IN_CLIENT_SECRET: CLIENT.secret,
    SIGN_IN_RULES: rules,
    CPR_INDEX_KEY: INDEX_KEY,
  };
  const app = await startApp(env, on);
  broker.serve(app.url);
  return {
    app,
    broker,
    login: (said) => {
      broker.logins.set(said.sub, said);
      return said.sub;
    },
    stop: async () => {
      await app.stop();
      await broker.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
