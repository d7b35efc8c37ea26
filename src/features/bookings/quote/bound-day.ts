import type { CaseClaim } from "../../claims/case-file/case-file.js";

/** The first day on which the member can be seen, as recorded; null where any day will do. A recorded date binds (BEFORE_WISHED_DATE). */
export function boundDay({ exceptions }: Pick<CaseClaim, "exceptions">): string | null {
  return exceptions.wishedNotBefore ?? null;
}
