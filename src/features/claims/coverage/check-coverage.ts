import { costs } from "../../../gateway/admission/cost.js";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { Refused } from "../../../kernel/refusal.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { badInput } from "../../../gateway/api/bad-input.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { ref } from "../../../gateway/api/relation.js";
import { requirePurpose } from "../../../gateway/api/purpose.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { decideCoverage } from "../../../rules/coverage/coverage.js";
import { explainCoverage } from "../../../rules/explain.js";
import { FactsFault } from "../../../rules/facts/facts-fault.js";
import { RULE_VERSION } from "../../../rules/data/settings.js";
import { coverageFacts, type CaseFile } from "../case-file/case-file.js";
import { readCaseFile } from "../case-file/case-file.store.js";
import { UNKNOWN_CLAIM } from "../course/change-claim.js";
import { CoverageComplaintInput, CoverageInput } from "./coverage-inputs.type.js";
import { CoverageType } from "./coverage.type.js";
import { complaintOf } from "../course/complaint.js";
import { chooseCover, choosePolicy, draftCase, isPolicy, UNKNOWN_MEMBER } from "../case-file/member-file.js";
import { readMemberFile } from "../case-file/member-file.store.js";
import { reasonView } from "../../../vocabulary/reason.type.js";
import { serviceView } from "../../../vocabulary/service.type.js";

@Resolver()
export class CheckCoverage {
  @costs({ own: 30 })
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Query(() => CoverageType, {
    description: "The coverage decision for one treatment, of a claim or asked in advance. Nothing is stored; bookings decide again.",
  })
  async coverage(
    @Arg("input", () => CoverageInput, { description: "Which treatment." }) input: CoverageInput,
    @Ctx() ctx: Context,
  ): Promise<CoverageType> {
    requirePurpose(ctx);
    if (Boolean(input.claimId) === Boolean(input.complaint)) throw badInput("Give exactly one of claimId and complaint.", ["input"]);
    const file = await runQuery(
      ctx,
      (tx) => (input.claimId ? ofClaim(tx, idOf("Claim", input.claimId, ["input", "claimId"])) : ofComplaint(ctx, tx, input)),
      (seen) => [
        {
          operation: "coverage",
          memberId: seen.member.id,
          ...(input.claimId ? { object: "Claim", objectId: seen.claim.id } : {}),
          fields: ["coverage"],
          outcome: "ALLOWED",
        },
      ],
    );
    return decide(file, input);
  }
}

async function ofClaim(tx: Tx, claimId: string): Promise<CaseFile> {
  const file = await readCaseFile(tx, claimId);
  if (!file) throw new Refused([UNKNOWN_CLAIM]);
  return file;
}

async function ofComplaint(ctx: Context, tx: Tx, { complaint, mode }: CoverageInput): Promise<CaseFile> {
  const asked = complaint as CoverageComplaintInput;
  const path = ["input", "complaint", "memberId"];
  const memberId = asked.memberId ? idOf("Member", asked.memberId, path) : ctx.viewer.memberIds[0];
  if (memberId === undefined) throw badInput("Say whom it is about.", path);
  const member = await readMemberFile(tx, memberId);
  if (!member) throw new Refused([UNKNOWN_MEMBER]);
  const policyId = asked.policyId ? idOf("Policy", asked.policyId, ["input", "complaint", "policyId"]) : null;
  const policy = choosePolicy(member, { policyId, under: asked.under ?? null, service: asked.service, on: member.today });
  if (!isPolicy(policy)) throw new Refused([policy]);
  const under = chooseCover(policy, asked.service, asked.under ?? null);
  if (typeof under !== "string") throw new Refused([{ ...under, path: ["input", "complaint", "under"] }]);
  const draft = draftCase(
    member,
    policy,
    complaintOf(
      { ...asked, under },
      {
        mode: mode ?? "NETWORK",
        received_at: member.now,
        reported_via: "PHONE",
        approved_at: asked.asIfApproved ? member.now : null,
        wishes: {},
      },
    ),
    "",
    "",
  );
  return asked.asIfApproved ? { ...draft, consent: { given_on: member.today, withdrawn_on: null } } : draft;
}

function decide(file: CaseFile, input: CoverageInput): CoverageType {
  const { hasPublicAgreement = false, authorised = true, related = false, treatsChildren = true } = input.provider ?? {};
  const on = input.on ?? file.today;
  const mode = input.mode ?? file.claim.mode;
  const facts = coverageFacts(
    file,
    { on, channel: input.channel, country: input.country },
    { mode, hasPublicAgreement, authorised, related, treatsChildren },
    file.today,
  );
  try {
    const decision = decideCoverage(facts);
    const { covered, notes, treatmentsRemaining, guaranteeClass } = decision;
    const reasons = explainCoverage(decision, facts).map(reasonView);
    return {
      claim: input.claimId ? ref("Claim", file.claim.id) : null,
      member: ref("Member", file.member.id),
      policy: ref("Policy", file.policy.id),
      covered,
      reasons,
      notes,
      treatmentsRemaining,
      guaranteeClass,
      service: serviceView(file.claim.service_code),
      on,
      mode,
      ruleVersion: RULE_VERSION,
    };
  } catch (fault) {
    // the field is named, its value never repeated
    if (fault instanceof FactsFault) throw badInput(`No decision can be made: ${fault.path} is missing or not possible.`, ["input"]);
    throw fault;
  }
}
