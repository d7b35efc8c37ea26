/** A bank that answers: pain.002 and camt files as strings, written without any of the product's code. */
export type Told = { readonly id: string; readonly kroner: string; readonly status?: string; readonly reason?: string };

let number = 0;

export function statusReport(messageId: string, told: readonly Told[], version = "03", group = "PART"): string {
  const lines = told.map(
    (t) =>
      `<TxInfAndSts><OrgnlInstrId>${t.id}</OrgnlInstrId><OrgnlEndToEndId>${t.id}</OrgnlEndToEndId><TxSts>${t.status ?? "ACCP"}</TxSts>${t.reason ? `<StsRsnInf><Rsn><Cd>${t.reason}</Cd></Rsn></StsRsnInf>` : ""}</TxInfAndSts>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}"><CstmrPmtStsRpt><GrpHdr><MsgId>RPT-${(number += 1)}</MsgId><CreDtTm>2026-11-24T08:00:00Z</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.03</OrgnlMsgNmId><GrpSts>${group}</GrpSts></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>${messageId}-P1</OrgnlPmtInfId>${lines.join("")}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;
}

export type Entry = {
  readonly id: string;
  readonly kroner: string;
  readonly credit?: boolean;
  readonly reason?: string;
  readonly currency?: string;
  /** The bank's reference; the same movement has the same one wherever it is told. Empty: none. */
  readonly reference?: string;
  readonly day?: string;
  /** The bank's own code of the transaction (sub-family), e.g. CHRG. */
  readonly nature?: string;
};

/** As a bank numbers its entries: the first debit of a payment has one reference, whichever file tells of it. */
function referenceOf(e: Entry): string {
  return e.reference ?? `BK-${e.id}-${e.credit ? "C" : "D"}`.slice(-35);
}

function entryOf(e: Entry, version: string): string {
  const status = version === "02" ? "BOOK" : "<Cd>BOOK</Cd>";
  return `<Ntry><Amt Ccy="${e.currency ?? "DKK"}">${e.kroner}</Amt><CdtDbtInd>${e.credit ? "CRDT" : "DBIT"}</CdtDbtInd><Sts>${status}</Sts><BookgDt><Dt>${e.day ?? "2026-11-25"}</Dt></BookgDt>${referenceOf(e) === "" ? "" : `<AcctSvcrRef>${referenceOf(e)}</AcctSvcrRef>`}<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>${e.nature ?? "DMCT"}</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs>${e.id === "" ? "" : `<EndToEndId>${e.id}</EndToEndId>`}</Refs>${version === "08" ? `<Amt Ccy="${e.currency ?? "DKK"}">${e.kroner}</Amt><CdtDbtInd>${e.credit ? "CRDT" : "DBIT"}</CdtDbtInd>` : ""}${e.reason ? `<RtrInf><Rsn><Cd>${e.reason}</Cd></Rsn></RtrInf>` : ""}</TxDtls></NtryDtls></Ntry>`;
}

export function notification(entries: readonly Entry[], { version = "02", iban = "DK5799900000012345", totals = "" } = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.${version}"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>NTF-${(number += 1)}</MsgId><CreDtTm>2026-11-25T18:00:00Z</CreDtTm></GrpHdr><Ntfctn><Id>N-1</Id><CreDtTm>2026-11-25T18:00:00Z</CreDtTm><Acct><Id><IBAN>${iban}</IBAN></Id></Acct>${totals}${entries.map((e) => entryOf(e, version)).join("")}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`;
}

/** An account statement that opens with DKK 1,000,000 and closes where its entries lead, unless told otherwise. */
export function statement(
  entries: readonly Entry[],
  { version = "02", totals = "", closing = "", opening = 100_000_000, iban = "DK5799900000012345", day = "2026-11-25" } = {},
): string {
  const moved = entries.reduce((sum, e) => sum + (e.credit ? 1 : -1) * Math.round(Number(e.kroner) * 100), 0);
  const balance = (code: string, kroner: string): string =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="DKK">${kroner}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;
  const balances = balance("OPBD", (opening / 100).toFixed(2)) + balance("CLBD", closing || ((opening + moved) / 100).toFixed(2));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><GrpHdr><MsgId>STM-${(number += 1)}</MsgId><CreDtTm>2026-11-25T18:00:00Z</CreDtTm></GrpHdr><Stmt><Id>S-1</Id><CreDtTm>2026-11-25T18:00:00Z</CreDtTm><Acct><Id><IBAN>${iban}</IBAN></Id></Acct>${balances}${totals}${entries.map((e) => entryOf(e, version)).join("")}</Stmt></BkToCstmrStmt></Document>`;
}

/** Reads a payment file with plain text search: what a bank would find in it. */
export function paymentsIn(content: string): { id: string; kroner: string; account: string; text: string }[] {
  return content
    .split("<CdtTrfTxInf>")
    .slice(1)
    .map((part) => ({
      id: /<EndToEndId>([^<]+)</.exec(part)?.[1] ?? "",
      kroner: /<InstdAmt Ccy="DKK">([^<]+)</.exec(part)?.[1] ?? "",
      account: /<(?:IBAN|Id)>(\w+)</.exec(part)?.[1] ?? "",
      text: /<Ustrd>([^<]+)</.exec(part)?.[1] ?? "",
    }));
}
