/** A change that waits for a second person, as a row. What it holds is the business of its kind. */
import type { NewRow } from "../../../../schema/columns-of.js";
import type { ProposalKind } from "../../../../schema/states.js";
import { newId } from "../../../platform/random.js";
import type { Viewer } from "../../../platform/viewer.js";
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
