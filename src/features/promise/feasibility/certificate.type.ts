import { Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { ClaimType } from "../../claims/claim.type.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { LocalDate, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { InLanguage, type Language } from "../../../vocabulary/language.type.js";
import { ServiceType, serviceView } from "../../../vocabulary/service.type.js";
import { danishText, type CertificateWithTexts } from "./told-certificate.js";

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
  untilOn!: string;
  @Field(() => String, { description: "Town in the middle of them." })
  place!: string;
  @Field(() => NonNegativeInt, { description: "Postal codes they come from." })
  postalCodes!: number;
  @Field(() => Int, {
    description:
      "Of the claims, how many are narrowed by a wish of language or gender; a booking sets it aside before a promise is broken.",
  })
  narrowedByWish!: number;
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
    return language === "DA" ? danishText(told) : told.text;
  }
}

export function certificateView(told: CertificateWithTexts): CertificateType {
  const { service, claims, units, short, untilOn, place, postalCodes } = told;
  return { service: serviceView(service), claims, units, short, untilOn, place, postalCodes, narrowedByWish: told.wished ?? 0, told };
}
