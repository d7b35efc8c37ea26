import { chronicBeforeCover, chronicRule } from "../coverage/chronic.js";
import { nothingHelps, type RowCheck } from "./check.js";

export const preExistingChronic: RowCheck = {
  code: "PRE_EXISTING_CHRONIC",
  rules: ["COV-CHRONIC-PREEXISTING", "COV-GLAD-NO-6M", "COV-FLEX-CHRONIC-MSK", "COV-CATARACT-6M"],
  cites: (at) => {
    if (at.condition.code === "CATARACT") return "COV-CATARACT-6M";
    if (at.service === "GLAD") return "COV-GLAD-NO-6M";
    return at.row.chronic === "MSK_WAIVED" ? "COV-FLEX-CHRONIC-MSK" : "COV-CHRONIC-PREEXISTING";
  },
  says: {
    en: "The chronic condition arose or was diagnosed before the cover started.",
    da: "Den kroniske lidelse er opstået eller diagnosticeret, før dækningen begyndte.",
  },
  denies: (at) => at.chronic && chronicBeforeCover(at) && chronicRule(at).preExistingExcluded,
  remedy: (at) =>
    at.product === "OCCUPATIONAL"
      ? nothingHelps(
          "The base cover never takes it; optional covers F and K are made for chronic musculoskeletal disorders.",
          "Basisdækningen omfatter den ikke; tilvalg F og K gælder kroniske lidelser i bevægeapparatet.",
        )
      : nothingHelps("Treated in the public system; see your own doctor.", "Behandles i det offentlige; kontakt egen læge."),
};
