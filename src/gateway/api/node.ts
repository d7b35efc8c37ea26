/**
 * Relay's object identification. Every type with an id of its own registers how one record is fetched for this viewer; a
 * record that the viewer may not see and one that does not exist get the same answer, null.
 */
import { isObjectType, type GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Field, ID, Info, InterfaceType, Query, Resolver, type ClassType } from "type-graphql";
import { badInput } from "./bad-input.js";
import type { Context } from "./context.js";
import { readId } from "./global-id.js";
import { loadNode, type NodeFetchers } from "./nodes.js";
import { MAX_PAGE } from "./paging/page.js";
import { allows, needsPurpose, policyOfType, roleOf, visibleTo } from "./policy.js";
import { requirePurpose } from "./purpose.js";

export { globalId, idOf, readId } from "./global-id.js";

const typeNames = new WeakMap<object, string>();

@visibleTo("PUBLIC")
@InterfaceType("Node", {
  description: "Anything with an id of its own.",
  // records are plain objects; the id itself says what they are
  resolveType: (record: { id: string }) => typeNames.get(record) ?? readId(record.id)?.type,
})
export abstract class Node {
  @Field(() => ID, { description: "Global id; opaque, unique across types." })
  id!: string;
}

async function fetchNode(fetchers: NodeFetchers, id: string, ctx: Context, { schema }: GraphQLResolveInfo): Promise<object | null> {
  const decoded = readId(id);
  if (!decoded || !Object.hasOwn(fetchers, decoded.type) || !allows(policyOfType(schema.getType(decoded.type)), roleOf(ctx.viewer)))
    return null;
  const type = schema.getType(decoded.type);
  // that there is such a thing is already something about whose it is
  if (isObjectType(type) && Object.values(type.getFields()).some((field) => needsPurpose(schema, type, field))) requirePurpose(ctx);
  const record = await loadNode(fetchers, decoded.type, decoded.uuid, ctx);
  if (record) typeNames.set(record, decoded.type);
  return record;
}

/** The resolver class of `node` and `nodes` over the given types. */
export function nodeResolver(fetchers: NodeFetchers): ClassType<object> {
  @Resolver()
  class NodeQueries {
    @visibleTo("PUBLIC")
    @Query(() => Node, { nullable: true, description: "The object with this id; null when there is none that you may see." })
    node(
      @Arg("id", () => ID, { description: "Global id." }) id: string,
      @Ctx() ctx: Context,
      @Info() info: GraphQLResolveInfo,
    ): Promise<object | null> {
      return fetchNode(fetchers, id, ctx, info);
    }

    @visibleTo("PUBLIC")
    @Query(() => [Node], { nullable: "items", description: "The objects with these ids, in the same order; null where there is none." })
    nodes(
      @Arg("ids", () => [ID], { description: "Up to 100 global ids." }) ids: string[],
      @Ctx() ctx: Context,
      @Info() info: GraphQLResolveInfo,
    ): Promise<(object | null)[]> {
      if (ids.length > MAX_PAGE) throw badInput(`ids holds at most ${MAX_PAGE}.`, ["ids"]);
      return Promise.all(ids.map((id) => fetchNode(fetchers, id, ctx, info)));
    }
  }
  return NodeQueries;
}
