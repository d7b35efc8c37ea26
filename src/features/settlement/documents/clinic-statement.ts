import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { badInput } from "../../../gateway/api/bad-input.js";
import { connection, type Connection } from "../../../gateway/api/paging/connection.js";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { globalId, idOf } from "../../../gateway/api/node.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { ClinicType } from "../../network/clinic.type.js";
import { LocalDate } from "../../../gateway/api/scalars.js";
import { documentPath } from "./document-door.js";
import { DocumentFileType } from "../../../vocabulary/document-file.type.js";
import { statementPdf } from "./documents.js";
import { statementCsv } from "./statement-csv.js";
import { MOST_ROWS, readStatement } from "./statement.store.js";
import {
  ClinicStatementType,
  StatementLineConnection,
  statementLineView,
  statementView,
  type StatementLineType,
} from "./statement.type.js";

@Resolver(() => ClinicType)
export class StatementOfClinic {
  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @costs({ own: 10 })
  @FieldResolver(() => ClinicStatementType, {
    nullable: true,
    description: "Its statement over treatments of a period; null where the clinic is another company's and you are a clinic.",
  })
  async statement(
    @Root() clinic: ClinicType,
    @Arg("from", () => LocalDate, { description: "First day of treatment." }) from: string,
    @Arg("until", () => LocalDate, { description: "First day of treatment that is not part of it." }) until: string,
    @Ctx() ctx: Context,
  ): Promise<ClinicStatementType | null> {
    const clinicId = idOf("Clinic", clinic.id);
    if (until <= from) throw badInput("until must be after from.", ["until"]);
    const own = ctx.viewer.role === "FINANCE" ? null : (ctx.viewer.providerId ?? "");
    const statement = await runQuery(ctx, (tx) => readStatement(tx, clinicId, from, until, own, ctx.services.config.payments));
    if (statement && statement.rows.length > MOST_ROWS)
      throw badInput(`The period has more than ${MOST_ROWS} lines; ask for it in parts.`, ["until"]);
    return statement && statementView(statement);
  }
}

@Resolver(() => ClinicStatementType)
export class StatementFields {
  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => StatementLineConnection, { description: "Its lines by day of treatment." })
  lines(@Root() { statement }: ClinicStatementType, @Args(() => PageArgs) page: PageArgs): Connection<StatementLineType> {
    const first = pageSize(page.first);
    const after = page.after ? String(decodeCursor("statement", ["string"], page.after)[0]) : null;
    const start = after === null ? 0 : statement.rows.findIndex((r) => r.lineId === after) + 1;
    return connection(
      statement.rows.slice(start, start + first + 1),
      first,
      (r) => encodeCursor("statement", [r.lineId]),
      statementLineView,
    );
  }

  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => DocumentFileType, { description: "The statement for a spreadsheet; no cell can be taken for a formula." })
  csv(@Root() { statement }: ClinicStatementType): DocumentFileType {
    return {
      fileName: `statement-${statement.from}-${statement.until}.csv`,
      mediaType: "text/csv; charset=utf-8",
      path: documentPath.statement(globalId("Clinic", statement.clinicId), "csv", statement),
      bytes: () => Promise.resolve(Buffer.from(statementCsv(statement), "utf8")),
    };
  }

  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => DocumentFileType, { description: "The statement as PDF, with a picture of the cash flow." })
  pdf(@Root() { statement }: ClinicStatementType): DocumentFileType {
    return {
      fileName: `statement-${statement.from}-${statement.until}.pdf`,
      mediaType: "application/pdf",
      path: documentPath.statement(globalId("Clinic", statement.clinicId), "pdf", statement),
      bytes: () => statementPdf(statement),
    };
  }
}
