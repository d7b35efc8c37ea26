/** Taking tokens back as an operator does it: with the command, against a running gateway. */
import { execFile } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { decodeJwt } from "jose";
import { startApp, type TestApp } from "../support/app.js";
import { openSocket } from "../support/subscribe.js";

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.stop());

type Ran = { readonly code: number; readonly out: string };
const command = (...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: t.fresh.url, NODE_OPTIONS: "" };
    const program = ["--no-warnings", "--import", "./src/typescript.mjs", "src/commands/main.ts", "revoke", ...args];
    execFile(process.execPath, program, { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), out: stdout + stderr }),
    );
  });
const tokenOf = async (sub: string): Promise<string> => (await t.app.identity.issuer?.mint({ sub, role: "MEMBER" })) ?? "";
const statusOf = async (token: string): Promise<number> => {
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  return (await fetch(`${t.url}/graphql`, { method: "POST", headers, body: '{"query":"{ viewer { role } }"}' })).status;
};

test("all of a person's tokens are taken back: the open socket closes within 5 s, nothing opens any more, and it is on record", async () => {
  const member = await t.make.member();
  const other = await t.make.member();
  const [token, bystander] = [await tokenOf(member.subject), await tokenOf(other.subject)];
  const socket = openSocket(t.url, { authorization: `Bearer ${token}` });
  socket.listen("subscription { bookingChanged { change } }");
  expect(await statusOf(token)).toBe(200);
  const ran = await command("--subject", member.subject, "--by", "operator-1", "--reason", "lost telephone");
  const began = performance.now();
  expect(ran.code).toBe(0);
  expect((await socket.closed).reason).toBe("Token revoked");
  expect(performance.now() - began).toBeLessThan(5_000);
  expect([await statusOf(token), await statusOf(bystander)]).toEqual([401, 200]);
  await socket.stop();
  const trail = await t.rows("select actor, rule from audit_event where operation = 'revokeTokens'");
  expect(trail).toEqual([{ actor: "operator-1", rule: "lost telephone" }]);
}, 60_000);

test("one token is taken back by its id, and the person's others go on", async () => {
  const member = await t.make.member();
  const [first, second] = [await tokenOf(member.subject), await tokenOf(member.subject)];
  expect((await command("--token", decodeJwt(first).jti ?? "", "--by", "operator-1", "--reason", "seen in a log")).code).toBe(0);
  for (let tries = 0; tries < 50 && (await statusOf(first)) !== 401; tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));
  expect([await statusOf(first), await statusOf(second)]).toEqual([401, 200]);
}, 60_000);

test("what is taken back, by whom and why has to be said", async () => {
  const before = await t.rows("select count(*)::int as n from token_revocation");
  for (const args of [
    [],
    ["--subject", "x"],
    ["--subject", "x", "--token", "y", "--by", "a", "--reason", "b"],
    ["--by", "a", "--reason", "b"],
  ]) {
    const { code, out } = await command(...args);
    expect([code, out]).toEqual([2, expect.stringMatching(/required option '--by <who>'|--subject or --token, one of the two/)]);
  }
  expect(await t.rows("select count(*)::int as n from token_revocation")).toEqual(before);
}, 60_000);
