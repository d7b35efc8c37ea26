import { costs } from "../../gateway/admission/cost.js";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { look } from "../../gateway/api/act.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { globalId, idOf } from "../../gateway/api/node.js";
import { requirePurpose } from "../../gateway/api/purpose.js";
import { statement } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import { explainGuarantee } from "../../rules/explain.js";
import { decideGuarantee } from "../../rules/guarantee/guarantee.js";
import { RULE_VERSION } from "../../rules/data/settings.js";
import { guaranteeFacts, type CaseFile } from "../case-file/case-file.js";
import { readCaseFile } from "../case-file/case-file.store.js";
import { deriveGuarantee } from "./derivation.js";
import { deadlineOf } from "./guarantee-clock.js";
import { GuaranteeType } from "./guarantee.type.js";
import { reasonView } from "../coverage/reason.type.js";

@Resolver()
export class DeriveGuarantee {
  @costs({ own: 50 })
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Query(() => GuaranteeType, {
    nullable: true,
    description: "The guarantee of a claim with its derivation; null when there is no such claim for you.",
  })
  async guarantee(
    @Arg("claimId", () => ID, { description: "Global id of the claim." }) claimId: string,
    @Ctx() ctx: Context,
  ): Promise<GuaranteeType | null> {
    requirePurpose(ctx);
    const id = idOf("Claim", claimId, ["claimId"]);
    return look(
      ctx,
      async (tx) => {
        const file = await readCaseFile(tx, id);
        return file ? { view: guaranteeView(file, await startOf(tx, file.claim.first_booking_id)), file } : null;
      },
      (seen) =>
        seen
          ? [
              {
                operation: "guarantee",
                memberId: seen.file.claim.member_id,
                object: "Claim",
                objectId: id,
                fields: ["guarantee"],
                outcome: "ALLOWED",
              },
            ]
          : [],
    ).then((seen) => seen?.view ?? null);
  }
}

const FIRST_APPOINTMENT = statement(
  "first-appointment",
  `select to_jsonb(starts_at) #>> '{}' as starts
     from booking where id = $1`,
);

async function startOf(tx: Tx, bookingId: string | null): Promise<string | null> {
  if (bookingId === null) return null;
  const [row] = await tx.query(FIRST_APPOINTMENT.with(bookingId));
  return row?.starts ?? null;
}

function guaranteeView(file: CaseFile, startsAt: string | null): GuaranteeType {
  const { claim } = file;
  const facts = guaranteeFacts(file, startsAt);
  const decision = decideGuarantee(facts);
  return {
    claimId: globalId("Claim", claim.id),
    outcome: decision.outcome,
    guaranteeClass: decision.guaranteeClass,
    clockStartOn: decision.clockStart,
    firstTargetOn: decision.firstTargetDate,
    targetOn: decision.targetDate,
    latestOn: decision.latestDate,
    deadlineAt: deadlineOf(decision),
    promiseState: claim.promise_state,
    steps: deriveGuarantee(claim, decision),
    reasons: explainGuarantee(decision, facts).map(reasonView),
    firstAppointment:
      claim.first_booking_id !== null && startsAt !== null
        ? { bookingId: globalId("Booking", claim.first_booking_id), startsAt, standing: decision.proposedAppointment }
        : null,
    ruleVersion: RULE_VERSION,
  };
}
