import { Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { enumOf } from "../gateway/api/enum.js";
import { visibleTo } from "../gateway/api/guard.js";
import { REFUSALS } from "../kernel/refusal-codes.js";
import type { Refusal } from "../kernel/refusal.js";
import type { WordList } from "../kernel/worded.js";
import { COVERAGE_REASON_WORDS } from "../rules/decision-words.js";
import { FallbackCover, fallbackView } from "./fallback.type.js";
import { InLanguage, wordOf, type Language } from "./language.type.js";

const WORDS: WordList<string> = { ...COVERAGE_REASON_WORDS, ...REFUSALS };

export const ErrorCodeEnum = enumOf(
  "ErrorCode",
  "Why something was refused. A client switches on these; values may be added, so show `label` or `message` for one you do not know.",
  WORDS,
);

@visibleTo("PUBLIC")
@ObjectType("UserError", {
  description: "One reason why a request was refused. A caller gets every reason at once.",
  simpleResolvers: true,
})
export class UserError {
  @Field(() => ErrorCodeEnum, { description: "Stable code; decide on this." })
  code!: string;
  @Field(() => String, { description: "What stands in the way in this case, in an English sentence." })
  message!: string;
  @Field(() => [String], { description: 'Path of the input field at fault, e.g. ["input", "slotId"]; empty when no single field is.' })
  path!: readonly string[];
  @Field(() => String, { nullable: true, description: "Id of the insurance rule behind it; null where the reason is technical." })
  rule!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Where the rule stands, e.g. a section of the insurance conditions; null where the reason is technical.",
  })
  clause!: string | null;
  @Field(() => String, { nullable: true, description: "What would change the answer; null where nothing is known that would." })
  remedy!: string | null;
  @Field(() => Boolean, { description: "True when the same request may succeed later without being changed." })
  retryable!: boolean;
  @Field(() => FallbackCover, {
    nullable: true,
    description: "What the conditions offer instead of a refused programme; null where they offer nothing.",
  })
  offer!: FallbackCover | null;
}

@Resolver(() => UserError)
export class UserErrorWords {
  @FieldResolver(() => String, { description: "The code in words for a person." })
  label(@Root() { code }: UserError, @InLanguage() language: Language): string {
    return wordOf(WORDS, code, language);
  }
}

/** A refusal is a user error as it stands; only what the type names is passed on. */
export function userErrors(refusals: readonly Refusal[]): UserError[] {
  return refusals.map(({ code, message, path, rule, clause, remedy, retryable, offer }) => ({
    code,
    message,
    path,
    rule,
    clause,
    remedy,
    retryable,
    offer: fallbackView(offer),
  }));
}
