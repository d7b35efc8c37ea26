/** What a viewer may do, read from the schema's own policies: a client shows what works, and keeps no table of roles. */
import { Ctx, Field, FieldResolver, Info, ObjectType, Resolver } from "type-graphql";
import type { GraphQLObjectType, GraphQLResolveInfo } from "graphql";
import { costs } from "../../gateway/admission/cost.js";
import type { Context } from "../../gateway/api/context.js";
import { enumOf } from "../../gateway/api/enum.js";
import { visibleTo, withoutPurpose } from "../../gateway/api/guard.js";
import { allows, needsPurpose, policyOfField, roleOf } from "../../gateway/api/policy.js";
import type { WordList } from "../../kernel/worded.js";
import { ViewerType } from "./read-viewer.js";

const KIND_WORDS = {
  QUERY: ["Read", "Læs"],
  MUTATION: ["Act", "Udfør"],
  SUBSCRIPTION: ["Follow", "Følg"],
} as const satisfies WordList<string>;
type Kind = keyof typeof KIND_WORDS;
const OperationKindEnum = enumOf("OperationKind", "What an operation is.", KIND_WORDS);

@withoutPurpose()
@visibleTo("SIGNED_IN")
@ObjectType("PermittedOperation", { description: "Something the viewer may ask for or do.", simpleResolvers: true })
class PermittedOperation {
  @Field(() => OperationKindEnum, { description: "Whether it reads, acts or follows." })
  kind!: Kind;
  @Field(() => String, { description: "Its field of the root type of that kind, e.g. bookSlot." })
  name!: string;
  @Field(() => Boolean, { description: "True where the header x-purpose has to say what it is for, and in which case." })
  needsPurpose!: boolean;
}

@Resolver(() => ViewerType)
export class MayDo {
  @withoutPurpose()
  @visibleTo("SIGNED_IN")
  @costs({ size: 50 })
  @FieldResolver(() => [PermittedOperation], {
    description: "Everything this role may ask for or do; whether a particular record allows it, the record says.",
  })
  mayDo(@Ctx() { viewer }: Context, @Info() { schema }: GraphQLResolveInfo): PermittedOperation[] {
    const role = roleOf(viewer);
    const of = (kind: Kind, root: GraphQLObjectType | null | undefined): PermittedOperation[] =>
      Object.values(root?.getFields() ?? {}).flatMap((field) =>
        root && allows(policyOfField(schema, root, field), role)
          ? [{ kind, name: field.name, needsPurpose: role === "HEALTH_TEAM" && (kind === "MUTATION" || needsPurpose(schema, root, field)) }]
          : [],
      );
    return [
      ...of("QUERY", schema.getQueryType()),
      ...of("MUTATION", schema.getMutationType()),
      ...of("SUBSCRIPTION", schema.getSubscriptionType()),
    ];
  }
}
