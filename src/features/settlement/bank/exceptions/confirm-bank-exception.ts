import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import { runMutation } from "../../../../gateway/api/run-operation.js";
import type { Context } from "../../../../gateway/api/context.js";
import { visibleTo } from "../../../../gateway/api/guard.js";
import { idOf } from "../../../../gateway/api/node.js";
import { LongKeyedInput } from "../../../../vocabulary/act.type.js";
import { userErrors } from "../../../../vocabulary/user-error.type.js";
import { invariant } from "../../../../kernel/invariant.js";
import { refusal, Refused } from "../../../../kernel/refusal.js";
import { entryRows, type BookRows } from "../../../ledger/entry.js";
import { auditRow } from "../../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../../platform/idempotency.js";
import { outboxRow } from "../../../../platform/trail/outbox.js";
import { newId } from "../../../../platform/random.js";
import { statement } from "../../../../platform/postgres/statement.js";
import type { Tx } from "../../../../platform/postgres/transaction.js";
import { change, write } from "../../../../platform/postgres/write.js";
import { lockSettlement } from "../../batches/closing/gather.store.js";
import { danishToday } from "../../payments/export.store.js";
import { settleMoves } from "../import.store.js";
import type { KnownPayment } from "../import-plan.js";
import {
  countAsTold,
  exceptionById,
  lockExceptions,
  paymentsOfException,
  takeLinesBack,
  type BankExceptionRecord,
} from "./bank-exception.store.js";
import { exceptionView } from "./bank-exceptions.js";
import { paymentEvent } from "../../payments/payee.js";
import { openException } from "./open-exception.js";
import { openRecord, ResolveBankExceptionPayload } from "./resolve-bank-exception.js";
import { resolved, type PaymentEnd, type Resolved } from "./resolution.js";

@InputType({ description: "Confirms what another person found out about an entry of the exceptions queue." })
export class ConfirmBankExceptionInput extends LongKeyedInput {
  @Field(() => ID, { description: "The exception." })
  id!: string;
}

@Resolver()
export class ConfirmBankException {
  @visibleTo("FINANCE")
  @Mutation(() => ResolveBankExceptionPayload, {
    description:
      "Enters in the book what another person proposed with resolveBankException, and lets the payments follow. Not by the person who proposed it.",
  })
  async confirmBankException(
    @Arg("input", () => ConfirmBankExceptionInput) input: ConfirmBankExceptionInput,
    @Ctx() ctx: Context,
  ): Promise<ResolveBankExceptionPayload> {
    const id = idOf("BankException", input.id, ["input", "id"]);
    const keyed = { operation: "confirmBankException", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "confirmBankException",
      keyed,
      work: (tx) => confirm(ctx, tx, id, keyed),
      replay: (tx) => exceptionById(tx, id),
    });
    return { exception: result && exceptionView(result), errors: userErrors(errors), replayed };
  }
}

const CONFIRM = statement(
  "confirm_exceptions",
  `update bank_exception e set resolution = p.resolution, against_id = p.id, proposed_by = p.proposed_by,
     proposed_at = p.proposed_at, resolved_by = $3, resolved_at = clock_now()
   from bank_exception p where p.id = $1 and e.id = $2 and e.resolved_at is null`,
);
const CONFIRM_ONE = statement(
  "confirm_exception",
  "update bank_exception set resolved_by = $2, resolved_at = clock_now() where id = $1 and resolved_at is null",
);

async function confirm(ctx: Context, tx: Tx, id: string, keyed: IdempotencyKey): Promise<BankExceptionRecord | null> {
  await lockSettlement(tx);
  const record = openRecord(await lockExceptions(tx, [id]), id, "id");
  const { resolution, proposed_by, against_id } = record;
  if (resolution === null || proposed_by === null) throw new Refused([NOTHING_PROPOSED]);
  if (proposed_by === ctx.viewer.subject) throw new Refused([FOUR_EYES]);
  const exception = openException(record);
  if (against_id !== null) {
    // what it was to be set off against may have been resolved otherwise since
    const other = openException(openRecord(await lockExceptions(tx, [against_id]), against_id, "id"));
    invariant(other.amountMinor === -exception.amountMinor, "an exception keeps its amount");
  }
  const payments = await paymentsOfException(tx, record.payment_ids);
  const end = resolved(
    exception,
    resolution,
    payments.map((p) => ({ ...p, state: p.standing.state })),
    record.owner_id,
  );
  if ("code" in end) throw new Refused([end]);
  await letFollow(tx, record, end, payments);
  const { now, today } = await danishToday(tx);
  const by = { actor: ctx.viewer.subject, recordedAt: now, newId };
  await write(
    tx,
    {
      ...bookRows(record, end, today, by),
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation: "confirmBankException",
          object: "BankException",
          objectId: id,
          outcome: "ALLOWED",
          rule: resolution,
        }),
      ],
      outbox: end.payments.map(({ payment, to }) => outboxRow(...paymentEvent(payment, to))),
    },
    [
      change(CONFIRM_ONE.with(id, ctx.viewer.subject), 1),
      ...(against_id === null ? [] : [change(CONFIRM.with(id, against_id, ctx.viewer.subject), 1)]),
      outcomeOf(ctx.viewer.subject, keyed, { exceptionId: id }),
    ],
  );
  return exceptionById(tx, id);
}

const NOTHING_PROPOSED = refusal("NOTHING_PROPOSED", "Nobody has said what became of it.", {
  path: ["input", "id"],
  remedy: "Somebody says it with resolveBankException; another person confirms.",
});
const FOUR_EYES = refusal("FOUR_EYES", "Whoever proposed a resolution does not confirm it.", {
  path: ["input", "id"],
  remedy: "Another person has to do this.",
});
const LINES_GATHERED = refusal("LINES_GATHERED", "The treatments of this payment are disputed, or on their way in another payment.", {
  path: ["input", "id"],
  remedy: "Take the other payment out of its batch, or have the bank pay the money back and set the two off against each other.",
});

/** Payments and their lines go where the bank said; lines that were given back are taken back, all of them or none. */
async function letFollow(tx: Tx, record: BankExceptionRecord, end: Resolved, payments: readonly KnownPayment[]): Promise<void> {
  if (end.payments.length === 0) return;
  const known = (of: PaymentEnd): KnownPayment[] => payments.filter((p) => p.id === of.payment.id);
  const back = end.payments.filter(({ payment }) => payment.state === "REJECTED").flatMap(known);
  const [first] = end.payments;
  if (back.length > 0 && (first?.to === "ACCEPTED" || first?.to === "PAID")) {
    const taken = await takeLinesBack(
      tx,
      back.map((p) => p.id),
      first.to,
    );
    if (taken !== back.reduce((lines, p) => lines + p.lines, 0)) throw new Refused([LINES_GATHERED]);
  }
  await settleMoves(
    tx,
    end.payments.flatMap((of) =>
      known(of).map((payment) => ({
        payment,
        to: { state: of.to, booked: payment.standing.booked || of.to === "PAID" },
        reason: record.details.bankReason,
        paidOn: of.to === "PAID" ? record.details.bookedOn : null,
      })),
    ),
  );
  const kinds = { ACCEPTED: "ACCEPTED", PAID: "BOOKED", REJECTED: "REJECTED", RETURNED: "RETURNED" } as const;
  await countAsTold(
    tx,
    record.id,
    end.payments.map(({ payment, to }) => ({ id: newId(), payment_id: payment.id, kind: kinds[to] })),
  );
}

/** The book's side: an entry for each payment that follows, and one for what is left of the movement. */
function bookRows(record: BankExceptionRecord, end: Resolved, today: string, by: Parameters<typeof entryRows>[2]): BookRows {
  const entries = [
    ...end.payments.map(({ payment, kind, sides }) =>
      entryRows(
        {
          id: newId(),
          kind,
          status: "POSTED",
          paymentId: payment.id,
          correctsId: kind === "PAYMENT_BOOKED" ? null : payment.id,
          reason: record.details.bankReason ?? record.reason,
          effectiveOn: today,
        },
        sides,
        by,
      ),
    ),
    ...(end.sides.length === 0
      ? []
      : [
          entryRows(
            {
              id: newId(),
              kind: "BANK_EXPLAINED",
              status: "POSTED",
              // the entry of what nobody could explain carries the exception's id
              correctsId: record.id,
              reason: record.resolution,
              effectiveOn: today,
            },
            end.sides,
            by,
          ),
        ]),
  ];
  return { ledger_entry: entries.flatMap((e) => e.ledger_entry), posting: entries.flatMap((e) => e.posting) };
}
