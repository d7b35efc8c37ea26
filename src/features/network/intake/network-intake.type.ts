import { Args, Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { connection, connectionOf, type Connection } from "../../../gateway/api/paging/connection.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { globalId, Node } from "../../../gateway/api/node.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { NetworkIntakeStateEnum, NetworkPartEnum } from "../network-enums.type.js";
import { intakesOf, type IntakeRow } from "./intake.store.js";

@withoutPurpose()
@visibleTo("NETWORK_MANAGER")
@ObjectType("NetworkIntake", { implements: Node, description: "A file of the network and how far it has come.", simpleResolvers: true })
export class NetworkIntakeType extends Node {
  @Field(() => NetworkPartEnum, { description: "What its lines are about." })
  part!: string;
  @Field(() => NonNegativeInt, { description: "Lines of the file." })
  lines!: number;
  @Field(() => NonNegativeInt, { description: "Lines that are through." })
  done!: number;
  @Field(() => NonNegativeInt, { description: "Refused lines." })
  refused!: number;
  @Field(() => NetworkIntakeStateEnum, { description: "How it stands." })
  state!: string;
  @Field(() => DateTime, { description: "When it began." })
  startedAt!: Date;
  @Field(() => DateTime, { nullable: true, description: "When it ended; null while it runs." })
  endedAt!: Date | null;
  @relation("Proposal", {
    nullable: true,
    description: "The dated facts of the file, which wait for a second person; null where there are none.",
  })
  proposal!: Ref | null;
}

export function intakeView({ id, proposalId, ...row }: IntakeRow): NetworkIntakeType {
  return { ...row, id: globalId("NetworkIntake", id), proposal: refOrNull("Proposal", proposalId) };
}

const NetworkIntakeConnection = connectionOf("NetworkIntake", () => NetworkIntakeType);
const LIST = "network intakes";

@Resolver()
export class NetworkIntakes {
  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER")
  @Query(() => NetworkIntakeConnection, { description: "Files of the network, running and done; the latest first." })
  async networkIntakes(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context): Promise<Connection<NetworkIntakeType>> {
    const first = pageSize(page.first);
    const after = page.after == null ? null : String(decodeCursor(LIST, ["uuid"], page.after)[0]);
    const rows = await runQuery(ctx, (tx) => intakesOf(tx, after, first + 1));
    return connection(rows, first, (row) => encodeCursor(LIST, [row.id]), intakeView);
  }
}
