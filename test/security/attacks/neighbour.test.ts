import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { globalId } from "../../support/app.js";
import { startProcesses, type Processes } from "../../support/processes.js";
import { sized } from "../../support/size.js";
import { ATTACKS } from "./neighbour-attacks.js";

let world: Processes;
let attacker: ChildProcess;
let victims: ((document: string) => Promise<{ status: number }>)[];
const ROUNDS = sized(60, Number(process.env.ROUNDS ?? 300));
beforeAll(async () => {
  world = await startProcesses(1, { RATE_LIMITS: "true" });
  attacker = fork("test/security/attacks/attacker.ts", { execArgv: ["--no-warnings", "--import", "./src/typescript.mjs"] });
}, 60_000);
afterAll(async () => {
  attacker?.kill();
  await world?.stop();
});

async function times(rounds: number): Promise<number[]> {
  const t: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const began = performance.now();
    expect((await victims[i % victims.length]!("{ viewer { role } claims(first: 1) { edges { node { id } } } }")).status).toBe(200);
    t.push(performance.now() - began);
    await pause(10);
  }
  return t.sort((a, b) => a - b);
}
const at = (t: number[], q: number) => (t[Math.floor(t.length * q)] ?? 0).toFixed(1);

it("measures", async () => {
  const [gateway] = world.gateways;
  if (!gateway) throw new Error("one was asked for");
  victims = await Promise.all(Array.from({ length: 20 }, async () => gateway.asMember(await world.make.member())));
  await times(ROUNDS);
  const only = process.env.ONLY?.split("|");
  for (const attack of Object.keys(ATTACKS).filter((a) => !only || only.some((o) => a.includes(o)))) {
    const clinic = await world.make.clinic();
    for (let i = 0; i < 100; i += 1) await world.make.slot(clinic, { startsAt: new Date(Date.UTC(2026, 11, 7 + Math.floor(i / 8), 9 + i % 8)) });
    const quiet = await times(ROUNDS);
    const clinicId = globalId("Clinic", clinic.id);
    const token = await world.token({ sub: `noise-${clinic.id}`, role: "CLINIC_SYSTEM", cvr: clinic.cvr });
    attacker.send({ attack, url: gateway.process.url, clinicId, token, atOnce: Number(process.env.AT_ONCE ?? 60) });
    await pause(300);
    const loud = await times(ROUNDS);
    attacker.send("stop");
    const [answers] = await once(attacker, "message");
    console.log(`${attack}: quiet ${at(quiet, 0.5)}/${at(quiet, 0.9)}/${at(quiet, 0.99)}, loud ${at(loud, 0.5)}/${at(loud, 0.9)}/${at(loud, 0.99)}, answers ${JSON.stringify(answers)}`);
    await pause(500);
  }
}, 500_000);
