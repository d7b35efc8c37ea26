/**
 * Who pays to another account than before pays what a swindler hopes for. So a stated account is confirmed by a second person and
 * waits, and until then the old one is paid to. Pure: facts in, refusals out.
 */
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { AccountChangeState } from "./account-words.js";

type StatedChange = {
  readonly state: AccountChangeState;
  readonly statedBy: string;
  /** Numbers of the company's clinics in the directory, as they are written there. */
  readonly knownNumbers: readonly string[];
};

type Decider = {
  readonly subject: string;
  /** The network manager knows the company; finance calls back. */
  readonly knowsTheCompany: boolean;
  /** The number that was called. */
  readonly calledNumber: string | null;
};

/** End of the time of waiting. The first account of a company replaces none, so it waits for its confirmation only. */
export function appliesAt(statedAt: Date, isFirst: boolean, waitHours: number): Date {
  return new Date(statedAt.getTime() + (isFirst ? 0 : waitHours * 3_600_000));
}

/** Everything that keeps somebody from confirming a stated account. */
export function confirmationRefusals(change: StatedChange, by: Decider): Refusal[] {
  const found: Refusal[] = [];
  if (change.state !== "STATED") found.push(DECIDED);
  if (change.statedBy === by.subject)
    found.push(refusal("FOUR_EYES", "Whoever stated an account does not confirm it.", { remedy: "Another person has to do this." }));
  if (by.knowsTheCompany) return found;
  if (by.calledNumber === null)
    found.push(
      refusal("CALL_BACK_MISSING", "Finance confirms an account by calling the company back.", {
        path: ["input", "calledNumber"],
        remedy: "Call a number of the directory, ask for the account, and give the number here.",
      }),
    );
  else if (!change.knownNumbers.some((known) => digitsOf(known) === digitsOf(by.calledNumber ?? "")))
    found.push(
      refusal("CALL_BACK_NUMBER_UNKNOWN", "This number is none of the company's in the directory.", {
        path: ["input", "calledNumber"],
        remedy: "Call a number that was in the directory before, never one that came with the change.",
      }),
    );
  return found;
}

export const DECIDED = refusal("ACCOUNT_CHANGE_DECIDED", "This change has been decided already, or another took its place.", {
  path: ["input", "changeId"],
  remedy: "Look at the company's account as it stands.",
});

/** Without blanks and the country's own prefix, which some write and others do not. */
function digitsOf(number: string): string {
  return number.replace(/^(\+|00)45/, "").replace(/\D/g, "");
}
