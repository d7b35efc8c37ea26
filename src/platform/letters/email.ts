import { createTransport } from "nodemailer";
import type { LetterChannel } from "./letter.js";

const LIMIT_MS = 20_000;
/** A mail server's 5xx is its last word (RFC 5321 section 4.2.1). */
const isFinal = (error: unknown): boolean => {
  const code: unknown = error instanceof Error ? Reflect.get(error, "responseCode") : undefined;
  return typeof code === "number" && code >= 500;
};

/** SMTP. Its calendar file is an attachment, and an entry in programs that know `text/calendar`. */
export const email: LetterChannel = {
  code: "EMAIL",
  rings: false,
  open: ({ smtpUrl, smtpFrom }) => {
    if (smtpUrl === null || smtpFrom === null) return null;
    const limits = { connectionTimeout: LIMIT_MS, greetingTimeout: LIMIT_MS, socketTimeout: LIMIT_MS };
    const local = /^smtp:\/\/(127\.0\.0\.1|localhost)[:/]/.test(smtpUrl);
    const url = new URL(smtpUrl);
    const transport = createTransport({
      host: url.hostname,
      port: url.port === "" ? (url.protocol === "smtps:" ? 465 : 587) : Number(url.port),
      secure: url.protocol === "smtps:",
      // what is written to members leaves encrypted or not at all
      requireTLS: !local,
      ...(url.username === "" ? {} : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
      // a letter is text of ours: nothing in it is fetched
      disableFileAccess: true,
      disableUrlAccess: true,
      ...limits,
    });
    return async ({ id, to, subject, text, language, calendar }) => {
      try {
        await transport.sendMail({
          from: smtpFrom,
          to: { name: "", address: to },
          subject,
          text,
          messageId: `<${id}@provider-network-gateway>`,
          headers: { "content-language": language, "auto-submitted": "auto-generated" },
          ...(calendar === null ? {} : { icalEvent: { method: "PUBLISH", filename: "aftale.ics", content: calendar } }),
        });
        return { kind: "TAKEN" };
      } catch (error) {
        return { kind: isFinal(error) ? "REFUSED" : "AGAIN" };
      }
    };
  },
};
