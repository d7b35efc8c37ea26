/**
 * In SQL, what a part of the network may do on a day, from the periods that follow its credentials: one reading for every
 * statement that asks. `day` is the Danish day of the treatment.
 */
import { servicesNeeding } from "../../rules/data/qualifications.js";

/** The Danish day on which an opening begins. */
export const dayOfSlot = (slot: string): string => `(${slot}.starts_at at time zone 'Europe/Copenhagen')::date`;

/** Company and clinic are in the network (PRV-NETWORK-DEF): `provider` and `clinic` name rows of the tables. */
export const inNetwork = (provider: string, clinic: string, day: string): string =>
  `(${provider}.agreed @> ${day} and not ${clinic}.suspended @> ${day})`;

/** The company has a provider number (PRV-YDERNUMMER). */
export const publiclyAgreed = (provider: string, day: string): string => `(${provider}.publicly_agreed @> ${day})`;

const list = (services: readonly string[]): string => services.map((service) => `'${service}'`).join(", ");

/** Whoever treats holds what the service requires, and is not suspended (PRV-AUTHORISED); `service` is a code. */
export const qualified = (practitioner: string, service: string, day: string): string =>
  `(not ${practitioner}.suspended @> ${day} and case when ${service} in (${list(servicesNeeding("NONE"))}) then true
    when ${service} in (${list(servicesNeeding("RAB_APPROVAL"))}) then ${practitioner}.rab_approved @> ${day}
    else ${practitioner}.authorised @> ${day} end)`;

/** The services that a practitioner may be booked for on the day, as a mask of their bits. Uncorrelated parts: worked out once for a statement. */
export const qualifiedMask = (practitioner: string, day: string): string => {
  const bits = (qualification: "NONE" | "AUTHORISATION" | "RAB_APPROVAL"): string =>
    `(select coalesce(bit_or(1::bigint << bit), 0) from service where code in (${list(servicesNeeding(qualification))}))`;
  return `(case when ${practitioner}.suspended @> ${day} then 0::bigint else ${bits("NONE")}
    | case when ${practitioner}.authorised @> ${day} then ${bits("AUTHORISATION")} else 0 end
    | case when ${practitioner}.rab_approved @> ${day} then ${bits("RAB_APPROVAL")} else 0 end end)`;
};
