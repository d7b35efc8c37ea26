import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { connection, type Connection } from "../../../gateway/api/paging/connection.js";
import { idAfter, idCursor } from "../../../gateway/api/paging/id-cursor.js";
import { rowsOf } from "../../../gateway/api/paging/list-of.js";
import { PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { kroner } from "../../../kernel/money.js";
import { InLanguage, type Language } from "../../../vocabulary/language.type.js";
import { OrganisationType } from "../../network/clinic.type.js";
import { pdfDocument } from "../documents/paper.js";
import { documentPath } from "../documents/document-door.js";
import { DocumentFileType } from "../../../vocabulary/document-file.type.js";
import { openReceivables, receivablesOf } from "./receivable.store.js";
import { ReceivableConnection, ReceivableType, receivableView } from "./receivable.type.js";

const LIST = "receivables";

@Resolver(() => ReceivableType)
export class ListReceivables {
  @visibleTo("FINANCE")
  @Query(() => ReceivableConnection, { description: "What companies still have to pay back, the oldest first." })
  openReceivables(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context): Promise<Connection<ReceivableType>> {
    const first = pageSize(page.first);
    const after = idAfter(LIST, page.after);
    return runQuery(ctx, async (tx) =>
      connection(await openReceivables(tx, after, first + 1), first, (r) => idCursor(LIST, r.id), receivableView),
    );
  }

  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => DocumentFileType, {
    description: "The demand as a letter (PDF): what is to be paid back, when, and under which number.",
  })
  demand(@Root() { id, record }: ReceivableType, @InLanguage() language: Language, @Ctx() ctx: Context): DocumentFileType {
    const { payer } = ctx.services.config.payments;
    const title = `${language === "DA" ? "Krav om tilbagebetaling" : "Demand for repayment"} ${record.reference}`;
    const lines = letter(language, record, payer);
    return {
      fileName: `${record.reference}.pdf`,
      mediaType: "application/pdf",
      path: documentPath.demand(id, language),
      bytes: () =>
        pdfDocument(title, record.demanded_on, (sheet) => lines.forEach((line) => sheet.text(line).moveDown(0.5)), {
          lang: language.toLowerCase(),
        }),
    };
  }
}

type Payer = { readonly name: string; readonly cvr: string; readonly iban: string } | null;

function letter(language: Language, record: ReceivableType["record"], payer: Payer): string[] {
  const left = kroner(record.amount_minor - record.repaid_minor);
  const to = payer ? `${payer.name}, CVR ${payer.cvr}, IBAN ${payer.iban}` : "";
  const plan = record.instalments.map(({ dueOn, amountMinor }) => `${dueOn}: DKK ${kroner(BigInt(amountMinor))}`);
  return language === "DA"
    ? [
        `Rettelser af jeres afregning overstiger det, I har til gode. Der skal tilbagebetales DKK ${left}.`,
        `Betales til ${to}, med teksten ${record.reference}:`,
        ...plan,
        "Kreditnotaen viser, hvilke behandlinger det drejer sig om.",
      ]
    : [
        `Corrections of your settlement are more than you are owed. DKK ${left} is to be paid back.`,
        `To be paid to ${to}, with the text ${record.reference}:`,
        ...plan,
        "The credit note shows which treatments it is about.",
      ];
}

@Resolver(() => OrganisationType)
export class ReceivablesOfOrganisation {
  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => ReceivableConnection, {
    description: "What it was asked to pay back, the latest first. A clinic sees its own company's only.",
  })
  async receivables(
    @Root() organisation: OrganisationType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<ReceivableType>> {
    const size = pageSize(page.first);
    const list = "receivables of Organisation";
    const place = idAfter(list, page.after);
    const rows = await rowsOf(ctx, idOf("Organisation", organisation.id), {
      key: [list, place, size],
      read: (tx, parents) => receivablesOf(tx, parents, place, size + 1),
    });
    return connection(rows, size, (row) => idCursor(list, row.id), receivableView);
  }
}
