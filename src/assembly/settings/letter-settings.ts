/** How members and clinics are told. Development shows it on a page; production tells nobody until it is set. */
import type { LettersAsked } from "../../platform/letters/index.js";
import { anyText, kind, list, oneOf, optional, setting, whole, type ValuesOf } from "../../platform/settings/setting.js";
import { webAddress } from "./web-address.js";

const MODES = { off: "OFF", mailbox: "MAILBOX", send: "SEND" } as const;

const smtpAddress = kind("must be an smtp:// or smtps:// address", (text) => {
  const right = URL.canParse(text) && ["smtp:", "smtps:"].includes(new URL(text).protocol) && new URL(text).hostname !== "";
  return right ? text : undefined;
});
const minute = (part: string): number | undefined => {
  const value = /^\d{1,5}$/.test(part) ? Number(part) : NaN;
  return value >= 5 && value <= 20_160 ? value : undefined;
};
const WANTED_MINUTES = "is none, or up to five numbers of minutes from 5 to 20160, separated by commas";
const minutes = list(WANTED_MINUTES, (part) => (part === "none" ? null : minute(part)));

export const LETTER_SETTINGS = {
  NOTIFICATIONS: setting(
    "`send` sends messages to members and clinics, `mailbox` shows on `/mailbox` what would have been sent, `off` neither",
    oneOf("off", "mailbox", "send"),
    "mailbox",
    "off",
  ),
  SMTP_URL: optional("mail server, `smtp://` with STARTTLS or `smtps://`, with user and password; none: no e-mail", smtpAddress, {
    secret: true,
  }),
  SMTP_FROM: optional("who writes; goes with `SMTP_URL`", anyText),
  SMS_URL: optional("gateway of text messages; none: no text messages", webAddress),
  SMS_TOKEN: optional("its token; goes with `SMS_URL`", anyText, { secret: true }),
  DIGITAL_POST_DIR: optional("folder from which a sender takes what goes to Digital Post; none: nothing is put there", anyText),
  QUIET_FROM: setting("hour of the Danish clock from which no text message is sent", whole(0, 23), "21"),
  QUIET_UNTIL: setting("hour from which they are sent again", whole(0, 23), "8"),
  REMIND_MINUTES: setting("minutes before an appointment at which its member is reminded; `none` never", minutes, "2880,120"),
};

export function letterSettings(given: ValuesOf<typeof LETTER_SETTINGS>, production: boolean, faults: string[]): LettersAsked {
  const { NOTIFICATIONS: mode, SMTP_URL: smtpUrl, SMTP_FROM: smtpFrom, SMS_URL: smsUrl, SMS_TOKEN: smsToken } = given;
  if (production && mode === "mailbox") faults.push("NOTIFICATIONS=mailbox shows what members are sent: never in production");
  if ((smtpUrl === null) !== (smtpFrom === null) && !faults.some((fault) => fault.startsWith("SMTP_URL")))
    faults.push("SMTP_URL and SMTP_FROM go together");
  if ((smsUrl === null) !== (smsToken === null) && !faults.some((fault) => fault.startsWith("SMS_")))
    faults.push("SMS_URL and SMS_TOKEN go together");
  if (production && smsUrl && !smsUrl.startsWith("https:")) faults.push("SMS_URL must be an https address");
  const remindMinutes = given.REMIND_MINUTES.filter((each) => each !== null);
  if (remindMinutes.length > 5 || (remindMinutes.length > 0 && remindMinutes.length < given.REMIND_MINUTES.length))
    faults.push(`REMIND_MINUTES ${WANTED_MINUTES}`);
  return {
    mode: MODES[mode],
    smtpUrl,
    smtpFrom,
    smsUrl,
    smsToken,
    digitalPostDir: given.DIGITAL_POST_DIR,
    quiet: { from: given.QUIET_FROM, until: given.QUIET_UNTIL },
    remindMinutes,
  };
}
