import { Arg, Args, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { refusal, Refused } from "../kernel/refusal.js";
import { look } from "../gateway/api/act.js";
import { badInput } from "../gateway/api/bad-input.js";
import { connection, connectionOf, type Connection } from "../gateway/api/paging/connection.js";
import type { Context } from "../gateway/api/context.js";
import { visibleTo } from "../gateway/api/guard.js";
import { idOf } from "../gateway/api/node.js";
import { partsOf } from "../gateway/api/purpose.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../gateway/api/paging/page.js";
import { DateTime } from "../gateway/api/scalars.js";
import { accessesTo, type Access, type AccessKey } from "./access-log.store.js";
import type { Role } from "../platform/viewer.js";
import { ViewerRoleEnum } from "../vocabulary/viewer.type.js";

@visibleTo("MEMBER")
@ObjectType("AccessLogEntry", {
  description:
    "Somebody read or used data about you: when, for what, and for which organisation. Persons at the organisation are named only through a reviewed request (CJEU C-579/21).",
  simpleResolvers: true,
})
export class AccessLogEntry {
  @Field(() => DateTime, { description: "When." })
  at!: Date;
  @Field(() => String, {
    description: "Code of the purpose, e.g. CASE_HANDLING: stated by the health team, given by the role for everybody else.",
  })
  purpose!: string;
  @Field(() => String, { nullable: true, description: "What the work was filed under, e.g. C-1004; stated by the health team only." })
  caseReference!: string | null;
  @Field(() => ViewerRoleEnum, { description: "As what somebody did it." })
  role!: Role;
  @Field(() => String, { nullable: true, description: "Name of the clinic's company; null for the insurer itself and for you." })
  organisation!: string | null;
  @Field(() => String, { description: "What was done, by the name of the operation." })
  operation!: string;
  @Field(() => [String], { description: "Names of what was shown, never its content." })
  fields!: readonly string[];
  @Field(() => Boolean, { description: "False when it was refused and nothing was shown." })
  allowed!: boolean;
}

const AccessLogConnection = connectionOf("AccessLogEntry", () => AccessLogEntry);

@Resolver()
export class AccessLog {
  @visibleTo("MEMBER")
  @Query(() => AccessLogConnection, {
    description: "Who has seen or used your data in the last two years, newest first. Also of a child under 15 in your custody.",
  })
  async accessLog(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
    @Arg("memberId", () => ID, { nullable: true, description: "A child in your custody; leave out for yourself." })
    memberId?: string | null,
  ): Promise<Connection<AccessLogEntry>> {
    const id = memberId == null ? (ctx.viewer.memberIds[0] ?? "") : idOf("Member", memberId, ["memberId"]);
    if (!ctx.viewer.memberIds.includes(id))
      throw new Refused([refusal("NOT_FOUND", "There is no such member.", { path: ["memberId"], remedy: "Check the id." })]);
    const size = pageSize(first);
    const rows = await look(
      ctx,
      (tx) => accessesTo(tx, id, keyOf(after), size + 1),
      () => [{ operation: "accessLog", memberId: id, fields: ["accessLog"], outcome: "ALLOWED" }],
    );
    return connection(rows, size, ({ atMicros, seq }) => encodeCursor(LIST, [Number(atMicros), Number(seq)]), viewOf);
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

function viewOf({ at, purpose, actorRole, organisation, operation, fields, outcome }: Access): AccessLogEntry {
  const { code, caseReference } = partsOf(purpose);
  return { at, purpose: code, caseReference, role: actorRole, organisation, operation, fields, allowed: outcome === "ALLOWED" };
}
