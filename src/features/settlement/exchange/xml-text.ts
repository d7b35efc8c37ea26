/** The text of an XML file by the encoding that it declares: Danish banks send UTF-8, ISO 8859-1 and 8859-15. */
const KNOWN = ["utf-8", "iso-8859-1", "iso-8859-15", "windows-1252", "us-ascii", "utf-16le", "utf-16be"];

/** Null: it declares an encoding that is not read, or its bytes are none of that. */
export function xmlText(bytes: Buffer): string | null {
  const encoding = marked(bytes) ?? declared(bytes) ?? "utf-8";
  if (!KNOWN.includes(encoding)) return null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** By the byte order mark. */
function marked(bytes: Buffer): string | null {
  const start = bytes.subarray(0, 3).toString("hex");
  return start === "efbbbf" ? "utf-8" : start.startsWith("fffe") ? "utf-16le" : start.startsWith("feff") ? "utf-16be" : null;
}

function declared(bytes: Buffer): string | null {
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(bytes.subarray(0, 200).toString("latin1"))?.[1]?.toLowerCase() ?? null;
}
