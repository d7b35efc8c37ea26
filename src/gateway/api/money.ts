import { Field, ObjectType } from "type-graphql";
import { asAnswered } from "../execution/as-answered.js";
import { visibleTo } from "./guard.js";
import { BigIntScalar, Currency } from "./scalars.js";

@asAnswered()
@visibleTo("PUBLIC")
@ObjectType("Money", { description: "An amount of money. Never a float.", simpleResolvers: true })
export class Money {
  @Field(() => BigIntScalar, { description: "Whole øre: 89500 is 895.00 kroner. Negative where money flows back." })
  amountMinor!: string;
  @Field(() => Currency, { description: "Always DKK." })
  currency!: string;
}

/** Amounts read back from JSON are numbers, those from a bigint column are bigints; the answer is the same. Throws for any other. */
export function money(amountMinor: bigint | number | string, currency = "DKK"): Money {
  return { amountMinor: (Number.isSafeInteger(amountMinor) ? amountMinor : BigInt(amountMinor)).toString(), currency };
}
