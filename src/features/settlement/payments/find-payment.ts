import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { paymentsNamed } from "../settlement-of.store.js";
import { paymentView, SettlementPaymentType } from "../settlement.type.js";

@Resolver()
export class FindPayment {
  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @Query(() => SettlementPaymentType, {
    nullable: true,
    description:
      "The payment behind a line of an account statement, by the id that stands on it (STL-2026-000123-0001): from there to its treatments. Null where there is none, or it is another company's.",
  })
  payment(
    @Arg("endToEndId", () => String, { description: "The id, as the bank writes it; blanks and small letters do not matter." })
    endToEndId: string,
    @Ctx() ctx: Context,
  ): Promise<SettlementPaymentType | null> {
    const id = endToEndId.replace(/\s/g, "").toUpperCase();
    return runQuery(ctx, async (tx) => (await paymentsNamed(tx, [id])).map(paymentView)[0] ?? null);
  }
}
