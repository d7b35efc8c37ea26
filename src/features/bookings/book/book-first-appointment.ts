import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Booking } from "../../../../schema/rows.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { LanguageTag, LocalDate, NonNegativeInt, PostalCode } from "../../../gateway/api/scalars.js";
import { ActPayload, KeyedInput } from "../../../vocabulary/act.type.js";
import { ErrorCodeEnum, userErrors } from "../../../vocabulary/user-error.type.js";
import { Refused } from "../../../kernel/refusal.js";
import type { IdempotencyKey } from "../../../platform/idempotency.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { replayBooking } from "../booking-answer.js";
import { BookingType, bookingView } from "../booking.type.js";
import { claimRefusals } from "../quote/bookable.js";
import { loadFirstCase, type FirstCaseRow } from "./candidate.store.js";
import { escalateClaim, noSlot } from "./escalate-claim.js";
import { ALREADY_BOOKED, isPromised, tryStep, type FirstSearch, type SearchAttempt } from "./find-first-slot.js";
import { UNKNOWN_CLAIM } from "./place-booking.js";
import { searchSteps } from "./search-steps.js";
import { caseRefusals } from "../quote/case-refusals.js";
import type { TimeOfDay } from "../../claims/case-file/claim-record.js";
import { wishesOf } from "./wishes.js";
import { ChannelEnum } from "../../../vocabulary/rules.type.js";
import { GenderEnum } from "../../members/member-enums.type.js";
import { SearchStepEnum, TimeOfDayEnum } from "../booking-enums.type.js";
import { WishEnum } from "../../claims/claim-enums.type.js";
import type { Channel } from "../../../rules/codes.js";

@InputType({
  description:
    "What the member would like; over the wishes kept with the claim. Language and gender are held as long as the promise can be kept with them; part of the day decides among times that are equally good.",
})
export class AppointmentWishesInput {
  @Field(() => ChannelEnum, { nullable: true, description: "How to meet; in person when left out." })
  channel?: Channel | null;
  @Field(() => LanguageTag, { nullable: true, description: "Language of the treatment, e.g. en." })
  language?: string | null;
  @Field(() => GenderEnum, { nullable: true, description: "Gender of the practitioner." })
  gender?: string | null;
  @Field(() => TimeOfDayEnum, { nullable: true, description: "Part of the day." })
  timeOfDay?: TimeOfDay | null;
  @Field(() => PostalCode, { nullable: true, description: "Postal code to travel from instead of home." })
  postalCode?: string | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: "First day that suits. One after the latest date is a wish for a later date; have it recorded first.",
  })
  notBefore?: string | null;
}

@InputType({ description: "Asks the gateway to find and book the first appointment of a claim." })
export class BookFirstAppointmentInput extends KeyedInput {
  @Field(() => ID, { description: "The approved claim." })
  claimId!: string;
  @Field(() => AppointmentWishesInput, { nullable: true, description: "What the member would like." })
  wishes?: AppointmentWishesInput | null;
  @Field(() => String, {
    nullable: true,
    description: "Health team only: why a time that another promise needs is taken all the same. Audited.",
  })
  overrideReason?: string | null;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("SearchTried", { description: "One step of a search for a first appointment that gave nothing.", simpleResolvers: true })
export class SearchTried {
  @Field(() => SearchStepEnum, { description: "How far it looked." })
  step!: string;
  @Field(() => [ChannelEnum], { description: "Ways of meeting looked for." })
  channels!: readonly Channel[];
  @Field(() => Int, { nullable: true, description: "Kilometres looked around; null is the whole country." })
  withinKm!: number | null;
  @Field(() => NonNegativeInt, { description: "Free times inside the deadline that the cover allows." })
  found!: number;
  @Field(() => NonNegativeInt, { description: "Of these, times that another promise cannot do without." })
  harmful!: number;
  @Field(() => [ErrorCodeEnum], { description: "What stood against those that were tried." })
  refused!: readonly string[];
  @Field(() => [WishEnum], { description: "Wishes set aside in this step: an opening need not meet them." })
  setAside!: readonly string[];
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType({ description: "The booking and why this time, or every reason why not and what was tried." })
export class BookFirstAppointmentPayload extends ActPayload {
  @Field(() => BookingType, {
    nullable: true,
    description: "The confirmed booking; chosenBecause says why it was this time. Null when it was refused.",
  })
  booking!: BookingType | null;
  @Field(() => [SearchTried], {
    description: "When nothing fitted: the steps of the search. The claim is then escalated to the health team.",
  })
  tried!: readonly SearchTried[];
}

type Found = {
  readonly booking: Booking | null;
  readonly tried: readonly SearchAttempt[];
  readonly latestOn: string | null;
  readonly promised: boolean;
};

@Resolver()
export class BookFirstAppointment {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Mutation(() => BookFirstAppointmentPayload, {
    description:
      "Finds the best free time inside the guarantee and books it: on target before within the limit, then the shortest way, then the earliest day, then the wishes. Widens the distance, then sets wishes aside, gender before language, then looks for other ways of meeting; if nothing fits, the claim is escalated. The booking says which wish it could not meet.",
  })
  async bookFirstAppointment(
    @Arg("input", () => BookFirstAppointmentInput) input: BookFirstAppointmentInput,
    @Ctx() ctx: Context,
  ): Promise<BookFirstAppointmentPayload> {
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const keyed = { operation: "bookFirstAppointment", key: input.idempotencyKey, input, keepHours: 72 };
    const outcome = await runMutation<Found, FirstCaseRow | undefined>(ctx, {
      operation: "bookFirstAppointment",
      keyed,
      load: loadFirstCase(claimId, input.wishes?.postalCode ?? null),
      work: (tx, loaded) => findAndBook(ctx, tx, loaded, input, keyed),
      replay: replayFound,
    });
    const { booking = null, tried = [], latestOn = null, promised = false } = outcome.result ?? {};
    const nothing = outcome.result && !booking ? [noSlot(tried, latestOn, promised)] : [];
    return {
      booking: booking && bookingView(booking),
      errors: userErrors([...outcome.errors, ...nothing]),
      tried,
      replayed: outcome.replayed,
    };
  }
}

async function findAndBook(
  ctx: Context,
  tx: Tx,
  file: FirstCaseRow | undefined,
  input: BookFirstAppointmentInput,
  keyed: IdempotencyKey,
): Promise<Found> {
  if (!file) throw new Refused([UNKNOWN_CLAIM]);
  const first = { file, radiusKm: file.radius_km, from: file.from_place };
  const refusals = [
    ...(file.claim.first_booking_id === null ? [] : [ALREADY_BOOKED]),
    ...claimRefusals(file),
    ...caseRefusals(file, ctx.viewer.role, input.overrideReason ?? null),
  ];
  if (refusals.length > 0) throw new Refused(refusals);
  const { postalCode: postnr, ...wished } = input.wishes ?? {};
  const wishes = wishesOf(file.claim.wishes, { ...wished, postnr });
  const search: FirstSearch = { first, wishes, keyed, overrideReason: input.overrideReason ?? null };
  const { latest_on: latestOn } = file.claim;
  const promised = isPromised(file);
  const tried: SearchAttempt[] = [];
  for (const step of searchSteps(wishes, first.radiusKm, promised && file.claim.guarantee_class === "CRISIS_3H")) {
    const found = await tryStep(ctx, tx, search, step);
    if ("id" in found) return { booking: found, tried, latestOn, promised };
    tried.push(found);
  }
  if (!promised) throw new Refused([noSlot(tried, latestOn, promised)]);
  await escalateClaim(ctx, tx, file, { tried, notBefore: wishes.notBefore }, keyed);
  return { booking: null, tried, latestOn, promised };
}

async function replayFound(tx: Tx, stored: unknown): Promise<Found> {
  const kept = (stored ?? {}) as { bookingId?: string; tried?: readonly SearchAttempt[]; latestOn?: string | null };
  return { booking: await replayBooking(tx, stored), tried: kept.tried ?? [], latestOn: kept.latestOn ?? null, promised: true };
}
