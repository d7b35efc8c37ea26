/** How members and clinics are told. Development shows it on a page; production tells nobody until it is set. */
import type { LettersAsked } from "../platform/letters/index.js";

/** The reader of config.ts; named here so that this file needs nothing of it but these. */
type Read = {
  readonly faults: string[];
  text(name: string): string | null;
  whole(name: string, otherwise: number, least: number, most: number): number;
  oneOf<T extends string>(name: string, values: readonly T[], otherwise: T): T;
  web(name: string, httpsOnly: boolean): string | null;
  secret(name: string, check: (name: string, value: string) => void): string | null;
};

const MODES = { off: "OFF", mailbox: "MAILBOX", send: "SEND" } as const;
const REMIND_MINUTES = [2_880, 120];

export function letterSettings(read: Read, production: boolean): LettersAsked {
  const mode = read.oneOf("NOTIFICATIONS", ["off", "mailbox", "send"] as const, production ? "off" : "mailbox");
  const smtpUrl = read.secret("SMTP_URL", (name, value) => {
    const right = URL.canParse(value) && ["smtp:", "smtps:"].includes(new URL(value).protocol) && new URL(value).hostname !== "";
    if (!right) read.faults.push(`${name} must be an smtp:// or smtps:// address`);
  });
  const smtpFrom = read.text("SMTP_FROM");
  const smsUrl = read.web("SMS_URL", production);
  const smsToken = read.secret("SMS_TOKEN", () => {});
  if (production && mode === "mailbox") read.faults.push("NOTIFICATIONS=mailbox shows what members are sent: never in production");
  if ((smtpUrl === null) !== (smtpFrom === null)) read.faults.push("SMTP_URL and SMTP_FROM go together");
  if ((smsUrl === null) !== (smsToken === null)) read.faults.push("SMS_URL and SMS_TOKEN go together");
  return {
    mode: MODES[mode],
    smtpUrl,
    smtpFrom,
    smsUrl,
    smsToken,
    digitalPostDir: read.text("DIGITAL_POST_DIR"),
    quiet: { from: read.whole("QUIET_FROM", 21, 0, 23), until: read.whole("QUIET_UNTIL", 8, 0, 23) },
    remindMinutes: minutes(read),
  };
}

function minutes(read: Read): readonly number[] {
  const given = read.text("REMIND_MINUTES");
  if (given === null) return REMIND_MINUTES;
  const listed = given === "none" ? [] : given.split(",").map((part) => (/^\s*\d{1,5}\s*$/.test(part) ? Number(part) : NaN));
  if (listed.length <= 5 && listed.every((each) => each >= 5 && each <= 20_160)) return listed;
  read.faults.push("REMIND_MINUTES is none, or up to five numbers of minutes from 5 to 20160, separated by commas");
  return REMIND_MINUTES;
}
