import { Max, Min } from "class-validator";
import { Args, ArgsType, Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { costs } from "../../../gateway/admission/cost.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { LocalDate, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { NetworkGapKindEnum } from "../network-enums.type.js";
import { networkGaps } from "./gap.store.js";
import type { NetworkGap } from "../network-words.js";

/** Longer ahead nobody writes to a clinic about its agreement. */
const MOST_DAYS = 400;
const MOST = 200;

@ArgsType()
export class NetworkGapsArgs {
  @Min(1)
  @Max(MOST_DAYS)
  @Field(() => Int, { defaultValue: 90, description: `How many days to look ahead, 1 to ${MOST_DAYS}.` })
  days!: number;
  @Min(1)
  @Max(MOST)
  @Field(() => Int, { defaultValue: 100, description: `How many, 1 to ${MOST}.` })
  first!: number;
}

@withoutPurpose()
@visibleTo("NETWORK_MANAGER")
@ObjectType("NetworkGap", { description: "A paper that a part of the network lacks, or that ends soon.", simpleResolvers: true })
export class NetworkGapType {
  @Field(() => NetworkGapKindEnum, { description: "What is lacking." })
  kind!: NetworkGap;
  @Field(() => LocalDate, {
    nullable: true,
    description: "First day without it, or where it is missing already the day on which it begins; null where it does not.",
  })
  on!: string | null;
  @Field(() => NonNegativeInt, { description: "Of rates, how many treatments or rates; else 1." })
  counted!: number;
  @relation("Organisation", { nullable: true, description: "The company; null where it is about a clinic or a practitioner." })
  organisation!: Ref | null;
  @relation("Clinic", { nullable: true, description: "The clinic; null where it is about a company or a practitioner." })
  clinic!: Ref | null;
  @relation("Practitioner", { nullable: true, description: "The practitioner; null where it is about a company or a clinic." })
  practitioner!: Ref | null;
}

@Resolver()
export class NetworkGaps {
  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER")
  @costs({ own: 20, size: MOST })
  @Query(() => [NetworkGapType], {
    description:
      "What the network lacks in papers: missing agreements, qualifications, practitioners and rates first, then what ends within the days, the nearest first.",
  })
  async networkGaps(@Args(() => NetworkGapsArgs) { days, first }: NetworkGapsArgs, @Ctx() ctx: Context): Promise<NetworkGapType[]> {
    const rows = await runQuery(ctx, (tx) => networkGaps(tx, days, first));
    return rows.map(({ kind, on, counted, providerId, clinicId, practitionerId }) => ({
      ...{ kind: kind as NetworkGap, on, counted: counted ?? 1 },
      organisation: refOrNull("Organisation", providerId),
      clinic: refOrNull("Clinic", clinicId),
      practitioner: refOrNull("Practitioner", practitionerId),
    }));
  }
}
