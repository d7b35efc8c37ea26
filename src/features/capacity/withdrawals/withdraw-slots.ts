import { ArrayMaxSize, MaxLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation, type MutationOutcome } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { DateTime, LocalDate, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { ActPayload, KeyedInput } from "../../../vocabulary/act.type.js";
import { ErrorCodeEnum, UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { Refused, refusal } from "../../../kernel/refusal.js";
import { actForClinic } from "../../promise/replanning/withdrawn.store.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { lockClinics } from "../closures/closure.store.js";
import { closuresOfWithdrawal } from "./closures-of-withdrawal.js";
import { withdraw, type WithdrawalAnswer, type WithdrawnAppointment } from "./withdraw.js";
import { withdrawable, runningInto, type WithdrawalSelection } from "./withdrawal.store.js";
import { WithdrawalOutcomeEnum } from "../slot-enums.type.js";
import { ChannelEnum } from "../../../vocabulary/rules.type.js";
import { ref, refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";

@InputType({ description: "Closes openings of one clinic, booked ones too. Name them one by one, or by practitioner and period." })
export class WithdrawSlotsInput extends KeyedInput {
  @Field(() => ID, { description: "The clinic; must be one of your own." })
  clinicId!: string;
  @ArrayMaxSize(250)
  @Field(() => [ID], { nullable: true, description: "Only these openings, up to 250." })
  slotIds?: string[] | null;
  @Field(() => ID, { nullable: true, description: "Only this practitioner's openings." })
  practitionerId?: string | null;
  @Field(() => DateTime, { nullable: true, description: "Only openings that start at this instant or later." })
  from?: Date | null;
  @Field(() => DateTime, { nullable: true, description: "Only openings that start before this instant." })
  to?: Date | null;
  @Field(() => Boolean, { nullable: true, description: "True: change nothing, only say who is affected and where each could go." })
  preview?: boolean | null;
  @MaxLength(200)
  @Field(() => String, {
    nullable: true,
    description: "Why, in a few words without health details; the members are told. Up to 200 characters.",
  })
  reason?: string | null;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM", "NETWORK_MANAGER")
@ObjectType("NewTime", { description: "A time that takes the place of one that cannot be kept.", simpleResolvers: true })
export class NewTimeType {
  @Field(() => DateTime, { description: "Start." })
  startsAt!: string;
  @relation("Clinic", { description: "The clinic." })
  clinic!: Ref;
  @Field(() => ChannelEnum, { description: "How to meet." })
  channel!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      "Kilometres the member travels more than before, in a straight line; negative when it is less. Null where the home is not known.",
  })
  extraKm!: number | null;
  @Field(() => Int, { nullable: true, description: "Working days left until the latest date of the promise; null where none hangs on it." })
  marginWorkingDays!: number | null;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM")
@ObjectType("WithdrawnAppointment", {
  description: "One appointment on a withdrawn opening and what becomes of it.",
  simpleResolvers: true,
})
export class WithdrawnAppointmentType {
  @relation("Booking", { description: "The appointment that cannot be kept." })
  booking!: Ref;
  @Field(() => WithdrawalOutcomeEnum, { description: "What becomes of it." })
  outcome!: string;
  @relation("Booking", {
    nullable: true,
    description: "The new appointment; null in a preview, and where it is at another company's clinic and you are a clinic.",
    mayBeHidden: true,
  })
  newBooking!: Ref | null;
  @Field(() => NewTimeType, { nullable: true, description: "The new time, in a preview the one it would get; null where nothing fits." })
  newTime!: NewTimeType | null;
  @Field(() => LocalDate, { nullable: true, description: "Latest date of the promise that hangs on it; null where none does." })
  latestOn!: string | null;
  @visibleTo("HEALTH_TEAM")
  @Field(() => String, {
    nullable: true,
    description: "Why nothing fits: claims, area, days, and the units that are missing. Null where something does.",
  })
  certificate!: string | null;
  @visibleTo("HEALTH_TEAM")
  @Field(() => [ErrorCodeEnum], { description: "What the insurance had against the new time." })
  refusedFor!: readonly string[];
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM")
@ObjectType({ description: "What the withdrawal did or, in a preview, would do; or every reason why not." })
export class WithdrawSlotsPayload extends ActPayload {
  @Field(() => NonNegativeInt, { description: "Openings closed." })
  withdrawn!: number;
  @relation("Closure", {
    list: true,
    description: "The closings that now stand: no schedule, file or calendar opens their time until openTime does. None in a preview.",
  })
  closures!: readonly Ref[];
  @Field(() => [WithdrawnAppointmentType], { description: "Every appointment affected." })
  appointments!: readonly WithdrawnAppointmentType[];
  @Field(() => [UserError], { description: "Every reason why not; empty on success. Nothing was changed then." })
  errors!: readonly UserError[];
}

@Resolver()
export class WithdrawSlots {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM")
  @costs({ own: 90 })
  @Mutation(() => WithdrawSlotsPayload, {
    description:
      "Closes openings that are still to come, and their time until openTime opens it: no schedule, file or calendar does. Whoever was booked there is moved inside the guarantee in the same act, with money and limits, or escalated with proof that nothing fits. All or nothing.",
  })
  async withdrawSlots(
    @Arg("input", () => WithdrawSlotsInput) input: WithdrawSlotsInput,
    @Ctx() ctx: Context,
  ): Promise<WithdrawSlotsPayload> {
    const keyed = { operation: "withdrawSlots", key: input.idempotencyKey, input, keepHours: 72 };
    const clinicId = idOf("Clinic", input.clinicId, ["input", "clinicId"]);
    const selection: WithdrawalSelection = {
      clinicIds: [clinicId],
      by: "STARTING",
      slotIds: input.slotIds?.map((id) => idOf("Slot", id, ["input", "slotIds"])) ?? null,
      practitionerId: input.practitionerId == null ? null : idOf("Practitioner", input.practitionerId, ["input", "practitionerId"]),
      from: input.from ?? null,
      to: input.to ?? null,
    };
    const outcome = await runMutation<WithdrawalAnswer>(ctx, {
      operation: "withdrawSlots",
      rights: "WORKER",
      keyed: input.preview ? null : keyed,
      work: async (tx) => {
        if (isEverything(input)) throw new Refused([NOTHING_NAMED]);
        const { providerId } = await actForClinic(tx, clinicId);
        if (!input.preview) await lockClinics(tx, providerId, clinicId);
        await refuseUnknown(tx, selection);
        return withdraw(ctx, tx, {
          operation: "withdrawSlots",
          providerId,
          selection,
          closuresFor: async (slots) => {
            const running = selection.from && selection.to ? await runningInto(tx, selection) : null;
            return closuresOfWithdrawal(selection, slots, running, { providerId, reason: input.reason ?? null, newId });
          },
          mostOpenings: MOST_OPENINGS,
          preview: input.preview ?? false,
          reason: input.reason ?? null,
          keyed,
        });
      },
      replay: (_, stored) => Promise.resolve(storedAnswer(stored)),
    });
    return withdrawalPayload(outcome);
  }
}

/** Openings withdrawn in one act: a month of one practitioner, or a day of a large house. */
const MOST_OPENINGS = 1_000;

/** Repeated and unknown ids are named, each with its place: a list that is not what its sender believes is not half done. */
async function refuseUnknown(tx: Tx, selection: WithdrawalSelection): Promise<void> {
  const ids = selection.slotIds ?? [];
  if (ids.length === 0) return;
  const known = await withdrawable(tx, selection);
  const refusals = ids.flatMap((id, n) => {
    const path = ["input", "slotIds", String(n)];
    if (ids.indexOf(id) < n) return [refusal("DUPLICATE_ID", "The same opening stands earlier in the list.", { path })];
    return !known.has(id)
      ? [refusal("NOT_FOUND", "There is no such opening of this clinic, or it is not open any more.", { path, remedy: "Check the id." })]
      : [];
  });
  if (refusals.length > 0) throw new Refused(refusals);
}

/** A clinic that stops altogether says until when it means it. */
function isEverything({ slotIds, practitionerId, from, to }: WithdrawSlotsInput): boolean {
  return slotIds == null && practitionerId == null && from == null && to == null;
}

const NOTHING_NAMED = refusal("NOTHING_NAMED", "Say which openings are meant.", {
  path: ["input"],
  remedy: "Give slotIds, a practitioner, or a period.",
});

/** The outcome kept with the key is this operation's own answer. */
export function storedAnswer(stored: unknown): WithdrawalAnswer | null {
  return typeof stored === "object" && stored !== null && "appointments" in stored ? (stored as WithdrawalAnswer) : null;
}

export function withdrawalPayload({ result, errors, replayed }: MutationOutcome<WithdrawalAnswer>): WithdrawSlotsPayload {
  const { withdrawn = 0, appointments = [], closureIds = [] } = result ?? {};
  return {
    withdrawn,
    closures: closureIds.map((id) => ref("Closure", id)),
    appointments: appointments.map(view),
    errors: userErrors(errors),
    replayed,
  };
}

function view(appointment: WithdrawnAppointment): WithdrawnAppointmentType {
  const { bookingId, newBookingId, outcome, latestOn, certificate, refusedFor } = appointment;
  return {
    booking: ref("Booking", bookingId),
    outcome,
    newBooking: refOrNull("Booking", newBookingId),
    newTime: newTimeOf(appointment),
    latestOn,
    certificate,
    refusedFor,
  };
}

export function newTimeOf({ newStartsAt, newClinicId, newChannel, extraKm, marginWorkingDays }: WithdrawnAppointment): NewTimeType | null {
  if (newStartsAt === null || newClinicId === null || newChannel === null) return null;
  return { startsAt: newStartsAt, clinic: ref("Clinic", newClinicId), channel: newChannel, extraKm, marginWorkingDays };
}
