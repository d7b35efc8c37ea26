import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { ClaimType } from "../../claims/claim.type.js";
import { costs } from "../../../gateway/admission/cost.js";
import type { Booking } from "../../../../schema/rows.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";
import { rowsOf } from "../../../gateway/api/paging/list-of.js";
import { DateTime, LocalDate, PositiveInt } from "../../../gateway/api/scalars.js";
import { ServiceType, serviceView } from "../../../vocabulary/service.type.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { QuoteType, quoteView } from "../../rates/rate.type.js";
import { harmIn } from "../book/ask-admission.js";
import { decideBooking } from "../booking.js";
import { readQuoteFiles } from "../booking.store.js";
import { CoverageNoteEnum, StandingEnum } from "../../../vocabulary/rules.type.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("SlotQuote", {
  description:
    "What booking this slot for this claim would mean right now. It takes nothing and promises nothing: a booking decides again.",
})
export class SlotQuote {
  @relation("Claim", { description: "The claim it would be booked for." })
  claim!: Ref;
  @relation("Slot", { description: "The slot." })
  slot!: Ref;
  @relation("Clinic", { description: "The clinic of the slot." })
  clinic!: Ref;
  @relation("Practitioner", { description: "Who would treat." })
  practitioner!: Ref;
  @Field(() => ServiceType, { description: "The treatment that is priced: the claim's." })
  service!: ServiceType;
  @Field(() => QuoteType, { nullable: true, description: "The price and who pays which part; null when no rate is agreed for that day." })
  price!: QuoteType | null;
  @Field(() => Boolean, { description: "True when nothing stands against the booking at this moment." })
  bookable!: boolean;
  @Field(() => [UserError], { description: "Everything that would refuse the booking, with what would help." })
  refusals!: readonly UserError[];
  @Field(() => StandingEnum, {
    nullable: true,
    description: "How a first appointment would stand against the promise; null where no guarantee runs.",
  })
  standing!: Booking["standing"];
  @Field(() => LocalDate, {
    nullable: true,
    description: "Last day on which the promise can be kept; null where it is no first appointment, or nothing is promised.",
  })
  latestOn!: string | null;
  @Field(() => PositiveInt, { description: "1 for the first treatment of the claim: it decides which rate applies." })
  sessionNumber!: number;
  @Field(() => Int, { nullable: true, description: "Treatments left in the tightest limit, this one included; null without a limit." })
  treatmentsRemaining!: number | null;
  @Field(() => DateTime, { description: "Until this instant it could be cancelled free of charge (ABS-LATE-CANCEL)." })
  freeCancellationUntil!: Date;
  @Field(() => [CoverageNoteEnum], { description: "What to know about the treatment." })
  notes!: readonly string[];
}

@Resolver(() => ClaimType)
export class QuoteSlot {
  @costs({ own: 50 })
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => SlotQuote, {
    nullable: true,
    description: "Price, cover and standing of one slot for this claim; null when there is no such slot.",
  })
  async quote(
    @Root() of: ClaimType,
    @Arg("slotId", () => ID, { description: "The slot." }) slotId: string,
    @Ctx() ctx: Context,
  ): Promise<SlotQuote | null> {
    const [claim, slot] = [idOf("Claim", of.id), idOf("Slot", slotId, ["slotId"])];
    const [found] = await rowsOf(ctx, claim, {
      key: ["quote", slot],
      read: (tx, claims) => readQuoteFiles(tx, claims, slot),
      seen: (files) =>
        files.map(({ file }) => ({
          operation: "quote",
          memberId: file.claim.member_id,
          object: "Claim",
          objectId: file.claim.id,
          fields: ["cover", "guarantee", "price"],
          outcome: "ALLOWED",
        })),
    });
    if (!found) return null;
    const harm = harmIn(ctx, claim, found.at);
    const decision = decideBooking(found.file, found.at, { role: ctx.viewer.role, overrideReason: null, harm });
    return {
      claim: ref("Claim", claim),
      slot: ref("Slot", slot),
      clinic: ref("Clinic", found.at.slot.clinic_id),
      practitioner: ref("Practitioner", found.at.slot.practitioner_id),
      service: serviceView(found.file.claim.service_code),
      price: decision.quote && quoteView(decision.quote, found.file.claim.service_code),
      bookable: decision.refusals.length === 0,
      refusals: userErrors(decision.refusals),
      standing: decision.standing,
      latestOn: decision.latestOn,
      sessionNumber: decision.sessionNumber,
      treatmentsRemaining: decision.coverage.decision.treatmentsRemaining,
      freeCancellationUntil: decision.freeCancellationUntil,
      notes: decision.coverage.decision.notes,
    };
  }
}
