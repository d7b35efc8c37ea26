/** One gateway as it runs in production: a process of its own, started from src/main.ts, killed without warning. */
import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

export type GatewayProcess = {
  readonly url: string;
  readonly start: () => Promise<void>;
  /** SIGKILL, as a machine that loses power or memory would. */
  readonly kill: () => void;
  readonly stop: () => Promise<void>;
  /** SIGTERM, and as long as it takes: the code it ended with. */
  readonly terminate: () => Promise<number | null>;
  /** Times it ended by itself after it had been ready. */
  readonly selfExits: () => number;
  readonly stderr: () => string;
  /** Of the process that runs now; 0 before the first start. */
  readonly pid: () => number;
  readonly isReady: () => Promise<boolean>;
};

/** How `npm start` has Node keep its memory. */
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { start: string } };
const MEMORY = scripts.start.match(/--(?:max|heap|no-allocation)[\w-]*(?:=\d+)?/g) ?? [];

/** Long enough for a machine that does much else. */
const READY_MS = 240_000;

/** `before` are modules loaded ahead of the gateway. */
export function gatewayProcess(port: number, env: Readonly<Record<string, string>>, before: readonly string[] = []): GatewayProcess {
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let expected = true;
  let selfExits = 0;
  let stderr = "";

  const isReady = async (): Promise<boolean> => {
    try {
      return (await fetch(`${url}/ready`, { signal: AbortSignal.timeout(1_000) })).ok;
    } catch {
      return false;
    }
  };
  const launch = (): ChildProcess => {
    const started = spawn(
      process.execPath,
      [...MEMORY, "--no-warnings", "--import", "./src/typescript.mjs", ...before.flatMap((file) => ["--import", file]), "src/main.ts"],
      {
        env: {
          ...process.env,
          PORT: String(port),
          SEED: "none",
          RUN_JOBS: "false",
          PROMISE_REFRESH_SECONDS: "0",
          RATE_LIMITS: "false",
          LOG_LEVEL: "error",
          // tokens of a test that runs for hours
          TOKEN_LIFETIME_PERSONS: "86400",
          ...env,
        },
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
    started.stderr?.on("data", (bytes: Buffer) => (stderr = (stderr + bytes.toString()).slice(-8_000)));
    return started;
  };
  const start = async (): Promise<void> => {
    const giveUpAt = Date.now() + READY_MS;
    while (Date.now() < giveUpAt) {
      const mine = launch();
      child = mine;
      let over = false;
      let ready = false;
      mine.once("exit", () => {
        over = true;
        if (ready && !expected) selfExits += 1;
      });
      expected = true;
      while (!over && !(await isReady())) await pause(100);
      if (over) continue; // the database was not there yet
      ready = true;
      expected = false;
      return;
    }
    throw new Error(`a gateway was not ready after ${READY_MS / 1000} s: ${stderr.slice(-500)}`);
  };
  return {
    url,
    start,
    isReady,
    kill: () => {
      expected = true;
      child?.kill("SIGKILL");
    },
    stop: async () => {
      expected = true;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child?.once("exit", resolve));
      child.kill("SIGTERM");
      await Promise.race([gone, pause(5_000, undefined, { ref: false }).then(() => child?.kill("SIGKILL"))]);
    },
    terminate: async () => {
      expected = true;
      const gone = new Promise<number | null>((resolve) => void child?.once("exit", (code) => resolve(code)));
      child?.kill("SIGTERM");
      return gone;
    },
    selfExits: () => selfExits,
    stderr: () => stderr,
    pid: () => child?.pid ?? 0,
  };
}
