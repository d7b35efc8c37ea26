import { Field, ObjectType } from "type-graphql";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { globalId, Node } from "../../../gateway/api/node.js";
import { connectionOf } from "../../../gateway/api/paging/connection.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime, LocalDate, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { ViewerRoleEnum } from "../../../vocabulary/viewer.type.js";
import { CredentialKindEnum, EndingStateEnum } from "../network-enums.type.js";
import { PersonActType } from "../proposals/person-act.type.js";
import { FieldChangeType } from "../proposals/proposal.type.js";
import type { CredentialRow, NetworkChangeRow } from "./credential.store.js";

@withoutPurpose()
@visibleTo("NETWORK_MANAGER")
@ObjectType("EndingProgress", {
  description: "How far a suspension or end has come with openings and appointments, which close and open again in pieces.",
  simpleResolvers: true,
})
export class EndingProgressType {
  @Field(() => EndingStateEnum, { description: "What is being done." })
  state!: string;
  @Field(() => NonNegativeInt, { description: "Openings in its time when it began." })
  openings!: number;
  @Field(() => NonNegativeInt, { description: "Appointments in its time when it began." })
  appointments!: number;
  @Field(() => NonNegativeInt, { description: "Openings closed so far." })
  closed!: number;
  @Field(() => NonNegativeInt, { description: "Appointments moved so far." })
  moved!: number;
  @Field(() => NonNegativeInt, { description: "Appointments for which nothing fitted, so that people take over, so far." })
  escalated!: number;
  @Field(() => NonNegativeInt, { description: "Openings offered again so far, since it was lifted." })
  opened!: number;
  @Field(() => DateTime, { description: "When anything of this changed last." })
  changedAt!: string;
}

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM", "FINANCE")
@ObjectType("Credential", {
  implements: Node,
  description: "A dated fact that entitles a part of the network or takes that away; it is read on the day of each treatment.",
  simpleResolvers: true,
})
export class CredentialType extends Node {
  @Field(() => CredentialKindEnum, { description: "What it is." })
  kind!: string;
  @Field(() => String, {
    nullable: true,
    description: "Provider number, or number of the authorisation or approval; null where there is none.",
  })
  number!: string | null;
  @Field(() => LocalDate, { description: "First day it holds." })
  validFrom!: string;
  @Field(() => LocalDate, { nullable: true, description: "First day it no longer holds; null while open." })
  validUntil!: string | null;
  @Field(() => String, { description: "Where it is known from." })
  source!: string;
  @relation("Organisation", { nullable: true, description: "The company whose it is; null where it is a clinic's or a practitioner's." })
  organisation!: Ref | null;
  @relation("Clinic", { nullable: true, description: "The clinic whose it is; null where it is a company's or a practitioner's." })
  clinic!: Ref | null;
  @relation("Practitioner", { nullable: true, description: "The practitioner whose it is; null where it is a company's or a clinic's." })
  practitioner!: Ref | null;
  @Field(() => PersonActType, { description: "Who recorded it, and when." })
  recorded!: PersonActType;
  @visibleTo("NETWORK_MANAGER")
  @Field(() => String, { nullable: true, description: "The second person; null for what takes rights away." })
  approvedBy!: string | null;
  @visibleTo("NETWORK_MANAGER")
  @Field(() => EndingProgressType, {
    nullable: true,
    description: "How far it has come with openings and appointments; null for what entitles, and for an end that came with a successor.",
  })
  progress!: EndingProgressType | null;
}

export function credentialView(row: CredentialRow): CredentialType {
  const { id, kind, number, validFrom, validUntil, source, recordedBy, recordedAt, approvedBy, progress } = row;
  const facts = { kind, number, validFrom, validUntil, source, approvedBy, progress, recorded: { by: recordedBy, at: recordedAt } };
  return { id: globalId("Credential", id), ...facts, ...partsOf(row) };
}

type Parts = { readonly providerId: string | null; readonly clinicId: string | null; readonly practitionerId: string | null };

function partsOf({ providerId, clinicId, practitionerId }: Parts): Pick<CredentialType, "organisation" | "clinic" | "practitioner"> {
  return {
    organisation: refOrNull("Organisation", providerId),
    clinic: refOrNull("Clinic", clinicId),
    practitioner: refOrNull("Practitioner", practitionerId),
  };
}

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "CLINIC_STAFF")
@ObjectType("NetworkChange", { description: "What one act changed in a part of the network; never edited.", simpleResolvers: true })
export class NetworkChangeType {
  @Field(() => PersonActType, { description: "Who, and when." })
  act!: PersonActType;
  @Field(() => ViewerRoleEnum, { description: "As what." })
  actorRole!: string;
  @Field(() => String, { description: "The operation of the API." })
  operation!: string;
  @relation("Organisation", { nullable: true, description: "The company that changed; null where it was a clinic or a practitioner." })
  organisation!: Ref | null;
  @relation("Clinic", { nullable: true, description: "The clinic that changed; null where it was a company or a practitioner." })
  clinic!: Ref | null;
  @relation("Practitioner", { nullable: true, description: "The practitioner who changed; null where it was a company or a clinic." })
  practitioner!: Ref | null;
  @Field(() => [FieldChangeType], { description: "What changed; empty where the part was new." })
  changes!: readonly FieldChangeType[];
}

export function changeView({ at, actor, actorRole, operation, changes, part, partId }: NetworkChangeRow): NetworkChangeType {
  const of = (named: NetworkChangeRow["part"]): string | null => (named === part ? partId : null);
  const parts = partsOf({ providerId: of("ORGANISATION"), clinicId: of("CLINIC"), practitionerId: of("PRACTITIONER") });
  return { act: { by: actor, at }, actorRole, operation, changes, ...parts };
}

export const NetworkChangeConnection = connectionOf("NetworkChange", () => NetworkChangeType);
