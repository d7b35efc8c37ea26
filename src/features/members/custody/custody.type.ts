import { Field, ID, Int, ObjectType } from "type-graphql";
import { visibleTo } from "../../../gateway/api/guard.js";
import { globalId } from "../../../gateway/api/node.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";
import { LocalDate } from "../../../gateway/api/scalars.js";
import { standsThrough } from "./custody.js";
import type { DependantRow, GuardianRow } from "./custody.store.js";
import type { Product, Role } from "../../../rules/codes.js";
import { PolicyRoleEnum, ProductEnum } from "../../../vocabulary/rules.type.js";
import { GuardianAccessEnum } from "../member-enums.type.js";

@visibleTo("MEMBER")
@ObjectType("DependantCover", { description: "That a young person is covered, and under what. No claims, no treatments, no use of it." })
export class DependantCover {
  @Field(() => ProductEnum, { description: "The insurance." })
  product!: Product;
  @Field(() => PolicyRoleEnum, { description: "What the person is in it." })
  role!: Role;
  @Field(() => LocalDate, { description: "First day of cover." })
  coverStart!: string;
  @Field(() => LocalDate, { nullable: true, description: "Last day of cover; null while open." })
  coverEnd!: string | null;
}

@visibleTo("MEMBER")
@ObjectType("Dependant", {
  description:
    "A young person of 15 to 17 in your custody. You see that they are here and how they are covered; their claims, bookings and access log are theirs alone from the 15th birthday on. On the 18th birthday, or when they close it to you, they are no longer listed.",
})
export class DependantType {
  @Field(() => ID, { description: "Tells dependants apart; opens nothing." })
  id!: string;
  @Field(() => String, { description: "Given names and family name." })
  name!: string;
  @Field(() => Int, { description: "Year of birth." })
  birthYear!: number;
  @Field(() => [DependantCover], { description: "Their covers, oldest first." })
  covers!: readonly DependantCover[];
}

@visibleTo("MEMBER")
@ObjectType("Guardian", { description: "Somebody who holds custody of you, while you are under 18." })
export class GuardianType {
  @Field(() => ID, { description: "Global id of the member." })
  id!: string;
  @Field(() => String, { description: "Given names and family name." })
  name!: string;
  @Field(() => GuardianAccessEnum, { description: "What they see of you today." })
  access!: GuardianRow["access"];
}

@visibleTo("HEALTH_TEAM", "INTEGRATION")
@ObjectType("Custody", { description: "Custody of one child by one adult, as the register said last." })
export class CustodyType {
  @relation("Member", { nullable: true, description: "The child; null once they were erased." })
  member!: Ref | null;
  @relation("Member", { nullable: true, description: "The adult; null once they were erased." })
  guardian!: Ref | null;
  @Field(() => LocalDate, { description: "Day of the check." })
  checkedOn!: string;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Last day on which it counts without another check, 30 days on; null when ended.",
  })
  standsThrough!: string | null;
}

type CustodyRow = { readonly childId: string; readonly guardianId: string; readonly checkedOn: string; readonly ended: boolean };

export function custodyView({ childId, guardianId, checkedOn, ended }: CustodyRow): CustodyType {
  return {
    member: ref("Member", childId),
    guardian: ref("Member", guardianId),
    checkedOn,
    standsThrough: ended ? null : standsThrough(checkedOn),
  };
}

/** Rows come ordered by dependant and cover. */
export function dependantViews(rows: readonly DependantRow[]): DependantType[] {
  return [...new Set(rows.map((row) => row.member_id))].map((memberId) => {
    const own = rows.filter((row) => row.member_id === memberId);
    const covers = own.flatMap(({ product, role, cover_start: coverStart, cover_end: coverEnd }) =>
      product === null || role === null || coverStart === null ? [] : [{ product, role, coverStart, coverEnd }],
    );
    return { id: globalId("Dependant", memberId), name: own[0]?.name ?? "", birthYear: own[0]?.birth_year ?? 0, covers };
  });
}

export function guardianView({ member_id: memberId, name, access }: GuardianRow): GuardianType {
  return { id: globalId("Member", memberId), name, access };
}
