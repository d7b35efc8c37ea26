/** Times and places as a letter tells them, by the Danish clock. */
import { localText, weekday } from "../../kernel/calendar.js";
import type { AppointmentFacts, NoticeLanguage } from "./notice.js";

const DAYS = {
  DA: ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
  EN: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
} as const;
const MONTHS = {
  DA: ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"],
  EN: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
} as const;

/** "onsdag den 2. december 2026 kl. 10.00", "Wednesday 2 December 2026 at 10:00". */
export function toldTime(instant: string, language: NoticeLanguage): string {
  const [date = "", time = ""] = localText(new Date(instant)).split("T");
  const [year, month, day] = date.split("-").map(Number);
  const name = DAYS[language][(weekday(date) + 6) % 7] ?? "";
  const monthName = MONTHS[language][(month ?? 1) - 1] ?? "";
  const [hour = "", minute = ""] = time.split(":");
  return language === "DA"
    ? `${name} den ${day}. ${monthName} ${year} kl. ${hour}.${minute}`
    : `${name} ${day} ${monthName} ${year} at ${hour}:${minute}`;
}

function toldPlace({ channel, place }: AppointmentFacts, language: NoticeLanguage): string {
  if (channel === "ONLINE") return "online";
  if (channel === "PHONE") return language === "DA" ? "pr. telefon" : "by telephone";
  if (place === null) return language === "DA" ? "stedet står i appen" : "the place is in the app";
  return `${place.address}, ${place.postnr} ${place.town}`;
}

/** Time and place in one sentence part. */
export function toldAppointment(appointment: AppointmentFacts | undefined, language: NoticeLanguage): string {
  return appointment === undefined ? "" : `${toldTime(appointment.startsAt, language)}, ${toldPlace(appointment, language)}`;
}
