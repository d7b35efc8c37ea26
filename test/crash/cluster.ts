/** A database server of this run's own, with everything on that makes a commit last, and killed as a whole. */
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { ensureDatabase, startEmbedded, type EmbeddedPostgres } from "../../src/platform/embedded/embedded-postgres.js";
import { codeOf } from "../../src/platform/error-code.js";
import { isPostgres } from "../../src/platform/embedded/postmaster.js";

export type Cluster = {
  readonly url: string;
  readonly kill: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export async function startCluster(dataDir: string, synchronousCommit: string): Promise<Cluster> {
  const settings = { fsync: "on", full_page_writes: "on", synchronous_commit: synchronousCommit, shared_buffers: "128MB" };
  let server: EmbeddedPostgres = await startEmbedded({ dataDir, settings });
  const { port } = server;
  const url = await ensureDatabase(server, "gateway");
  return {
    url,
    // the postmaster and everything it started, by their ids: other servers on the machine are nobody's business here
    kill: async () => {
      const pids = [server.pid, ...(await childrenOf(server.pid))];
      for (const pid of pids) end(pid);
      // a dead one may stay in the process table for as long as nobody collects it
      while ((await Promise.all(pids.map(isPostgres))).some(Boolean)) await pause(5);
    },
    restart: async () => {
      server = await startEmbedded({ dataDir, settings, port });
    },
    stop: () => server.stop(),
  };
}

/** One that ended by itself a moment ago is as good as killed. */
function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (codeOf(error) !== "ESRCH") throw error;
  }
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")));
  // the command is in brackets and may hold spaces; the parent comes second after it
  return stats.flatMap((stat) =>
    Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === parent ? [Number.parseInt(stat, 10)] : [],
  );
}
