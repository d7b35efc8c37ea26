/** The code of a system or database error. By shape, not by class: under a test runner there is more than one `Error`. */
export function codeOf(error: unknown): string | null {
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return typeof code === "string" ? code : null;
}
