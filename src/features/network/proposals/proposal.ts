/** A change that waits for a second person, as a row. What it holds is the business of its kind. */
import type { NewRow } from "../../../../schema/columns-of.js";
import type { NetworkPart, ProposalKind } from "../../../../schema/states.js";
import { newId } from "../../../platform/random.js";
import type { Viewer } from "../../../platform/viewer.js";
import type { CredentialsContent } from "../credentials/credential.js";
import type { MoveContent } from "../moves/move.store.js";
import type { FieldChange } from "../register/plan-lines.js";

export type Proposed = {
  readonly kind: ProposalKind;
  /** What is done when it is approved. */
  readonly content: object;
  /** In a sentence. */
  readonly says: string;
  /** What it would change, as things stand now. */
  readonly changes: readonly FieldChange[];
  readonly source: string;
};

export function proposalRow(viewer: Viewer, { kind, content, says, changes, source }: Proposed): NewRow<"proposal"> {
  return { id: newId(), kind, content, says, changes, source, state: "PROPOSED", proposed_by: viewer.subject, version: 1 };
}

type Subject = { readonly part: NetworkPart; readonly subjectId: string };

/** Whom a proposal is about: those whose credentials it records, or the clinics that go over and the company they go to. */
export function subjectIds(kind: string, content: unknown): readonly Subject[] {
  if (kind === "CREDENTIALS") return (content as CredentialsContent).credentials;
  if (kind !== "MOVE_CLINICS") return [];
  const { clinicIds, toProviderId } = content as MoveContent;
  return [...clinicIds.map((subjectId): Subject => ({ part: "CLINIC", subjectId })), { part: "ORGANISATION", subjectId: toProviderId }];
}
