import type { Service } from "../../rules/codes.js";
import { RATE_CHANNELS, SESSIONS } from "../../../schema/states.js";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { AgreedRate } from "../../../schema/rows.js";
import { runMutation, type MutationOutcome } from "../../gateway/api/run-operation.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { BigIntScalar, LocalDate } from "../../gateway/api/scalars.js";
import { ActPayload, LongKeyedInput } from "../../vocabulary/act.type.js";
import { userErrors } from "../../vocabulary/user-error.type.js";
import { present } from "../../kernel/invariant.js";
import { refusal, Refused } from "../../kernel/refusal.js";
import { auditRow } from "../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../platform/idempotency.js";
import { outboxRow } from "../../platform/trail/outbox.js";
import { newId } from "../../platform/random.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import { write } from "../../platform/postgres/write.js";
import { proposalRefusals, type RateProposal } from "./rate.js";
import { rateById, rateGround } from "./rate.store.js";
import { AgreedRateType, rateView } from "./rate.type.js";
import { ServiceCodeEnum } from "../../vocabulary/rules.type.js";
import { RateChannelEnum, SessionKindEnum } from "./rate-enums.type.js";
import type { RateChannel, SessionKind } from "./rate-words.js";

@InputType({
  description: "Proposes what a treatment costs from a day on. It applies only after another person of the insurer has approved it.",
})
export class ProposeRateInput extends LongKeyedInput {
  @Field(() => ID, { description: "The clinic the rate is for." })
  clinicId!: string;
  @Field(() => ServiceCodeEnum, { description: "The treatment." })
  service!: Service;
  @Field(() => SessionKindEnum, { description: "Which treatment of a claim it is for." })
  session!: SessionKind;
  @Field(() => RateChannelEnum, { defaultValue: "ANY", description: "The way of meeting it applies to; all when left out." })
  channel!: RateChannel;
  @Field(() => BigIntScalar, { description: "Gross amount per treatment in whole øre, 1 or more; without supplements (PRC-SUPPLEMENTS)." })
  amountMinor!: bigint;
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "It is agreed for days that have passed. Treatments of those days are paid as they were quoted; finance corrects the difference (correctToRates).",
  })
  retroactive!: boolean;
  @Field(() => LocalDate, { description: "First day it applies; today or later, and up to 366 days back where it is retroactive." })
  validFrom!: string;
  @Field(() => LocalDate, { nullable: true, description: "First day it no longer applies; leave out for an open end." })
  validUntil?: string | null;
}

@visibleTo("CLINIC_STAFF", "NETWORK_MANAGER")
@ObjectType({ description: "The proposed rate, or every reason why not." })
export class RatePayload extends ActPayload {
  @Field(() => AgreedRateType, { nullable: true, description: "The rate as it now stands; null when it was refused." })
  rate!: AgreedRateType | null;
}

export function ratePayload(outcome: MutationOutcome<AgreedRate | null>): RatePayload {
  return { rate: outcome.result ? rateView(outcome.result) : null, errors: userErrors(outcome.errors), replayed: outcome.replayed };
}

@Resolver()
export class ProposeRate {
  @visibleTo("CLINIC_STAFF", "NETWORK_MANAGER")
  @Mutation(() => RatePayload, { description: "Proposes an agreed rate for one clinic, service, session and channel." })
  async proposeRate(@Arg("input", () => ProposeRateInput) input: ProposeRateInput, @Ctx() ctx: Context): Promise<RatePayload> {
    const clinicId = idOf("Clinic", input.clinicId, ["input", "clinicId"]);
    const keyed = { operation: "proposeRate", key: input.idempotencyKey, input, keepHours: 720 };
    const proposal = { ...input, validUntil: input.validUntil ?? null };
    return ratePayload(
      await runMutation(ctx, {
        operation: "proposeRate",
        keyed,
        work: (tx) => propose(ctx, tx, { clinicId, service: input.service, proposal, keyed }),
        replay: (tx, stored) => rateById(tx, (stored as { rateId: string }).rateId),
      }),
    );
  }
}

type Proposed = { readonly clinicId: string; readonly service: Service; readonly proposal: RateProposal; readonly keyed: IdempotencyKey };

async function propose(ctx: Context, tx: Tx, { clinicId, service, proposal, keyed }: Proposed): Promise<AgreedRate | null> {
  const ground = await rateGround(tx, clinicId, service);
  const foreign = ctx.viewer.role === "CLINIC_STAFF" && ground.provider_id !== ctx.viewer.providerId;
  if (ground.provider_id === null || foreign)
    throw new Refused([refusal("NOT_FOUND", "There is no such clinic.", { path: ["input", "clinicId"], remedy: "Check the id." })]);
  const refusals = proposalRefusals(proposal, ground.today);
  if (!ground.service_known)
    refusals.push(
      refusal("SERVICE_UNKNOWN", "There is no such service.", {
        path: ["input", "service"],
        remedy: "Use a code of the list of services.",
      }),
    );
  if (refusals.length > 0) throw new Refused(refusals);
  const id = newId();
  const row = {
    id,
    clinic_id: clinicId,
    provider_id: ground.provider_id,
    service_code: service,
    session: present(
      SESSIONS.find((session) => session === proposal.session),
      "the session was checked",
    ),
    channel: present(
      RATE_CHANNELS.find((channel) => channel === proposal.channel),
      "the channel was checked",
    ),
    amount_minor: proposal.amountMinor,
    valid_from: proposal.validFrom,
    valid_until: proposal.validUntil,
    retroactive: proposal.retroactive,
    state: "PROPOSED" as const,
    proposed_by: ctx.viewer.subject,
    proposed_at: ground.now,
    version: 1,
  };
  await write(
    tx,
    {
      agreed_rate: [row],
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, { operation: "proposeRate", object: "AgreedRate", objectId: id, outcome: "ALLOWED" }),
      ],
      outbox: [outboxRow("rate.proposed", id, { rateId: id, clinicId, providerId: ground.provider_id })],
    },
    [outcomeOf(ctx.viewer.subject, keyed, { rateId: id })],
  );
  return present(await rateById(tx, id), "the proposed rate is readable by its proposer");
}
