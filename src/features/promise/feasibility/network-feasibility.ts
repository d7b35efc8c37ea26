import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { Channel, Service } from "../../../rules/codes.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { badInput } from "../../../gateway/api/bad-input.js";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { LanguageTag, LocalDate, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { dayNumber, dayWith } from "../../../kernel/day.js";
import { EXTRA_DAYS, isWorkingDay } from "../../../kernel/calendar.js";
import { invariant } from "../../../kernel/invariant.js";
import { Money, money } from "../../../gateway/api/money.js";
import { GenderEnum } from "../../members/member-enums.type.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import type { Addition, Proposal } from "./additions.js";
import { actAsProduct } from "../../../platform/act-as-product.js";
import { CertificateType, certificateView } from "./certificate.type.js";
import { feasibilityOf } from "./feasibility.js";
import { clinicsAt, loadPromises, type ClinicAt, type PromiseInstance } from "../plan/promise.store.js";
import type { CertificateNames } from "./told-certificate.js";
import { isSmall, leastCount, shownFrom, type Shown } from "../small-counts.js";
import { readNames } from "../watch/watch.store.js";
import { ServiceType, serviceView } from "../../../vocabulary/service.type.js";
import { ChannelEnum, ServiceCodeEnum } from "../../../vocabulary/rules.type.js";
import { RegionEnum } from "../../network/network-enums.type.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "HEALTH_TEAM")
@ObjectType("AddedDay", { description: "Units to add on one day.", simpleResolvers: true })
export class AddedDay {
  @Field(() => LocalDate, { description: "The day." })
  on!: string;
  @Field(() => NonNegativeInt, { description: "Units." })
  units!: number;
}

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "HEALTH_TEAM")
@ObjectType("CapacityAddition", {
  description: "Capacity that would remove a part of the shortage, as tried in the plan.",
  simpleResolvers: true,
})
export class CapacityAddition {
  @relation("Clinic", { nullable: true, description: "A clinic that already treats such cases; null where none is in reach." })
  clinic!: Ref | null;
  @Field(() => String, { description: "The clinic, or where a new one would have to be." })
  clinicName!: string;
  @Field(() => String, { nullable: true, description: "Its town; null where no clinic of the network is there." })
  town!: string | null;
  @Field(() => [ServiceType], { description: "Treatments the units have to serve." })
  services!: readonly ServiceType[];
  @Field(() => ChannelEnum, { description: "How to meet." })
  channel!: Channel;
  @Field(() => [LanguageTag], {
    description: "Languages in which they have to be offered, of those somebody asks for; none where any will do.",
  })
  languages!: readonly string[];
  @Field(() => GenderEnum, { nullable: true, description: "Gender the practitioner has to have; null where any will do." })
  gender!: string | null;
  @Field(() => Boolean, { description: "They have to be open to children." })
  forChildren!: boolean;
  @Field(() => Boolean, { description: "They have to be open to adults." })
  forAdults!: boolean;
  @Field(() => [AddedDay], { description: "On which days how many, spread as the claims need them." })
  days!: readonly AddedDay[];
  @Field(() => NonNegativeInt, { description: "Units to add." })
  units!: number;
  @Field(() => NonNegativeInt, { nullable: true, description: "Claims that would find a place because of it; null: too few to be told." })
  removes!: number | null;
  @Field(() => Money, {
    nullable: true,
    description:
      "What each promise kept by it costs in first sessions, at the agreed rate or for a new clinic the middle of the agreed ones. Null where none was agreed.",
  })
  costPerPromiseKept!: Money | null;
  @Field(() => [CapacityAddition], { description: "Other ways to the same end, each in its place; the best first. Theirs are not listed." })
  alternatives!: readonly CapacityAddition[];
}

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "HEALTH_TEAM")
@ObjectType({ description: "Whether the open promises fit the free capacity, with proof where they do not.", simpleResolvers: true })
export class NetworkFeasibility {
  @Field(() => LocalDate, { description: "First deadline asked about." })
  from!: string;
  @Field(() => LocalDate, { description: "Last deadline asked about." })
  through!: string;
  @Field(() => Int, {
    nullable: true,
    description: "Open promises with a deadline in the period, without an appointment; null: too few to be told.",
  })
  openClaims!: number | null;
  @Field(() => NonNegativeInt, { description: "Free units of the region and service until the last day." })
  units!: number;
  @Field(() => NonNegativeInt, { nullable: true, description: "Promises no plan can place; null: too few to be told." })
  unplaced!: number | null;
  @Field(() => [CertificateType], { description: "Why, the largest shortage first; up to 20." })
  certificates!: readonly CertificateType[];
  @Field(() => [CapacityAddition], { description: "What would remove the shortages, one after the other." })
  additions!: readonly CapacityAddition[];
}

/** The longest clock is fifteen working days; a question beyond a month has no claims left in it (product: search). */
const MOST_DAYS = 31;

@Resolver()
export class FindFeasibility {
  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER", "HEALTH_TEAM")
  @costs({ own: 300 })
  @Query(() => NetworkFeasibility, {
    description: "Do the open promises of a region and service fit the network's free capacity? Figures and proof, no persons.",
  })
  async networkFeasibility(
    @Arg("from", () => LocalDate, { description: "First deadline." }) from: string,
    @Arg("through", () => LocalDate, { description: "Last deadline, at most 31 days later." }) through: string,
    @Ctx() ctx: Context,
    @Arg("region", () => RegionEnum, { nullable: true, description: "Region the members live in; left out, the whole country." })
    region?: string | null,
    @Arg("service", () => ServiceCodeEnum, { nullable: true, description: "The treatment; left out, all." }) service?: Service | null,
  ): Promise<NetworkFeasibility> {
    const question = { from: dayNumber(from), to: dayNumber(through), region: region ?? null, service: service ?? null };
    if (question.to < question.from) throw badInput("through must not be before from.", ["through"]);
    if (question.to - question.from > MOST_DAYS) throw badInput(`The period is at most ${MOST_DAYS} days.`, ["through"]);
    const { instance, names, clinics } = await runQuery(ctx, read, null, "WORKER");
    const found = await feasibilityOf(instance, question, {
      names,
      regionOfClinic: (id) => clinics.get(id)?.region ?? null,
      isOpenDay,
    });
    const least = leastCount(ctx);
    const shown = shownFrom(least);
    return {
      from,
      through,
      units: found.units,
      openClaims: shown(found.openClaims),
      unplaced: isSmall(found.openClaims, least) ? null : shown(found.unplaced),
      certificates: found.certificates.filter(({ claims }) => !isSmall(claims, least)).map(certificateView),
      additions: found.additions.map((addition) => additionView(addition, { clinics, shown, instance })),
    };
  }
}

async function read(tx: Tx): Promise<{ instance: PromiseInstance; names: CertificateNames; clinics: ReadonlyMap<string, ClinicAt> }> {
  await actAsProduct(tx);
  const instance = await loadPromises(tx);
  return { instance, names: await readNames(tx), clinics: await clinicsOf(tx, instance) };
}

/** Name, town and region of every clinic with capacity in the instance, or designated for one of its claims. */
export function clinicsOf(tx: Tx, { buckets, claims }: PromiseInstance): Promise<ReadonlyMap<string, ClinicAt>> {
  return clinicsAt(
    tx,
    [...buckets, ...claims].flatMap(({ clinicId }) => clinicId ?? []),
  );
}

/** Days on which clinics see people: none of those on which many close (CAL-EXTRA-DAYS). */
export const isOpenDay = (day: number): boolean => isWorkingDay(dayWith(day), EXTRA_DAYS);

export type AdditionScene = {
  readonly clinics: ReadonlyMap<string, ClinicAt>;
  readonly shown: Shown;
  readonly instance: Pick<PromiseInstance, "demand">;
};

export function additionView(addition: Addition, scene: AdditionScene): CapacityAddition {
  return { ...proposalView(addition, scene), alternatives: addition.alternatives.map((other) => proposalView(other, scene)) };
}

function proposalView(proposal: Proposal, { clinics, shown, instance }: AdditionScene): CapacityAddition {
  const { buckets, clinicId, units, removes, costPerKeptMinor } = proposal;
  const [bucket] = buckets;
  invariant(bucket !== undefined, "a proposal has a day");
  const clinic = clinicId === null ? undefined : clinics.get(clinicId);
  return {
    clinic: clinic ? ref("Clinic", clinic.id) : null,
    clinicName: clinic?.name ?? bucket.clinicId,
    town: clinic?.town ?? null,
    services: (bucket.serves ?? [bucket.service]).map(serviceView),
    channel: bucket.channel,
    languages: [...instance.demand.languages].flatMap(([code, bit]) => ((bucket.languages & bit) === 0 ? [] : [code])),
    gender: bucket.gender?.toLowerCase() ?? null,
    forChildren: bucket.treatsChildren,
    forAdults: bucket.adults !== false,
    days: buckets.map(({ dayOn, units: n }) => ({ on: dayWith(dayOn), units: n })),
    units,
    removes: shown(removes),
    costPerPromiseKept: costPerKeptMinor === null ? null : money(costPerKeptMinor),
    alternatives: [],
  };
}
