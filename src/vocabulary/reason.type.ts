/** A reason that a rule gives, wherever one speaks: of a decision, a price, a denial, a bill. */
import { Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { visibleTo } from "../gateway/api/guard.js";
import type { PricedService } from "../rules/codes.js";
import { clauseWords } from "../rules/catalogue/clause-words.js";
import { REASON_WORDS } from "../rules/decision-words.js";
import { explainQuoted, type Explanation, type KeptReason } from "../rules/explain.js";
import type { Words } from "../rules/words.js";
import { FallbackCover, fallbackView } from "./fallback.type.js";
import { InLanguage, inLanguage, wordsOf, type Language } from "./language.type.js";
import { ReasonCodeEnum } from "./rules.type.js";

@visibleTo("SIGNED_IN")
@ObjectType("DecisionReason", {
  description: "One reason of a decision, with the rule it rests on and what would change it.",
  simpleResolvers: true,
})
export class DecisionReasonType {
  @Field(() => ReasonCodeEnum, { description: "Stable code." })
  code!: string;
  @Field(() => String, { description: "Id of the rule, e.g. REF-PHYSIO." })
  rule!: string;
  @Field(() => String, { description: 'Where it stands, e.g. "insurance conditions 2025, section 5.7".' })
  clause!: string;
  @Field(() => FallbackCover, {
    nullable: true,
    description: "What the conditions offer instead of a refused programme; null where they offer nothing.",
  })
  offer!: FallbackCover | null;
  /** Not fields: what the fields with a language are made from. */
  says!: Words;
  helps!: Words | null;
}

@Resolver(() => DecisionReasonType)
export class DecisionReasonWords {
  @FieldResolver(() => String, {
    description: "The reason in a sentence; where the two languages differ the Danish text applies (GEN-DANISH-TEXT).",
  })
  message(@Root() { says }: DecisionReasonType, @InLanguage() language: Language): string {
    return inLanguage(says, language);
  }

  @FieldResolver(() => String, {
    description: 'Where it stands, to be read aloud, e.g. "forsikringsbetingelserne 2025, afsnit 5.7".',
  })
  clauseInWords(@Root() { clause }: DecisionReasonType, @InLanguage() language: Language): string {
    return inLanguage(clauseWords(clause), language);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What would change it; null where a claim was denied for a reason of which nothing is known that would.",
  })
  remedy(@Root() { helps }: DecisionReasonType, @InLanguage() language: Language): string | null {
    return helps && inLanguage(helps, language);
  }
}

export function reasonView({ code, rule, clause, en, da, remedy, offer }: Explanation): DecisionReasonType {
  return { code, rule, clause, offer: fallbackView(offer), says: { en, da }, helps: remedy };
}

/** As it was told when it was kept, in the words that its code has today. */
export function keptReasonView({ code, rule, clause, remedy }: KeptReason): DecisionReasonType {
  return { code, rule, clause, offer: null, says: wordsOf(REASON_WORDS, code), helps: remedy };
}

const quoted = new Map<string, DecisionReasonType>();

/** The reasons of a price in the network. A page of a search has many and they are few, so each is made once. */
export function quotedReasons(codes: readonly string[], service: PricedService): DecisionReasonType[] {
  return codes.map((code) => {
    const key = `${code} ${service}`;
    const known = quoted.get(key) ?? reasonView(explainQuoted(code, service));
    quoted.set(key, known);
    return known;
  });
}
