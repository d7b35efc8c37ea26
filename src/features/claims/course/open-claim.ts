import type { NewRow } from "../../../../schema/columns-of.js";
import { MaxLength, MinLength, ValidateNested } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Claim } from "../../../../schema/rows.js";
import { refusal, Refused, type Refusal } from "../../../kernel/refusal.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import { KeyedInput } from "../../../vocabulary/act.type.js";
import { consentGiver } from "../../consent/consent.js";
import { consentRows } from "../../consent/consent-rows.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { type ComplaintCause, type Cover, type Mode, type ReportChannel, type Service, type WorkRelated } from "../../../rules/codes.js";
import type { CaseFile } from "../case-file/case-file.js";
import { askedFor, type ClaimEventNote, eventRow, guaranteeRow } from "./change-claim.js";
import { ReportChannelEnum } from "../claim-enums.type.js";
import { claimById } from "../claim.store.js";
import { ClaimWishesInput, ConditionInput, CrisisInput, ReferralInput, wishesOf } from "../claim-inputs.type.js";
import { claimPayload, ClaimPayload } from "../claim-payload.type.js";
import { guaranteeOf, type GuaranteeOfClaim } from "../guarantee/guarantee-clock.js";
import { complaintOf } from "./complaint.js";
import { chooseCover, choosePolicy, isPolicy, UNKNOWN_MEMBER, type MemberFile } from "../case-file/member-file.js";
import { nextClaimReference, readMemberFile } from "../case-file/member-file.store.js";
import { decideAutomatically } from "./approval.js";
import { decideReport } from "./report.js";
import { ComplaintCauseEnum, CoverEnum, ServiceCodeEnum, TreatmentModeEnum, WorkRelatedEnum } from "../../../vocabulary/rules.type.js";

@InputType({ description: "Reports a complaint." })
export class OpenClaimInput extends KeyedInput {
  @Field(() => ID, { description: "Whom it is about: oneself, a child in one's custody, or any member for the health team." })
  memberId!: string;
  @Field(() => ID, { nullable: true, description: "The policy it rests on; needed only where several are in force." })
  policyId?: string | null;
  @Field(() => ServiceCodeEnum, { description: "The treatment asked for." })
  service!: Service;
  @Field(() => CoverEnum, {
    nullable: true,
    description:
      "The cover it is handled under. Left out, it is found from the policy: the base cover where that includes the treatment, else the option that does; where several options do, one has to be named.",
  })
  under?: Cover | null;
  @Field(() => TreatmentModeEnum, { defaultValue: "NETWORK", description: "Who treats." })
  mode!: Mode;
  @ValidateNested()
  @Field(() => ConditionInput, { description: "The complaint." })
  condition!: ConditionInput;
  @Field(() => WorkRelatedEnum, { defaultValue: "YES", description: "Whether it is caused by work (MEM-WORK-RELATED)." })
  workRelated!: WorkRelated;
  @Field(() => ComplaintCauseEnum, {
    nullable: true,
    description: "What caused it, of the causes that are not covered; a claim of which nobody asked is approved by a person only.",
  })
  cause?: ComplaintCause | null;
  @ValidateNested()
  @Field(() => CrisisInput, { nullable: true, description: "Crisis counselling and debriefing only: the event." })
  crisis?: CrisisInput | null;
  @ValidateNested()
  @Field(() => ReferralInput, {
    nullable: true,
    description: "Health team and claims system only: the referral that came with the report.",
  })
  referral?: ReferralInput | null;
  @ValidateNested()
  @Field(() => ClaimWishesInput, { nullable: true, description: "What the member asks for." })
  wishes?: ClaimWishesInput | null;
  @Field(() => DateTime, { nullable: true, description: "Health team and claims system only: when it was received, if not now." })
  receivedAt?: Date | null;
  @Field(() => ReportChannelEnum, {
    nullable: true,
    description: "Claims system and health team only: how it was reported, PHONE when left out. Members report online.",
  })
  reportedVia?: ReportChannel | null;
  @MinLength(1)
  @MaxLength(40)
  @Field(() => String, {
    nullable: true,
    description: "Members only: gives consent to share what treatment needs, by the text of this version.",
  })
  consentTextVersion?: string | null;
}

@visibleTo("MEMBER", "HEALTH_TEAM", "INTEGRATION")
@ObjectType({ description: "The claim as reported, or every reason why not." })
export class OpenClaimPayload extends ClaimPayload {}

@Resolver()
export class OpenClaim {
  @visibleTo("MEMBER", "HEALTH_TEAM", "INTEGRATION")
  @Mutation(() => OpenClaimPayload, {
    description:
      "Reports a claim and starts what of its guarantee can start. A claim is reported while the cover is in force (CLM-REPORT-IN-PERIOD).",
  })
  async openClaim(@Arg("input", () => OpenClaimInput) input: OpenClaimInput, @Ctx() ctx: Context): Promise<OpenClaimPayload> {
    const memberId = idOf("Member", input.memberId, ["input", "memberId"]);
    const policyId = input.policyId ? idOf("Policy", input.policyId, ["input", "policyId"]) : null;
    const keyed: IdempotencyKey = { operation: "openClaim", key: input.idempotencyKey, input, keepHours: 72 };
    const outcome = await runMutation(ctx, {
      operation: "openClaim",
      keyed,
      work: (tx) => open(ctx, tx, { input, memberId, policyId, keyed }),
      replay: (tx, stored) => claimById(tx, (stored as { claimId: string }).claimId),
    });
    return claimPayload(outcome);
  }
}

type Asked = {
  readonly input: OpenClaimInput;
  readonly memberId: string;
  readonly policyId: string | null;
  readonly keyed: IdempotencyKey;
};

async function open(ctx: Context, tx: Tx, asked: Asked): Promise<Claim | null> {
  const { input, memberId, policyId } = asked;
  const member = await readMemberFile(tx, memberId);
  if (!member) throw new Refused([UNKNOWN_MEMBER]);
  const policy = choosePolicy(member, { policyId, under: input.under ?? null, service: input.service, on: member.today });
  const under = isPolicy(policy) ? chooseCover(policy, input.service, input.under ?? null) : "BASE";
  const consent = consentAsked(ctx, input, member);
  const early = [
    ...roleRefusals(ctx, input),
    ...consent.refusals,
    ...(isPolicy(policy) ? [] : [policy]),
    ...(typeof under === "string" ? [] : [under]),
  ];
  if (!isPolicy(policy) || typeof under !== "string" || early.length > 0) throw new Refused(early);
  const received_at = input.receivedAt?.toISOString() ?? member.now;
  const reported_via: ReportChannel = ctx.viewer.role === "MEMBER" ? "ONLINE" : (input.reportedVia ?? "PHONE");
  const handling = { mode: input.mode, received_at, reported_via, approved_at: null, wishes: wishesOf(input.wishes) };
  const report = { complaint: complaintOf({ ...input, under }, handling), id: newId(), reference: await nextClaimReference(tx) };
  const decision = decideReport(member, policy, report);
  if (decision.refusals.length > 0) throw new Refused(decision.refusals);
  await save(ctx, tx, asked, looked(decision.file, ctx.services.config.automaticApproval), consent.by);
  return claimById(tx, report.id);
}

/** An online report is approved at once where nobody has to look at it; where somebody has to, it says why (CLM-AUTO-APPROVE). */
function looked(file: CaseFile, switchedOn: boolean): CaseFile {
  if (file.claim.reported_via !== "ONLINE") return file;
  const { approval, manual } = decideAutomatically(file, switchedOn);
  return { ...file, claim: { ...file.claim, ...(manual.length === 0 ? approval.columns : { manual_check: manual }) } };
}

async function save(ctx: Context, tx: Tx, { input, memberId, keyed }: Asked, file: CaseFile, consentBy: string | null): Promise<void> {
  const { id: claimId, information_needs: needs, under, mode } = file.claim;
  const guarantee = guaranteeOf(file);
  const consent = {
    id: newId(),
    memberId,
    claimId,
    purpose: "TREATMENT" as const,
    textVersion: input.consentTextVersion ?? "",
    assurance: ctx.viewer.assurance,
    givenOn: file.today,
    at: file.now,
  };
  const events: ClaimEventNote[] = [
    { kind: "REPORTED", data: { service: input.service } },
    ...(needs.length > 0 ? [askedFor(...needs)] : []),
    ...(consentBy === null ? [] : [{ kind: "CONSENT_GIVEN" as const, data: { purpose: "TREATMENT" } }]),
    ...(file.claim.approved_at === null ? [] : [{ kind: "APPROVED" as const, data: { under, mode, automatic: true } }]),
  ];
  const audited = { operation: "openClaim", memberId, object: "Claim", objectId: claimId, outcome: "ALLOWED" } as const;
  await write(
    tx,
    {
      claim: [claimRow(file, guarantee)],
      ...(consentBy === null ? {} : consentRows({ ...consent, givenBy: consentBy })),
      claim_event: events.map((event) => eventRow(ctx, file, event)),
      decision: [guaranteeRow(ctx, file, guarantee)],
      audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)],
      outbox: [
        outboxRow("claim.reported", claimId, { claimId }),
        // who sends letters need not look how a report ended
        ...(file.claim.approved_at === null ? [] : [outboxRow("claim.changed", claimId, { claimId, events: ["APPROVED"] })]),
      ],
    },
    [outcomeOf(ctx.viewer.subject, keyed, { claimId })],
  );
}

function consentAsked(
  ctx: Context,
  input: OpenClaimInput,
  { member, guardian_ids, today }: MemberFile,
): { readonly by: string | null; readonly refusals: readonly Refusal[] } {
  if (!input.consentTextVersion || ctx.viewer.role !== "MEMBER") return { by: null, refusals: [] };
  return consentGiver(ctx.viewer, { id: member.id, birthDate: member.birth_date, guardianIds: guardian_ids }, today, null);
}

/** What only the insurer's own people and systems may state. */
function roleRefusals({ viewer }: Context, input: OpenClaimInput): Refusal[] {
  const stated = {
    referral: viewer.role === "MEMBER" && Boolean(input.referral),
    receivedAt: viewer.role === "MEMBER" && Boolean(input.receivedAt),
    reportedVia: viewer.role === "MEMBER" && Boolean(input.reportedVia),
    consentTextVersion: viewer.role !== "MEMBER" && Boolean(input.consentTextVersion),
  };
  return Object.entries(stated).flatMap(([field, refused]) =>
    refused
      ? [
          refusal("NOT_YOURS_TO_STATE", "This is not for you to state.", {
            path: ["input", ...field.split(".")],
            rule: "CLM-HEALTH-TEAM-DECIDES",
            clause: "insurance conditions 2025, section 4.9",
            remedy: "Leave the field out.",
          }),
        ]
      : [],
  );
}

function claimRow({ claim, now }: CaseFile, { columns }: GuaranteeOfClaim): NewRow<"claim"> {
  return { ...claim, ...columns, created_at: now, promise_changed_at: columns.promise_state === "NONE" ? null : now };
}
