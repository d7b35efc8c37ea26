/** A bank with an account of its own that makes mistakes: what it did is known here, what it tells comes late, twice and shuffled. */
import { notification, statement, statusReport, type Entry } from "./bank.js";

export type Ordered = { readonly id: string; readonly kroner: string };
/** What becomes of a payment at the bank; the first one is what should. */
export const OUTCOMES = [
  "BOOKED",
  "REJECTED",
  "RETURNED",
  "BOOKED_TWICE",
  "PARTLY_RETURNED",
  "REJECTED_BUT_BOOKED",
  "ACCEPTED_THEN_REJECTED_BUT_BOOKED",
  "ACCEPTED_THEN_REJECTED",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

const minor = (kroner: string): number => Math.round(Number(kroner) * 100);
const kroner = (ore: number): string => (ore / 100).toFixed(2);
const OPENING = 500_000_000;
const CHARGE = 1_500;

export class Bank {
  /** What happened on the account, in the order in which it happened. */
  readonly entries: Entry[] = [];
  /** Files that were made and not yet fetched. */
  files: string[] = [];
  /** Øre that the owner of each payment's account has got through it, less what came back. */
  readonly received = new Map<string, number>();
  /** What became of each payment. */
  readonly outcomes = new Map<string, Outcome>();
  private stated = 0;
  private serial = 0;
  private days = 0;

  /** Each account statement is of a day of its own. */
  private today(): string {
    return new Date(Date.UTC(2026, 10, 25 + this.days)).toISOString().slice(0, 10);
  }

  balance(): number {
    return OPENING + this.entries.reduce((sum, e) => sum + (e.credit ? 1 : -1) * minor(e.kroner), 0);
  }

  private enter(entry: Entry, receiver: string | null, paid: number): void {
    this.entries.push({ reference: `BK${(this.serial += 1)}`, day: this.today(), ...entry });
    if (receiver !== null) this.received.set(receiver, (this.received.get(receiver) ?? 0) + paid);
  }

  private debit(p: Ordered): void {
    this.enter({ id: p.id, kroner: p.kroner }, p.id, minor(p.kroner));
  }

  private credit(p: Ordered, more: Partial<Entry> = {}): void {
    this.enter({ id: p.id, kroner: p.kroner, credit: true, reason: "MS03", ...more }, p.id, -minor(p.kroner));
  }

  /** Takes a file, and tells of each payment by a status report, twice over where it is sent twice. */
  take(messageId: string, payments: readonly Ordered[], outcomeOf: (i: number) => Outcome, twice: boolean): void {
    const outcomes = payments.map((p, i) => ({ p, outcome: outcomeOf(i) }));
    const from = this.entries.length;
    const first = outcomes.map(({ p, outcome }) => {
      const rejected = outcome === "REJECTED" || outcome === "REJECTED_BUT_BOOKED";
      return { ...p, ...(rejected ? { status: "RJCT", reason: "MS03" } : { status: "ACSP" }) };
    });
    this.files.push(statusReport(messageId, first));
    const later = outcomes.filter(({ outcome }) => outcome.startsWith("ACCEPTED_THEN"));
    if (later.length > 0)
      this.files.push(
        statusReport(
          messageId,
          later.map(({ p }) => ({ ...p, status: "RJCT", reason: "AM04" })),
        ),
      );
    // the second sending of the same bytes is refused, and the first is paid
    if (twice)
      this.files.push(
        statusReport(messageId, [], "03", "RJCT")
          .replace("</GrpSts>", "</GrpSts><StsRsnInf><Rsn><Cd>DU01</Cd></Rsn></StsRsnInf>")
          .replace(/<OrgnlPmtInfAndSts>.*<\/OrgnlPmtInfAndSts>/, ""),
      );
    for (const { p, outcome } of outcomes) {
      this.outcomes.set(p.id, outcome);
      if (outcome === "REJECTED" || outcome === "ACCEPTED_THEN_REJECTED") continue;
      this.debit(p);
      if (outcome === "BOOKED_TWICE") this.debit(p);
      if (outcome === "RETURNED") this.credit(p);
      if (outcome === "PARTLY_RETURNED") this.credit(p, { kroner: kroner(Math.max(1, minor(p.kroner) - CHARGE)) });
    }
    const told = this.entries.slice(from);
    this.files.push(notification(told), notification([...told].reverse(), { version: "08" }));
  }

  /** Money of others, a charge, interest: nothing of ours, and on the account all the same. */
  other(what: "CHARGE" | "INTEREST" | "FOREIGN" | "FOREIGN_WITHOUT_REFERENCE" | "SOMEBODY_ELSES_ACCOUNT", copy: readonly Ordered[]): void {
    if (what === "CHARGE") this.enter({ id: "", kroner: "25.00", nature: "CHRG" }, null, 0);
    if (what === "INTEREST") this.enter({ id: "", kroner: "3.21", credit: true, nature: "INTR" }, null, 0);
    if (what === "FOREIGN") this.enter({ id: "PREMIUM-77", kroner: "1200.00", credit: true }, null, 0);
    if (what === "FOREIGN_WITHOUT_REFERENCE")
      for (let i = 0; i < 2; i += 1) this.enter({ id: "", kroner: "80.00", reference: "" }, null, 0);
    // a clinic's own statement, with the ids of our payments as credits: it says nothing of our account
    if (what === "SOMEBODY_ELSES_ACCOUNT")
      this.files.push(
        notification(
          copy.map((p) => ({ ...p, credit: true, reference: `CL-${p.id}` })),
          { iban: "DK5000400440116243" },
        ),
      );
  }

  /** Gives back what was booked too often, without any reference, as banks correct themselves. */
  giveBack(amount: number, receiver: string | null): void {
    const debit = amount < 0;
    this.enter({ id: "", kroner: kroner(Math.abs(amount)), credit: debit }, receiver, debit ? amount : 0);
    this.files.push(notification(this.entries.slice(-1)));
  }

  /** The account statement since the last one. */
  state(): void {
    const before = OPENING + this.entries.slice(0, this.stated).reduce((sum, e) => sum + (e.credit ? 1 : -1) * minor(e.kroner), 0);
    this.files.push(statement(this.entries.slice(this.stated), { opening: before, version: "08", day: this.today() }));
    this.stated = this.entries.length;
    this.days += 1;
  }
}
