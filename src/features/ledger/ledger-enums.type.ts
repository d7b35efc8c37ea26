import { enumOf } from "../../gateway/api/enum.js";
import { ACCOUNT_WORDS, ENTRY_KIND_WORDS, ENTRY_STATUS_WORDS, REASON_SOURCE_WORDS } from "./ledger-words.js";

export const AccountEnum = enumOf("LedgerAccountName", "An account of the book.", ACCOUNT_WORDS);
export const EntryKindEnum = enumOf("LedgerEntryKind", "What an entry of the book is about.", ENTRY_KIND_WORDS);
export const ReasonSourceEnum = enumOf("LedgerReasonSource", "Whose reason stands at an entry of the book.", REASON_SOURCE_WORDS);
export const EntryStatusEnum = enumOf("LedgerEntryStatus", "How an entry of the book stands.", ENTRY_STATUS_WORDS);
