import type { CoverBound } from "../data/cells.js";
import type { CoverageFacts } from "../facts/facts.js";
import type { RowCase } from "../coverage/treatment-case.js";
import { nothingHelps, type RowCheck } from "./check.js";

type Programme = Extract<CoverBound, { kind: "PROGRAMME" }>;
type Earlier = NonNullable<CoverageFacts["programmes"]>[number];

export const programmeAlreadyUsed: RowCheck = {
  code: "PROGRAMME_ALREADY_USED",
  rules: ["COV-GLAD-ONE", "COV-ANXIETY-ONE", "COV-HEALTH-PROG-ONE", "COV-F-SHOCKWAVE-ONE", "COV-F-PSYCH-ONE", "COV-H-ONE"],
  cites: (at) => programmeOf(at)?.rule ?? "COV-GLAD-ONE",
  says: {
    en: "The one programme the cover includes has been used; a discontinued one counts as completed.",
    da: "Det ene forløb, dækningen omfatter, er brugt; et afbrudt forløb tæller som gennemført.",
  },
  denies: (at) => {
    const programme = programmeOf(at);
    return programme !== undefined && (at.facts.programmes ?? []).some((earlier) => isSame(earlier, programme, at));
  },
  remedy: () =>
    nothingHelps("Ask the health team about ordinary treatment instead.", "Spørg sundhedsteamet om almindelig behandling i stedet."),
};

function programmeOf(at: RowCase): Programme | undefined {
  return at.row.bounds.find((bound): bound is Programme => bound.kind === "PROGRAMME");
}

function isSame(earlier: Earlier, programme: Programme, at: RowCase): boolean {
  switch (programme.per) {
    case "REGION":
      return earlier.service === "GLAD" && at.condition.region !== null && earlier.subject === at.condition.region;
    case "CONDITION":
      return earlier.service === at.service && earlier.subject === at.condition.code;
    case "ANXIETY":
      return earlier.service === "COOL_KIDS" || earlier.service === "CHILLED";
    case "ANY":
      return earlier.service === at.service;
  }
}
