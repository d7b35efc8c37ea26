import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { costs } from "../../../../gateway/admission/cost.js";
import { runQuery } from "../../../../gateway/api/run-operation.js";
import { enumOf } from "../../../../gateway/api/enum.js";
import type { Context } from "../../../../gateway/api/context.js";
import { visibleTo } from "../../../../gateway/api/guard.js";
import { Money, money } from "../../../../gateway/api/money.js";
import { globalId, idOf, Node } from "../../../../gateway/api/node.js";
import { rowsOf } from "../../../../gateway/api/paging/list-of.js";
import { ref, relation, type Ref } from "../../../../gateway/api/relation.js";
import { LocalDate, NonNegativeInt } from "../../../../gateway/api/scalars.js";
import { present } from "../../../../kernel/invariant.js";
import { InLanguage, type Language } from "../../../../vocabulary/language.type.js";
import { SettlementPaymentType } from "../../settlement.type.js";
import { selfBillPdf } from "../documents.js";
import { billSheet, remittanceAdvice } from "./self-bill.js";
import { selfBillUbl } from "./self-bill-ubl.js";
import { selfBillContents, selfBillsById, selfBillsOf, type BillRecord } from "./self-bill.store.js";
import { SELF_BILL_WORDS, type SelfBillKind } from "./self-bill-words.js";
import { documentPath } from "../document-door.js";
import { DocumentFileType } from "../../../../vocabulary/document-file.type.js";

const SelfBillKindEnum = enumOf("SelfBillKind", "What a self-billing document does.", SELF_BILL_WORDS);
const READERS = ["FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM"] as const;

@visibleTo(...READERS)
@ObjectType("BillParty", { description: "A party of a self-billing document.", simpleResolvers: true })
export class BillPartyType {
  @Field(() => String, { description: "Registered name." })
  name!: string;
  @Field(() => String, { description: "CVR number." })
  cvr!: string;
  @Field(() => String, { description: "Address." })
  address!: string;
}

@visibleTo(...READERS)
@ObjectType("SelfBill", {
  implements: Node,
  description:
    "A self-billing document as it was issued; nothing of it changes afterwards. A payment that repeats one the bank sent back has none of its own.",
})
export class SelfBillType extends Node {
  @Field(() => String, { description: "Consecutive over all documents, e.g. SB-00004711." })
  number!: string;
  @Field(() => SelfBillKindEnum, { description: "Bill or credit note." })
  kind!: SelfBillKind;
  @Field(() => LocalDate, { description: "Day on which it was issued." })
  issuedOn!: string;
  @Field(() => Money, { description: "Sum of its lines; negative on a credit note." })
  total!: Money;
  @Field(() => NonNegativeInt, { description: "Lines it holds." })
  lineCount!: number;
  @Field(() => BillPartyType, { description: "Who sells, as it stood when the document was issued." })
  seller!: BillPartyType;
  @Field(() => BillPartyType, { description: "Who buys and issues it: the insurer." })
  buyer!: BillPartyType;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Day on which the company had agreed to self-billing; null: no agreement was on record.",
  })
  acceptedOn!: string | null;
  @relation("SettlementPayment", { description: "The payment it was issued with." })
  payment!: Ref;
  @relation("Organisation", { description: "The company in whose name it is." })
  organisation!: Ref;
}

export function selfBillView(bill: BillRecord): SelfBillType {
  return {
    id: globalId("SelfBill", bill.id),
    number: bill.number,
    kind: bill.kind,
    issuedOn: bill.issued_on,
    total: money(bill.total_minor),
    lineCount: bill.line_count,
    seller: { name: bill.seller_name, cvr: bill.seller_cvr, address: bill.seller_address },
    buyer: { name: bill.buyer_name, cvr: bill.buyer_cvr, address: bill.buyer_address },
    acceptedOn: bill.accepted_on,
    payment: ref("SettlementPayment", bill.payment_id),
    organisation: ref("Organisation", bill.provider_id),
  };
}

@Resolver(() => SettlementPaymentType)
export class SelfBillsOfPayment {
  @visibleTo(...READERS)
  @costs({ size: 2 })
  @FieldResolver(() => [SelfBillType], {
    description:
      "The self-billing documents (afregningsbilag) that were issued with it: a bill, a credit note, both, or none before it leaves.",
  })
  async selfBills(@Root() payment: SettlementPaymentType, @Ctx() ctx: Context): Promise<SelfBillType[]> {
    const rows = await rowsOf(ctx, idOf("SettlementPayment", payment.id), { key: ["self bills"], read: selfBillsOf });
    return rows.map(selfBillView);
  }
}

@Resolver(() => SelfBillType)
export class SelfBillFiles {
  @visibleTo(...READERS)
  @FieldResolver(() => DocumentFileType, { description: "The document as PDF, with all contents of an invoice and page numbers." })
  pdf(@Root() bill: SelfBillType, @InLanguage() language: Language, @Ctx() ctx: Context): DocumentFileType {
    return {
      fileName: `${bill.number}.pdf`,
      mediaType: "application/pdf",
      path: documentPath.selfBill(bill.id, language),
      bytes: async () => {
        const { record, contents } = await issued(ctx, bill);
        return selfBillPdf(billSheet(record, contents, language), record.issued_on, language);
      },
    };
  }

  @visibleTo(...READERS)
  @FieldResolver(() => DocumentFileType, {
    description: "The same for a system of accounts: UBL 2.1 in the form of Peppol BIS Self-Billing 3.0 (docs/ways-in-and-out.md).",
  })
  ubl(@Root() bill: SelfBillType, @Ctx() ctx: Context): DocumentFileType {
    return {
      fileName: `${bill.number}.xml`,
      mediaType: "application/xml",
      path: documentPath.ubl(bill.id),
      bytes: async () => {
        const { record, contents } = await issued(ctx, bill);
        return Buffer.from(selfBillUbl(record, contents), "utf8");
      },
    };
  }

  @visibleTo(...READERS)
  @FieldResolver(() => DocumentFileType, { description: "The same for a machine, as JSON (docs/ways-in-and-out.md)." })
  remittance(@Root() bill: SelfBillType, @Ctx() ctx: Context): DocumentFileType {
    return {
      fileName: `${bill.number}.json`,
      mediaType: "application/json",
      path: documentPath.remittance(bill.id),
      bytes: async () => {
        const { record, contents } = await issued(ctx, bill);
        return Buffer.from(remittanceAdvice(record, contents), "utf8");
      },
    };
  }
}

function issued(ctx: Context, { id }: SelfBillType) {
  return runQuery(ctx, async (tx) => {
    const [record] = await selfBillsById(tx, [idOf("SelfBill", id)]);
    const bill = present(record, "a document that was answered is there");
    return { record: bill, contents: await selfBillContents(tx, bill) };
  });
}
