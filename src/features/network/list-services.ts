import { Arg, Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import { badInput } from "../../gateway/api/bad-input.js";
import { costs } from "../../gateway/admission/cost.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { readReference, type PostalFacts } from "./reference.store.js";
import { PostalCode } from "../../gateway/api/scalars.js";
import { ServiceType, serviceView } from "../../vocabulary/service.type.js";
import { RegionEnum } from "./network-enums.type.js";
import { Coordinates } from "./address.type.js";

@visibleTo("PUBLIC")
@ObjectType("PostalArea", { description: "A Danish postal code from which a search can start.", simpleResolvers: true })
export class PostalAreaType {
  @Field(() => PostalCode, { description: "The code." })
  code!: string;
  @Field(() => String, { description: "Town." })
  town!: string;
  @Field(() => RegionEnum, { nullable: true, description: "Region; null where the postal code is no place to live." })
  region!: string | null;
  @Field(() => Coordinates, { description: "The middle of its built-up area." })
  location!: Coordinates;
}

/** A list for typing ahead; who needs more types another digit. */
const MOST = 20;

@Resolver()
export class ReferenceLists {
  @visibleTo("PUBLIC")
  @costs({ size: 30 })
  @Query(() => [ServiceType], { description: "The services that can be booked, in a fixed order." })
  async services(@Ctx() { database }: Context): Promise<readonly ServiceType[]> {
    return (await readReference(database)).services.map(({ code }) => serviceView(code));
  }

  @visibleTo("PUBLIC")
  @costs({ size: MOST })
  @Query(() => [PostalAreaType], { description: "The first 20 postal codes that begin like this and that a search can start from." })
  async postalCodes(
    @Arg("prefix", () => String, { description: "One to four digits, or the beginning of a town's name." }) prefix: string,
    @Ctx() { database }: Context,
  ): Promise<PostalAreaType[]> {
    const wanted = prefix.trim().toLowerCase();
    if (wanted.length === 0 || wanted.length > 40) throw badInput("prefix must have 1 to 40 characters.", ["prefix"]);
    const { postalCodes } = await readReference(database);
    return postalCodes
      .filter((each) => each.kind !== "special" && (each.postnr.startsWith(wanted) || each.town.toLowerCase().startsWith(wanted)))
      .flatMap(postalAreaView)
      .slice(0, MOST);
  }
}

function postalAreaView({ postnr, town, regionCode: region, lat, lon }: PostalFacts): PostalAreaType[] {
  return lat === null || lon === null ? [] : [{ code: postnr, town, region, location: { latitude: lat, longitude: lon } }];
}
