/** Batches, payments and lines found on each other, and on the booking and company they belong to. */
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { BookingType } from "../bookings/booking.type.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { connection, type Connection } from "../../gateway/api/paging/connection.js";
import { idAfter, idCursor } from "../../gateway/api/paging/id-cursor.js";
import { rowsOf } from "../../gateway/api/paging/list-of.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../gateway/api/paging/page.js";
import { PositiveInt } from "../../gateway/api/scalars.js";
import { ClinicType, OrganisationType } from "../network/clinic.type.js";
import { AgreedRateType, rateView } from "../rates/rate.type.js";
import { ratesSinceOf } from "./corrections/rate-correction.store.js";
import { answerView, DisputeAnswerType } from "./corrections/answer-dispute.js";
import { disputeAnswersOf } from "./corrections/dispute-answer.store.js";
import { fileView, PaymentFileType } from "./payments/payment-file.type.js";
import { BANK_REASON_WORDS, OTHER_BANK_REASON } from "./payments/bank-reason-words.js";
import { InLanguage, inLanguage, type Language } from "../../vocabulary/language.type.js";
import { BankExceptionType } from "./bank/exceptions/bank-exceptions.js";
import {
  earlierPaymentsOf,
  filesOfBatches,
  linesOf,
  paymentsNamed,
  paymentsOf,
  type LineParent,
  type PaymentParent,
} from "./settlement-of.store.js";
import {
  lineView,
  paymentView,
  SettlementBatchType,
  SettlementLineConnection,
  SettlementLineType,
  SettlementPaymentConnection,
  SettlementPaymentType,
} from "./settlement.type.js";

async function paymentsPage(
  ctx: Context,
  of: PaymentParent,
  id: string,
  { first, after = null }: PageArgs,
): Promise<Connection<SettlementPaymentType>> {
  const size = pageSize(first);
  const list = `payments of ${of}`;
  const place = after === null ? null : String(decodeCursor(list, ["string"], after)[0]);
  const rows = await rowsOf(ctx, idOf(of, id), {
    key: [list, place, size],
    read: (tx, parents) => paymentsOf(tx, of, parents, place, size + 1),
  });
  return connection(rows, size, (row) => encodeCursor(list, [row.end_to_end_id]), paymentView);
}

async function linesPage(ctx: Context, of: LineParent, id: string, { first, after }: PageArgs): Promise<Connection<SettlementLineType>> {
  const size = pageSize(first);
  const list = `lines of ${of}`;
  const place = idAfter(list, after);
  const rows = await rowsOf(ctx, idOf(of, id), {
    key: [list, place, size],
    read: (tx, parents) => linesOf(tx, of, parents, place, size + 1),
  });
  return connection(rows, size, (row) => idCursor(list, row.id), lineView);
}

@Resolver(() => SettlementBatchType)
export class BatchFields {
  @visibleTo("FINANCE")
  @FieldResolver(() => SettlementPaymentConnection, { description: "Its payments, in the order of the file." })
  payments(
    @Root() batch: SettlementBatchType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<SettlementPaymentType>> {
    return paymentsPage(ctx, "SettlementBatch", batch.id, page);
  }

  @visibleTo("FINANCE")
  @FieldResolver(() => SettlementLineConnection, { description: "The lines it pays." })
  lines(
    @Root() batch: SettlementBatchType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<SettlementLineType>> {
    return linesPage(ctx, "SettlementBatch", batch.id, page);
  }

  @visibleTo("FINANCE")
  @FieldResolver(() => [PaymentFileType], {
    description:
      "The files as they left, in their order: one, or several where the bank takes so much at once only; empty before the export.",
  })
  async files(
    @Root() batch: SettlementBatchType,
    @Arg("place", () => PositiveInt, { nullable: true, description: "Only the first, the second, and so on." }) place: number | null,
    @Ctx() ctx: Context,
  ): Promise<PaymentFileType[]> {
    const files = await rowsOf(ctx, idOf("SettlementBatch", batch.id), { key: ["files"], read: filesOfBatches });
    return files.filter((file) => place == null || file.place === place).map(fileView);
  }
}

@Resolver(() => SettlementPaymentType)
export class PaymentFields {
  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => String, {
    nullable: true,
    description: "Why the bank refused or returned it, in words, and what to do about it; null where it did not.",
  })
  reasonInWords(@Root() { state, stateReason }: SettlementPaymentType, @InLanguage() language: Language): string | null {
    if (state !== "REJECTED" && state !== "RETURNED") return null;
    const [en, da] = BANK_REASON_WORDS[stateReason ?? ""] ?? OTHER_BANK_REASON;
    return inLanguage({ en, da }, language);
  }

  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => SettlementLineConnection, { description: "The lines it pays, or paid before the bank sent it back." })
  lines(
    @Root() payment: SettlementPaymentType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<SettlementLineType>> {
    return linesPage(ctx, "SettlementPayment", payment.id, page);
  }
}

@Resolver(() => SettlementLineType)
export class LineFields {
  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => AgreedRateType, {
    nullable: true,
    description:
      "The rate that is agreed for its day now, where that is another than it was quoted and is paid by; finance can correct to it. Null where they are the same.",
  })
  async rateAgreedSince(@Root() line: SettlementLineType, @Ctx() ctx: Context): Promise<AgreedRateType | null> {
    const [rate] = await rowsOf(ctx, idOf("SettlementLine", line.id), { key: ["rate since"], read: ratesSinceOf });
    return rate ? rateView(rate) : null;
  }

  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => SettlementLineConnection, { description: "The corrections that adjust it." })
  corrections(
    @Root() line: SettlementLineType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<SettlementLineType>> {
    return linesPage(ctx, "SettlementLine", line.id, page);
  }

  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => [SettlementPaymentType], {
    description: "Payments of it that the bank sent back, in the order in which they were tried.",
  })
  async earlierPayments(@Root() line: SettlementLineType, @Ctx() ctx: Context): Promise<SettlementPaymentType[]> {
    const rows = await rowsOf(ctx, idOf("SettlementLine", line.id), { key: ["earlier payments"], read: earlierPaymentsOf });
    return rows.map(paymentView);
  }
}

@Resolver(() => SettlementLineType)
export class AnswersOfLine {
  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => [DisputeAnswerType], {
    description: "What the clinic has said to the member's dispute, in the order in which it did; empty where there is none.",
  })
  async disputeAnswers(@Root() line: SettlementLineType, @Ctx() ctx: Context): Promise<DisputeAnswerType[]> {
    const rows = await rowsOf(ctx, idOf("SettlementLine", line.id), { key: ["dispute answers"], read: disputeAnswersOf });
    return rows.map(answerView);
  }
}

@Resolver(() => ClinicType)
export class MoneyOfClinic {
  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => SettlementLineConnection, {
    description: "What is owed and paid for treatments there. A clinic sees its own company's only.",
  })
  settlementLines(
    @Root() clinic: ClinicType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<SettlementLineType>> {
    return linesPage(ctx, "Clinic", clinic.id, page);
  }

  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => SettlementPaymentConnection, {
    description:
      "Payments that hold treatments there, the latest first; those of the company's other clinics may be part of them. A clinic sees its own company's only.",
  })
  payments(
    @Root() clinic: ClinicType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<SettlementPaymentType>> {
    return paymentsPage(ctx, "Clinic", clinic.id, page);
  }
}

@Resolver(() => BankExceptionType)
export class PaymentOfException {
  @visibleTo("FINANCE")
  @FieldResolver(() => SettlementPaymentType, {
    nullable: true,
    description: "The payment whose reference the line has; null where there is none.",
  })
  async payment(@Root() { reference }: BankExceptionType, @Ctx() ctx: Context): Promise<SettlementPaymentType | null> {
    if (reference === null) return null;
    const [found] = await rowsOf(ctx, reference, { key: ["payments named"], read: paymentsNamed });
    return found ? paymentView(found) : null;
  }
}

@Resolver(() => BookingType)
export class LinesOfBooking {
  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM", "MEMBER")
  @FieldResolver(() => SettlementLineConnection, {
    description: "What is owed and paid for it: the line of the treatment and its corrections. Empty before it was attended.",
  })
  settlementLines(
    @Root() booking: BookingType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<SettlementLineType>> {
    return linesPage(ctx, "Booking", booking.id, page);
  }
}

@Resolver(() => OrganisationType)
export class PaymentsOfOrganisation {
  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => SettlementPaymentConnection, {
    description: "What it was paid, the latest first. A clinic sees its own company's only.",
  })
  payments(
    @Root() organisation: OrganisationType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<SettlementPaymentType>> {
    return paymentsPage(ctx, "Organisation", organisation.id, page);
  }

  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => SettlementLineConnection, {
    description: "What is owed and paid for treatments at its clinics. A clinic sees its own company's only.",
  })
  settlementLines(
    @Root() organisation: OrganisationType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<SettlementLineType>> {
    return linesPage(ctx, "Organisation", organisation.id, page);
  }
}
