import { Field, Int, ObjectType } from "type-graphql";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { globalId, Node } from "../../../gateway/api/node.js";
import { connectionOf } from "../../../gateway/api/paging/connection.js";
import { DateTime, LocalDate } from "../../../gateway/api/scalars.js";
import { ViewerRoleEnum } from "../../../vocabulary/viewer.type.js";
import { CredentialKindEnum } from "../network-enums.type.js";
import { FieldChangeType } from "../proposals/proposal.type.js";
import type { CredentialRow, NetworkChangeRow } from "./credential.store.js";

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
  @visibleTo("NETWORK_MANAGER")
  @Field(() => String, { description: "Who recorded it." })
  recordedBy!: string;
  @Field(() => DateTime, { description: "When it was recorded." })
  recordedAt!: Date;
  @visibleTo("NETWORK_MANAGER")
  @Field(() => String, { nullable: true, description: "The second person; null for what takes rights away." })
  approvedBy!: string | null;
  @Field(() => Int, { description: "Version for expectedVersion." })
  version!: number;
}

export function credentialView({
  id,
  kind,
  number,
  validFrom,
  validUntil,
  source,
  recordedBy,
  recordedAt,
  approvedBy,
  version,
}: CredentialRow): CredentialType {
  return { id: globalId("Credential", id), kind, number, validFrom, validUntil, source, recordedBy, recordedAt, approvedBy, version };
}

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "CLINIC_STAFF")
@ObjectType("NetworkChange", { description: "What one act changed in a part of the network; never edited.", simpleResolvers: true })
export class NetworkChangeType {
  @Field(() => DateTime, { description: "When." })
  at!: Date;
  @visibleTo("NETWORK_MANAGER")
  @Field(() => String, { description: "Who." })
  actor!: string;
  @Field(() => ViewerRoleEnum, { description: "As what." })
  actorRole!: string;
  @Field(() => String, { description: "The operation of the API." })
  operation!: string;
  @Field(() => Int, { description: "The part's version from then on." })
  version!: number;
  @Field(() => [FieldChangeType], { description: "What changed; empty where the part was new." })
  changes!: readonly FieldChangeType[];
}

export const NetworkChangeConnection = connectionOf("NetworkChange", () => NetworkChangeType);
export type { NetworkChangeRow };
