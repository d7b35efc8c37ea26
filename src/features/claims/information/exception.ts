/** What ends or moves a guarantee, as recorded facts (insurance conditions 2025, sections 5.6, 6.4). */
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { Sector } from "../../../rules/codes.js";
import type { CaseClaim, CaseFile } from "../case-file/case-file.js";
import { CLAIM_ENDED, hasEnded } from "../claim.js";

export type RecordedException = {
  readonly emergency?: boolean | undefined;
  readonly notMedicallyAppropriate?: boolean | undefined;
  readonly medicallyPostponed?: boolean | undefined;
  readonly highlySpecialised?: boolean | undefined;
  readonly declinedOffer?: { readonly appointmentOn: string; readonly sector: Sector } | undefined;
  /** Null takes a wish back. */
  readonly wishedNotBefore?: string | null | undefined;
  readonly publicOfferOn?: string | null | undefined;
  readonly extensionWorkingDays?: number | undefined;
};

export type ExceptionDecision = {
  readonly refusals: readonly Refusal[];
  readonly columns: Partial<CaseClaim>;
  readonly fields: readonly string[];
};

/** A member speaks for the own wish alone; everything else is the health team's to record. */
const MEMBERS_OWN: ReadonlySet<string> = new Set(["wishedNotBefore"]);

export function decideException(
  { claim, today }: CaseFile,
  told: RecordedException,
  byMember: boolean,
  reason: string | null,
): ExceptionDecision {
  const fields = Object.entries(told).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const refusals: Refusal[] = [];
  if (hasEnded(claim)) refusals.push(CLAIM_ENDED);
  if (fields.length === 0)
    refusals.push(
      refusal("NOTHING_TO_RECORD", "Nothing was said that could be recorded.", { path: ["input"], remedy: "Give at least one exception." }),
    );
  if (byMember) refusals.push(...fields.filter((field) => !MEMBERS_OWN.has(field)).map(notYours));
  if (told.extensionWorkingDays !== undefined && reason === null) refusals.push(REASON_NEEDED);
  if (typeof told.wishedNotBefore === "string" && told.wishedNotBefore < today)
    refusals.push(
      refusal("FACT_IMPOSSIBLE", "A wish for a later date lies ahead.", {
        path: ["input", "wishedNotBefore"],
        rule: "GUA-EXC-LATER",
        clause: CLAUSE,
        remedy: "Give a day from today on, or null to take the wish back.",
      }),
    );
  return { refusals, columns: columnsOf(claim, told), fields };
}

function columnsOf(claim: CaseClaim, { declinedOffer, ...plain }: RecordedException): Partial<CaseClaim> {
  const offers = declinedOffer ? { declinedOffers: [...(claim.exceptions.declinedOffers ?? []), declinedOffer] } : {};
  return {
    exceptions: { ...claim.exceptions, ...stated(plain), ...offers },
    // one fact with two readers: the guarantee lapses, and the treatment is not covered (CLM-EMERGENCY)
    ...(plain.emergency === undefined ? {} : { flags: { ...claim.flags, emergency: plain.emergency } }),
  };
}

/** A null takes back; what is undefined was not spoken of. */
function stated<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as ReturnType<typeof stated<T>>;
}

const CLAUSE = "insurance conditions 2025, sections 5.6, 6.4";

const REASON_NEEDED = refusal("REASON_NEEDED", "An extension needs a reason.", {
  path: ["input", "reason"],
  rule: "GUA-EXC-EXTENSION",
  clause: CLAUSE,
  remedy: "Say which conflict or unforeseeable event it is granted for.",
});

function notYours(field: string): Refusal {
  return refusal("NOT_YOURS_TO_STATE", "This is the health team's to record.", {
    path: ["input", field],
    rule: "CLM-HEALTH-TEAM-DECIDES",
    clause: "insurance conditions 2025, section 4.9",
    remedy: "Leave the field out, or ask the health team.",
  });
}
