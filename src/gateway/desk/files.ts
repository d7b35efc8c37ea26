/** The built pages, read once: small enough to keep, and the same until the gateway starts again. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

export type DeskFile = {
  readonly type: string;
  readonly body: Buffer;
  /** Brotli; null where it is no smaller. */
  readonly packed: Buffer | null;
  readonly etag: string;
  /** Its name holds its hash, so it never changes. */
  readonly forEver: boolean;
};

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
};
const PACKED = /text|json|svg/;

/** By path from the root: "/index.html", "/assets/....js". */
export function readDeskFiles(folder: string): ReadonlyMap<string, DeskFile> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
      .filter((name) => !name.startsWith(".") && TYPES[path.extname(name)])
      .map((name) => [`/${name}`, fileAt(folder, name)]),
  );
}

function fileAt(folder: string, name: string): DeskFile {
  const body = readFileSync(path.join(folder, name));
  const type = TYPES[path.extname(name)] ?? "application/octet-stream";
  const packed = PACKED.test(type) ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : null;
  return {
    type,
    body,
    packed: packed !== null && packed.length < body.length ? packed : null,
    etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
    forEver: name.startsWith("assets/"),
  };
}
