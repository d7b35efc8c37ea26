import type { ProviderKindCode } from "../kinds/index.js";

/** Rows of the directory as its statements answer them. */
export type PractitionerRow = {
  readonly id: string;
  readonly clinicId: string;
  readonly name: string;
  readonly profession: string;
  readonly gender: string;
  readonly languages: readonly string[];
  readonly treatsChildren: boolean;
};

export type OrganisationRow = {
  readonly id: string;
  readonly legalName: string;
  readonly cvr: string;
  readonly kind: ProviderKindCode;
  readonly hasPublicAgreement: boolean;
};
