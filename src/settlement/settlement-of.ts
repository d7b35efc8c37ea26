/** Batches, payments and lines found on each other, and on the booking, company and claim they belong to. */
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { BookingType } from "../bookings/booking.type.js";
import { ClaimType } from "../claims/claim.type.js";
import type { Context } from "../gateway/api/context.js";
import { visibleTo } from "../gateway/api/guard.js";
import { idOf } from "../gateway/api/node.js";
import { connection, type Connection } from "../gateway/api/paging/connection.js";
import { idAfter, idCursor } from "../gateway/api/paging/id-cursor.js";
import { rowsOf } from "../gateway/api/paging/list-of.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../gateway/api/paging/page.js";
import { OrganisationType } from "../network/clinic.type.js";
import { fileView, PaymentFileType } from "./payments/payment-file.type.js";
import { ReimbursementConnection, ReimbursementType, reimbursementView } from "./reimbursements/reimbursement.type.js";
import {
  filesOfBatches,
  linesOf,
  paymentsOf,
  reimbursementsOfClaims,
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
  @FieldResolver(() => PaymentFileType, { nullable: true, description: "The file as it left; null before the first export." })
  async file(@Root() batch: SettlementBatchType, @Ctx() ctx: Context): Promise<PaymentFileType | null> {
    const [file] = await rowsOf(ctx, idOf("SettlementBatch", batch.id), { key: ["file"], read: filesOfBatches });
    return file ? fileView(file) : null;
  }
}

@Resolver(() => SettlementPaymentType)
export class PaymentFields {
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
  @FieldResolver(() => SettlementLineConnection, { description: "The corrections that adjust it." })
  corrections(
    @Root() line: SettlementLineType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<SettlementLineType>> {
    return linesPage(ctx, "SettlementLine", line.id, page);
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
  @FieldResolver(() => SettlementPaymentConnection, { description: "What it was paid, the latest first. A clinic sees its own company's only." })
  payments(
    @Root() organisation: OrganisationType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<SettlementPaymentType>> {
    return paymentsPage(ctx, "Organisation", organisation.id, page);
  }
}

@Resolver(() => ClaimType)
export class ReimbursementsOfClaim {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => ReimbursementConnection, { description: "Decisions about bills of own choice, the latest first." })
  async reimbursements(
    @Root() claim: ClaimType,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<ReimbursementType>> {
    const size = pageSize(first);
    const list = "reimbursements";
    const place = idAfter(list, after);
    const rows = await rowsOf(ctx, idOf("Claim", claim.id), {
      key: [list, place, size],
      read: (tx, claims) => reimbursementsOfClaims(tx, claims, place, size + 1),
      shown: size,
      seen: (shown) =>
        [...new Map(shown.map((each) => [each.claimId, each.memberId]))].map(([claimId, memberId]) => ({
          operation: list,
          memberId,
          object: "Claim",
          objectId: claimId,
          fields: ["reimbursement"],
          outcome: "ALLOWED",
        })),
    });
    return connection(rows, size, (row) => idCursor(list, row.id), reimbursementView);
  }
}
