import { Field, Int, ObjectType } from "type-graphql";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime, LocalDate, PositiveInt } from "../../../gateway/api/scalars.js";
import type { MutationOutcome } from "../../../gateway/api/run-operation.js";
import { ServiceType, serviceView } from "../../../vocabulary/service.type.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import type { KeptScenarioRow } from "./kept-scenario.store.js";

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "HEALTH_TEAM")
@ObjectType("ClosedPeriod", { description: "A time in which a part of all openings is closed.", simpleResolvers: true })
export class ClosedPeriod {
  @Field(() => LocalDate, { description: "First day." })
  from!: string;
  @Field(() => LocalDate, { description: "Last day." })
  through!: string;
  @Field(() => Int, { description: "Share of the units that is closed, in percent." })
  percent!: number;
}

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "HEALTH_TEAM")
@ObjectType("AddedUnits", { description: "Units that a clinic would open in addition.", simpleResolvers: true })
export class AddedUnits {
  @relation("Clinic", { description: "The clinic." })
  clinic!: Ref;
  @Field(() => ServiceType, { description: "The treatment." })
  service!: ServiceType;
  @Field(() => PositiveInt, { description: "Units a week." })
  unitsPerWeek!: number;
}

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "HEALTH_TEAM")
@ObjectType("KeptScenario", { description: "A change beside today that is kept by name, to be asked again.", simpleResolvers: true })
export class KeptScenario {
  @Field(() => String, { description: "Its name, which no other has." })
  name!: string;
  @relation("Clinic", { list: true, mayBeHidden: true, description: "Clinics that would leave." })
  withoutClinics!: readonly Ref[];
  @Field(() => Int, { description: "How much more would be reported, in percent; below zero less." })
  demandPercent!: number;
  @Field(() => ClosedPeriod, { nullable: true, description: "A time in which openings would be closed; null where there is none." })
  closed!: ClosedPeriod | null;
  @Field(() => [AddedUnits], { description: "Units that would come." })
  added!: readonly AddedUnits[];
  @Field(() => String, { description: "Who kept it: the subject of the login." })
  keptBy!: string;
  @Field(() => DateTime, { description: "When." })
  keptAt!: Date;
}

@withoutPurpose()
@visibleTo("NETWORK_MANAGER")
@ObjectType({ description: "The scenarios as they are kept now, or every reason why not." })
export class KeptScenariosPayload {
  @Field(() => [KeptScenario], { nullable: true, description: "All that are kept, by name; null where the act was refused." })
  kept!: readonly KeptScenario[] | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
}

export function keptPayload({ result, errors }: MutationOutcome<readonly KeptScenarioRow[]>): KeptScenariosPayload {
  return { kept: result?.map(keptView) ?? null, errors: userErrors(errors) };
}

export function keptView({ name, scenario, keptBy, keptAt }: KeptScenarioRow): KeptScenario {
  const { withoutClinics, demandPercent, closed, added } = scenario;
  return {
    ...{ name, demandPercent, keptBy, keptAt },
    closed: closed && { from: closed.from, through: closed.to, percent: closed.percent },
    withoutClinics: withoutClinics.map((id) => ref("Clinic", id)),
    added: added.map(({ clinicId, service, unitsPerWeek }) => {
      return { clinic: ref("Clinic", clinicId), service: serviceView(service), unitsPerWeek };
    }),
  };
}
