/**
 * Reads a bank's XML without believing it: no document type (external entities, entity bombs), a limit in size, well-formed
 * to the end, so a truncated file is refused and not half read. Elements are then asked for by name; nothing is guessed. What a file
 * has a hundred thousand of is cut out first and read one by one, so that a large file is never in memory as a tree.
 */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { refusal, Refused } from "../../../../kernel/refusal.js";
import type { RefusalCode } from "../../../../kernel/refusal-codes.js";

/** Characters of what comes with a request; a statement of 5,000 payments has about 4 million. */
const MOST_CHARACTERS = 8_000_000;
/** ... and of what a folder holds. */
export const MOST_IN_A_FOLDER = 64_000_000;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  removeNSPrefix: true,
  // 007 is a reference and not a number
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
  trimValues: true,
});

export type XmlNode = { readonly [name: string]: unknown };
export type XmlFile = {
  readonly kind: string;
  readonly body: XmlNode;
  /** Elements of this name directly under a node, each read when its turn comes. */
  readonly each: (node: XmlNode, name: Repeated) => Iterable<XmlNode>;
};

/** Elements that a file may have a hundred thousand of: an entry of an account, and the status of a payment. */
const REPEATED = /<((?:[\w.-]+:)?(Ntry|TxInfAndSts))(?:\s[^<>]*)?>/g;
type Repeated = "Ntry" | "TxInfAndSts";

export function parseBankXml(content: string, most: number = MOST_CHARACTERS): XmlFile {
  if (content.length > most) throw fileRefused("FILE_TOO_LARGE", `The file has more than ${most} characters.`);
  // a declaration may be written in any case and anywhere before the root; an honest bank file has none
  if (/<!(doctype|entity)/i.test(content))
    throw fileRefused("FILE_HAS_DOCTYPE", "The file declares a document type, which no bank file needs.");
  const text = content.replace(/^\ufeff/, "").trimStart();
  const { skeleton, cuts } = cut(text);
  checkWhole(skeleton, 0);
  const document = child(parsed(skeleton), "Document");
  // the parser drops namespaces, so the message's name is read from the root element itself
  const kind = /<(?:[\w.-]+:)?Document\s[^>]*["']urn:iso:std:iso:20022:tech:xsd:([a-z]{4}\.\d{3}\.\d{3}\.\d{2})["']/.exec(skeleton)?.[1];
  if (!document || !kind) throw kindRefused("FILE_KIND_UNKNOWN", "The file is no ISO 20022 message.");
  return {
    kind,
    body: document,
    *each(node, name) {
      const placeholders = children(node, name);
      for (let i = 0; i < placeholders.length; i += AT_ONCE) {
        const group = placeholders.slice(i, i + AT_ONCE);
        const places = group.map((placeholder) => cuts[Number(textAt(placeholder, AT) ?? NaN)]);
        const whole = places.filter((place) => place !== undefined);
        if (whole.length === group.length) yield* elementsAt(text, whole, name);
        else yield* group;
      }
    },
  };
}

/** Elements that are read in one go: what an element by itself costs is mostly the going there. */
const AT_ONCE = 200;

type Cut = { readonly from: number; readonly until: number };
/** No element of a bank's has an attribute of this name. */
const MARK = "cut-out";
const AT = `@${MARK}`;

/** The file without its repeated elements, each of which leaves its number and its lines behind. */
function cut(text: string): { readonly skeleton: string; readonly cuts: readonly Cut[] } {
  const cuts: Cut[] = [];
  const parts: string[] = [];
  let done = 0;
  for (const start of text.matchAll(REPEATED)) {
    const [tag, name = ""] = start;
    if (start.index < done || tag.endsWith("/>")) continue;
    const end = `</${name}>`;
    const last = text.indexOf(end, start.index);
    // what does not end stays where it is, and the whole is refused for it
    if (last < 0) break;
    const until = last + end.length;
    const lines = text.slice(start.index, until).replace(/[^\n]+/g, "");
    parts.push(text.slice(done, start.index), `<${name} ${MARK}="${cuts.length}">${lines}</${name}>`);
    cuts.push({ from: start.index, until });
    done = until;
  }
  parts.push(text.slice(done));
  return { skeleton: parts.join(""), cuts };
}

function elementsAt(text: string, places: readonly Cut[], name: Repeated): readonly XmlNode[] {
  const together = `<together>${places.map(({ from, until }) => text.slice(from, until)).join("")}</together>`;
  if (XMLValidator.validate(together) === true) {
    const found = children(child(parsed(together), "together"), name);
    if (found.length === places.length) return found;
  }
  // one of them is at fault, or empty
  return places.map((place) => elementAt(text, place, name));
}

function elementAt(text: string, { from, until }: Cut, name: Repeated): XmlNode {
  const element = text.slice(from, until);
  checkWhole(element, () => text.slice(0, from).split("\n").length - 1);
  return child(parsed(element), name) ?? {};
}

function checkWhole(xml: string, linesBefore: number | (() => number)): void {
  const valid = XMLValidator.validate(xml);
  if (valid === true) return;
  const line = valid.err.line + (typeof linesBefore === "number" ? linesBefore : linesBefore());
  throw fileRefused("FILE_NOT_READABLE", `The file is no complete XML: line ${line}, column ${valid.err.col}.`, [`line ${line}`]);
}

function parsed(text: string): XmlNode {
  try {
    const root: unknown = parser.parse(text);
    return isNode(root) ? root : {};
  } catch {
    throw fileRefused("FILE_NOT_READABLE", "The file has names or entities that no bank file needs.");
  }
}

export function fileRefused(code: RefusalCode, message: string, place: readonly string[] = []): Refused {
  return new Refused([
    refusal(code, message, {
      path: ["input", "content", ...place],
      remedy: "Nothing was imported. Fetch the file again from the bank, and tell the bank if it is the same.",
    }),
  ]);
}

/** A message that is not read, with what to ask the bank for. */
export function kindRefused(code: RefusalCode, message: string): Refused {
  return new Refused([
    refusal(code, message, {
      path: ["input", "content", "Document"],
      remedy:
        "Ask the bank for pain.002 of version 03 or 10 as its answer to payments, and for camt.053 and camt.054 of version 02, 04 or 08 for what was booked.",
    }),
  ]);
}

function isNode(value: unknown): value is XmlNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The element under this path, or undefined; the first where it repeats. */
export function child(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  let at: unknown = node;
  for (const name of path) {
    if (!isNode(at) || !Object.hasOwn(at, name)) return undefined;
    const next: unknown = at[name];
    at = Array.isArray(next) ? next[0] : next;
  }
  return isNode(at) ? at : undefined;
}

/** All elements of this name directly under a node, in their order. */
export function children(node: XmlNode | undefined, name: string): XmlNode[] {
  if (!node || !Object.hasOwn(node, name)) return [];
  const found: unknown = node[name];
  return (Array.isArray(found) ? found : [found]).filter(isNode);
}

/** Text of the element under this path, without what surrounds it; null where there is none. */
export function textAt(node: XmlNode | undefined, ...path: readonly string[]): string | null {
  const last = path.at(-1) ?? "";
  const parent = child(node, ...path.slice(0, -1));
  if (!parent || !Object.hasOwn(parent, last)) return null;
  const found: unknown = parent[last];
  const value: unknown = Array.isArray(found) ? found[0] : found;
  const text = isNode(value) ? value["#text"] : value;
  return typeof text === "string" && text !== "" ? text : null;
}
