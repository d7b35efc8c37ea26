import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { WishEnum } from "../../claims/claim-enums.type.js";
import { ClaimType } from "../../claims/claim.type.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { LocalDate, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";
import { Coordinates } from "../../network/address.type.js";
import { readReference } from "../../network/reference.store.js";
import { BindingWishEnum, WaitReasonEnum } from "../promise-enums.type.js";
import type { BindingWish, WaitReason } from "../promise-words.js";
import { InLanguage, type Language } from "../../../vocabulary/language.type.js";
import { ServiceType, serviceView } from "../../../vocabulary/service.type.js";
import { danishText, englishText, type CertificateWithTexts } from "./told-certificate.js";

@withoutPurpose()
@visibleTo("HEALTH_TEAM", "NETWORK_MANAGER")
@ObjectType("WithoutBound", { description: "A bound that alone costs a claim its unit.", simpleResolvers: true })
export class WithoutBound {
  @Field(() => BindingWishEnum, { description: "The bound." })
  bound!: BindingWish;
  @Field(() => NonNegativeInt, { description: "Units there would be that nobody else needs." })
  units!: number;
  @Field(() => LocalDate, { description: "Day of the first of them." })
  firstOn!: string;
}

@withoutPurpose()
@visibleTo("HEALTH_TEAM", "NETWORK_MANAGER")
@ObjectType("PromiseCertificate", {
  description:
    "Proof that not all of these claims can be placed: together they can use only these units, and there are fewer (Hall's theorem).",
  simpleResolvers: true,
})
export class CertificateType {
  @Field(() => ServiceType, { description: "The treatment; the first where treatments share openings." })
  service!: ServiceType;
  @Field(() => NonNegativeInt, { description: "Claims in the set." })
  claims!: number;
  @Field(() => NonNegativeInt, { description: "Units they can reach, all of them." })
  units!: number;
  @Field(() => Int, { description: "Claims minus units: how many no plan can place." })
  short!: number;
  @Field(() => LocalDate, { description: "Latest date among these claims." })
  latestOn!: string;
  @Field(() => String, { description: "Town in the middle of them." })
  place!: string;
  @Field(() => NonNegativeInt, { description: "Postal codes they come from." })
  postalCodes!: number;
  @Field(() => Int, {
    description:
      "Of the claims, how many are narrowed by a wish of language or gender; a booking sets it aside before a promise is broken.",
  })
  narrowedByWish!: number;
  @withoutPurpose()
  @visibleTo("HEALTH_TEAM")
  @Field(() => [WishEnum], {
    description: "Wishes of this claim that are set aside already: it has no unit without them either (BOK-WISHES).",
  })
  setAsideWishes!: readonly string[];
  @Field(() => WaitReasonEnum, {
    nullable: true,
    description: "Why this claim waits and others have the units; null where the set is told of nobody in particular.",
  })
  waits!: WaitReason | null;
  @Field(() => WithoutBound, {
    nullable: true,
    description: "What there would be without a bound of the claim's own; null where none alone makes the difference.",
  })
  without!: WithoutBound | null;
  @Field(() => NonNegativeInt, {
    nullable: true,
    description:
      "Units in reach at hours when the member has other appointments, or that others hold, where these alone stand in the way; else null.",
  })
  busyUnits!: number | null;
  @visibleTo("HEALTH_TEAM")
  @relation("Claim", { list: true, mayBeHidden: true, description: "The claims of the set; none listed where there are very many." })
  setOfClaims!: readonly Ref[];
  @visibleTo("HEALTH_TEAM")
  @relation("Claim", { list: true, mayBeHidden: true, description: "Of the claims of the set, those that wait." })
  waitingClaims!: readonly Ref[];
  /** Not a field: what `text` is made from. */
  told!: CertificateWithTexts;
}

@Resolver(() => ClaimType)
export class CertificateOfClaim {
  @visibleTo("HEALTH_TEAM")
  @FieldResolver(() => CertificateType, {
    nullable: true,
    description: "Why no unit is left for its first appointment; null where there is one.",
  })
  certificate(@Root() { proof }: ClaimType): CertificateType | null {
    return proof === null ? null : certificateView(proof as CertificateWithTexts);
  }
}

@Resolver(() => CertificateType)
export class CertificateWords {
  @FieldResolver(() => String, {
    description:
      'In a sentence, e.g. "14 psychologist claims from 6 postal codes around Esbjerg until Thursday 2026-11-26, 9 units: 5 short".',
  })
  text(@Root() { told }: CertificateType, @InLanguage() language: Language): string {
    return language === "DA" ? danishText(told) : englishText(told);
  }

  @FieldResolver(() => Coordinates, {
    nullable: true,
    description: "Where its place is: the middle of the postal codes of that name. Null where no postal code has it.",
  })
  async location(@Root() { place }: CertificateType, @Ctx() ctx: Context): Promise<Coordinates | null> {
    return middleOf((await readReference(ctx.database)).postalCodes.filter(({ town }) => town === place));
  }
}

type Placed = { readonly lat: number | null; readonly lon: number | null };

function middleOf(codes: readonly Placed[]): Coordinates | null {
  const placed = codes.flatMap(({ lat, lon }) => (lat === null || lon === null ? [] : [{ lat, lon }]));
  if (placed.length === 0) return null;
  const mean = (of: (at: (typeof placed)[number]) => number): number => placed.reduce((sum, at) => sum + of(at), 0) / placed.length;
  return { latitude: mean(({ lat }) => lat), longitude: mean(({ lon }) => lon) };
}

export function certificateView(told: CertificateWithTexts): CertificateType {
  const { service, claims, units, short, untilOn, place, postalCodes } = told;
  const { wished = 0, setAside = [], waits = null, without, busy = null, claimIds = [], waitingIds = [] } = told;
  return {
    ...{ service: serviceView(service), claims, units, short, latestOn: untilOn, place, postalCodes },
    narrowedByWish: wished,
    setAsideWishes: setAside,
    waits,
    without: without === undefined ? null : { bound: without.wish, units: without.units, firstOn: without.firstOn },
    busyUnits: busy,
    setOfClaims: claimIds.map((id) => ref("Claim", id)),
    waitingClaims: waitingIds.map((id) => ref("Claim", id)),
    told,
  };
}
