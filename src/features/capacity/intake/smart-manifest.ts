/** The `$bulk-publish` manifest of SMART Scheduling Links: which files to fetch, and as of when they speak. */
export type SmartManifest = {
  readonly transactionTime: Date | null;
  readonly outputs: readonly { readonly type: string; readonly url: string }[];
};

/** Null when it is no manifest. The addresses are somebody else's word: the fetcher decides which it follows. */
export function readSmartManifest(text: string): SmartManifest | null {
  if (text.length > 1_000_000) return null;
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof found !== "object" || found === null || !("output" in found) || !Array.isArray(found.output)) return null;
  const outputs = (found.output as unknown[]).flatMap((entry) => {
    const { type, url } = (entry ?? {}) as { type?: unknown; url?: unknown };
    return typeof type === "string" && typeof url === "string" && /^https:\/\//.test(url) && URL.canParse(url) ? [{ type, url }] : [];
  });
  const time = "transactionTime" in found && typeof found.transactionTime === "string" ? Date.parse(found.transactionTime) : NaN;
  return { transactionTime: Number.isFinite(time) ? new Date(time) : null, outputs };
}
