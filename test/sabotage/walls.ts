/**
 * node --import ./src/typescript.mjs test/sabotage/walls.ts [name ...]
 *
 * Tests the attacks of test/security: takes one wall of docs/security.md away at a time, and runs the attack on it, which must turn red.
 * Not part of `npm test`: it takes minutes and means to fail. Of what the database holds the search path of the owner's functions is not in the
 * list: where nobody may make objects, no attack on it works. Each attack of test/security/attacks has a wall here but the two that measure
 * (neighbour, prices): what they measure are the walls of "cost that is real".
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

type Wall = {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The file with the attack, and which of its tests. */
  readonly attack: readonly [file: string, test: string];
};

const VIEWER = "src/gateway/identity/viewer.ts";
const PROOF = "src/gateway/identity/proof.ts";
const RIGHTS = "migrations/0002_who-may-see-what.sql";
const GUARD = "src/assembly/start-guard.ts";
const attackOn = (name: string): string => `test/security/attacks/${name}`;
const [TOKENS, PROOFS, COST, DOORS] = [attackOn("tokens"), attackOn("proofs"), attackOn("cost"), attackOn("doors")];
const [PURPOSE, DATABASE, SETTINGS] = [attackOn("purpose"), attackOn("database"), attackOn("settings")];
const CONNECTIONS = attackOn("connections");

const WALLS: readonly Wall[] = [
  // 1. the database
  {
    name: "the word of the product is a role",
    file: RIGHTS,
    from: "AND NOT pg_has_role(current_user, 'gateway_worker', 'USAGE')",
    to: "AND false",
    attack: [DATABASE, "can do what is written down"],
  },
  {
    name: "nobody makes temporary objects",
    file: RIGHTS,
    from: "format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC'",
    to: "format('GRANT TEMPORARY ON DATABASE %I TO PUBLIC'",
    attack: [DATABASE, "can do what is written down"],
  },
  {
    name: "removal finds no younger row",
    file: RIGHTS,
    from: "CREATE POLICY idempotency_sweep ON idempotency FOR DELETE TO gateway_retention USING (expires_at < clock_now());",
    to: "CREATE POLICY idempotency_sweep ON idempotency FOR DELETE TO gateway_retention USING (true);",
    attack: [DATABASE, "can do what is written down"],
  },
  {
    name: "the login of requests takes on no power",
    file: "deploy/roles.sql",
    from: "GRANT gateway_app, gateway_identity, gateway_directory TO gateway_login;",
    to: "GRANT gateway_app, gateway_identity, gateway_directory, gateway_worker TO gateway_login;",
    attack: [DATABASE, "not within reach of the login of requests|can do what"],
  },
  {
    name: "the owner of the tables makes no roles",
    file: "deploy/roles.sql",
    from: "NOBYPASSRLS NOCREATEROLE NOCREATEDB",
    to: "NOBYPASSRLS CREATEROLE NOCREATEDB",
    attack: [DATABASE, "makes no roles"],
  },
  {
    name: "what is not granted is nobody's",
    file: RIGHTS,
    from: "GRANT SELECT, INSERT, UPDATE ON provider TO gateway_app;",
    to: "GRANT SELECT, INSERT, UPDATE, DELETE ON provider TO gateway_app;",
    attack: [DATABASE, "every table that something may be removed from"],
  },
  // 2. cost that is real
  {
    name: "ids are priced one by one",
    file: "src/gateway/admission/cost.ts",
    from: "if (ids !== null) {",
    to: "if (ids === undefined) {",
    attack: [COST, "many ids"],
  },
  {
    name: "an answer is counted by the schema's types",
    file: "src/gateway/admission/cost.ts",
    from: '(type.name.endsWith("Edge") ? places : objects).add(path);',
    to: '(path.endsWith("cursor") || type.name.endsWith("Edge") ? places : objects).add(path);',
    attack: [COST, "is counted by the types"],
  },
  {
    name: "failures of the caller's making are paid",
    file: "src/gateway/admission/admission-plugin.ts",
    from: "if (codes.length > 0 ? !byUs : !this.#refundable) return;",
    to: "if (codes.length === 0 && !this.#refundable) return;",
    attack: [COST, "own making"],
  },
  {
    name: "a document is paid for before it is read",
    file: "src/gateway/admission/documents.ts",
    from: "Math.ceil(document.length / CHARACTERS_A_POINT)",
    to: "0 * document.length",
    attack: [COST, "never seen"],
  },
  {
    name: "budget of a request",
    file: "src/platform/postgres/connections/budget.ts",
    from: "if (purse && (purse[what] -= 1) < 0) throw new OverBudget();",
    to: "if (purse && (purse[what] -= 1) < -1e9) throw new OverBudget();",
    attack: [CONNECTIONS, "the budget of a request"],
  },
  {
    name: "a rest whether or not somebody waits",
    file: "src/gateway/http/turns.ts",
    from: "const owes = leastMs > 0 || times !== undefined;",
    to: "const owes = false;",
    attack: ["test/gateway/turns", "also where nobody waits"],
  },
  {
    name: "depth of what is sent",
    file: "src/gateway/http/body/json-shape.ts",
    from: "if (this.#open.length > MOST_DEPTH) return false;",
    to: "",
    attack: ["test/gateway/json-shape", ""],
  },
  {
    name: "lines are paid for",
    file: "src/gateway/admission/cost.ts",
    from: "return points + Math.floor(lines * (1 + lines / LINES_THAT_DOUBLE));",
    to: "return points;",
    attack: [COST, "what a mutation brings in"],
  },
  {
    name: "what may be asked for is paid for",
    file: "src/gateway/admission/prices.ts",
    from: 'if (!values) return this.#form("whole", () => this.document);',
    to: 'if (!values) return this.#form("none", () => withoutConditions(this.document, new Map(this.#decisive.map((each) => [each, false]))));',
    attack: [COST, "is not paid for, and what it does ask for is"],
  },
  {
    name: "documents are forgotten",
    file: "src/gateway/admission/documents.ts",
    from: "if (this.#characters <= this.most) return;",
    to: "if (this.#characters > 0) return;",
    attack: [COST, "fill the memory"],
  },
  {
    name: "a socket pays for what is read",
    file: "src/gateway/socket/subscription.ts",
    from: "if (takeTokens && !registered?.(hash)) {",
    to: "if (takeTokens && registered === null) {",
    attack: [COST, "over a socket"],
  },
  {
    name: "values are counted while they come in",
    file: "src/gateway/http/body/json-shape.ts",
    from: "const MOST_VALUES = 200_000;",
    to: "const MOST_VALUES = 200_000_000;",
    attack: [COST, "a body that nests without end"],
  },
  {
    name: "nobody has all connections",
    file: "src/platform/postgres/connections/places.ts",
    from: "if (caller.inside >= this.#share) await this.#turn(caller);",
    to: "if (caller.inside >= 1e9) await this.#turn(caller);",
    attack: [CONNECTIONS, "are never all one caller's"],
  },
  {
    name: "jobs have connections of their own",
    file: "src/platform/postgres/database.ts",
    from: "WORKER: worker, RETENTION: retention },",
    to: "WORKER: pool, RETENTION: retention },",
    attack: [CONNECTIONS, "have connections of their own"],
  },
  {
    name: "who would wait too long is told at once",
    file: "src/platform/postgres/connections/places.ts",
    from: "if ((this.pool.waitingCount * this.#meanMs) / this.max > MOST_MS) throw new Overloaded();",
    to: "",
    attack: [CONNECTIONS, "are refused at once"],
  },
  {
    name: "a time limit is no fault of ours",
    file: "src/gateway/execution/mask.ts",
    from: 'if (error.name === "Overloaded") {',
    to: 'if (error.name === "Nothing") {',
    attack: [COST, "told to be asked again"],
  },
  {
    name: "a body that is refused is followed by a rest",
    file: "src/gateway/http/fair-share.ts",
    from: "leave?.({ leastMs: restAfterPassing(req) });",
    to: "leave?.();",
    attack: ["test/gateway/fair-share", "a body that is refused"],
  },
  {
    name: "long work rests beside others",
    file: "src/platform/breathe.ts",
    from: "if (manners.getStore()?.())",
    to: "if (false)",
    attack: ["test/platform/breathe", "rests"],
  },
  {
    name: "long lists are read in pieces",
    file: "src/gateway/http/body/json-shape.ts",
    from: "list.cuts.push(at);",
    to: "",
    attack: ["test/gateway/json-pieces", "in pieces of which none is large"],
  },
  // 3. purpose
  {
    name: "purpose is a policy",
    file: "src/gateway/api/policy.ts",
    from: 'if (policy === null || !allows(policy, "HEALTH_TEAM") || policy.includes("PUBLIC")) return false;',
    to: "if (policy !== undefined) return false;",
    attack: [PURPOSE, "no query that leads to a person"],
  },
  {
    name: "a protected home tells no distance",
    file: "src/features/claims/case-file/search-case.store.ts",
    from: "case when ${HOME_IS_HIDDEN} then null else",
    to: "case when false then null else",
    attack: [PURPOSE, "no distance"],
  },
  {
    name: "small counts are left out",
    file: "src/features/promise/small-counts.ts",
    from: "(isSmall(count, least) ? null : count)",
    to: "(isSmall(count, least) ? count : count)",
    attack: [PURPOSE, "told to nobody who sees figures"],
  },
  // 5. tokens
  {
    name: "a longest lifetime",
    file: VIEWER,
    from: "if (expiresAt - issuedAt > most + TOLERANCE_SECONDS)",
    to: "if (expiresAt - issuedAt > most + 1e9)",
    attack: [TOKENS, "is refused when it"],
  },
  {
    name: "not issued in the future",
    file: VIEWER,
    from: "if (issuedAt > atMs / 1_000 + TOLERANCE_SECONDS)",
    to: "if (issuedAt > atMs)",
    attack: [TOKENS, "is refused when it"],
  },
  {
    name: "a subject of a bounded form",
    file: VIEWER,
    from: 'if (typeof value === "string" && NAME.test(value)) return value;',
    to: 'if (typeof value === "string") return value;',
    attack: [TOKENS, "is refused when it"],
  },
  {
    name: "claims of the token's own",
    file: VIEWER,
    from: "Object.hasOwn(payload, name) ? Reflect.get(payload, name) : undefined",
    to: "Reflect.get(payload, name)",
    attack: [TOKENS, "only the claims that are its own"],
  },
  {
    name: "a proof is good once",
    file: PROOF,
    from: "if (seen.has(id))",
    to: "if (seen.has(`${id} `))",
    attack: [TOKENS, "no proof twice"],
  },
  {
    name: "a proof is about this request",
    file: PROOF,
    from: 'if (htm !== method || typeof htu !== "string" || !isSame(htu, url))',
    to: 'if (typeof htu !== "string")',
    attack: [TOKENS, "opens nothing"],
  },
  {
    name: "a proof is by the token's key",
    file: PROOF,
    from: "if ((await calculateJwkThumbprint(jwk)) !== thumbprint)",
    to: "if ((await calculateJwkThumbprint(jwk)) === thumbprint && false)",
    attack: [TOKENS, "opens nothing"],
  },
  {
    name: "keys that are private or short",
    file: "src/gateway/identity/keys.ts",
    from: "if (faults.length > 0) throw",
    to: "if (faults.length > 99) throw",
    attack: [TOKENS, "while one of a file's keys"],
  },
  {
    name: "a proof is good once at whichever gateway",
    file: "src/platform/people/used-proofs.ts",
    from: "(await tx.query(USE.with(hash, until))).length === 1",
    to: "(await tx.query(USE.with(hash, until))).length < 2",
    attack: [PROOFS, "that one gateway has taken|at the same moment"],
  },
  {
    name: "only a proof that is one is remembered",
    file: PROOF,
    from: "const { payload, protectedHeader } = await verified(proof, now());",
    to: "remember(createHash('sha256').update(String(JSON.parse(Buffer.from(proof.split('.')[1] ?? '', 'base64url').toString()).jti)).digest('hex'), now() + 60_000); const { payload, protectedHeader } = await verified(proof, now());",
    attack: [PROOFS, "leaves nothing behind"],
  },
  {
    name: "a proof is about the file that is fetched",
    file: "src/gateway/http/http.ts",
    from: "await callerOf(req, at)",
    to: "await callerOf(req)",
    attack: [PROOFS, "the address of a document"],
  },
  // 6. settings that production refuses
  {
    name: "a start with unsafe settings ends",
    file: "src/main.ts",
    from: "if (unsafe.length > 0) throw new ConfigFaults(unsafe);",
    to: "",
    attack: [SETTINGS, "refuses all of them"],
  },
  {
    name: "NODE_ENV is a known word",
    file: "src/assembly/config.ts",
    from: "find((known) => known === text),",
    to: "find((known) => known === text.toLowerCase()),",
    attack: [SETTINGS, "those that stand alone"],
  },
  {
    name: "keys are random",
    file: GUARD,
    from: ".some(({ bytes }) => new Set(bytes).size < 12);",
    to: ".some(({ bytes }) => new Set(bytes).size < 1);",
    attack: [SETTINGS, "refuses all of them"],
  },
  {
    name: "the way to the database is checked",
    file: GUARD,
    from: 'searchParams.get("sslmode") === "verify-full"',
    to: 'searchParams.get("sslmode") !== "verify-full"',
    attack: [SETTINGS, "refuses all of them"],
  },
  {
    name: "keys that sign are refused at the start",
    file: GUARD,
    from: "...keyFileFaults(config.jwksFile),",
    to: "",
    attack: [SETTINGS, "refuses all of them"],
  },
  // 7. doors
  {
    name: "what was written for others is not finance's",
    file: "src/features/bookings/booking.type.ts",
    from: '@visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM")\n  @Field(() => String, { nullable: true, description: "Why it ended;',
    to: '@visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM", "FINANCE")\n  @Field(() => String, { nullable: true, description: "Why it ended;',
    attack: [DOORS, "is not finance's to read"],
  },
  {
    name: "amounts end",
    file: "src/gateway/api/scalars.ts",
    from: "return number >= -MOST_TAKEN && number <= MOST_TAKEN ? number : null;",
    to: "return number;",
    attack: [DOORS, "an amount beyond"],
  },
  {
    name: "only registered documents are run",
    file: "src/gateway/admission/admission-plugin.ts",
    from: "if (this.options.trusted && !(await",
    to: "if (false && !(await",
    attack: [DOORS, "is not added by sending it"],
  },
  {
    name: "a hash names its text",
    file: "src/gateway/http/document-by-hash.ts",
    from: '.digest("hex") === hash',
    to: '.digest("hex") !== ""',
    attack: [DOORS, "not another's text"],
  },
  {
    name: "who dribbles is hung up on",
    file: "src/gateway/http/listening.ts",
    from: "headersTimeout: headersMs,",
    to: "headersTimeout: 600_000,",
    attack: [DOORS, "dribbles"],
  },
  {
    name: "names of the machine only",
    file: "src/gateway/http/http.ts",
    from: 'if (options.hosts && !options.hosts(req.headers.host ?? ""))',
    to: 'if (options.hosts && req.headers.host === "")',
    attack: [DOORS, "a name of somebody else's"],
  },
];

const HOOK = new URL("walls.mjs", import.meta.url);

function run({ attack: [file, test], ...wall }: Wall): Promise<{ readonly red: boolean; readonly told: readonly string[] }> {
  return new Promise((resolve) => {
    const args = [
      "--no-warnings",
      "--import",
      "./src/typescript.mjs",
      "node_modules/jest/bin/jest.js",
      file,
      ...(test ? ["-t", test] : []),
    ];
    const env = { ...process.env, WALL_GONE: JSON.stringify(wall), NODE_OPTIONS: `--import ${HOOK.href}` };
    const child = spawn(process.execPath, args, { env, cwd: fileURLToPath(new URL("../..", import.meta.url)), stdio: "pipe" });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => (said += bytes.toString()));
    child.on("close", (code) => {
      const told = [...new Set(said.split("\n").filter((line) => /^\s+✕|Test suite failed to run/.test(line)))];
      // a file that could not be loaded has attacked nothing
      resolve({ red: code !== 0 && told.length > 0 && !told.some((line) => line.includes("suite failed")), told });
    });
  });
}

const asked = process.argv.slice(2);
const stood: string[] = [];
for (const { name, file, from } of WALLS)
  if (!readFileSync(file, "utf8").includes(from)) throw new Error(`${file} no longer says what "${name}" takes away`);
for (const wall of WALLS.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const { red, told } = await run(wall);
  if (!red) stood.push(wall.name);
  process.stdout.write(
    `${red ? "RED" : "NOBODY MISSES IT"}: ${wall.name} (${wall.attack[0]})\n${told.map((line) => `   ${line}\n`).join("")}`,
  );
}
process.exitCode = stood.length === 0 ? 0 : 1;
