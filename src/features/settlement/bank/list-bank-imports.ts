import { Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { DateTime, Hexadecimal, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { statement } from "../../../platform/postgres/statement.js";
import { ImportPhaseEnum } from "./bank-enums.type.js";
import type { ImportPhase } from "./bank-words.js";

@visibleTo("FINANCE", "BANK_CHANNEL")
@ObjectType("BankImport", { description: "How far a large file of the bank's has been taken in.", simpleResolvers: true })
export class BankImportType {
  @Field(() => Hexadecimal, { description: "SHA-256 of its UTF-8 text: whoever sent it knows it by this." })
  sha256!: string;
  @Field(() => ImportPhaseEnum, { description: "How far it is." })
  phase!: ImportPhase;
  @Field(() => NonNegativeInt, { description: "Entries that are in the book; they count once all are." })
  done!: number;
  @Field(() => NonNegativeInt, { description: "Entries that it has; 0 while they are not counted yet." })
  total!: number;
  @Field(() => DateTime, { description: "When it began." })
  startedAt!: Date;
  @Field(() => DateTime, {
    description:
      "When this was said. Long ago with a phase that is no end: its gateway died, and nothing of it was entered; send it again.",
  })
  saidAt!: Date;
}

const IMPORTS = statement(
  "bank-imports",
  `select sha256, phase, done, total, started_at, said_at from bank_import
    where said_at > clock_now() - interval '1 day' order by started_at desc limit 50`,
);

@Resolver()
export class ListBankImports {
  @visibleTo("FINANCE", "BANK_CHANNEL")
  @Query(() => [BankImportType], {
    description:
      "Large files that are being taken in, or were within a day; the latest first, up to 50. Small ones are in before anybody asks.",
  })
  bankImports(@Ctx() ctx: Context): Promise<BankImportType[]> {
    return runQuery(ctx, async (tx) =>
      (await tx.query(IMPORTS.with())).map(({ started_at: startedAt, said_at: saidAt, ...row }) => ({ ...row, startedAt, saidAt })),
    );
  }
}
