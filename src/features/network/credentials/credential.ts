/** Dated facts of the network as a proposal carries them. Pure. */
import type { CredentialKind, NetworkPart } from "../../../../schema/states.js";
import type { CredentialDraft } from "../register/part-line.js";
import type { FieldChange } from "../register/plan-lines.js";

export type StatedCredential = CredentialDraft & {
  readonly part: NetworkPart;
  readonly subjectId: string;
  /** Whose it is, in words. */
  readonly name: string;
};

/** What a proposal of kind CREDENTIALS holds. */
export type CredentialsContent = { readonly credentials: readonly StatedCredential[] };

export const credentialsContent = (credentials: readonly StatedCredential[]): CredentialsContent => ({ credentials });

/** Changes shown beside a proposal; the rest is counted. */
const MOST_SHOWN = 50;

export function credentialChanges(credentials: readonly StatedCredential[]): FieldChange[] {
  const shown = credentials
    .slice(0, MOST_SHOWN)
    .map((each) => ({ field: `${each.kind} of ${each.name}`, before: null, after: periodText(each) }));
  const more = credentials.length - shown.length;
  return more > 0 ? [...shown, { field: "more", before: null, after: String(more) }] : shown;
}

export function periodText({ number, validFrom, validUntil }: Pick<CredentialDraft, "number" | "validFrom" | "validUntil">): string {
  return `${number === null ? "" : `${number}, `}from ${validFrom}${validUntil === null ? "" : ` until ${validUntil}`}`;
}

const PART_OF: Readonly<Partial<Record<CredentialKind, NetworkPart>>> = {
  AGREEMENT: "ORGANISATION",
  PUBLIC_AGREEMENT: "ORGANISATION",
  AUTHORISATION: "PRACTITIONER",
  RAB_APPROVAL: "PRACTITIONER",
};

/** Whose such a fact is; null where it may be of any part. */
export function partOf(kind: CredentialKind): NetworkPart | null {
  return PART_OF[kind] ?? null;
}

/** The parts as the API names them. */
export const PART_TYPES = { ORGANISATION: "Organisation", CLINIC: "Clinic", PRACTITIONER: "Practitioner" } as const satisfies Record<
  NetworkPart,
  string
>;
