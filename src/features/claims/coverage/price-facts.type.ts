/** The facts that a decision about a price was made on (src/rules/facts/facts.ts). */
import { Field, ObjectType } from "type-graphql";
import { visibleTo } from "../../../gateway/api/guard.js";
import { Money, money } from "../../../gateway/api/money.js";
import { LocalDate, NonNegativeInt, PositiveInt } from "../../../gateway/api/scalars.js";
import type { PriceFacts, RateEntry } from "../../../rules/facts/facts.js";
import { priceMarks } from "../../../rules/facts/marks.js";
import {
  CoverEnum,
  DecisionMarkEnum,
  PricedServiceEnum,
  ProductEnum,
  SubsidyPayeeEnum,
  TransportMeansEnum,
  TreatmentEventEnum,
  TreatmentModeEnum,
} from "../../../vocabulary/rules.type.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("DatedAmount", { description: "An amount that holds from a day on, until the next one begins." })
export class DatedAmountType {
  @Field(() => LocalDate, { description: "First day." })
  from!: string;
  @Field(() => Money, { description: "The amount." })
  amount!: Money;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("DanmarkSubsidy", { description: "What Sygeforsikringen 'danmark' pays (PRC-DANMARK)." })
export class DanmarkSubsidyType {
  @Field(() => Money, { description: "The subsidy." })
  subsidy!: Money;
  @Field(() => SubsidyPayeeEnum, { description: "Whom it is paid to." })
  paidTo!: string;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("TransportFacts", { description: "Of a transport to a treatment." })
export class TransportFactsType {
  @Field(() => TransportMeansEnum, { description: "How." })
  means!: string;
  @Field(() => NonNegativeInt, { description: "Kilometres one way." })
  oneWayKm!: number;
  @Field(() => PricedServiceEnum, { description: "To what treatment." })
  forService!: string;
  @Field(() => Money, { nullable: true, description: "What a kilometre is paid with; null where none was stated." })
  kmRate!: Money | null;
  @Field(() => Money, { nullable: true, description: "The cheapest return fare; null where none was stated." })
  cheapestReturnFare!: Money | null;
  @Field(() => Boolean, { description: "True where it was authorised." })
  authorised!: boolean;
  @Field(() => Boolean, { description: "True where a specialist prescribed it." })
  prescribedBySpecialist!: boolean;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("PriceFacts", { description: "What a decision about a price was made on." })
export class PriceFactsType {
  @Field(() => ProductEnum, { description: "The insurance." })
  product!: string;
  @Field(() => CoverEnum, { description: "The cover it is paid under." })
  under!: string;
  @Field(() => PricedServiceEnum, { description: "What is priced." })
  service!: string;
  @Field(() => TreatmentModeEnum, { description: "Who treats." })
  mode!: string;
  @Field(() => LocalDate, { description: "Day of the treatment." })
  treatedOn!: string;
  @Field(() => TreatmentEventEnum, { description: "What became of it." })
  event!: string;
  @Field(() => PositiveInt, { description: "1 is the first treatment of the claim." })
  sessionNumber!: number;
  @Field(() => [DatedAmountType], { description: "Agreed gross rates; empty with own choice." })
  networkRates!: readonly DatedAmountType[];
  @Field(() => [DatedAmountType], { description: "Tariffs of the patient's share in the public agreement." })
  patientShareTariffs!: readonly DatedAmountType[];
  @Field(() => [DatedAmountType], { description: "Tariffs of the full fee in the public agreement." })
  fullFeeTariffs!: readonly DatedAmountType[];
  @Field(() => Money, { nullable: true, description: "The fee before public reimbursement, without supplements; null in the network." })
  fee!: Money | null;
  @Field(() => Money, { description: "What the public system reimburses." })
  publicReimbursement!: Money;
  @Field(() => Money, { description: "Supplements that no cover pays." })
  supplements!: Money;
  @Field(() => Money, { description: "The clinic's fee for an appointment nobody came to." })
  noShowFee!: Money;
  @Field(() => Money, { description: "What another insurance has paid." })
  otherInsurancePaid!: Money;
  @Field(() => Money, { description: "Paid against a monetary total before." })
  capUsed!: Money;
  @Field(() => DanmarkSubsidyType, { nullable: true, description: "What 'danmark' pays; null where nothing." })
  danmark!: DanmarkSubsidyType | null;
  @Field(() => LocalDate, { nullable: true, description: "Day of the last treatment on the bill; null without a bill." })
  billLastTreatmentOn!: string | null;
  @Field(() => LocalDate, { nullable: true, description: "Day the bill came in; null without a bill." })
  billSubmittedOn!: string | null;
  @Field(() => TransportFactsType, { nullable: true, description: "The transport; null where none is priced." })
  transport!: TransportFactsType | null;
  @Field(() => [DecisionMarkEnum], { description: "What else holds in this case; what is not here does not." })
  marks!: readonly string[];
}

const dated = (entries: readonly RateEntry[] = []): DatedAmountType[] => entries.map(({ from, ore }) => ({ from, amount: money(ore) }));
const stated = (ore: number | undefined): Money | null => (ore === undefined ? null : money(ore));

export function priceFactsView(facts: PriceFacts): PriceFactsType {
  const { tariffs, danmark, bill, transport } = facts;
  return {
    product: facts.product,
    under: facts.under ?? "BASE",
    service: facts.serviceType,
    mode: facts.mode,
    treatedOn: facts.treatedOn,
    event: facts.event ?? "ATTENDED",
    sessionNumber: facts.sessionNumber ?? 1,
    networkRates: dated(facts.networkRates),
    patientShareTariffs: dated(tariffs?.patientShare),
    fullFeeTariffs: dated(tariffs?.fullFee),
    fee: stated(facts.feeOre),
    publicReimbursement: money(facts.publicReimbursementOre ?? 0),
    supplements: money(facts.supplementsOre ?? 0),
    noShowFee: money(facts.noShowFeeOre ?? 0),
    otherInsurancePaid: money(facts.otherInsurancePaidOre ?? 0),
    capUsed: money(facts.capUsedOre ?? 0),
    danmark: danmark ? { subsidy: money(danmark.subsidyOre), paidTo: danmark.paidTo } : null,
    billLastTreatmentOn: bill?.lastTreatmentOn ?? null,
    billSubmittedOn: bill?.submittedOn ?? null,
    transport: transport
      ? {
          means: transport.means,
          oneWayKm: transport.oneWayKm,
          forService: transport.forService,
          kmRate: stated(transport.kmRateOre),
          cheapestReturnFare: stated(transport.cheapestReturnFareOre),
          authorised: transport.authorised ?? true,
          prescribedBySpecialist: transport.prescribedBySpecialist ?? false,
        }
      : null,
    marks: priceMarks(facts),
  };
}
