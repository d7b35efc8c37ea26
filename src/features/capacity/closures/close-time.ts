import { MaxLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import { KeyedInput } from "../../../vocabulary/act.type.js";
import { Refused, refusal } from "../../../kernel/refusal.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { actForClinic, actForCompany } from "../../promise/replanning/withdrawn.store.js";
import { withdraw, type WithdrawalAnswer } from "../withdrawals/withdraw.js";
import { storedAnswer, withdrawalPayload, WithdrawSlotsPayload } from "../withdrawals/withdraw-slots.js";
import type { WithdrawalSelection } from "../withdrawals/withdrawal.store.js";
import { lockClinics, worksThere } from "./closure.store.js";

/** Openings closed in one act: two weeks of a large house. */
const MOST_OPENINGS = 5_000;
/** Longer than any leave; further is an agreement that ends. */
const MOST_DAYS = 731;

@InputType({ description: "Closed from ... to ...: a practitioner, a clinic, or with neither all clinics of the company." })
export class CloseTimeInput extends KeyedInput {
  @Field(() => ID, { nullable: true, description: "The clinic; left out, every clinic of your company." })
  clinicId?: string | null;
  @Field(() => ID, { nullable: true, description: "Only this practitioner; left out, everyone who works there." })
  practitionerId?: string | null;
  @Field(() => DateTime, { description: "From when on; openings that reach into the time are closed as a whole." })
  from!: Date;
  @Field(() => DateTime, { description: "Until when, not included; up to two years later." })
  to!: Date;
  @Field(() => Boolean, { nullable: true, description: "True: change nothing, only say who is affected and where each could go." })
  preview?: boolean | null;
  @MaxLength(200)
  @Field(() => String, {
    nullable: true,
    description: "Why, in a few words without health details; the members are told. Up to 200 characters.",
  })
  reason?: string | null;
}

@Resolver()
export class CloseTime {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM")
  @costs({ own: 90 })
  @Mutation(() => WithdrawSlotsPayload, {
    description:
      "Closes time over all sources: no schedule, file or calendar offers it until openTime opens it. Whoever is booked there is moved or escalated as by withdrawSlots. All or nothing.",
  })
  async closeTime(@Arg("input", () => CloseTimeInput) input: CloseTimeInput, @Ctx() ctx: Context): Promise<WithdrawSlotsPayload> {
    const clinicId = input.clinicId == null ? null : idOf("Clinic", input.clinicId, ["input", "clinicId"]);
    const practitionerId = input.practitionerId == null ? null : idOf("Practitioner", input.practitionerId, ["input", "practitionerId"]);
    const keyed = { operation: "closeTime", key: input.idempotencyKey, input, keepHours: 72 };
    const outcome = await runMutation<WithdrawalAnswer>(ctx, {
      operation: "closeTime",
      rights: "WORKER",
      keyed: input.preview ? null : keyed,
      work: async (tx) => {
        refuseStretch(input);
        const { providerId } = clinicId === null ? await actForCompany(tx) : await actForClinic(tx, clinicId);
        const clinicIds = await lockClinics(tx, providerId, clinicId);
        if (practitionerId !== null) await refuseStranger(tx, clinicIds, practitionerId);
        const selection: WithdrawalSelection = { clinicIds, practitionerId, from: input.from, to: input.to, by: "TOUCHING" };
        const reason = input.reason ?? null;
        const closure = {
          id: newId(),
          provider_id: providerId,
          clinic_id: clinicId,
          practitioner_id: practitionerId,
          starts_at: input.from,
          ends_at: input.to,
          reason,
        };
        return withdraw(ctx, tx, {
          operation: "closeTime",
          providerId,
          selection,
          closuresFor: () => Promise.resolve([closure]),
          mostOpenings: MOST_OPENINGS,
          preview: input.preview ?? false,
          reason,
          keyed,
        });
      },
      replay: (_, stored) => Promise.resolve(storedAnswer(stored)),
    });
    return withdrawalPayload(outcome);
  }
}

function refuseStretch({ from, to }: CloseTimeInput): void {
  if (to.getTime() <= from.getTime())
    throw new Refused([refusal("ENDS_BEFORE_START", "The time must end after it begins.", { path: ["input", "to"] })]);
  if (to.getTime() - from.getTime() > MOST_DAYS * 86_400_000)
    throw new Refused([refusal("PERIOD_TOO_LONG", "Time is closed for up to two years at once.", { path: ["input", "to"] })]);
}

async function refuseStranger(tx: Tx, clinicIds: readonly string[], practitionerId: string): Promise<void> {
  if (await worksThere(tx, clinicIds, practitionerId)) return;
  throw new Refused([refusal("PRACTITIONER_UNKNOWN", "No such practitioner works there.", { path: ["input", "practitionerId"] })]);
}
