import type { NewRows } from "../../platform/postgres/write.js";
import { lastValidDay, type ConsentPurpose } from "./consent.js";

export type NewConsent = {
  readonly id: string;
  readonly memberId: string;
  readonly claimId: string;
  readonly givenBy: string;
  readonly purpose: ConsentPurpose;
  readonly textVersion: string;
  /** Level of the login that gave it. */
  readonly assurance: string;
  readonly givenOn: string;
  /** Instant by the database's clock, which orders consents of one day. */
  readonly at: string;
};

export function consentRows(consent: NewConsent): NewRows {
  return {
    consent: [
      {
        id: consent.id,
        member_id: consent.memberId,
        claim_id: consent.claimId,
        given_by: consent.givenBy,
        purpose: consent.purpose,
        text_version: consent.textVersion,
        assurance: consent.assurance,
        given_on: consent.givenOn,
        expires_on: lastValidDay(consent.givenOn),
        withdrawn_on: null,
        replaced_by: null,
        created_at: consent.at,
      },
    ],
  };
}
