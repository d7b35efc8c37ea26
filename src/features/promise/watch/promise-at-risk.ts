import { Field, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { changes } from "../../../gateway/api/input/changes.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { requirePurpose } from "../../../gateway/api/purpose.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import type { PromiseState } from "../../../../schema/states.js";
import { PromiseStateEnum } from "../promise-enums.type.js";
import { promiseInDanger } from "./watch.store.js";
import { ServiceType, serviceView } from "../../../vocabulary/service.type.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";

@visibleTo("HEALTH_TEAM")
@ObjectType("PromiseAlert", { description: "A promise that is in danger, or broken: somebody should look now.", simpleResolvers: true })
export class PromiseAlert {
  @relation("Claim", { description: "The claim." })
  claim!: Ref;
  @relation("Member", { nullable: true, description: "Who waits; null once they were erased.", mayBeHidden: true })
  member!: Ref | null;
  @Field(() => PromiseStateEnum, { description: "How it stands." })
  state!: PromiseState;
  @Field(() => ServiceType, { description: "The treatment." })
  service!: ServiceType;
  @Field(() => DateTime, {
    nullable: true,
    description: "The promise is broken if no first appointment has started before this instant; null where none runs any more.",
  })
  deadlineAt!: Date | null;
}

@Resolver()
export class PromiseAtRisk {
  @visibleTo("HEALTH_TEAM")
  @Subscription(() => PromiseAlert, {
    description: "Promises as they come into danger. Needs a purpose; each alert is on the member's access log.",
    subscribe: ({ context }) => alerts(context as Context),
  })
  promiseAtRisk(@Root() alert: PromiseAlert): PromiseAlert {
    return alert;
  }
}

function alerts(ctx: Context): AsyncIterable<PromiseAlert> {
  requirePurpose(ctx);
  return changes(ctx.services.events, ctx, "promise.at-risk", (now, { aggregateId }) => see(now, aggregateId));
}

async function see(ctx: Context, claimId: string): Promise<PromiseAlert | null> {
  const found = await runQuery(
    ctx,
    (tx) => promiseInDanger(tx, claimId),
    (seen) =>
      seen
        ? [
            {
              operation: "promiseAtRisk",
              memberId: seen.memberId,
              object: "Claim",
              objectId: claimId,
              fields: ["promiseState"],
              outcome: "ALLOWED",
            },
          ]
        : [],
  );
  return (
    found && {
      claim: ref("Claim", claimId),
      member: ref("Member", found.memberId),
      state: found.state,
      service: serviceView(found.service),
      deadlineAt: found.deadlineAt,
    }
  );
}
