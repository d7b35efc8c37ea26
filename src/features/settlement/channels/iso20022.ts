/** What the versions of ISO 20022 customer credit transfer initiation (pain.001) have in common; where they differ, the version says how. */
import { XMLBuilder } from "fast-xml-parser";
import { kroner, sum } from "../../../kernel/money.js";
import { batchOfMessage, paymentInfoId } from "../documents/self-bills/numbering.js";
import type { OrderPayment, PartyId, PaymentOrder } from "../payments/payment-order.js";

type Element = { readonly [name: string]: string | Element | readonly string[] | readonly Element[] };

export type Pain001Version = {
  readonly namespace: string;
  /** `ReqdExctnDt` is a day in version 3 and a choice of day or instant in version 9. */
  readonly executionDate: (day: string) => string | Element;
  /** `BIC` in version 3, `BICFI` in version 9. */
  readonly bic: (bic: string) => Element;
};

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  format: true,
  indentBy: " ",
  suppressEmptyNode: false,
});

export function writePain001(order: PaymentOrder, version: Pain001Version): string {
  const totals = { NbOfTxs: String(order.count), CtrlSum: kroner(order.controlSumMinor) };
  const { debtor, codes } = order;
  const runs = runsOf(order.payments);
  const first = runs[0]?.[1];
  const document: Element = {
    "?xml": { "@version": "1.0", "@encoding": "UTF-8" },
    Document: {
      "@xmlns": version.namespace,
      CstmrCdtTrfInitn: {
        GrpHdr: {
          MsgId: order.messageId,
          CreDtTm: order.createdAt,
          ...totals,
          InitgPty: { Nm: debtor.name, ...organisation(debtor.initiatingPartyId) },
        },
        PmtInf: runs.map(([run, payments]) => ({
          PmtInfId: payments === first ? order.paymentInfoId : paymentInfoId(batchOfMessage(order.messageId), run),
          PmtMtd: "TRF",
          BtchBookg: String(codes.batchBooking),
          ...(runs.length === 1 ? totals : totalsOf(payments)),
          PmtTpInf: { SvcLvl: { Cd: codes.serviceLevel }, CtgyPurp: { Cd: codes.categoryPurpose } },
          ReqdExctnDt: version.executionDate(order.executionOn),
          Dbtr: { Nm: debtor.name, ...organisation(debtor.partyId) },
          DbtrAcct: { Id: { IBAN: debtor.iban }, Ccy: "DKK" },
          DbtrAgt: { FinInstnId: version.bic(debtor.bic) },
          ChrgBr: codes.charges,
          CdtTrfTxInf: payments.map((payment) => transfer(payment, codes.nemKonto ?? "")),
        })),
      },
    },
  };
  return builder.build(document);
}

/** Payments by their run, in the order in which they stand. */
function runsOf(payments: readonly OrderPayment[]): [run: number, payments: OrderPayment[]][] {
  const runs: [number, OrderPayment[]][] = [];
  for (const payment of payments) {
    const last = runs.at(-1);
    if (last?.[0] === (payment.run ?? 1)) last[1].push(payment);
    else runs.push([payment.run ?? 1, [payment]]);
  }
  return runs.length === 0 ? [[1, []]] : runs;
}

function totalsOf(payments: readonly OrderPayment[]): { readonly NbOfTxs: string; readonly CtrlSum: string } {
  return { NbOfTxs: String(payments.length), CtrlSum: kroner(sum(payments.map((p) => p.amountMinor))) };
}

function organisation(id: PartyId | null | undefined): { readonly Id?: Element } {
  return id ? { Id: { OrgId: { Othr: { Id: id.id, SchmeNm: { Cd: id.code } } } } } : {};
}

function accountOf(account: OrderPayment["creditorAccount"], nemKonto: string): Element {
  if ("nemKonto" in account) return { Othr: { Id: account.nemKonto.number, SchmeNm: { Prtry: nemKonto } } };
  return "iban" in account ? { IBAN: account.iban } : { Othr: { Id: account.bban, SchmeNm: { Cd: "BBAN" } } };
}

/** The document is a self-billed invoice (SBIN), its reference one of the creditor's (SCOR). */
function structured({ document, amountMinor, currency }: OrderPayment): { readonly Strd?: Element } {
  if (!document) return {};
  return {
    Strd: {
      RfrdDocInf: { Tp: { CdOrPrtry: { Cd: "SBIN" } }, Nb: document.number },
      RfrdDocAmt: { RmtdAmt: { "@Ccy": currency, "#text": kroner(amountMinor) } },
      CdtrRefInf: { Tp: { CdOrPrtry: { Cd: "SCOR" } }, Ref: document.reference },
    },
  };
}

/** Of whom it is by number: a bank that looks up a NemKonto wants the number where parties have theirs, too (SOSE: a civil number). */
function creditorId(account: OrderPayment["creditorAccount"]): { readonly Id?: Element } {
  if (!("nemKonto" in account)) return {};
  const { kind, number } = account.nemKonto;
  return {
    Id:
      kind === "CVR"
        ? { OrgId: { Othr: { Id: number, SchmeNm: { Cd: "CUST" } } } }
        : { PrvtId: { Othr: { Id: number, SchmeNm: { Cd: "SOSE" } } } },
  };
}

function transfer(payment: OrderPayment, nemKonto: string): Element {
  return {
    PmtId: { InstrId: payment.endToEndId, EndToEndId: payment.endToEndId },
    Amt: { InstdAmt: { "@Ccy": payment.currency, "#text": kroner(payment.amountMinor) } },
    Cdtr: { Nm: payment.creditorName, PstlAdr: { Ctry: "DK" }, ...creditorId(payment.creditorAccount) },
    CdtrAcct: { Id: accountOf(payment.creditorAccount, nemKonto) },
    RmtInf: { Ustrd: [payment.text, ...(payment.lines ?? [])], ...structured(payment) },
  };
}
