/** UUIDv7 (RFC 9562): 48 bits of milliseconds, then random. Sorts by time of making, so indexes grow at one end. */
export function uuidv7(atMs: number, random: Uint8Array): string {
  const b = new Uint8Array(16);
  b[0] = Math.floor(atMs / 2 ** 40) & 0xff;
  b[1] = Math.floor(atMs / 2 ** 32) & 0xff;
  b[2] = (atMs >>> 24) & 0xff;
  b[3] = (atMs >>> 16) & 0xff;
  b[4] = (atMs >>> 8) & 0xff;
  b[5] = atMs & 0xff;
  b.set(random.subarray(0, 10), 6);
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x70;
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(b, (x) => x.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}
