import { Field, ObjectType } from "type-graphql";
import { visibleTo } from "../../../gateway/api/guard.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import { money, Money } from "../../../gateway/api/money.js";
import type { EndingFile, EndState } from "./ending.js";
import { isLate } from "./ending.js";
import { BookingStateEnum, GuaranteeEffectEnum } from "../booking-enums.type.js";

@visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType("CancellationTerms", {
  description: "What calling an appointment off means: for the money, for the treatments and for the guarantee.",
  simpleResolvers: true,
})
export class CancellationTerms {
  @Field(() => BookingStateEnum, { description: "The state it ends in." })
  state!: EndState;
  @Field(() => Boolean, { description: "True after the clinic's limit for free cancellation (ABS-LATE-CANCEL)." })
  late!: boolean;
  @Field(() => DateTime, { description: "Until this instant it is free of charge." })
  freeUntil!: Date | string;
  @Field(() => Money, { description: "What the insurer pays for it: always nothing (ABS-LATE-CANCEL, ABS-PROVIDER-OR-TIMELY)." })
  insurerPays!: Money;
  @Field(() => Boolean, {
    description: "The clinic may send the member a bill of its own for a late cancellation; the insurer does not cover it.",
  })
  memberMayBeCharged!: boolean;
  @Field(() => Boolean, { description: "The treatment goes back to the claim's portion and limits (BOK-COUNT)." })
  treatmentReturned!: boolean;
  @Field(() => GuaranteeEffectEnum, { description: "What becomes of the guarantee." })
  guarantee!: string;
}

export function termsOf(file: EndingFile, state: EndState, guarantee: "UNCHANGED" | "CONTINUES" | "LAPSES"): CancellationTerms {
  const late = state === "CANCELLED_LATE" || (state === "MOVED" && isLate(file));
  return {
    state,
    late,
    freeUntil: file.booking.free_cancellation_until,
    insurerPays: money(0n),
    memberMayBeCharged: late,
    treatmentReturned: true,
    guarantee,
  };
}
