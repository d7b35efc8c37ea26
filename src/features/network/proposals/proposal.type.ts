import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../../gateway/api/paging/connection.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { globalId, Node } from "../../../gateway/api/node.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";
import type { NetworkPart } from "../../../../schema/states.js";
import { ProposalKindEnum, ProposalStateEnum } from "../network-enums.type.js";
import { PersonActType } from "./person-act.type.js";
import { subjectIds } from "./proposal.js";
import type { ProposalRow } from "./proposal.store.js";

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "CLINIC_STAFF")
@ObjectType("FieldChange", { description: "One thing that changes.", simpleResolvers: true })
export class FieldChangeType {
  @Field(() => String, { description: "What changes." })
  field!: string;
  @Field(() => String, { nullable: true, description: "As it was; null where there was nothing." })
  before!: string | null;
  @Field(() => String, { nullable: true, description: "As it is from then on; null where nothing is left." })
  after!: string | null;
}

@withoutPurpose()
@visibleTo("NETWORK_MANAGER")
@ObjectType("Proposal", {
  implements: Node,
  description: "A change on which money or authorisation hangs: it counts once another person than the one who proposed it has agreed.",
  simpleResolvers: true,
})
export class ProposalType extends Node {
  @Field(() => ProposalKindEnum, { description: "What it is about." })
  kind!: string;
  @Field(() => String, { description: "What it is, in a sentence." })
  says!: string;
  @Field(() => [FieldChangeType], {
    description: "What it would change, as things stood when it was proposed; 51 at most, of more the number.",
  })
  changes!: readonly FieldChangeType[];
  @relation("Clinic", { list: true, description: "The clinics it is about, the first hundred; empty where it is about none." })
  clinics!: readonly Ref[];
  @relation("Organisation", { list: true, description: "The organisations it is about, the first hundred; empty where it is about none." })
  organisations!: readonly Ref[];
  @relation("Practitioner", { list: true, description: "The practitioners it is about, the first hundred; empty where it is about none." })
  practitioners!: readonly Ref[];
  @Field(() => String, { description: "Where it is known from." })
  source!: string;
  @Field(() => ProposalStateEnum, { description: "How it stands." })
  state!: string;
  @Field(() => PersonActType, { description: "Who proposed it, and when." })
  proposed!: PersonActType;
  @Field(() => PersonActType, { nullable: true, description: "Who decided on it, and when; null while it waits." })
  decided!: PersonActType | null;
  @Field(() => Int, { description: "Version for expectedVersion." })
  version!: number;
}

export const ProposalConnection = connectionOf("Proposal", () => ProposalType);

/** Enough for a screen, and for whoever keeps what an approval changed. */
const MOST_SUBJECTS = 100;

function subjectsOf({
  kind,
  content,
}: Pick<ProposalRow, "kind" | "content">): Pick<ProposalType, "clinics" | "organisations" | "practitioners"> {
  const ids = subjectIds(kind, content);
  const refs = (part: NetworkPart, type: string): Ref[] =>
    [...new Set(ids.flatMap((each) => (each.part === part ? [each.subjectId] : [])))].slice(0, MOST_SUBJECTS).map((id) => ref(type, id));
  return {
    clinics: refs("CLINIC", "Clinic"),
    organisations: refs("ORGANISATION", "Organisation"),
    practitioners: refs("PRACTITIONER", "Practitioner"),
  };
}

export function proposalView({ id, proposedBy, proposedAt, decidedBy, decidedAt, content, ...row }: ProposalRow): ProposalType {
  return {
    ...row,
    ...subjectsOf({ kind: row.kind, content }),
    id: globalId("Proposal", id),
    proposed: { by: proposedBy, at: proposedAt },
    decided: decidedBy === null || decidedAt === null ? null : { by: decidedBy, at: decidedAt },
  };
}
