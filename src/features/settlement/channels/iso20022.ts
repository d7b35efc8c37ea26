/** What the versions of ISO 20022 customer credit transfer initiation (pain.001) have in common; where they differ, the version says how. */
import { XMLBuilder } from "fast-xml-parser";
import { kroner } from "../../../kernel/money.js";
import type { OrderPayment, PaymentOrder } from "../payments/payment-order.js";

type Element = { readonly [name: string]: string | Element | readonly Element[] };

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
  const document: Element = {
    "?xml": { "@version": "1.0", "@encoding": "UTF-8" },
    Document: {
      "@xmlns": version.namespace,
      CstmrCdtTrfInitn: {
        GrpHdr: { MsgId: order.messageId, CreDtTm: order.createdAt, ...totals, InitgPty: { Nm: debtor.name } },
        PmtInf: {
          PmtInfId: order.paymentInfoId,
          PmtMtd: "TRF",
          BtchBookg: String(codes.batchBooking),
          ...totals,
          PmtTpInf: { SvcLvl: { Cd: codes.serviceLevel }, CtgyPurp: { Cd: codes.categoryPurpose } },
          ReqdExctnDt: version.executionDate(order.executionOn),
          Dbtr: { Nm: debtor.name },
          DbtrAcct: { Id: { IBAN: debtor.iban }, Ccy: "DKK" },
          DbtrAgt: { FinInstnId: version.bic(debtor.bic) },
          ChrgBr: codes.charges,
          CdtTrfTxInf: order.payments.map(transfer),
        },
      },
    },
  };
  return builder.build(document);
}

function transfer(payment: OrderPayment): Element {
  const account = payment.creditorAccount;
  return {
    PmtId: { InstrId: payment.endToEndId, EndToEndId: payment.endToEndId },
    Amt: { InstdAmt: { "@Ccy": payment.currency, "#text": kroner(payment.amountMinor) } },
    Cdtr: { Nm: payment.creditorName, PstlAdr: { Ctry: "DK" } },
    CdtrAcct: { Id: "iban" in account ? { IBAN: account.iban } : { Othr: { Id: account.bban, SchmeNm: { Cd: "BBAN" } } } },
    RmtInf: { Ustrd: payment.text },
  };
}
