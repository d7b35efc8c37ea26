import { COVERS, type Cover } from "../codes.js";
import { matrixRow } from "../data/products.js";
import type { TreatmentCase } from "../coverage/treatment-case.js";
import { nothingHelps, remedy, type Check } from "./check.js";

export const serviceNotInProduct: Check = {
  code: "SERVICE_NOT_IN_PRODUCT",
  rules: ["MEM-OPTIONAL-COVER", "COV-FLEX-EXCLUSIONS", "GEN-PRECEDENCE"],
  cites: (at) => (at.product === "FLEX" ? "COV-FLEX-EXCLUSIONS" : "MEM-OPTIONAL-COVER"),
  says: {
    en: "The product does not include this treatment under the cover the claim is handled under.",
    da: "Produktet omfatter ikke denne behandling under den dækning, skaden behandles under.",
  },
  denies: (at) => at.row === null,
  remedy: (at) => {
    const under = coversWith(at).find((cover) => cover === "BASE" || at.facts.cover.optional?.includes(cover) === true);
    if (under)
      return remedy(
        `Ask the health team to handle the claim under cover ${under}.`,
        `Bed sundhedsteamet behandle skaden under dækning ${under}.`,
        (facts) => ({ ...facts, under }),
      );
    const options = coversWith(at).join(", ");
    return options
      ? nothingHelps(`Only optional cover ${options} includes it.`, `Kun tilvalg ${options} omfatter den.`)
      : nothingHelps("No cover of this product includes it.", "Ingen dækning i dette produkt omfatter den.");
  },
};

function coversWith(at: TreatmentCase): readonly Cover[] {
  return COVERS.filter((cover) => matrixRow(at.product, cover, at.service) !== undefined);
}
