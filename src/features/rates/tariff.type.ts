import { Field, ObjectType } from "type-graphql";
import { visibleTo, withoutPurpose } from "../../gateway/api/guard.js";
import { Money, money } from "../../gateway/api/money.js";
import { LocalDate } from "../../gateway/api/scalars.js";
import type { Tariff } from "./rate.store.js";
import { ServiceType, serviceView } from "../../vocabulary/service.type.js";
import { SessionKindEnum } from "./rate-enums.type.js";

@withoutPurpose()
@visibleTo("MEMBER", "CLINIC_STAFF", "CLINIC_SYSTEM", "NETWORK_MANAGER", "FINANCE", "HEALTH_TEAM")
@ObjectType("PublicTariff", {
  description: "What a treatment costs under the public agreement in one period (PRC-INDEX-TWICE, PRC-INDEX-ANNUAL).",
  simpleResolvers: true,
})
export class TariffType {
  @Field(() => ServiceType, { description: "The treatment." })
  service!: ServiceType;
  @Field(() => SessionKindEnum, { description: "Which treatment of a claim it is for." })
  session!: string;
  @Field(() => Money, { description: "The whole fee: public share and patient's share." })
  fullFee!: unknown;
  @Field(() => Money, { description: "Paid by the region." })
  publicShare!: unknown;
  @Field(() => Money, { description: "Left for the patient." })
  patientShare!: unknown;
  @Field(() => LocalDate, { description: "First day it applies." })
  validFrom!: string;
  @Field(() => LocalDate, { nullable: true, description: "First day it no longer applies; null while open." })
  validUntil!: string | null;
}

export function tariffView(tariff: Tariff): TariffType {
  return {
    service: serviceView(tariff.serviceCode),
    session: tariff.session,
    fullFee: money(tariff.fullFeeMinor),
    publicShare: money(tariff.publicShareMinor),
    patientShare: money(tariff.patientShareMinor),
    validFrom: tariff.validFrom,
    validUntil: tariff.validUntil,
  };
}
