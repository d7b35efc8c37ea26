import { enumOf } from "../../gateway/api/enum.js";
import { REGION_CODES, REGION_WORDS } from "./region.js";
import { PROFESSION_WORDS, PROVIDER_KIND_WORDS, PROVIDER_ORDER_WORDS } from "./network-words.js";

export const ProviderKindEnum = enumOf("ProviderKind", "What a provider of the network is.", PROVIDER_KIND_WORDS);
export const ProfessionEnum = enumOf("Profession", "What a practitioner is by training.", PROFESSION_WORDS);
export const ProviderOrderEnum = enumOf("ProviderOrder", "What a nearby search puts first.", PROVIDER_ORDER_WORDS);
export const RegionEnum = enumOf("Region", "A region of Denmark. Values may be added.", REGION_WORDS, REGION_CODES);
