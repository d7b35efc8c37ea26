/** The documents that first-party clients run: schema/operations/<client>/<name>.graphql, with example variables beside them. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { getOperationAST, Kind, parse, print, visit, type SelectionSetNode } from "graphql";

export type StoredOperation = {
  /** Folder: member-app, clinic, health-team, finance, network or public. */
  readonly client: string;
  readonly name: string;
  readonly document: string;
  /** sha256 of the document, in hex: how trusted documents are known. */
  readonly hash: string;
  /** The same for clients that keep objects by type and id: with `__typename` in each selection. */
  readonly forCache: { readonly document: string; readonly hash: string };
  /** Example variables; "{{name}}" stands for something that only a running gateway knows. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Where those stand. */
  readonly examples: string;
};

const FOLDER = path.resolve(import.meta.dirname, "../../schema/operations");

let ofThisRelease: readonly StoredOperation[] | null = null;

/** Those of this release; read once, since parsing them all is half of what a start computes. */
export function storedOperations(): readonly StoredOperation[] {
  return (ofThisRelease ??= readOperations(FOLDER));
}

function readOperations(folder: string): readonly StoredOperation[] {
  if (!existsSync(folder)) return [];
  const clients = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return clients.flatMap(({ name: client }) =>
    readdirSync(path.join(folder, client))
      .filter((file) => file.endsWith(".graphql"))
      .sort()
      .map((file) => {
        const document = readFileSync(path.join(folder, client, file), "utf8");
        const examples = path.join(folder, client, file.replace(/\.graphql$/, ".json"));
        return {
          client,
          name: path.basename(file, ".graphql"),
          document,
          hash: sha256(document),
          forCache: named(document),
          examples,
          variables: existsSync(examples) ? (JSON.parse(readFileSync(examples, "utf8")) as Record<string, unknown>) : {},
        };
      }),
  );
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** As the clients' libraries write it: nothing is added to the root, nor where it is asked for already. */
function named(text: string): StoredOperation["forCache"] {
  const withName = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: [...set.selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } }],
  });
  const asked = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) => selection.kind === Kind.FIELD && selection.name.value === "__typename");
  const document = print(
    visit(parse(text), {
      SelectionSet: { leave: (set, _key, parent) => (isOperation(parent) || asked(set) ? undefined : withName(set)) },
    }),
  );
  return { document, hash: sha256(document) };
}

const isOperation = (parent: unknown): boolean =>
  typeof parent === "object" && parent !== null && Reflect.get(parent, "kind") === Kind.OPERATION_DEFINITION;

/** In the form that Apollo's clients read. */
export function documentManifest(stored = storedOperations()) {
  const operations = stored
    .flatMap(({ document, hash, forCache }) => [{ document, hash }, forCache])
    .map(({ document, hash }) => {
      const operation = getOperationAST(parse(document));
      return { id: hash, name: operation?.name?.value ?? "", type: operation?.operation ?? "query", body: document };
    });
  // a document of two clients is one
  const once = new Map(operations.map((operation) => [operation.id, operation]));
  return {
    format: "apollo-persisted-query-manifest",
    version: 1,
    operations: [...once.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** The document of one operation; a gateway without it is not whole. */
export function storedDocument(client: string, name: string): string {
  const found = storedOperations().find((operation) => operation.client === client && operation.name === name);
  if (!found) throw new Error(`the operation ${client}/${name} is missing`);
  return found.document;
}

/** Fills "{{name}}" in example variables; what is not known stays as it is, so that it can be seen. */
export function filled(value: unknown, known: Readonly<Record<string, string>>): unknown {
  if (typeof value === "string") return value.replace(/\{\{([\w+:-]+)\}\}/g, (whole, name: string) => known[name] ?? whole);
  if (Array.isArray(value)) return value.map((each) => filled(each, known));
  if (value !== null && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, filled(v, known)]));
  return value;
}
