/** One treatment asked about, read once: defaults filled in, and what several checks need worked out before the first runs. */
import { ageOn, yearOf, type LocalDate } from "../../kernel/calendar.js";
import type { MatrixRow } from "../data/cells.js";
import type { Channel, Cover, Mode, Product, Service } from "../codes.js";
import { conditionOf, type Condition } from "../data/conditions.js";
import { isListedChronic } from "../data/listed-chronic.js";
import { coverEnd, standingOn, type CoverEnd, type CoverStanding } from "./cover-end.js";
import { FactsFault } from "../facts/facts-fault.js";
import type { CoverageFacts } from "../facts/facts.js";
import { matrixRow } from "../data/products.js";
import type { Settings } from "../data/settings.js";

export type TreatmentCase = {
  readonly facts: CoverageFacts;
  readonly settings: Settings;
  readonly product: Product;
  /** BASE when a crisis was reported too late, whatever the facts say. */
  readonly under: Cover;
  /** PSYCHOLOGIST when a crisis was reported too late (COV-CRISIS-48H). */
  readonly service: Service;
  readonly lateCrisis: boolean;
  readonly on: LocalDate;
  /** Limits are charged to the year of the treatment (BOK-YEAR-BY-TREATMENT). */
  readonly year: number;
  readonly decidedOn: LocalDate;
  readonly age: number;
  readonly mode: Mode;
  readonly channel: Channel;
  readonly condition: Condition;
  /** Listed as chronic and not held otherwise, or judged so (COV-CHRONIC-LISTED, GEN-CHRONIC-DEF). */
  readonly chronic: boolean;
  /** Arose or was diagnosed before this cover started; transferred seniority does not change that. */
  readonly preExisting: boolean;
  readonly end: CoverEnd;
  readonly standing: CoverStanding;
  readonly row: MatrixRow | null;
};

/** A case whose service is in the cover: what the checks of the row may rely on. */
export type RowCase = TreatmentCase & { readonly row: MatrixRow };

export function readCase(facts: CoverageFacts, settings: Settings): TreatmentCase {
  const lateCrisis = crisisReportedLate(facts, settings);
  const service = lateCrisis ? "PSYCHOLOGIST" : facts.treatment.serviceType;
  const under = lateCrisis ? "BASE" : (facts.under ?? "BASE");
  const { on } = facts.treatment;
  const { start } = facts.cover;
  const { code, aroseOn, diagnosedOn, chronic = false, notChronic = false } = facts.condition;
  const condition = conditionOf(code);
  if (!condition) throw new FactsFault("condition.code", "is no code of the condition table");
  const end = coverEnd(facts, settings);
  return {
    facts,
    settings,
    product: facts.product,
    under,
    service,
    lateCrisis,
    on,
    year: yearOf(on),
    decidedOn: facts.decidedOn ?? on,
    age: ageOn(facts.member.birthDate, on),
    mode: facts.provider.mode,
    channel: facts.treatment.channel ?? "IN_PERSON",
    condition,
    chronic: chronic || (isListedChronic(code) && !notChronic),
    preExisting: aroseOn < start || (diagnosedOn != null && diagnosedOn < start),
    end,
    standing: standingOn(on, end, facts, service, under, settings),
    row: matrixRow(facts.product, under, service) ?? null,
  };
}

/** More than 48 elapsed hours; exactly 48 is still crisis counselling. */
function crisisReportedLate({ treatment, crisis }: CoverageFacts, settings: Settings): boolean {
  if (treatment.serviceType !== "CRISIS_COUNSELLING") return false;
  if (!crisis) throw new FactsFault("crisis", "is required for CRISIS_COUNSELLING");
  return reportedLate(crisis.occurredAt, crisis.reportedAt, settings);
}

export function reportedLate(occurredAt: string, reportedAt: string, settings: Settings): boolean {
  return Date.parse(reportedAt) - Date.parse(occurredAt) > settings.crisisReportHours * 3_600_000;
}
