/** Work for the thread: answers what it was given, or never. */
export default function spin({ ms, value }: { ms: number; value: unknown }): unknown {
  for (const end = performance.now() + ms; performance.now() < end;);
  if (value === "boom") throw new TypeError("boom");
  return value;
}
