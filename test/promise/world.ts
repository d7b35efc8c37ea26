/** Places, and a shorthand for the clinics and members of the tests of the promise. */
import { AARHUS, at, dayIn, type Make, type MadeClaim, type MadeClinic, type MadeMember } from "../support/make.js";

export const ESBJERG = { postnr: "6700", town: "Esbjerg", lat: 55.4762, lon: 8.4594, regionCode: "1083", kommuneCode: "0561" };
export { AARHUS, at, dayIn };

export type Patient = MadeMember & { readonly claimId: string };

export async function patient(
  make: Make,
  options: { place?: typeof AARHUS; service?: string; member?: object; claim?: object } = {},
): Promise<Patient> {
  const { lat, lon, postnr } = options.place ?? AARHUS;
  const member = await make.member({ row: { lat, lon, postnr, ...options.member } });
  const claim: MadeClaim = await make.claim(member, {
    ...(options.service ? { service: options.service } : {}),
    row: { ...options.claim },
  });
  return { ...member, claimId: claim.id };
}

/** Openings of one practitioner, an hour apart from eight on. */
export async function openings(make: Make, of: MadeClinic, day: string, count: number, row: object = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++)
    ids.push((await make.slot(of, { startsAt: at(day, `${String(8 + i).padStart(2, "0")}:00`), row: { ...row } })).id);
  return ids;
}
