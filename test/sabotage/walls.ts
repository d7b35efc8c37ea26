/**
 * node --import ./src/typescript.mjs test/sabotage/walls.ts [name ...]
 *
 * Tests the attacks of test/security: takes one wall of docs/security.md away at a time, and runs the attack on it, which must turn red.
 * Not part of `npm test`: it takes minutes and means to fail. What the database holds is not in the list: there several walls stand for the
 * same, and without the search path of the owner's functions alone no attack works.
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
const [TOKENS, COST, DOORS, PURPOSE] = ["tokens", "cost", "doors", "purpose"].map((name) => `test/security/attacks/${name}`) as [
  string,
  string,
  string,
  string,
];

const WALLS: readonly Wall[] = [
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
    attack: [COST, ""],
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
  // 7. doors
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
