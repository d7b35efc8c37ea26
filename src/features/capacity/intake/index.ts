import { csvSource } from "./csv.js";
import { graphqlSource } from "./graphql.js";
import { icalendarSource } from "./icalendar/icalendar.js";
import { ndjsonSource } from "./ndjson.js";
import type { IntakeSource } from "./source.js";

export const INTAKE_SOURCES: readonly IntakeSource[] = [graphqlSource, csvSource, ndjsonSource, icalendarSource];

export function intakeSource(code: string): IntakeSource | undefined {
  return INTAKE_SOURCES.find((source) => source.code === code);
}
