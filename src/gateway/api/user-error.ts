import { Field, ObjectType } from "type-graphql";
import type { Refusal } from "../../kernel/refusal.js";
import { visibleTo } from "./guard.js";

@visibleTo("PUBLIC")
@ObjectType("UserError", {
  description: "One reason why a request was refused. A caller gets every reason at once.",
  simpleResolvers: true,
})
export class UserError {
  @Field(() => String, { description: "Stable code in UPPER_SNAKE_CASE; decide on this, show the message." })
  code!: string;
  @Field(() => String, { description: "The reason in a sentence for a person." })
  message!: string;
  @Field(() => [String], { description: 'Path of the input field at fault, e.g. ["input", "slotId"]; empty when no single field is.' })
  path!: readonly string[];
  @Field(() => String, { nullable: true, description: "Id of the insurance rule behind it; null where the reason is technical." })
  rule!: string | null;
  @Field(() => String, { nullable: true, description: "Where the rule stands, e.g. a section of the insurance conditions." })
  clause!: string | null;
  @Field(() => String, { nullable: true, description: "What would change the answer." })
  remedy!: string | null;
  @Field(() => Boolean, { description: "True when the same request may succeed later without being changed." })
  retryable!: boolean;
}

/** A refusal is a user error as it stands; only what the type names is passed on. */
export function userErrors(refusals: readonly Refusal[]): UserError[] {
  return refusals.map(({ code, message, path, rule, clause, remedy, retryable }) => ({
    code,
    message,
    path,
    rule,
    clause,
    remedy,
    retryable,
  }));
}

export type Payload<T extends object> = { readonly [K in keyof T]: T[K] | null } & { readonly errors: readonly UserError[] };

/** The payload of a mutation that did what was asked. */
export function done<T extends object>(result: T): Payload<T> {
  return { ...result, errors: [] };
}

/** The payload of a mutation that was refused; its result fields are left out and answer null. */
export function refused(refusals: readonly Refusal[]): { readonly errors: readonly UserError[] } {
  return { errors: userErrors(refusals) };
}
