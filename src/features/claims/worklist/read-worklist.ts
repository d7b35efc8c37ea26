import { Max, Min } from "class-validator";
import { Args, ArgsType, Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { costs } from "../../../gateway/admission/cost.js";
import { enumOf } from "../../../gateway/api/enum.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { requirePurpose } from "../../../gateway/api/purpose.js";
import { ref, refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime, LocalDate } from "../../../gateway/api/scalars.js";
import { isValueOf } from "../../../kernel/worded.js";
import { SERVICES } from "../../../rules/codes.js";
import { inOrder, servicesOf, teamOf, TEAM_WORDS, WORK_KIND_WORDS, type Team, type WorkKind } from "./worklist.js";
import { worklist, type WorkRow } from "./worklist.store.js";

const WorkKindEnum = enumOf("WorkKind", "What waits for the health team. Values may be added.", WORK_KIND_WORDS);
const TeamEnum = enumOf("Team", "Which part of the health team a treatment is the work of.", TEAM_WORDS);

/** Looked at in one go: who has more than so much waiting works from the top. */
const MOST = 100;

@ArgsType()
export class WorklistArgs {
  @Min(1)
  @Max(MOST)
  @Field(() => Int, { defaultValue: 50, description: "How many, 1 to 100." })
  first!: number;
  @Field(() => TeamEnum, { nullable: true, description: "Of this team only." })
  team?: Team | null;
  @Field(() => WorkKindEnum, { nullable: true, description: "Of this kind only." })
  kind?: WorkKind | null;
}

@visibleTo("HEALTH_TEAM")
@ObjectType("WorkItem", { description: "Something that waits for the health team.", simpleResolvers: true })
export class WorkItemType {
  @Field(() => WorkKindEnum, { description: "What has to be done." })
  kind!: WorkKind;
  @Field(() => TeamEnum, { description: "Whose work it is." })
  team!: Team;
  @relation("Claim", { description: "The claim it is about." })
  claim!: Ref;
  @relation("Member", { description: "Whose it is." })
  member!: Ref;
  @relation("Submission", { nullable: true, description: "The document to look at; null for other work." })
  submission!: Ref | null;
  @relation("Complaint", { nullable: true, description: "The complaint to answer; null for other work." })
  complaint!: Ref | null;
  @relation("CoverLoss", { nullable: true, description: "The lost cover; null for other work." })
  coverLoss!: Ref | null;
  @Field(() => DateTime, { description: "Since when it waits." })
  since!: Date;
  @Field(() => LocalDate, {
    description: "Working day by whose end it should be done: one or two after it came in (CLM-RESPONSE-2BD, CMP-7WD).",
  })
  dueOn!: string;
  @Field(() => Boolean, { description: "That day is over." })
  overdue!: boolean;
}

@Resolver()
export class ReadWorklist {
  @visibleTo("HEALTH_TEAM")
  @costs({ own: 10, size: MOST })
  @Query(() => [WorkItemType], { description: "What waits for the health team, or one part of it, due first." })
  async worklist(
    @Args(() => WorklistArgs) { first, team = null, kind = null }: WorklistArgs,
    @Ctx() ctx: Context,
  ): Promise<WorkItemType[]> {
    requirePurpose(ctx);
    const rows = await runQuery(
      ctx,
      async (tx) => {
        const found = (await worklist(tx, servicesOf(team, SERVICES), first, kind)).flatMap(known);
        return inOrder(found, found[0]?.extra ?? []).slice(0, first);
      },
      (shown) =>
        shown.map(({ member_id: memberId, claim_id: objectId }) => ({
          operation: "worklist",
          memberId,
          object: "Claim",
          objectId,
          fields: ["claim"],
          outcome: "ALLOWED",
        })),
    );
    return rows.map((row) => ({
      kind: row.kind,
      team: teamOf(row.service),
      claim: ref("Claim", row.claim_id),
      member: ref("Member", row.member_id),
      submission: refOrNull("Submission", row.kind === "SUBMISSION" ? row.id : null),
      complaint: refOrNull("Complaint", row.kind === "COMPLAINT" ? row.id : null),
      coverLoss: refOrNull("CoverLoss", row.kind === "COVER_LOST" ? row.id : null),
      since: row.since,
      dueOn: row.dueOn,
      overdue: row.dueOn < row.today,
    }));
  }
}

/** The text of a union has no closed list for the database's description; the code has. */
function known(row: WorkRow): (Omit<WorkRow, "kind" | "id" | "claim_id" | "since"> & KnownParts)[] {
  const { kind, id, claim_id, since } = row;
  if (kind === null || !isValueOf(WORK_KIND_WORDS, kind) || id === null || claim_id === null || since === null) return [];
  return [{ ...row, kind, id, claim_id, since }];
}
type KnownParts = { readonly kind: WorkKind; readonly id: string; readonly claim_id: string; readonly since: Date };
