/** The list: a new kind is a file of its own and a line here. */
import { chiropractor } from "./chiropractor.js";
import { dietician } from "./dietician.js";
import { osteopath } from "./osteopath.js";
import { physiotherapist } from "./physiotherapist.js";
import { podiatrist } from "./podiatrist.js";
import { privateHospital } from "./private-hospital.js";
import { psychologist } from "./psychologist.js";
import { specialistDoctor } from "./specialist-doctor.js";

export const PROVIDER_KINDS = [
  physiotherapist,
  psychologist,
  chiropractor,
  specialistDoctor,
  podiatrist,
  privateHospital,
  osteopath,
  dietician,
] as const;
const [first, ...others] = PROVIDER_KINDS;
/** The codes, for the column that keeps one of them. */
export const PROVIDER_KIND_CODES: readonly [ProviderKindCode, ...ProviderKindCode[]] = [first.code, ...others.map(({ code }) => code)];
export type ProviderKindCode = (typeof PROVIDER_KINDS)[number]["code"];

/** Every profession there is, once. */
export const PROFESSIONS: readonly string[] = [...new Set(PROVIDER_KINDS.map(({ profession }) => profession.code))];
