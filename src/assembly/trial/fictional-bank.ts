/** A bank that is none: answers payment files the way banks do (ISO 20022 pain.002 and camt.054), for a developer's machine. */
import { XMLBuilder, XMLParser } from "fast-xml-parser";

export type PaymentOfFile = { readonly id: string; readonly amount: string; readonly creditor: string };
export type OrderedFile = {
  readonly messageId: string;
  readonly paymentInfoId: string;
  readonly debtor: string;
  readonly payments: readonly PaymentOfFile[];
};

const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, isArray: (name) => name === "CdtTrfTxInf" });
const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: "@", format: true, indentBy: " " });

/** What a bank reads in a file of credit transfers. */
export function readOrder(content: string): OrderedFile {
  type Transfer = { PmtId: { EndToEndId: string }; Amt: { InstdAmt: string }; Cdtr: { Nm: string } };
  type File = {
    Document: {
      CstmrCdtTrfInitn: {
        GrpHdr: { MsgId: string };
        PmtInf: { PmtInfId: string; DbtrAcct: { Id: { IBAN: string } }; CdtTrfTxInf: Transfer[] };
      };
    };
  };
  const { GrpHdr, PmtInf } = (parser.parse(content) as File).Document.CstmrCdtTrfInitn;
  return {
    messageId: GrpHdr.MsgId,
    paymentInfoId: PmtInf.PmtInfId,
    debtor: PmtInf.DbtrAcct.Id.IBAN,
    payments: PmtInf.CdtTrfTxInf.map(({ PmtId, Amt, Cdtr }) => ({ id: PmtId.EndToEndId, amount: Amt.InstdAmt, creditor: Cdtr.Nm })),
  };
}

/** The bank's word on each payment before it is booked: accepted, or rejected because the account is closed. */
export function statusReport(order: OrderedFile, at: Date, rejected: (payment: PaymentOfFile) => boolean): string {
  const status = (payment: PaymentOfFile): object => ({
    OrgnlInstrId: payment.id,
    OrgnlEndToEndId: payment.id,
    TxSts: rejected(payment) ? "RJCT" : "ACCP",
    ...(rejected(payment) ? { StsRsnInf: { Rsn: { Cd: "AC04" } } } : {}),
  });
  return document("pain.002.001.03", {
    CstmrPmtStsRpt: {
      GrpHdr: { MsgId: `FICT-ST-${at.getTime()}`, CreDtTm: at.toISOString() },
      OrgnlGrpInfAndSts: { OrgnlMsgId: order.messageId, OrgnlMsgNmId: "pain.001.001.03", GrpSts: "PART" },
      OrgnlPmtInfAndSts: { OrgnlPmtInfId: order.paymentInfoId, TxInfAndSts: order.payments.map(status) },
    },
  });
}

/** A notification of what was booked on the payer's account; with `returned` of what came back to it. */
export function notification(order: OrderedFile, at: Date, payments: readonly PaymentOfFile[], returned = false): string {
  const day = at.toISOString().slice(0, 10);
  return document("camt.054.001.02", {
    BkToCstmrDbtCdtNtfctn: {
      GrpHdr: { MsgId: `FICT-NT-${at.getTime()}${returned ? "R" : ""}`, CreDtTm: at.toISOString() },
      Ntfctn: {
        Id: `N-${at.getTime()}`,
        CreDtTm: at.toISOString(),
        Acct: { Id: { IBAN: order.debtor } },
        Ntry: payments.map(({ id, amount }, n) => ({
          Amt: { "@Ccy": "DKK", "#text": amount },
          CdtDbtInd: returned ? "CRDT" : "DBIT",
          Sts: "BOOK",
          BookgDt: { Dt: day },
          AcctSvcrRef: `FICT-${at.getTime()}-${n}`,
          BkTxCd: { Domn: { Cd: "PMNT", Fmly: { Cd: "ICDT", SubFmlyCd: "DMCT" } } },
          NtryDtls: { TxDtls: { Refs: { EndToEndId: id }, ...(returned ? { RtrInf: { Rsn: { Cd: "AC04" } } } : {}) } },
        })),
      },
    },
  });
}

/** Money that nobody of ours has sent. */
export const stray = (amount: string): PaymentOfFile => ({ id: "NOTPROVIDED", amount, creditor: "" });

function document(name: string, body: object): string {
  return builder.build({
    "?xml": { "@version": "1.0", "@encoding": "UTF-8" },
    Document: { "@xmlns": `urn:iso:std:iso:20022:tech:xsd:${name}`, ...body },
  });
}
