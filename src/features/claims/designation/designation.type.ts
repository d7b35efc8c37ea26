import DataLoader from "dataloader";
import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { loader, type Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { ref, refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { distanceKm, placeOf } from "../../../kernel/place.js";
import { isFarEnough } from "../../../rules/price/transport.js";
import { ClaimType } from "../claim.type.js";
import { designationsOf, type DesignationRow } from "./designation.store.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("Designation", {
  description: "Where, and with whom, the insurer lets a claim be treated (PRV-DESIGNATED).",
  simpleResolvers: true,
})
export class DesignationType {
  @relation("Claim", { description: "The claim that is to be treated there." })
  claim!: Ref;
  @relation("Clinic", { description: "The clinic or hospital." })
  clinic!: Ref;
  @relation("Practitioner", { nullable: true, description: "The specialist; null where anybody of the clinic may treat." })
  practitioner!: Ref | null;
  @Field(() => String, { description: "Why this place, or why another than before." })
  reason!: string;
  @Field(() => DateTime, { description: "Since when." })
  designatedAt!: Date;
  @Field(() => DateTime, { nullable: true, description: "When another took its place; null while it is in force." })
  endedAt!: Date | null;
  @Field(() => NonNegativeInt, {
    nullable: true,
    description: "Kilometres from home in a straight line; null where the home is not known.",
  })
  distanceKm!: number | null;
  @Field(() => Boolean, {
    description: "True where the way is long enough, and the treatment of the kind, that transport can be covered (TRN-60KM).",
  })
  transport!: boolean;
}

const DESIGNATIONS = "designations of claims";

@Resolver(() => ClaimType)
export class ClaimDesignations {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => [DesignationType], {
    description: "Where the insurer lets the claim be treated: the place in force first, then those before it.",
  })
  designations(@Root() claim: ClaimType, @Ctx() ctx: Context): Promise<DesignationType[]> {
    return loader<string, DesignationType[]>(ctx, DESIGNATIONS, designationLoader).load(idOf("Claim", claim.id));
  }
}

function designationLoader(ctx: Context): DataLoader<string, DesignationType[]> {
  return new DataLoader(async (claimIds) => {
    const rows = await runQuery(ctx, (tx) => designationsOf(tx, claimIds));
    return claimIds.map((id) => rows.filter(({ claim_id: of }) => of === id).map(designationView));
  });
}

function designationView(row: DesignationRow): DesignationType {
  const home = placeOf(row.from_lat, row.from_lon);
  const km = home && distanceKm(home, { lat: row.to_lat, lon: row.to_lon });
  return {
    claim: ref("Claim", row.claim_id),
    clinic: ref("Clinic", row.clinic_id),
    practitioner: refOrNull("Practitioner", row.practitioner_id),
    reason: row.reason,
    designatedAt: row.designated_at,
    endedAt: row.ended_at,
    distanceKm: km === null ? null : Math.round(km),
    transport: km !== null && isFarEnough(km, row.service_code),
  };
}
