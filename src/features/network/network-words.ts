import type { ValueWords, WordList } from "../../kernel/worded.js";
import { PROVIDER_KINDS } from "./kinds/index.js";
import type { ProviderOrder } from "./search/provider.js";

export const PROVIDER_KIND_WORDS: WordList<string> = Object.fromEntries(
  PROVIDER_KINDS.map(({ code, nameEn, nameDa, description }): [string, ValueWords] => [code, [nameEn, nameDa, description]]),
);

export const PROFESSION_WORDS: WordList<string> = Object.fromEntries(
  PROVIDER_KINDS.map(({ profession }): [string, ValueWords] => [profession.code, [profession.nameEn, profession.nameDa]]),
);

export const PROVIDER_ORDER_WORDS: WordList<ProviderOrder> = {
  DISTANCE: ["Nearest first", "Nærmeste først", "The nearest, whenever its first opening is."],
  EARLIEST: ["Earliest first", "Tidligste først", "The one with the earliest opening, wherever within the radius."],
};
