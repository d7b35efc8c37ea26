/**
 * What whoever treats must hold on the day of the treatment: the authorisation of the health authority, unless the section of a
 * cover says otherwise (PRV-AUTHORISED). Acupuncture and reflexology need a RAB approval (PRV-A-QUALIFICATION); psychotherapists
 * are covered in the network without either, for there is no authorisation for them (PRV-PSYCHOTHERAPIST-NETWORK).
 */
import { SERVICES, type Service } from "../codes.js";

export type Qualification = "AUTHORISATION" | "RAB_APPROVAL" | "NONE";

const OTHERWISE: Readonly<Partial<Record<Service, Qualification>>> = {
  ACUPUNCTURE: "RAB_APPROVAL",
  REFLEXOLOGY: "RAB_APPROVAL",
  PSYCHOTHERAPIST: "NONE",
};

function qualificationFor(service: Service): Qualification {
  return OTHERWISE[service] ?? "AUTHORISATION";
}

/** The services that need this one. */
export function servicesNeeding(qualification: Qualification): readonly Service[] {
  return SERVICES.filter((service) => qualificationFor(service) === qualification);
}
