const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** UUIDv7 (RFC 9562): 48 bits of milliseconds, then random. Sorts by time of making, so indexes grow at one end. */
export function uuidv7(atMs: number, random: Uint8Array): string {
  const time = Math.floor(atMs).toString(16).padStart(12, "0");
  const r = (i: number): number => random[i] ?? 0;
  const hex = (byte: number): string => HEX[byte] ?? "";
  const version = hex((r(0) & 0x0f) | 0x70) + hex(r(1));
  const variant = hex((r(2) & 0x3f) | 0x80) + hex(r(3));
  const rest = hex(r(4)) + hex(r(5)) + hex(r(6)) + hex(r(7)) + hex(r(8)) + hex(r(9));
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${rest}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}
