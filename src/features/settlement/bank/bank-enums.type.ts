import { enumOf } from "../../../gateway/api/enum.js";
import { DIFFERENCE_WORDS, IMPORT_PHASE_WORDS, LEFT_ALONE_WORDS, MISFIT_WORDS, RESOLUTION_WORDS } from "./bank-words.js";

export const MisfitReasonEnum = enumOf("BankExceptionReason", "Why a line of a bank file fits nothing of ours.", MISFIT_WORDS);
export const ResolutionEnum = enumOf("BankExceptionResolution", "What was found out about a line of a bank file.", RESOLUTION_WORDS);
export const LeftAloneEnum = enumOf("BankAccountLeftAlone", "Why an account in a file is listed and left alone.", LEFT_ALONE_WORDS);
export const ImportPhaseEnum = enumOf("BankImportPhase", "How far a file of the bank's is.", IMPORT_PHASE_WORDS);
export const DifferenceReasonEnum = enumOf("BalanceDifferenceReason", "Why the bank's balance differs from the book's.", DIFFERENCE_WORDS);
