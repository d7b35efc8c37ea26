/**
 * What a document may look like, counted on the syntax alone and before validation, whose own work grows with the document.
 * Fragments count as often as they are spread: written once and spread a hundred times is a hundred. Each is measured once,
 * so the counting itself is linear.
 */
import { GraphQLError, Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from "graphql";

export type Limits = {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly tokens: number;
  readonly cost: number;
};

export const LIMITS: Limits = { depth: 12, aliases: 15, directives: 20, tokens: 1_000, cost: 1_000 };

type Size = { readonly depth: number; readonly aliases: number; readonly directives: number };
const NOTHING: Size = { depth: 0, aliases: 0, directives: 0 };

/** The first limit that the document breaks, as an error, or null. */
export function beyondLimits(document: DocumentNode, limits: Limits = LIMITS): GraphQLError | null {
  const size = measure(document);
  if (size.depth > limits.depth) return tooLarge(`The document nests fields deeper than ${limits.depth} levels.`);
  if (size.aliases > limits.aliases) return tooLarge(`The document has more than ${limits.aliases} aliases.`);
  if (size.directives > limits.directives) return tooLarge(`The document has more than ${limits.directives} directives.`);
  return null;
}

function tooLarge(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "QUERY_TOO_COMPLEX", http: { status: 400 } } });
}

function measure(document: DocumentNode): Size {
  const ruler = new Ruler(document);
  let total = NOTHING;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = ruler.selection(definition.selectionSet);
    const own =
      (definition.directives?.length ?? 0) + (definition.variableDefinitions ?? []).reduce((n, v) => n + (v.directives?.length ?? 0), 0);
    total = {
      depth: Math.max(total.depth, size.depth),
      aliases: total.aliases + size.aliases,
      directives: total.directives + size.directives + own,
    };
  }
  // a fragment that nothing spreads is refused by validation, which still has to read it
  const unused = ruler.unspread();
  return {
    depth: Math.max(total.depth, unused.depth),
    aliases: Math.max(total.aliases, unused.aliases),
    directives: Math.max(total.directives, unused.directives),
  };
}

class Ruler {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #measured = new Map<string, Size>();

  constructor(document: DocumentNode) {
    this.#fragments = new Map(
      document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [])),
    );
  }

  unspread(): Size {
    const left = [...this.#fragments.keys()].filter((name) => !this.#measured.has(name)).map((name) => this.#fragment(name));
    return left.reduce(
      (a, b) => ({ depth: Math.max(a.depth, b.depth), aliases: a.aliases + b.aliases, directives: a.directives + b.directives }),
      NOTHING,
    );
  }

  selection({ selections }: SelectionSetNode): Size {
    let depth = 0;
    let aliases = 0;
    let directives = 0;
    for (const node of selections) {
      directives += node.directives?.length ?? 0;
      let inner = NOTHING;
      if (node.kind === Kind.FRAGMENT_SPREAD) inner = this.#fragment(node.name.value);
      else if (node.selectionSet) inner = this.selection(node.selectionSet);
      aliases += inner.aliases;
      directives += inner.directives;
      if (node.kind !== Kind.FIELD) {
        depth = Math.max(depth, inner.depth);
        continue;
      }
      if (node.alias) aliases += 1;
      // introspection has its own depth rule in graphql-js, and its usual query is deeper than ours may be
      depth = Math.max(depth, node.name.value.startsWith("__") ? 1 : 1 + inner.depth);
    }
    return { depth, aliases, directives };
  }

  #fragment(name: string): Size {
    const known = this.#measured.get(name);
    if (known) return known;
    // stands while this fragment is being measured, so that a circle ends; validation refuses circles
    this.#measured.set(name, NOTHING);
    const node = this.#fragments.get(name);
    const size = node ? this.selection(node.selectionSet) : NOTHING;
    const measured = { ...size, directives: size.directives + (node?.directives?.length ?? 0) };
    this.#measured.set(name, measured);
    return measured;
  }
}
