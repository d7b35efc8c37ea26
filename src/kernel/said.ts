type Said<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Only the fields that something was said of: those left out, and those null, are not there. */
export function said<T extends object>(fields: T): Said<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as Said<T>;
}
