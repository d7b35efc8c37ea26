import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { enumOf } from "../../../gateway/api/enum.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { money, Money } from "../../../gateway/api/money.js";
import { globalId, idOf } from "../../../gateway/api/node.js";
import { rowsOf } from "../../../gateway/api/paging/list-of.js";
import { ref, refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime, LocalDate, PositiveInt } from "../../../gateway/api/scalars.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { InLanguage, type Language } from "../../../vocabulary/language.type.js";
import { ServiceType, serviceView } from "../../../vocabulary/service.type.js";
import { BookingType } from "../../bookings/booking.type.js";
import { ClaimType } from "../../claims/claim.type.js";
import { documentPath } from "./document-door.js";
import { DocumentFileType } from "../../../vocabulary/document-file.type.js";
import { GUARANTEE_STATE_WORDS, guaranteePdf, type GuaranteeState } from "./payment-guarantee.js";
import { guaranteesOfBookings, guaranteesOfClaims, type GuaranteeRow } from "./payment-guarantee.store.js";

const PaymentGuaranteeStateEnum = enumOf("PaymentGuaranteeState", "Whether a payment guarantee can be relied on.", GUARANTEE_STATE_WORDS);

@visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType("PaymentGuarantee", {
  description:
    "The insurer's promise to pay for an approved treatment (CLM-PAYMENT-GUARANTEE): what, where, until when, how much. It names nobody.",
})
export class PaymentGuaranteeType {
  @Field(() => String, { description: "Reference to show and to write on a bill, e.g. G-B-1004." })
  reference!: string;
  @Field(() => PaymentGuaranteeStateEnum, { description: "Whether it can be relied on." })
  state!: GuaranteeState;
  @relation("Booking", { nullable: true, description: "The appointment it is of; null for one of a claim." })
  booking!: Ref | null;
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @relation("Claim", { description: "The claim it rests on." })
  claim!: Ref;
  @Field(() => ServiceType, { description: "The treatment." })
  service!: ServiceType;
  @Field(() => PositiveInt, { nullable: true, description: "Treatments it is for; null where no number was allocated." })
  treatments!: number | null;
  @relation("Clinic", {
    nullable: true,
    description: "Where; null where any clinic of the network, or a therapist of own choice, may treat.",
  })
  clinic!: Ref | null;
  @Field(() => Boolean, { description: "True for a therapist of the member's own choice: the member pays and is reimbursed." })
  ownChoice!: boolean;
  @Field(() => DateTime, { nullable: true, description: "The appointment; null where none is booked." })
  startsAt!: Date | null;
  @Field(() => LocalDate, { nullable: true, description: "Last day on which the treatment may take place; null while nothing ends it." })
  validThrough!: string | null;
  @Field(() => Money, { nullable: true, description: "What the insurer pays the clinic; null before an appointment is booked." })
  insurerPays!: Money | null;
  @Field(() => Money, { nullable: true, description: "What the member pays the clinic; null before an appointment is booked." })
  memberPays!: Money | null;
  /** Not a field: what the paper is made from. */
  row!: GuaranteeRow;
}

function view(row: GuaranteeRow): PaymentGuaranteeType {
  return {
    reference: row.reference,
    state: row.state,
    booking: refOrNull("Booking", row.bookingId),
    claim: ref("Claim", row.claimId),
    service: serviceView(row.service),
    treatments: row.treatments,
    clinic: refOrNull("Clinic", row.clinic?.id ?? null),
    ownChoice: row.ownChoice,
    startsAt: row.startsAt,
    validThrough: row.validThrough,
    insurerPays: row.insurerPaysMinor === null ? null : money(row.insurerPaysMinor),
    memberPays: row.memberPaysMinor === null ? null : money(row.memberPaysMinor),
    row,
  };
}

async function guaranteeOf(
  ctx: Context,
  uuid: string,
  of: "Booking" | "Claim",
  read: (tx: Tx, ids: readonly string[]) => Promise<GuaranteeRow[]>,
): Promise<PaymentGuaranteeType | null> {
  const [found] = await rowsOf(ctx, uuid, {
    key: ["payment guarantees", of],
    read,
    seen: (rows) =>
      rows.map(({ memberId, parent }) => ({
        operation: "paymentGuarantee",
        memberId,
        object: of,
        objectId: parent,
        fields: ["paymentGuarantee"],
        outcome: "ALLOWED",
      })),
  });
  return found ? view(found) : null;
}

@Resolver(() => BookingType)
export class GuaranteeOfBooking {
  @visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => PaymentGuaranteeType, {
    nullable: true,
    description: "The promise to pay for it, to show at the clinic; null for whoever may see the booking only.",
  })
  paymentGuarantee(@Root() booking: BookingType, @Ctx() ctx: Context): Promise<PaymentGuaranteeType | null> {
    return guaranteeOf(ctx, idOf("Booking", booking.id), "Booking", guaranteesOfBookings);
  }
}

@Resolver(() => ClaimType)
export class GuaranteeOfClaim {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => PaymentGuaranteeType, {
    nullable: true,
    description: "The promise to pay for what was approved, before anything is booked; null while it is not approved.",
  })
  paymentGuarantee(@Root() claim: ClaimType, @Ctx() ctx: Context): Promise<PaymentGuaranteeType | null> {
    return guaranteeOf(ctx, idOf("Claim", claim.id), "Claim", guaranteesOfClaims);
  }
}

@Resolver(() => PaymentGuaranteeType)
export class GuaranteePaper {
  @visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => DocumentFileType, { description: "It as PDF, on one page." })
  pdf(@Root() { row }: PaymentGuaranteeType, @InLanguage() language: Language, @Ctx() ctx: Context): DocumentFileType {
    const issuer = ctx.services.config.payments.payer?.name ?? null;
    const [of, id] =
      row.bookingId === null
        ? (["claims", globalId("Claim", row.claimId)] as const)
        : (["bookings", globalId("Booking", row.bookingId)] as const);
    return {
      fileName: `${row.reference}.pdf`,
      mediaType: "application/pdf",
      path: documentPath.guarantee(of, id, language),
      bytes: () => guaranteePdf(row, language, issuer, row.today),
    };
  }
}
