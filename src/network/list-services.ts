import { Arg, Ctx, Field, Float, Int, ObjectType, Query, Resolver } from "type-graphql";
import { badInput } from "../gateway/api/bad-input.js";
import { costs } from "../gateway/admission/cost.js";
import type { Context } from "../gateway/api/context.js";
import { visibleTo } from "../gateway/api/guard.js";
import { readReference, type PostalFacts, type ServiceFacts } from "./reference.store.js";

@visibleTo("PUBLIC")
@ObjectType("Service", { description: "A treatment that can be booked.", simpleResolvers: true })
export class ServiceType {
  @Field(() => String, { description: "Code, e.g. PHYSIOTHERAPY." })
  code!: string;
  @Field(() => String, { description: "English name." })
  nameEn!: string;
  @Field(() => String, { description: "Danish name." })
  nameDa!: string;
  @Field(() => Int, { description: "How far a search reaches unless told otherwise, in kilometres as the crow flies." })
  radiusKm!: number;
  @Field(() => Int, { description: "Minutes of a first session." })
  firstMinutes!: number;
  @Field(() => Int, { description: "Minutes of a follow-up session." })
  followUpMinutes!: number;
}

@visibleTo("PUBLIC")
@ObjectType("PostalCode", { description: "A Danish postal code from which a search can start.", simpleResolvers: true })
export class PostalCodeType {
  @Field(() => String, { description: "Four digits." })
  code!: string;
  @Field(() => String, { description: "Town." })
  town!: string;
  @Field(() => String, { nullable: true, description: "Code of the region, e.g. 1082." })
  regionCode!: string | null;
  @Field(() => String, { nullable: true, description: "Name of the region." })
  regionName!: string | null;
  @Field(() => Float, { description: "Latitude of the middle of its built-up area, in degrees (WGS 84)." })
  lat!: number;
  @Field(() => Float, { description: "Longitude, likewise." })
  lon!: number;
}

/** A list for typing ahead; who needs more types another digit. */
const MOST = 20;

@Resolver()
export class ReferenceLists {
  @visibleTo("PUBLIC")
  @costs({ size: 30 })
  @Query(() => [ServiceType], { description: "The services that can be booked, in a fixed order." })
  async services(@Ctx() { database }: Context): Promise<readonly ServiceFacts[]> {
    return (await readReference(database)).services;
  }

  @visibleTo("PUBLIC")
  @costs({ size: MOST })
  @Query(() => [PostalCodeType], { description: "The first 20 postal codes that begin like this and that a search can start from." })
  async postalCodes(
    @Arg("prefix", () => String, { description: "One to four digits, or the beginning of a town's name." }) prefix: string,
    @Ctx() { database }: Context,
  ): Promise<PostalCodeType[]> {
    const wanted = prefix.trim().toLowerCase();
    if (wanted.length === 0 || wanted.length > 40) throw badInput("prefix must have 1 to 40 characters.", ["prefix"]);
    const { postalCodes } = await readReference(database);
    return postalCodes
      .filter((each) => each.kind !== "special" && (each.postnr.startsWith(wanted) || each.town.toLowerCase().startsWith(wanted)))
      .flatMap(postalCodeView)
      .slice(0, MOST);
  }
}

function postalCodeView({ postnr, town, regionCode, regionName, lat, lon }: PostalFacts): PostalCodeType[] {
  return lat === null || lon === null ? [] : [{ code: postnr, town, regionCode, regionName, lat, lon }];
}
