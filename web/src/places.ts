/** Where each role can go from anywhere; short words, so that all of them are read at a glance. */
import type { Place } from "./root";
import type { Role } from "./session";

export const PLACES: Readonly<Record<Role, readonly Place[]>> = {
  MEMBER: [
    { to: "/member", icon: "home", da: "Forside", en: "Home" },
    { to: "/member/report", icon: "plus", da: "Anmeld", en: "Report" },
    { to: "/member/bills", icon: "money", da: "Regninger", en: "Bills" },
    { to: "/member/mine", icon: "person", da: "Mine data", en: "My data" },
  ],
  CLINIC_STAFF: [
    { to: "/clinic", icon: "calendar", da: "Kalender", en: "Calendar" },
    { to: "/clinic/times", icon: "clock", da: "Mine tider", en: "My times" },
    { to: "/clinic/money", icon: "money", da: "Penge", en: "Money" },
    { to: "/clinic/questions", icon: "list", da: "Spørgsmål", en: "Questions" },
    { to: "/clinic/about", icon: "house", da: "Klinikken", en: "The clinic" },
  ],
  HEALTH_TEAM: [
    { to: "/team", icon: "shield", da: "Løfter", en: "Promises" },
    { to: "/team/caller", icon: "search", da: "Find person", en: "Find person" },
    { to: "/team/work", icon: "list", da: "Arbejdsliste", en: "Worklist" },
    { to: "/team/changes", icon: "swap", da: "Flyttet og tabt", en: "Moved and lost" },
  ],
  NETWORK_MANAGER: [
    { to: "/network", icon: "pin", da: "Mangel", en: "Shortage" },
    { to: "/network/clinics", icon: "house", da: "Klinikker", en: "Clinics" },
    { to: "/network/rates", icon: "check", da: "Godkend", en: "Approve" },
    { to: "/network/intake", icon: "file", da: "Filer", en: "Files" },
    { to: "/network/scenarios", icon: "chart", da: "Hvad nu hvis", en: "What if" },
  ],
  FINANCE: [
    { to: "/finance", icon: "money", da: "Betalinger", en: "Payments" },
    { to: "/finance/bank", icon: "swap", da: "Bank", en: "Bank" },
    { to: "/finance/disputes", icon: "alert", da: "Uenighed", en: "Disputes" },
    { to: "/finance/months", icon: "calendar", da: "Måneder", en: "Months" },
  ],
};
