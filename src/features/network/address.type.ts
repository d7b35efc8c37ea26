import { Field, InputType, ObjectType } from "type-graphql";
import { visibleTo } from "../../gateway/api/guard.js";
import { Latitude, Longitude, PostalCode } from "../../gateway/api/scalars.js";
import { asAnswered } from "../../gateway/execution/as-answered.js";
import { PlacePrecisionEnum, RegionEnum } from "./network-enums.type.js";

@asAnswered()
@visibleTo("PUBLIC")
@ObjectType("Coordinates", { description: "A point on the map (WGS 84).", simpleResolvers: true })
@InputType("CoordinatesInput", { description: "A point on the map (WGS 84)." })
export class Coordinates {
  @Field(() => Latitude, { description: "Latitude." })
  latitude!: number;
  @Field(() => Longitude, { description: "Longitude." })
  longitude!: number;
}

@asAnswered()
@visibleTo("PUBLIC")
@ObjectType("Address", { description: "A Danish address.", simpleResolvers: true })
export class Address {
  @Field(() => String, { nullable: true, description: "Street and number; null where only the postal code is known." })
  line!: string | null;
  @Field(() => PostalCode, { description: "Postal code." })
  postalCode!: string;
  @Field(() => String, { description: "Town of the postal code." })
  town!: string;
  @Field(() => RegionEnum, { nullable: true, description: "Region; null where it is not known." })
  region!: string | null;
  @Field(() => Coordinates, { nullable: true, description: "Where it is; null for the home of a person." })
  location!: Coordinates | null;
  @Field(() => PlacePrecisionEnum, { nullable: true, description: "How exact `location` is; null where there is none." })
  precision!: string | null;
}
