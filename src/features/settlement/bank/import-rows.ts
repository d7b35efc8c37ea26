/** Rows that an imported file adds: what the bank told, what it means in the book, and what a person has to look at. */
import type { NewRow } from "../../../../schema/columns-of.js";
import { entryRows, type BookActor, type BookRows, type Posting } from "../../ledger/entry.js";
import type { MisfitReason, MovementMeaning } from "./bank-words.js";
import type { BankFact, FactKind, Movement } from "./fact.js";
import { namesNothingOfOurs, type ImportPlan, type Misfit, type PaymentEvent } from "./import-plan.js";
import { payableTo } from "../payments/payee.js";
import { referenceOf, signedOf, type Moving } from "./told-before.js";

/** What a misfit says of itself, without the place it stands at. */
type MisfitDetails = {
  readonly reason: MisfitReason;
  readonly kind: FactKind | null;
  readonly reference: string | null;
  /** Øre, as text: JSON knows no big integers. */
  readonly amountMinor: string | null;
  readonly bookedOn: string | null;
  readonly bankReference: string;
  /** The bank's reason code, e.g. AC04. */
  readonly bankReason: string | null;
};
/** As the exceptions queue keeps it: with where it first stood, and of how many entries it speaks. */
export type ExceptionDetails = MisfitDetails & { readonly place: string; readonly entries?: number };

/** Who imports, when, into which file, and the rows of its accounts by their place in it. */
export type Importing = BookActor & {
  readonly fileId: string;
  readonly today: string;
  /** Ids of account statements; null where the account was only notified of. */
  readonly statementIds: readonly (string | null)[];
  readonly hash: (text: string) => string;
};

type Listed = { readonly row: NewRow<"bank_exception">; readonly misfits: readonly Misfit[] };
export type ImportRows = {
  readonly exceptions: readonly NewRow<"bank_exception">[];
  readonly movements: readonly NewRow<"bank_movement">[];
  /** Those of one unit belong into one statement: an entry of the book is there with all its sides. */
  readonly units: readonly BookRows[];
};

export function importRows(plan: ImportPlan, listed: readonly Listed[], by: Importing): ImportRows {
  const events = new Map<BankFact, PaymentEvent[]>();
  for (const event of plan.events) events.set(event.fact, [...(events.get(event.fact) ?? []), event]);
  const explained = [...events].map(([fact, of]) => paymentUnit(fact, of, by));
  const fees = plan.fees.map((fact) => feeUnit(fact, by));
  const open = listed.map(({ row, misfits }) => exceptionUnit(row, misfits, by));
  const all = [...explained, ...fees, ...open];
  return {
    exceptions: listed.map(({ row }) => row),
    movements: all.flatMap((rows) => rows.bank_movement ?? []),
    units: all.map(({ bank_movement: _, ...rows }) => rows),
  };
}

/** Lines of a file that name nothing of ours are listed one by one up to this number, and together beyond it. */
const MOST_LISTED = 100;

/** New exceptions with their rows, each once; a line that moved no money is told from another by what it says. */
export function exceptionsOf(misfits: readonly Misfit[], by: Importing): Listed[] {
  const fresh = misfits.filter(({ listed }) => !listed);
  const others = fresh.filter((misfit) => misfit.fact.movement !== null && namesNothingOfOurs(misfit));
  const together = others.length > MOST_LISTED ? new Set(others) : new Set<Misfit>();
  const single = fresh.filter((misfit) => !together.has(misfit)).map((misfit) => ({ misfit, details: misfitDetails(misfit) }));
  const before = new Map<string, number>();
  return [
    ...single.map(({ misfit, details }): Listed => {
      const said = JSON.stringify(details);
      const nth = (before.get(said) ?? 0) + 1;
      before.set(said, nth);
      const id = by.newId();
      const { movement } = misfit.fact;
      const fingerprint = movement ? id : misfit.reason === "CURRENCY_DIFFERS" && nth > 1 ? `${said} ${nth}` : said;
      return {
        row: {
          id,
          file_id: by.fileId,
          fingerprint: by.hash(fingerprint),
          reason: misfit.reason,
          details: { ...details, place: misfit.fact.place },
          payment_ids: misfit.payments.map((p) => p.id),
          amount_minor: movement ? signedOf(movement) : 0n,
        },
        misfits: [misfit],
      };
    }),
    ...[...groupsOf([...together])].map((group) => othersRow(group, by)),
  ];
}

/** Of each account the credits and the debits by themselves. */
function groupsOf(misfits: readonly Misfit[]): IterableIterator<readonly Misfit[]> {
  const groups = new Map<string, Misfit[]>();
  for (const misfit of misfits) {
    const key = `${misfit.fact.movement?.account ?? 0} ${String(misfit.fact.movement?.credit)}`;
    const group = groups.get(key);
    if (group) group.push(misfit);
    else groups.set(key, [misfit]);
  }
  return groups.values();
}

function othersRow(misfits: readonly Misfit[], by: Importing): Listed {
  const id = by.newId();
  const amount = misfits.reduce((all, { fact }) => all + (fact.movement ? signedOf(fact.movement) : 0n), 0n);
  const days = misfits.flatMap(({ fact }) => (fact.bookedOn === null ? [] : [fact.bookedOn])).sort();
  const details: ExceptionDetails = {
    reason: "OTHERS_ENTRIES",
    kind: null,
    reference: null,
    amountMinor: String(amount < 0n ? -amount : amount),
    bookedOn: days.at(-1) ?? null,
    bankReference: "",
    bankReason: null,
    place: misfits[0]?.fact.place ?? "",
    entries: misfits.length,
  };
  return {
    row: { id, file_id: by.fileId, fingerprint: by.hash(id), reason: "OTHERS_ENTRIES", details, payment_ids: [], amount_minor: amount },
    misfits,
  };
}

/** What a misfit says, without the place it stands at: told again in another file it is the same. */
function misfitDetails({ fact, reason }: Misfit): MisfitDetails {
  return {
    reason,
    kind: fact.kind,
    reference: fact.target && referenceOf(fact.target),
    amountMinor: fact.amountMinor === null ? null : String(fact.amountMinor),
    bookedOn: fact.bookedOn,
    bankReference: fact.bankReference,
    bankReason: fact.reason,
  };
}

function movementRow(fact: Moving, meaning: MovementMeaning, exceptionId: string | null, by: Importing): NewRow<"bank_movement"> {
  return {
    id: by.newId(),
    file_id: by.fileId,
    statement_id: by.statementIds[fact.movement.account] ?? null,
    amount_minor: signedOf(fact.movement),
    booked_on: fact.bookedOn,
    reference: fact.target === null ? "" : referenceOf(fact.target),
    transaction_reference: fact.movement.transactionReference,
    entry_reference: fact.movement.entryReference,
    meaning,
    exception_id: exceptionId,
  };
}

const account = (name: Posting["account"], amountMinor: bigint, ownerId: string | null = null): Posting => ({
  account: name,
  ownerId,
  amountMinor,
});

/** The book's side of each fact; an acceptance moves no money. What the bank kept or took on top is borne by the insurer. */
function sidesOf({ kind, payment }: PaymentEvent, chargesMinor: bigint): readonly Posting[] {
  const amount = payment.amountMinor;
  const owed = { ...payableTo(payment.payee), amountMinor: -amount };
  const charges = account("BANK_CHARGES", chargesMinor);
  switch (kind) {
    case "ACCEPTED":
      return [];
    case "BOOKED":
      return [account("BANK_IN_TRANSIT", amount), account("BANK", -amount - chargesMinor), charges];
    case "REJECTED":
      return [account("BANK_IN_TRANSIT", amount), owed];
    case "RETURNED":
      return [account("BANK", amount - chargesMinor), owed, charges];
  }
}

function paymentUnit(fact: BankFact, events: readonly PaymentEvent[], by: Importing): BookRows {
  const movement = fact.movement === null ? null : movementRow({ ...fact, movement: fact.movement }, "PAYMENT", null, by);
  const entries = events.map((event, i) => eventEntry(event, i === 0 ? (fact.movement?.chargesMinor ?? 0n) : 0n, by));
  return {
    bank_movement: movement ? [movement] : [],
    bank_event: events.map((e) => ({
      id: by.newId(),
      payment_id: e.payment.id,
      file_id: by.fileId,
      kind: e.kind,
      movement_id: movement?.id ?? null,
      bank_reference: e.bankReference,
      reason: e.reason,
      booked_on: e.bookedOn,
    })),
    ledger_entry: entries.flatMap((e) => e.ledger_entry ?? []),
    posting: entries.flatMap((e) => e.posting ?? []),
  };
}

function eventEntry(event: PaymentEvent, chargesMinor: bigint, by: Importing): BookRows {
  if (event.kind === "ACCEPTED") return {};
  return entryRows(
    {
      id: by.newId(),
      kind: `PAYMENT_${event.kind}`,
      status: "POSTED",
      paymentId: event.payment.id,
      // the entry of a sent payment carries the payment's id
      correctsId: event.kind === "BOOKED" ? null : event.payment.id,
      reason: event.reason ?? (event.kind === "BOOKED" ? null : "NO_REASON_GIVEN"),
      effectiveOn: event.bookedOn ?? by.today,
    },
    sidesOf(event, chargesMinor),
    by,
  );
}

const FEES = { CHARGES: ["BANK_CHARGE", "BANK_CHARGES"], INTEREST: ["BANK_INTEREST", "BANK_INTEREST"] } as const;

function feeUnit(fact: Moving, by: Importing): BookRows {
  const meaning: NonNullable<Movement["nature"]> = fact.movement.nature ?? "CHARGES";
  const [kind, of] = FEES[meaning];
  const signed = signedOf(fact.movement);
  return {
    bank_movement: [movementRow(fact, meaning, null, by)],
    ...entryRows(
      { id: by.newId(), kind, status: "POSTED", effectiveOn: fact.bookedOn ?? by.today },
      [account("BANK", signed), account(of, -signed)],
      by,
    ),
  };
}

/** Money that nobody can explain yet stands in SUSPENSE. The entry carries the exception's id, so that its end can name it unread. */
function exceptionUnit(row: NewRow<"bank_exception">, misfits: readonly Misfit[], by: Importing): BookRows {
  const moving = misfits.flatMap(({ fact }) => (fact.movement === null ? [] : [{ ...fact, movement: fact.movement }]));
  if (moving.length === 0) return {};
  const signed = moving.reduce((all, { movement }) => all + signedOf(movement), 0n);
  const [first] = moving;
  const [payment] = moving.length === 1 ? (misfits[0]?.payments ?? []) : [];
  return {
    bank_movement: moving.map((fact) => movementRow(fact, "UNEXPLAINED", row.id, by)),
    ...entryRows(
      {
        id: row.id,
        kind: "BANK_UNEXPLAINED",
        status: "POSTED",
        paymentId: payment?.id ?? null,
        reason: row.reason,
        effectiveOn: (moving.length === 1 ? first?.bookedOn : row.details.bookedOn) ?? by.today,
      },
      [account("BANK", signed), account("SUSPENSE", -signed)],
      by,
    ),
  };
}
