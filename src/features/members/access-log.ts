import { Args, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { badInput } from "../../gateway/api/bad-input.js";
import { connection, connectionOf, type Connection } from "../../gateway/api/paging/connection.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { partsOf } from "../../gateway/api/purpose.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../gateway/api/paging/page.js";
import { DateTime } from "../../gateway/api/scalars.js";
import { rowsOf } from "../../gateway/api/paging/list-of.js";
import { ref, refOrNull, relation, type Ref } from "../../gateway/api/relation.js";
import { MemberType } from "./member.type.js";
import { accessesOfMembers, type AccessKey, type AccessOf } from "./members-of.store.js";
import type { Role } from "../../platform/viewer.js";
import { ViewerRoleEnum } from "../../vocabulary/viewer.type.js";

@visibleTo("MEMBER")
@ObjectType("AccessLogEntry", {
  description:
    "Somebody read or used data about you: when, for what, and for which organisation. Persons at the organisation are named only through a reviewed request (CJEU C-579/21).",
  simpleResolvers: true,
})
export class AccessLogEntry {
  @relation("Member", { description: "Whose data it was." })
  member!: Ref;
  @Field(() => DateTime, { description: "When." })
  at!: Date;
  @Field(() => String, {
    description: "Code of the purpose, e.g. CASE_HANDLING: stated by the health team, given by the role for everybody else.",
  })
  purpose!: string;
  @Field(() => String, {
    nullable: true,
    description: "What the work was filed under, e.g. C-1004; null for everybody but the health team, who state it.",
  })
  caseReference!: string | null;
  @Field(() => ViewerRoleEnum, { description: "As what somebody did it." })
  role!: Role;
  @relation("Organisation", { nullable: true, description: "The clinic's company; null for the insurer itself and for you." })
  organisation!: Ref | null;
  @Field(() => String, { description: "What was done, by the name of the operation." })
  operation!: string;
  @Field(() => [String], { description: "Names of what was shown, never its content." })
  fields!: readonly string[];
  @Field(() => Boolean, { description: "False when it was refused and nothing was shown." })
  allowed!: boolean;
}

const AccessLogConnection = connectionOf("AccessLogEntry", () => AccessLogEntry);

@Resolver(() => MemberType)
export class AccessLog {
  @visibleTo("MEMBER")
  @FieldResolver(() => AccessLogConnection, {
    description:
      "Who has seen or used the member's data in the last two years, newest first: yours, or a child's under 15 in your custody.",
  })
  async accessLog(
    @Root() member: MemberType,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<AccessLogEntry>> {
    const size = pageSize(first);
    const place = keyOf(after);
    const rows = await rowsOf(ctx, idOf("Member", member.id), {
      key: [LIST, place, size],
      read: (tx, members) => accessesOfMembers(tx, members, place, size + 1),
      shown: size,
      seen: (shown) =>
        [...new Set(shown.map(({ parent }) => parent))].map((memberId) => ({
          operation: "accessLog",
          memberId,
          fields: ["accessLog"],
          outcome: "ALLOWED",
        })),
    });
    return connection(rows, size, ({ at_micros, seq }) => encodeCursor(LIST, [Number(at_micros), Number(seq)]), viewOf);
  }
}

const LIST = "access-log";

function keyOf(after: string | null | undefined): AccessKey | null {
  if (after == null) return null;
  const [atMicros, seq] = decodeCursor(LIST, ["number", "number"], after);
  if (!Number.isSafeInteger(atMicros) || !Number.isSafeInteger(seq))
    throw badInput("This cursor belongs to no page of this list.", ["after"]);
  return { atMicros: Number(atMicros), seq: Number(seq) };
}

function viewOf({ parent, at, purpose, actor_role, provider_id, operation, fields, outcome }: AccessOf): AccessLogEntry {
  const { code, caseReference } = partsOf(purpose);
  const organisation = refOrNull("Organisation", provider_id);
  return {
    member: ref("Member", parent),
    at,
    purpose: code,
    caseReference,
    role: actor_role,
    organisation,
    operation,
    fields,
    allowed: outcome === "ALLOWED",
  };
}
