/** How the demonstration speaks in a terminal. */
import { kroner as inKroner } from "../../kernel/money.js";

const colour = process.stdout.isTTY ?? false;
const paint = (code: string, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);

export const say = (line = ""): void => void process.stdout.write(`${line}\n`);

let step = 0;
export function heading(who: string, what: string): void {
  step += 1;
  say();
  say(`${paint("1;36", `${step}. ${who}`)} ${paint("1", what)}`);
}

/** One line "label  value", indented under its step. */
export function fact(label: string, value: unknown): void {
  say(`   ${paint("2", label.padEnd(12))} ${String(value)}`);
}

export function reason(text: string): void {
  say(`   ${paint("2", "because")}      ${text}`);
}

/** "650.00 kr." for 65000 øre. */
export function kroner(money: { amountMinor: string } | null | undefined): string {
  return `${inKroner(BigInt(money?.amountMinor ?? "0"))} kr.`;
}

/** "Wed 25 Nov 10:00" in Denmark. */
export function when(instant: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Copenhagen",
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  })
    .format(new Date(instant))
    .replace(",", "");
}
