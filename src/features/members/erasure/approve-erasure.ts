import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { auditRow } from "../../../platform/trail/audit.js";
import type { JournalLine } from "../../../platform/trail/erasure-journal.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { statement } from "../../../platform/postgres/statement.js";
import { change, write } from "../../../platform/postgres/write.js";
import { erase } from "./erase-member.js";
import { erasureRefusals, NOT_JOURNALLED, OWN_REQUEST } from "./erasure.js";
import { asRetention, obstaclesToErasure } from "./erasure.store.js";
import { erasureRequestById, lockErasureRequest, type ErasureRequestRow } from "./erasure-request.store.js";
import { erasureAudited, erasurePayload, ErasurePayload } from "./erasure-request.type.js";

@InputType({ description: "Carries out an erasure that a colleague asked for." })
export class ApproveErasureInput {
  @Field(() => ID, { description: "The request, as `erasureRequests` lists it." })
  requestId!: string;
}

@Resolver()
export class ApproveErasure {
  @visibleTo("HEALTH_TEAM")
  @Mutation(() => ErasurePayload, {
    description:
      "Erases the person: number, name, contact, address, contents and history of the cases. Amounts and times stay, of nobody. It cannot be taken back. Not by the person who asked for it. Refused with everything that stands in the way; repeated, it answers what was done.",
  })
  async approveErasure(@Arg("input", () => ApproveErasureInput) input: ApproveErasureInput, @Ctx() ctx: Context): Promise<ErasurePayload> {
    const requestId = idOf("ErasureRequest", input.requestId, ["input", "requestId"]);
    const begun: JournalLine[] = [];
    const outcome = await runMutation(ctx, {
      operation: "approveErasure",
      keyed: null,
      rights: "RETENTION",
      work: (tx) => approve(ctx, tx, requestId, (line) => begun.push(line)),
    });
    const last = begun.at(-1);
    if (last && outcome.result) await acknowledge(ctx, last);
    return erasurePayload(outcome);
  }
}

const CARRY_OUT = statement(
  "carry_out",
  "update erasure_request set state = 'CARRIED_OUT', approved_by = $2, approved_at = clock_now() where id = $1",
);

async function approve(ctx: Context, tx: Tx, id: string, onBegun: (line: JournalLine) => void): Promise<ErasureRequestRow | null> {
  const request = await lockErasureRequest(tx, id);
  if (!request) {
    const done = await erasureRequestById(tx, id);
    if (!done) throw new Refused([NO_REQUEST]);
    return done;
  }
  const { member_id: memberId, requested_by: requestedBy } = request;
  const { subject } = ctx.viewer;
  const journal = ctx.services.erasureJournal;
  await asRetention(tx, ctx.viewer, async () => {
    const obstacles = await obstaclesToErasure(tx, memberId);
    const refusals = [
      ...(requestedBy === subject ? [OWN_REQUEST] : []),
      ...(journal === null ? [NOT_JOURNALLED] : []),
      ...erasureRefusals(obstacles ?? []),
    ];
    if (refusals.length > 0) throw new Refused(refusals);
    // nobody any more: erased by a replay after a restore
    if (obstacles === null) return;
    const line: JournalLine = { kind: "BEGUN", erasure: id, member: memberId, at: ctx.database.clock.now().toISOString() };
    await journal?.append([line]);
    onBegun(line);
    await erase(tx, { id, memberId, requestedBy });
  });
  await write(tx, { audit_event: [auditRow(ctx.viewer, ctx.traceId, erasureAudited("approveErasure", request))] }, [
    change(CARRY_OUT.with(id, subject)),
  ]);
  return erasureRequestById(tx, id);
}

/** On disk before the answer leaves, and in the log: a restore of the database must not be able to lose it. */
async function acknowledge({ services, traceId }: Context, begun: JournalLine): Promise<void> {
  await services.erasureJournal?.append([{ ...begun, kind: "DONE" }]);
  services.log.info("a person was erased", { traceId, aggregateId: begun.member, note: begun.erasure });
}

const NO_REQUEST = refusal("NOT_FOUND", "There is no such request.", { path: ["input", "requestId"], remedy: "Check the id." });
