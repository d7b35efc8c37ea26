/**
 * A database on several hosts: one address names them all, `postgres://login@one:5432,two:5432/gateway?target_session_attrs=read-write`,
 * as libpq writes it. Whoever connects finds the one that takes writes, and finds the next when that one is gone. What node-postgres
 * lacks, and no more: with one host its own pool is used.
 */
import pg from "pg";
import { classify, Unavailable } from "../database-errors.js";
import { statement } from "../statement.js";
import { askServer } from "./server.js";

const PARTS = /^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)([^/?#]*)(.*)$/;
/** For a connection to one host. */
const PATIENCE_MS = 10_000;
/** Whoever is refused waits here for a pool that is full; the host is not to blame. */
const POOL_IS_FULL = "timeout exceeded when trying to connect";

/** One address per host, in the order in which they are tried. */
export function addressesOf(url: string): readonly string[] {
  const [, head = "", hosts = "", tail = ""] = PARTS.exec(url) ?? [];
  return hosts.split(",").map((host) => `${head}${host}${tail}`);
}

/** Whether it can be read at all: each of its hosts makes an address of PostgreSQL. */
export function isAddress(url: string): boolean {
  return PARTS.test(url) && addressesOf(url).every((each) => URL.canParse(each));
}

/** Of which host it is told, when only one thing is to be told; the login and the name of the database are those of all. */
export function firstOf(url: string): URL {
  return new URL(addressesOf(url)[0] ?? "");
}

/** What target_session_attrs says; null without. */
export function wantedOf(url: string): string | null {
  return firstOf(url).searchParams.get("target_session_attrs");
}

const STANDBY = statement("in-recovery", "select pg_is_in_recovery() as standby", { neverNull: ["standby"] });

/** The host is there and follows another: it takes no writes. */
class Follows extends Unavailable {}

/** `orStandby`: where no host takes writes, one that follows is taken for one reading at a time. */
export function poolOf(url: string, settings: pg.PoolConfig, orStandby = false): pg.Pool {
  const addresses = addressesOf(url);
  const [only = url] = addresses;
  return addresses.length === 1 ? new pg.Pool({ ...settings, connectionString: only }) : new PoolOfHosts(addresses, settings, orStandby);
}

/** The address of the host that takes writes, alone; with one host the address as it is. */
export async function primaryOf(url: string): Promise<string> {
  const addresses = addressesOf(url);
  if (addresses.length === 1) return url;
  const pool = new PoolOfHosts(addresses, { max: 1, connectionTimeoutMillis: PATIENCE_MS }, false);
  try {
    (await pool.connect()).release(true);
    return pool.current;
  } finally {
    await pool.end();
  }
}

type Taken = (error: Error | undefined, client: pg.PoolClient | undefined, release: (error?: Error | boolean) => void) => void;

/**
 * Which host was right last, by the list of hosts: one pool of this process that finds the primary has found it for all of them. A machine that
 * lost its power refuses nothing, and each pool that asks it again waits for as long as a connection may take.
 */
const rightBy = new Map<string, { at: number }>();

class PoolOfHosts extends pg.Pool {
  readonly #right: { at: number };
  /** How many look for anybody, because nobody takes writes. */
  #desperate = 0;
  readonly #following = new WeakSet<object>();

  constructor(
    private readonly addresses: readonly string[],
    settings: pg.PoolConfig,
    private readonly orStandby: boolean,
  ) {
    const onConnect = async (client: pg.ClientBase): Promise<void> => {
      const [row] = await askServer(client, STANDBY.with());
      if (!row?.standby) return;
      if (this.#desperate === 0) throw new Follows();
      this.#following.add(client);
    };
    super({ ...settings, connectionString: addresses[0], onConnect });
    const hosts = addresses.map((each) => new URL(each).host).join();
    this.#right = rightBy.get(hosts) ?? { at: 0 };
    rightBy.set(hosts, this.#right);
  }

  /** The address of the host that was right last. */
  get current(): string {
    return this.addresses[this.#right.at] ?? "";
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Taken): void;
  override connect(callback?: Taken): Promise<pg.PoolClient> | void {
    const found = this.#find();
    if (!callback) return found;
    found.then(
      (client) => callback(undefined, client, client.release.bind(client)),
      (error: Error) => callback(error, undefined, () => {}),
    );
  }

  async #find(): Promise<pg.PoolClient> {
    const found = await this.#inTurn().catch((error: unknown) => {
      if (!this.orStandby || !(error instanceof Follows)) throw error;
      this.#desperate += 1;
      return this.#inTurn().finally(() => (this.#desperate -= 1));
    });
    // the next reading looks for the primary again
    if (this.#following.has(found)) found.release = found.release.bind(found, true);
    return found;
  }

  /** A connection that waits in the pool, or the first host that gives one; that some host follows is worth more to know than that another is gone. */
  async #inTurn(): Promise<pg.PoolClient> {
    let follows: Follows | null = null;
    for (let tried = 1; ; tried += 1) {
      const { at } = this.#right;
      this.options.connectionString = this.current;
      try {
        return await super.connect();
      } catch (error) {
        if (error instanceof Follows) follows = error;
        else if (!(error instanceof Error) || error.message === POOL_IS_FULL || classify(error).kind !== "UNAVAILABLE") throw error;
        // of those who failed together, one moves on
        if (this.#right.at === at) this.#right.at = (at + 1) % this.addresses.length;
        if (tried >= this.addresses.length) throw follows ?? error;
      }
    }
  }
}
