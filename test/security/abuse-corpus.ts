/** Forty requests that are meant to hurt: each a body as it would be sent. */
export type Abuse = {
  readonly name: string;
  readonly body: string;
  readonly headers?: Record<string, string>;
  /** Also sent over the socket. */ readonly socket?: boolean;
};

const many = (n: number, make: (i: number) => string, between = " "): string => Array.from({ length: n }, (_, i) => make(i)).join(between);
const nest = (n: number, inner = "id", field = "below"): string => `${`${field} { `.repeat(n)}${inner}${" }".repeat(n)}`;
const query = (name: string, text: string, variables: object = {}, more: object = {}): Abuse => ({
  name,
  body: JSON.stringify({ query: text, variables, ...more }),
  socket: true,
});
const raw = (name: string, body: string, headers?: Record<string, string>): Abuse => ({ name, body, ...(headers ? { headers } : {}) });

/** Each fragment spreads the one before it twice: 2^30 fields in a document of a few hundred tokens. */
const doubling = `{ shelf { ...f30 } } ${many(30, (i) => `fragment f${i + 1} on Shelf { a: next { ...f${i} } b: next { ...f${i} } }`)} fragment f0 on Shelf { id }`;

export const CORPUS: readonly Abuse[] = [
  query("16 aliases", `{ ${many(16, (i) => `a${i}: __typename`)} }`),
  query("1,000 aliases", `{ ${many(1_000, (i) => `a${i}: shelf { id }`)} }`),
  query(
    "16 aliases of a mutation",
    `mutation { ${many(16, (i) => `a${i}: save(input: { idempotencyKey: "0190a5d0-ac96-774b-bcce-b302099a8057", note: "x" }) { errors { code } }`)} }`,
  ),
  query("aliases hidden in a fragment", `{ shelf { ...f ...f ...f ...f } } fragment f on Shelf { ${many(6, (i) => `a${i}: label`)} }`),
  query("13 levels", `{ shelf { ${nest(12)} } }`),
  query("300 levels", `{ shelf { ${nest(300)} } }`),
  query(
    "depth through fragments",
    `{ shelf { ...f0 } } ${many(14, (i) => `fragment f${i} on Shelf { next { ...f${i + 1} } }`)} fragment f14 on Shelf { id }`,
  ),
  query("a fragment bomb", doubling),
  query("fragments in a circle", "{ shelf { ...a } } fragment a on Shelf { next { ...b } } fragment b on Shelf { next { ...a } }"),
  query("a fragment that spreads itself", "{ shelf { ...a } } fragment a on Shelf { ...a }"),
  query("fragments nobody uses", `{ shelf { id } } ${many(100, (i) => `fragment f${i} on Shelf { id }`)}`),
  query("200 spreads of one fragment with aliases", `{ shelf { ${"...f ".repeat(200)} } } fragment f on Shelf { x: label }`),
  query("21 directives", `{ shelf { label ${"@include(if: true) ".repeat(21)} } }`),
  query("ten unknown directives", `{ shelf { label ${many(10, (i) => `@d${i}`)} } }`),
  query("directives on the operation", `query ${"@skip(if: false) ".repeat(30)} { shelf { id } }`),
  query("10,000 fields", `{ shelf { ${"label ".repeat(10_000)} } }`),
  query("1,001 tokens", `{ shelf { ${"id ".repeat(1_000)} } }`),
  query("nested list literals", `{ echo(text: ${"[".repeat(4_000)}${"]".repeat(4_000)}) }`),
  query("nested object literals", `{ echo(text: ${"{a:".repeat(600)}1${"}".repeat(600)}) }`),
  query("pages of pages", "{ shelves(first: 100) { edges { node { below { below { below { id } } } } } }"),
  query("a page of 101", "{ shelves(first: 101) { edges { node { id } } } }"),
  query("a page of a million, by variable", "query($n: Int!) { shelves(first: $n) { edges { node { id } } } }", { n: 1_000_000 }),
  query("a negative page", "{ shelves(first: -1) { edges { node { id } } } }"),
  query("a page of null", "query($n: Int!) { shelves(first: $n) { edges { node { id } } } }", { n: null }),
  query("introspection", "{ __schema { types { name fields { name } } } }"),
  query("one type by introspection", '{ __type(name: "Safe") { fields { name } } }'),
  query("introspection in a circle", `{ __schema { types { ${nest(10, "name", "fields { type")}${" }".repeat(10)} } } }`),
  query("a misspelt field", "{ shelff { id } }"),
  query("a field of another role", "{ safe { amount { amountMinor } } }"),
  query(
    "50 operations and no name",
    many(50, (i) => `query q${i} { shelf { id } }`),
  ),
  query("an operation that is not there", "query a { shelf { id } }", {}, { operationName: "b".repeat(5_000) }),
  query("deferred delivery", "{ ... @defer { shelf { id } } }"),
  query("an executable document with a type in it", "{ shelf { id } } type Shelf { x: Int }"),
  query("a variable of a wrong shape", "query($t: String) { echo(text: $t) }", { t: { a: many(200, String) } }),
  query("a prototype in the variables", "query($t: String!) { echo(text: $t) }", JSON.parse('{"__proto__":{"t":"x"}}') as object),
  query("NUL", '{ echo(text: "\\u0000") }'),
  raw("a batch", `[${many(50, () => '{"query":"{ shelf { id } }"}', ",")}]`),
  raw(
    "JSON nested 20,000 deep",
    `{"query":"query($t: String) { echo(text: $t) }","variables":{"t":${"[".repeat(20_000)}${"]".repeat(20_000)}}}`,
  ),
  raw("a form", "query=%7B+shelf+%7B+id+%7D+%7D", { "content-type": "application/x-www-form-urlencoded" }),
  raw("a body of 200 kB", JSON.stringify({ query: `{ shelf { id } } #${"x".repeat(200_000)}` })),
];
