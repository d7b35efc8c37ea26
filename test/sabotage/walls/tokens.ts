/** Tokens, and the proofs that go with them. */
import { attackOn, type Wall } from "./wall.js";

const VIEWER = "src/gateway/identity/viewer.ts";
const PROOF = "src/gateway/identity/proof.ts";
const [TOKENS, PROOFS] = [attackOn("tokens"), attackOn("proofs")];

export const TOKEN_WALLS: readonly Wall[] = [
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
    name: "a binding that is not understood is none",
    file: VIEWER,
    from: "|| Object.keys(confirmation as object).length !== 1",
    to: "",
    attack: [TOKENS, "and to something else"],
  },
  {
    name: "a level is one of the list",
    file: VIEWER,
    from: 'return LEVELS.get(acr) ?? "LOW";',
    to: 'return LEVELS.get(acr) ?? "SUBSTANTIAL";',
    attack: [TOKENS, "has no level of assurance"],
  },
  {
    name: "tokens of systems are bound to a key",
    file: VIEWER,
    from: "if (boundTo === null && options.boundRoles?.has(role as Role))",
    to: "if (boundTo === null && options.boundRoles === null)",
    attack: [TOKENS, "theirs without a key open nothing"],
  },
  {
    name: "a token is sent as what it is",
    file: VIEWER,
    from: 'if ((scheme === "DPOP") !== (boundTo !== null))',
    to: 'if (scheme === "DPOP" && token === "")',
    attack: [TOKENS, "opens nothing|may be sent as"],
  },
  {
    name: "who has nothing left is turned away before his proof",
    file: VIEWER,
    from: "if (known.claims.boundTo !== null) await beforeProof?.(known.viewer);",
    to: "",
    attack: [TOKENS, "before a proof is looked at"],
  },
  {
    name: "keys are long enough",
    file: "src/gateway/identity/keys.ts",
    from: "const LEAST_RSA_BITS = 2_048;",
    to: "const LEAST_RSA_BITS = 512;",
    attack: [TOKENS, "are refused when whoever reads them"],
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
    name: "a used proof is kept as a hash",
    file: PROOF,
    from: 'const id = createHash("sha256").update(`${thumbprint} ${jti}`).digest("hex");',
    to: "const id = `${thumbprint} ${jti}`;",
    attack: [PROOFS, "is kept as a hash"],
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
];
