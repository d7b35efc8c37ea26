/** The parts of a collected entry (TxDtls): what each names, what it moved, and what the bank kept of it. */
import { sum } from "../../../../kernel/money.js";
import type { FactTarget, Movement } from "../fact.js";
import { kronerAt } from "./amount.js";
import { isCredit } from "./lexical.js";
import { targetOf } from "./references.js";
import { children, textAt, type XmlNode } from "./xml.js";

export type Part = {
  readonly place: string;
  readonly target: FactTarget | null;
  readonly credit: boolean;
  /** Øre of the transaction before charges; null where it states none in kroner. */
  readonly stated: bigint | null;
  /** Øre that moved on the account; null where that cannot be known of the part alone. */
  readonly moved: bigint | null;
  /** The same after charges, should the whole be less them. */
  readonly net: bigint | null;
  readonly chargesMinor: bigint;
  readonly transactionReference: string;
  readonly returned: string | null;
  readonly nature: Movement["nature"];
};

type Whole = { readonly credit: boolean; readonly amountMinor: bigint };

export function partOf(node: XmlNode, detail: XmlNode, whole: Whole, place: string): Part {
  const credit = textAt(node, "CdtDbtInd") === null ? whole.credit : isCredit(node, place);
  const single = children(detail, "TxDtls").length === 1;
  const ordered = kronerAt(node, place, "AmtDtls", "TxAmt", "Amt");
  const own = kronerAt(node, place, "Amt") ?? (single && ordered === null ? whole.amountMinor : null);
  const charges = chargesIn(node, place);
  const returned = textAt(node, "RtrInf", "Rsn", "Cd") ?? textAt(node, "RtrInf", "Rsn", "Prtry");
  // what was ordered and what moved differ by what the bank kept, and by nothing else
  const net = ordered === null ? null : credit ? ordered - charges : ordered + charges;
  const kept = own !== null && net === own;
  return {
    place,
    target: targetOf({
      endToEndId: textAt(node, "Refs", "EndToEndId"),
      instructionId: textAt(node, "Refs", "InstrId"),
      paymentInfoId: textAt(node, "Refs", "PmtInfId"),
      messageId: textAt(node, "Refs", "MsgId"),
    }),
    credit,
    stated: kept ? ordered : (own ?? ordered),
    moved: own ?? ordered,
    net,
    chargesMinor: kept ? charges : 0n,
    transactionReference: (textAt(node, "Refs", "AcctSvcrRef") ?? "").slice(0, 35),
    returned: returned?.slice(0, 35) ?? null,
    nature: natureOf(node),
  };
}

/** The parts with what each moved, if they make the whole: as they say, or less charges. Null: they do not, or do not say. */
export function settled(parts: readonly Part[], signed: bigint): readonly Part[] | null {
  if (parts.every(({ moved }) => moved !== null) && total(parts) === signed) return parts;
  const less = parts.map((part) => (part.net === null ? part : { ...part, moved: part.net, chargesMinor: chargesOf(part) }));
  return less.every(({ moved }) => moved !== null) && total(less) === signed ? less : null;
}

/** Each part signed by its own direction. */
function total(parts: readonly Part[]): bigint {
  return sum(parts.map(({ moved, credit }) => (credit ? (moved ?? 0n) : -(moved ?? 0n))));
}

function chargesOf({ net, stated, credit }: Part): bigint {
  return net === null || stated === null ? 0n : credit ? stated - net : net - stated;
}

/** Charges in kroner: a total where one is stated, else the records (version 08) or the charges themselves (version 02). */
function chargesIn(node: XmlNode, place: string): bigint {
  const stated = children(node, "Chrgs");
  const total = stated.flatMap((charges) => kronerAt(charges, place, "TtlChrgsAndTaxAmt") ?? []);
  if (total.length > 0) return sum(total);
  const records = stated.flatMap((charges) => [charges, ...children(charges, "Rcrd")]);
  // a charge that the bank gives back is a credit
  return sum(
    records.map((record) => {
      const amount = kronerAt(record, place, "Amt") ?? 0n;
      return textAt(record, "CdtDbtInd") !== null && isCredit(record, place) ? -amount : amount;
    }),
  );
}

/** ISO 20022 external code set, sub-families of miscellaneous operations: charges, and interest. */
const CHARGES = new Set(["CHRG", "FEES", "COMM", "COME", "COMI", "COMT"]);

/** What the bank's own code of a transaction says; null for everything that is no charge and no interest. */
export function natureOf(node: XmlNode): Movement["nature"] {
  const family = textAt(node, "BkTxCd", "Domn", "Fmly", "SubFmlyCd") ?? "";
  return CHARGES.has(family) ? "CHARGES" : family === "INTR" ? "INTEREST" : null;
}
