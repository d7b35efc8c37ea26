/**
 * What people are shown for the values of the enumerations. Asked once by a client, not with every page: an enumeration stays one
 * value of a few letters in an answer, and no client keeps a table of its own.
 */
import { isEnumType, type GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Field, FieldResolver, Info, ObjectType, Query, Resolver, Root } from "type-graphql";
import { schemaSeenBy } from "../gateway/admission/role-schema.js";
import { costs } from "../gateway/admission/cost.js";
import type { Context } from "../gateway/api/context.js";
import { wordsOf } from "../gateway/api/enum.js";
import { roleOf, visibleTo } from "../gateway/api/guard.js";
import { REMEDIES_DA } from "../kernel/refusal-remedies.js";
import type { ValueWords } from "../kernel/worded.js";
import { InLanguage, inLanguage, type Language } from "./language.type.js";

@visibleTo("PUBLIC")
@ObjectType("EnumValueWords", { description: "One value of an enumeration.", simpleResolvers: true })
export class EnumValueWords {
  @Field(() => String, { description: "The value, as answers have it." })
  value!: string;
  @Field(() => String, {
    nullable: true,
    description:
      "Of an ErrorCode: what to do about it, in Danish; in English a refusal says it itself. Null where the words say it already, and of all other enumerations.",
  })
  remedy!: string | null;
  /** Not a field: what `label` is made from. */
  word!: ValueWords;
}

@visibleTo("PUBLIC")
@ObjectType("EnumWords", { description: "An enumeration of this schema with the words for its values.", simpleResolvers: true })
export class EnumWords {
  @Field(() => String, { description: "Its name, e.g. ClaimState." })
  name!: string;
  /** Constants of the code: nothing is read for them, and every page of a client begins with them. */
  @costs({ size: 0 })
  @Field(() => [EnumValueWords], { description: "Its values, in the order of their list." })
  values!: readonly EnumValueWords[];
}

@Resolver(() => EnumValueWords)
export class ListWords {
  @visibleTo("PUBLIC")
  @costs({ size: 70 })
  @Query(() => [EnumWords], {
    description: "What to show people for each value of the enumerations that you can meet. It changes with a release only: keep it.",
  })
  words(
    @Ctx() { viewer }: Context,
    @Info() { schema }: GraphQLResolveInfo,
    @Arg("names", () => [String], { nullable: true, description: "Only these enumerations, e.g. ClaimState." }) names?: string[] | null,
  ): EnumWords[] {
    const seen = schemaSeenBy(schema, roleOf(viewer)).getTypeMap();
    return Object.values(seen)
      .filter((type) => isEnumType(type) && (names == null || names.includes(type.name)))
      .flatMap(({ name }) => {
        const words = wordsOf(name);
        return words
          ? [{ name, values: Object.entries(words).map(([value, word]) => ({ value, word, remedy: remedyOf(name, value) })) }]
          : [];
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  @FieldResolver(() => String, { description: "What it is called." })
  label(@Root() { word: [en, da] }: EnumValueWords, @InLanguage() language: Language): string {
    return inLanguage({ en, da }, language);
  }
}

const remedyOf = (name: string, value: string): string | null => (name === "ErrorCode" ? (REMEDIES_DA[value] ?? null) : null);
